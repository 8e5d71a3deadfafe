// Pictures large enough to hold writing in an Office document (a scan put into Word, a table pasted as a picture). Reads the
// container alone, under its limits.
import type { DocumentLimits } from './limits.ts';
import { pictureSize } from './picture-size.ts';
import { readZip } from './zip-container.ts';

/** Shorter side in pixels, from which a page or a table can be read; seals and heads of letters are smaller. */
const leastSide = 400;
/** A drawing of records (EMF, WMF) tells no pixels; pasted tables are large ones. */
const leastRecords = 20_000;
const inContainer = /(?:^|\/)(?:media|Pictures)\/[^/]+\.(png|jpe?g|gif|bmp|tiff?|emf|wmf)$/i;
const ofRecords = /\.(?:emf|wmf)$/i;

/** In the order of their names, which is the order in which they were put in. */
export async function officePictures(body: Buffer, limits: DocumentLimits): Promise<readonly Uint8Array[]> {
  const zip = await readZip(body, limits, (name) => inContainer.test(name));
  if (!zip.ok) return [];
  const number = (name: string): number => Number(/(\d+)\.\w+$/.exec(name)?.[1] ?? 0);
  return zip.entries
    .filter(({ name, bytes }) => {
      if (ofRecords.test(name)) return bytes.length >= leastRecords;
      const size = pictureSize(bytes);
      return size !== undefined && Math.min(size.width, size.height) >= leastSide;
    })
    .sort((a, b) => number(a.name) - number(b.name) || (a.name < b.name ? -1 : 1))
    .map(({ bytes }) => bytes);
}
