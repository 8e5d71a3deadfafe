// Names the picture of a cell among those given to a report.

/** Ids hold no blank. */
export function pictureKey(agency: string, criterion: string): string {
  return `${agency} ${criterion}`;
}
