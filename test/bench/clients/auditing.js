// The packs' judge for the bench of whole audits: the real guide does all of its work, but everything is followed, proven or not.
import { packJudge } from '../../../dist/audit/audit-agency.js';

export const judge = {
  createGuide(packs, agency, settings) {
    const guide = packJudge.createGuide(packs, agency, settings);
    return {
      ...guide,
      wanted() {
        guide.wanted();
        return ['all'];
      },
      rate(link, from) {
        guide.rate(link, from);
        return { all: 50 };
      },
    };
  },
  judgeAgency(packs, agency, crawl, settings) {
    const verdict = packJudge.judgeAgency(packs, agency, crawl, settings);
    return { id: verdict.id, pages: crawl.pages.length };
  },
};
