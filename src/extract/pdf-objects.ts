// Walks the objects of a PDF page: the order of its texts and what replaces them, its ruling lines, its pictures.
import type { DocumentLimits } from './limits.ts';
import { identity, type Matrix, multiply, type Rule, readMatrix, readRules, transform } from './pdf-rules.ts';
import type { Box } from './pdf-writing.ts';
import type { Pdfium } from './pdfium.ts';

export interface PageObjects {
  /** Text object → position in content order. */
  readonly order: ReadonlyMap<number, number>;
  /** Text objects whose text is replaced: object → first object of the same mark (itself for the first). */
  readonly replaced: ReadonlyMap<number, number>;
  /** Such an object in a form → the form's matrix: the engine gives an object's bounds as they are in its form. */
  readonly formOf: ReadonlyMap<number, Matrix>;
  /** First object of such a mark → the mark's further objects. */
  readonly further: ReadonlyMap<number, readonly number[]>;
  readonly rules: readonly Rule[];
  /** Boxes of pictures in page space. */
  readonly imageBoxes: readonly Box[];
  /** Text objects up to this place in content order lie under a picture of the whole page. */
  readonly pictured: number;
  readonly pathPoints: number;
  readonly objects: number;
  readonly cut: boolean;
}

/** Walks page objects in content order, forms included, without recursion. */
export function walkObjects(engine: Pdfium, page: number, scratch: number, limits: DocumentLimits): PageObjects {
  const { calls } = engine;
  const order = new Map<number, number>();
  const replaced = new Map<number, number>();
  const formOf = new Map<number, Matrix>();
  const firstOfMark = new Map<number, number>();
  const further = new Map<number, number[]>();
  const rules: Rule[] = [];
  const imageBoxes: Box[] = [];
  const whole = pageBox(engine, page, scratch);
  let pictured = 0;
  let seen = 0;
  let segments = 0;
  const actualText = engine.cString('ActualText');
  const stack = [{ form: 0, at: 0, count: calls.FPDFPage_CountObjects!(page), matrix: identity }];
  while (stack.length > 0 && seen < limits.pdfObjects) {
    const level = stack[stack.length - 1]!;
    if (level.at >= level.count) {
      stack.pop();
      continue;
    }
    const at = level.at++;
    const object =
      level.form === 0 ? calls.FPDFPage_GetObject!(page, at) : calls.FPDFFormObj_GetObject!(level.form, at);
    if (object === 0) continue;
    seen++;
    switch (calls.FPDFPageObj_GetType!(object)) {
      case 1: {
        order.set(object, order.size);
        const marks = calls.FPDFPageObj_CountMarks!(object);
        for (let index = 0; index < marks; index++) {
          const mark = calls.FPDFPageObj_GetMark!(object, index);
          if (mark === 0 || calls.FPDFPageObjMark_GetParamValueType!(mark, actualText) !== 3) continue;
          const first = firstOfMark.get(mark) ?? object;
          firstOfMark.set(mark, first);
          replaced.set(object, first);
          if (level.form !== 0) formOf.set(object, level.matrix);
          if (first !== object) further.set(first, [...(further.get(first) ?? []), object]);
          break;
        }
        break;
      }
      case 2:
        if (segments < limits.pdfPathSegments) {
          segments += readRules(engine, object, level.matrix, scratch, rules, limits.pdfPathSegments - segments);
        }
        break;
      case 3: {
        const box = boxOf(engine, object, level.matrix, scratch);
        if (box === undefined) break;
        imageBoxes.push(box);
        if (isWholePage(box, whole)) pictured = order.size;
        break;
      }
      case 5:
        if (stack.length < limits.pdfFormDepth) {
          const matrix = multiply(readMatrix(engine, object, scratch), level.matrix);
          stack.push({ form: object, at: 0, count: calls.FPDFFormObj_CountObjects!(object), matrix });
        }
        break;
    }
  }
  return {
    order,
    replaced,
    formOf,
    further,
    rules,
    imageBoxes,
    pictured,
    pathPoints: segments,
    objects: seen,
    cut: stack.length > 0,
  };
}

/** The page's box in page space. */
export function pageBox({ calls, memory }: Pdfium, page: number, scratch: number): Box {
  calls.FPDF_GetPageBoundingBox!(page, scratch);
  const [left, top, right, bottom] = new Float32Array(memory.buffer, scratch, 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  return { left, bottom, right, top };
}

const isWholePage = (box: Box, page: Box): boolean =>
  areaOf(box) > areaOf(page) * 0.7 && box.right > page.left && box.left < page.right;
const areaOf = ({ left, bottom, right, top }: Box): number => (right - left) * (top - bottom);

/** Box in page space of an object that stands in a form with that matrix. */
export function boxOf(engine: Pdfium, object: number, matrix: Matrix, scratch: number): Box | undefined {
  const { calls, memory } = engine;
  const ok = calls.FPDFPageObj_GetBounds!(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  if (ok === 0) return undefined;
  const bounds = new Float32Array(memory.buffer, scratch, 4);
  const [ax, ay] = transform(matrix, bounds[0]!, bounds[1]!);
  const [bx, by] = transform(matrix, bounds[2]!, bounds[3]!);
  return { left: Math.min(ax, bx), bottom: Math.min(ay, by), right: Math.max(ax, bx), top: Math.max(ay, by) };
}
