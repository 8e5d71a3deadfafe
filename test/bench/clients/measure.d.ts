/** Runs `work`, which answers how many pages it read, and prints its figures. */
export function measure(work: () => Promise<number>): Promise<void>;
export const task: {
  readonly starts: readonly string[];
  /** Pages of each site. */
  readonly pages: number;
  readonly audit?: boolean;
};
