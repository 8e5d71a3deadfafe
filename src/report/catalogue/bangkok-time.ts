// Wall-clock time in Thailand (UTC+7 all year) of an instant. Arithmetic only; knows no clock.

/** `date` YYYY-MM-DD and `time` HH:MM in Bangkok of an ISO 8601 instant. */
export function bangkokParts(iso: string): { date: string; time: string } {
  const shifted = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString();
  return { date: shifted.slice(0, 10), time: shifted.slice(11, 16) };
}
