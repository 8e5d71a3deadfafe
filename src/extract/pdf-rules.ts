// Finds the ruling lines among a PDF page's vector paths. Gives them in page space; knows nothing of tables.
import type { Pdfium } from './pdfium.ts';

/** A horizontal (`y0 === y1`) or vertical ruling line. */
export interface Rule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** Longest side that still reads as a line's thickness, in points. */
const thin = 3;

/** Takes the axis-parallel strokes, and thin filled boxes, of a path. Returns the number of segments looked at. */
export function readRules(
  engine: Pdfium,
  path: number,
  outer: Matrix,
  scratch: number,
  rules: Rule[],
  budget: number,
): number {
  const { calls, memory } = engine;
  const count = Math.min(calls.FPDFPath_CountSegments!(path), budget);
  if (count < 2) return count;
  calls.FPDFPath_GetDrawMode!(path, scratch, scratch + 4);
  const mode = new Int32Array(memory.buffer, scratch, 2);
  const [fill, stroke] = [mode[0] !== 0, mode[1] !== 0];
  if (!fill && !stroke) return count;
  const matrix = multiply(readMatrix(engine, path, scratch), outer);
  const points: [number, number][] = [];
  let [startX, startY] = [0, 0];
  let box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const flush = () => {
    if (fill && !stroke && points.length >= 4) {
      const [x0, y0, x1, y1] = box;
      if (y1 - y0 <= thin && x1 - x0 > thin * 2) rules.push({ x0, y0: (y0 + y1) / 2, x1, y1: (y0 + y1) / 2 });
      else if (x1 - x0 <= thin && y1 - y0 > thin * 2) rules.push({ x0: (x0 + x1) / 2, y0, x1: (x0 + x1) / 2, y1 });
    } else if (stroke) {
      for (let index = 1; index < points.length; index++) {
        const [ax, ay] = points[index - 1]!;
        const [bx, by] = points[index]!;
        if ((Math.abs(ax - bx) < 0.5 || Math.abs(ay - by) < 0.5) && Math.hypot(ax - bx, ay - by) > thin) {
          rules.push({ x0: ax, y0: ay, x1: bx, y1: by });
        }
      }
    }
    points.length = 0;
    box = [Infinity, Infinity, -Infinity, -Infinity];
  };
  for (let index = 0; index < count; index++) {
    const segment = calls.FPDFPath_GetPathSegment!(path, index);
    const type = calls.FPDFPathSegment_GetType!(segment);
    if (calls.FPDFPathSegment_GetPoint!(segment, scratch, scratch + 4) === 0) continue;
    const view = new Float32Array(memory.buffer, scratch, 2);
    const [x, y] = transform(matrix, view[0]!, view[1]!);
    if (type === 2) {
      flush();
      [startX, startY] = [x, y];
    }
    if (type === 1) {
      // Curves are no rules: break the run of points here.
      flush();
    }
    points.push([x, y]);
    box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
    if (calls.FPDFPathSegment_GetClose!(segment) !== 0) points.push([startX, startY]);
  }
  flush();
  return count;
}

/** Affine matrix as the engine stores it: a, b, c, d, e, f. */
export type Matrix = readonly [number, number, number, number, number, number];
export const identity: Matrix = [1, 0, 0, 1, 0, 0];

export function readMatrix(engine: Pdfium, object: number, scratch: number): Matrix {
  if (engine.calls.FPDFPageObj_GetMatrix!(object, scratch) === 0) return identity;
  return Array.from(new Float32Array(engine.memory.buffer, scratch, 6)) as unknown as Matrix;
}

export function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

export function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
