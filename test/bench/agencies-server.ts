// Serves generated agencies on loopback, in a process of its own, and writes the registry and the hosts file that an audit of
// them needs. Its folder is removed when the parent lets go.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveSites } from '../../src/demo/serve-sites.ts';
import { writeGeneratedSites } from './generated-sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'planaudit-agencies-'));
const agencies = writeGeneratedSites(join(folder, 'sites'), Number(process.argv[2]));
const served = await serveSites(join(folder, 'sites'));
writeFileSync(join(folder, 'hosts'), [...served.hosts].map(([host, address]) => `${address} ${host}\n`).join(''));
const rows = agencies.map(({ id, name, kind, url }) => [id, name, kind, url].join(','));
writeFileSync(join(folder, 'registry.csv'), `id,name,kind,url\n${rows.join('\n')}\n`);
process.send?.({ folder });
process.on('disconnect', () => {
  rmSync(folder, { recursive: true, force: true });
  void served.close().then(() => process.exit());
});
