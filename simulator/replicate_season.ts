import { addDays } from './local_clock.ts'
import type { SimulatedFile } from './simulate_season.ts'

const dayMs = 86_400_000

/**
 * Yields a season's files again and again, `copies` times, each copy `daysApart` days after the one before: names shifted, bytes the same.
 * Local wall clocks stay as they were, so that across a change of daylight saving time `writtenAt` may be an hour off the name.
 */
export function* replicateSeason(files: readonly SimulatedFile[], copies: number, daysApart: number): Generator<SimulatedFile> {
  for (let copy = 0; copy < copies; copy += 1) {
    for (const file of files)
      yield { ...file, file_name: shiftName(file.file_name, copy * daysApart), writtenAt: file.writtenAt + copy * daysApart * dayMs }
  }
}

/** Whole days that a season spans, with one to spare: copies that far apart never overlap. */
export function daysSpannedBy(files: readonly SimulatedFile[]): number {
  const instants = files.map((file) => file.writtenAt)
  const [first, last] = instants.reduce(([low, high], at) => [Math.min(low, at), Math.max(high, at)], [Number.POSITIVE_INFINITY, 0])
  return files.length === 0 ? 1 : Math.ceil((last - first) / dayMs) + 2
}

function shiftName(name: string, days: number): string {
  return addDays(name.slice(0, 10), days) + name.slice(10)
}
