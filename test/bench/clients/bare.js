// The bare limit: undici for the bytes, htmlparser2 for the links, a set and a queue. Reads no text, keeps nothing.
import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { Agent, request } from 'undici';
import { measure, task } from './measure.js';

/** Sites at once, as the others have it. */
const atOnce = 8;

async function crawl(start, dispatcher) {
  const queue = [start];
  const seen = new Set(queue);
  let head = 0;
  let pages = 0;
  const origin = new URL(start).origin;
  while (head < queue.length) {
    const url = queue[head];
    head += 1;
    const { body, headers, statusCode } = await request(url, { dispatcher, headers: { 'accept-encoding': 'gzip' } });
    const bytes = Buffer.from(await body.arrayBuffer());
    if (statusCode !== 200) continue;
    pages += 1;
    const parser = new Parser({
      onopentag(name, { href }) {
        if (name !== 'a' || href === undefined) return;
        const target = new URL(href, url);
        if (target.origin !== origin || seen.has(target.href)) return;
        seen.add(target.href);
        queue.push(target.href);
      },
    });
    parser.end((headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8'));
  }
  return pages;
}

await measure(async () => {
  const dispatcher = new Agent({ connections: 2, pipelining: 1 });
  const starts = [...task.starts];
  let pages = 0;
  const worker = async () => {
    for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
      const read = await crawl(start, dispatcher);
      pages += read;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  await dispatcher.close();
  return pages;
});
