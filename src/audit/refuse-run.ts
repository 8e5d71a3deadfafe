// Whether this program may work on a run that another began: the same version and the same packs, or its verdicts would be
// judged by two measures. Pure.
import type { Pack } from '../judge/pack.ts';
import type { Bilingual } from '../model/result.ts';
import type { StoredRun } from '../store/store.ts';

/**
 * Why this program must leave the run alone, or undefined. `ownPack` gives the pack of a name as this program has it; a pack
 * that it does not have is taken from the database as the run has it.
 */
export function refuseRun(
  run: Pick<StoredRun, 'id' | 'toolVersion'>,
  packs: readonly Pick<Pack, 'name' | 'sha256'>[],
  version: string,
  ownPack: (name: string) => Pick<Pack, 'sha256'> | undefined,
): Bilingual | undefined {
  if (run.toolVersion !== version) {
    return {
      en: `Run ${run.id} is of planaudit ${run.toolVersion}; this is ${version}. Install ${run.toolVersion} here, or wait for the next run.`,
      th: `การตรวจ ${run.id} ใช้ planaudit รุ่น ${run.toolVersion} แต่เครื่องนี้เป็นรุ่น ${version} ให้ติดตั้งรุ่น ${run.toolVersion} หรือรอการตรวจครั้งถัดไป`,
    };
  }
  for (const { name, sha256 } of packs) {
    const own = ownPack(name);
    if (own !== undefined && own.sha256 !== sha256) {
      const [theirs, ours] = [sha256.slice(0, 12), own.sha256.slice(0, 12)];
      return {
        en: `Run ${run.id} judges by the pack ${name} ${theirs}…; here it is ${ours}…. Install the same pack here (--pack), or wait for the next run.`,
        th: `การตรวจ ${run.id} ใช้ชุดเกณฑ์ ${name} ${theirs}… แต่เครื่องนี้มี ${ours}… ให้ใช้ชุดเกณฑ์เดียวกัน (--pack) หรือรอการตรวจครั้งถัดไป`,
      };
    }
  }
  return undefined;
}
