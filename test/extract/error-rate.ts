// Character error rate: edits needed to turn what was read into what stands there, per letter.

/** Levenshtein distance over letters without white space, divided by the length of the truth. */
export function errorRate(read: string, truth: string): number {
  const a = [...read.replace(/\s+/g, '')];
  const b = [...truth.replace(/\s+/g, '')];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(previous[j]! + 1, current[j - 1]! + 1, replace));
    }
    previous = current;
  }
  return previous[b.length]! / b.length;
}
