// Where a machine keeps a Chromium-based browser. Looks at files only; starts nothing.
import { posix, win32 } from 'node:path';

/** What of the environment matters: given in, as only config reads it. */
export interface BrowserPlaces {
  readonly platform: NodeJS.Platform;
  /** PATH, ProgramFiles, ProgramFiles(x86), LOCALAPPDATA, HOME. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isFile: (path: string) => boolean;
}

const unixNames = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
];
const macApps = ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser'];
const windowsPaths = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];

function candidates({ platform, env }: BrowserPlaces): string[] {
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    );
    return windowsPaths.flatMap((path) => roots.map((root) => win32.join(root, path)));
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  const onPath = unixNames.flatMap((name) => [...folders, '/snap/bin'].map((folder) => posix.join(folder, name)));
  if (platform !== 'darwin') return onPath;
  const roots = ['/Applications', ...(env['HOME'] === undefined ? [] : [posix.join(env['HOME'], 'Applications')])];
  return [...macApps.flatMap((app) => roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`)), ...onPath];
}

/** Path of the first browser found, in order of how common they are; undefined when there is none. */
export function findBrowser(places: BrowserPlaces): string | undefined {
  return candidates(places).find(places.isFile);
}
