/** Counts what was compared and keeps what differed, in words. */
export type Comparison = {
  /** Numbers are one when they differ by less than a billionth of themselves or of one. */
  same: (what: string, where: string, found: unknown, told: unknown) => void
  count: () => number
  differences: () => string[]
}

/** An empty comparison of what the marts hold with what the truth tells. */
export function startComparison(): Comparison {
  let compared = 0
  const differences: string[] = []
  return {
    same(what, where, found, told) {
      compared += 1
      if (!isSame(found ?? null, told ?? null))
        differences.push(`${what} of ${where}: found ${JSON.stringify(found)}, told ${JSON.stringify(told)}`)
    },
    count: () => compared,
    differences: () => differences,
  }
}

function isSame(found: unknown, told: unknown): boolean {
  if (typeof found === 'number' && typeof told === 'number') return Math.abs(found - told) <= 1e-9 * Math.max(1, Math.abs(told))
  if (typeof found === 'object' && typeof told === 'object') return JSON.stringify(found) === JSON.stringify(told)
  return found === told
}
