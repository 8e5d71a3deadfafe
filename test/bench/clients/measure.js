// Runs one client's work and prints its figures as a line of JSON. Plain JavaScript: peers that the program does not depend on
// use it, too. What is loaded before counts for memory alone.
import process from 'node:process';

/** `work` answers how many pages it read. */
export async function measure(work) {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const pages = await work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ pages, ms, cpuMs: (user + system) / 1000, peakMb })}\n`);
}

/** The task: start addresses, and how many pages there are in all. */
export const task = JSON.parse(process.argv[2] ?? '{}');
