// The judge that agency threads of tests load: the fake one, and what may go wrong, by the id of the agency.
import type { Judge } from '../../src/audit/audit-agency.ts';
import { fakeJudge } from './fake-judge.ts';

export const judge: Judge = {
  createGuide(packs, agency, settings) {
    switch (agency.id) {
      case 'throws':
        throw new RangeError('a bug');
      case 'kills':
        process.exit(7);
        break;
      case 'hangs':
        for (;;);
    }
    return fakeJudge.createGuide(packs, agency, settings);
  },
  judgeAgency(packs, agency, crawl, settings) {
    if (agency.id === 'kills-late') process.exit(7);
    return fakeJudge.judgeAgency(packs, agency, crawl, settings);
  },
};
