// Equal strings of many parsed values become one string in memory: the verdicts of a run say the same sentences thousands
// of times. Changes the values it is given, not what they say.

/** A function that goes through JSON values, and remembers their strings until it is dropped itself. */
export function shareStrings(): <Value>(value: Value) => Value {
  const known = new Map<string, string>();
  function shared(value: unknown): unknown {
    if (typeof value === 'string') {
      const first = known.get(value);
      if (first !== undefined) return first;
      known.set(value, value);
      return value;
    }
    if (value === null || typeof value !== 'object') return value;
    const record = value as Record<string, unknown>;
    for (const key of Object.keys(record)) {
      // Equal strings may still be two: the assignment is what lets one of them go.
      record[key] = shared(record[key]);
    }
    return value;
  }
  return (value) => shared(value) as typeof value;
}
