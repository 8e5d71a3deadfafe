// What reports may use beside the run itself: the office's template and emblem, earlier runs, pictures of cited pages.
import { runPictures } from '../audit/cited-pictures.ts';
import { earlierRuns } from '../audit/earlier-runs.ts';
import type { Settings } from '../config.ts';
import { UserError } from '../errors.ts';
import type { AgencyVerdict } from '../model/result.ts';
import { emblemKind } from '../report/emblem.ts';
import { formats, type RenderOptions, type ReportFormat } from '../report/formats.ts';
import type { StoredRun, StoreReader } from '../store/store.ts';
import { needPictures } from './open-pictures.ts';
import { readUserFile } from './read-user-file.ts';

/** What the formats may use beside the run and the settings. */
export type ReportExtras = Pick<
  RenderOptions,
  'findings' | 'history' | 'baseline' | 'template' | 'emblem' | 'pictures'
>;

/** The files that letters are made with. Read before an audit, so that a missing one does not cost an hour of crawling. */
export async function letterFiles({
  template,
  letterEmblem,
}: Pick<Settings, 'template' | 'letterEmblem'>): Promise<Pick<ReportExtras, 'template' | 'emblem'>> {
  const docx =
    template === null ? undefined : await readUserFile(template, { en: 'letter template', th: 'แม่แบบหนังสือ' });
  const emblem =
    letterEmblem === null ? undefined : await readUserFile(letterEmblem, { en: 'emblem', th: 'ไฟล์ภาพครุฑ' });
  if (emblem !== undefined && emblemKind(emblem) === undefined) {
    throw new UserError('emblem', `${letterEmblem} is no PNG, JPEG or SVG picture`, {
      th: { message: `${letterEmblem} ไม่ใช่ภาพ PNG JPEG หรือ SVG` },
    });
  }
  return { ...(docx === undefined ? {} : { template: docx }), ...(emblem === undefined ? {} : { emblem }) };
}

/** What the store adds to the reports of a run that is in it; nothing is loaded that no format asked for shows. */
export async function storedExtras(
  store: StoreReader,
  run: StoredRun,
  agencies: readonly AgencyVerdict[],
  settings: Settings,
): Promise<Pick<ReportExtras, 'history' | 'pictures'>> {
  const uses = (what: 'history' | 'pictures') =>
    settings.format.some((id) => (formats[id] as ReportFormat).uses?.includes(what) === true);
  const history = uses('history') ? { history: await earlierRuns(store, run) } : {};
  if (!settings.screenshots || !uses('pictures')) return history;
  const pictures = await needPictures(settings, 'quote');
  try {
    return { ...history, pictures: await runPictures(store, run.id, agencies, (page) => pictures.take(page)) };
  } finally {
    await pictures.close();
  }
}
