// The browser that takes pictures of kept pages, where this machine has one.
import type { Settings } from '../config.ts';
import { UserError } from '../errors.ts';
import type { PagePictures, PictureOf } from '../fetch/page-picture.ts';
import { browserOf } from './audit-tools.ts';

/** Undefined where there is no browser, or no playwright-core to drive it. The caller closes it. */
export async function openPictures(settings: Settings, of: PictureOf): Promise<PagePictures | undefined> {
  const executablePath = browserOf(settings);
  if (executablePath === undefined) return undefined;
  try {
    await import('playwright-core');
  } catch {
    return undefined;
  }
  const { createPagePictures } = await import('../fetch/page-picture.ts');
  return createPagePictures({ executablePath, sandbox: settings.browserSandbox }, of);
}

/** For `--screenshots`: a report without the pictures asked for is not what was asked for. @throws UserError `no-browser` */
export async function needPictures(settings: Settings, of: PictureOf): Promise<PagePictures> {
  const pictures = await openPictures(settings, of);
  if (pictures !== undefined) return pictures;
  throw new UserError('no-browser', 'screenshots need a browser, and there is none that can be used', {
    hint: 'planaudit doctor says what is missing (Chrome, Edge or Chromium; playwright-core; --browser must not be never).',
    th: {
      message: 'การใส่ภาพหน้าเว็บต้องใช้เบราว์เซอร์ แต่เครื่องนี้ยังใช้ไม่ได้',
      hint: 'ดูสิ่งที่ขาดด้วย planaudit doctor',
    },
  });
}
