// planaudit audit: audits the agencies of a registry and reports.
import { commandSettings } from '../config.ts';
import { type ExitStatus, UserError } from '../errors.ts';
import { announce } from './announce.ts';
import { logTerminal } from './log.ts';
import type { RunAndReportOptions } from './run-and-report.ts';
import type { Terminal } from './terminal.ts';

export type AuditReplacements = Pick<RunAndReportOptions, 'tools' | 'audit'>;

export async function auditCommand(
  registryPath: string,
  flags: Readonly<Record<string, unknown>>,
  given: Terminal,
  replacements: AuditReplacements = {},
): Promise<ExitStatus> {
  const { acceptRegistryChange, enqueueOnly, work, ...rest } = flags;
  const { settings } = await commandSettings(rest, given.env);
  const terminal = logTerminal(given, settings);
  announce(settings, terminal);
  // What reads and judges loads after the first words on the screen.
  const [{ loadPacks }, { readUserFile }, { readRegistry }, { selectAgencies }, { readReviews }] = await Promise.all([
    import('./load-packs.ts'),
    import('./read-user-file.ts'),
    import('../registry/read-registry.ts'),
    import('../registry/select-agencies.ts'),
    import('./read-reviews-file.ts'),
  ]);
  const packs = loadPacks(settings.pack);
  const bytes = await readUserFile(registryPath, { en: 'registry', th: 'ทะเบียน' });
  const criteria = packs.flatMap((pack) => pack.criteria.map(({ id }) => id));
  const registry = await readRegistry(registryPath, bytes, { criteria });
  const agencies = selectAgencies(registry, settings.select);
  const options = {
    registry,
    agencies,
    packs,
    settings,
    terminal,
    stored: { reviews: await readReviews(registryPath, registry), acceptRegistryChange: acceptRegistryChange === true },
    ...replacements,
  };
  if (settings.store !== null) {
    const { sharedAudit } = await import('./shared-audit.ts');
    return sharedAudit({ ...options, part: enqueueOnly === true ? 'leave' : work === false ? 'watch' : 'work' });
  }
  if (enqueueOnly === true || work === false) throw needsStore();
  const { runAndReport } = await import('./run-and-report.ts');
  return (await runAndReport(options)).status;
}

function needsStore(): UserError {
  return new UserError('queue-store', '--enqueue-only and --no-work need a database that machines share: --store', {
    hint: 'planaudit audit agencies.csv --store postgres://planaudit@db.example.go.th/planaudit --enqueue-only',
    th: { message: '--enqueue-only และ --no-work ต้องใช้คู่กับ --store ซึ่งเป็นฐานข้อมูลที่ใช้ร่วมกัน' },
  });
}
