import { readFileSync } from 'node:fs'

/** Highest resident memory of the dbt worker or of this process, whichever is more, in GB (Linux; elsewhere this process alone). */
export function peakMemory(worker: number): number {
  const own = process.resourceUsage().maxRSS
  try {
    const other = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${worker}/status`, 'utf8'))?.[1] ?? 0)
    return Math.max(own, other) / 1024 ** 2
  } catch {
    return own / 1024 ** 2
  }
}
