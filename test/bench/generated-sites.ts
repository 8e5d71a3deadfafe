// Writes generated agencies' sites into a folder that serve-sites.ts can serve: every other one publishes everything that is
// required, the rest whatever chance gives them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateSite } from '../../fixtures/build/random-site.ts';
import { randomTraits, type Traits } from '../../fixtures/build/random-traits.ts';
import { randomOf } from '../../fixtures/build/site-source.ts';
import { writeSite } from '../../fixtures/build/write-site.ts';
import type { Agency } from '../../src/model/registry.ts';

const whole: Traits = {
  plan: 'current',
  evaluation: 'past',
  recommendations: 'list',
  monitoring: 'both',
  mechanism: 'order',
  disclosure: true,
  survey: 'report',
  decoys: ['integrity', 'appraisal', 'procurement', 'long-plan', 'preparing', 'personnel'],
};

export function writeGeneratedSites(folder: string, count: number): Agency[] {
  return Array.from({ length: count }, (_, at) => {
    const seed = `bench-${at + 1}`;
    const { agency } = generateSite(seed, at % 2 === 0 ? whole : randomTraits(randomOf(`${seed}/traits`)));
    writeSite(agency, (path, content) => {
      const file = join(folder, agency.id, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    });
    const { id, name, kind, host } = agency;
    return { id, name, kind, url: `http://${host}/`, extraHosts: [], tags: [], exempt: [] };
  });
}
