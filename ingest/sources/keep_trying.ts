import { setTimeout as delay } from 'node:timers/promises'

export type Patience = { firstMilliseconds: number; longestMilliseconds: number; random: () => number }

const usualPatience: Patience = { firstMilliseconds: 1000, longestMilliseconds: 60_000, random: Math.random }

/**
 * Runs an attempt again and again until the signal, with a pause that doubles after each failure and is shortened by chance (so that
 * clients do not come back in step). `isUp`, called by the attempt once it works, makes the next pause the first one again.
 */
export async function keepTrying(
  attempt: (isUp: () => void) => Promise<void>,
  onFailure: (error: unknown, pauseMilliseconds: number) => void,
  signal: AbortSignal,
  { firstMilliseconds, longestMilliseconds, random }: Patience = usualPatience,
): Promise<void> {
  let pause = firstMilliseconds
  while (!signal.aborted) {
    try {
      await attempt(() => {
        pause = firstMilliseconds
      })
    } catch (error) {
      if (signal.aborted) return
      const shortened = Math.round(pause * (0.5 + random() / 2))
      onFailure(error, shortened)
      pause = Math.min(pause * 2, longestMilliseconds)
      await pauseFor(shortened, signal)
    }
  }
}

/** Waits; a signal ends it early. */
export async function pauseFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => {})
}
