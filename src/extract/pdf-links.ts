// The links drawn on a PDF page: address and box in page space. Links within the document are left out.
import type { Pdfium } from './pdfium.ts';

export function readLinks(
  engine: Pdfium,
  document: number,
  page: number,
  scratch: number,
): { uri: string; box: [number, number, number, number] }[] {
  const { calls, memory } = engine;
  const links: { uri: string; box: [number, number, number, number] }[] = [];
  new Int32Array(memory.buffer, scratch, 1)[0] = 0;
  while (links.length < 2_000 && calls.FPDFLink_Enumerate!(page, scratch, scratch + 4) !== 0) {
    const link = new Int32Array(memory.buffer, scratch, 2)[1]!;
    const action = calls.FPDFLink_GetAction!(link);
    if (action === 0 || calls.FPDFAction_GetType!(action) !== 3) continue;
    const length = calls.FPDFAction_GetURIPath!(document, action, 0, 0);
    if (length < 2 || length > 4_096) continue;
    const buffer = calls.malloc!(length);
    calls.FPDFAction_GetURIPath!(document, action, buffer, length);
    const uri = Buffer.from(memory.buffer, buffer, length - 1).toString('utf8');
    calls.free!(buffer);
    if (calls.FPDFLink_GetAnnotRect!(link, scratch + 16) === 0) continue;
    const box = new Float32Array(memory.buffer, scratch + 16, 4);
    links.push({ uri, box: [box[0]!, box[1]!, box[2]!, box[3]!] });
  }
  return links;
}
