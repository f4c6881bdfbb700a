/** Makes the site anew after publishes: at an evening's end at once, else when nothing was published for a quiet time. */
export type SiteRemaker = {
  /** To be called after each publish; returns at once. */
  published: (state: { isEveningOver: boolean }) => void
  /** Settles when nothing is being made and nothing waits to be made. */
  idle: () => Promise<void>
  [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * `make` makes the site (in a process of its own, so that a running watch is not held up) and never rejects for an expected failure; what it throws goes
 * to `onFailure`. One site is made at a time; a publish meanwhile leads to one more afterwards. Disposing forgets what waits and lets what runs finish.
 */
export function remakeSite(options: {
  make: () => Promise<void>
  quietMilliseconds: number
  onFailure: (error: unknown) => void
}): SiteRemaker {
  const { make, quietMilliseconds, onFailure } = options
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let isWanted = false
  let isClosed = false
  const idlers: (() => void)[] = []

  function start(): void {
    timer = undefined
    if (running) {
      isWanted = true
      return
    }
    running = make()
      .catch(onFailure)
      .finally(() => {
        running = undefined
        if (isWanted && !isClosed) {
          isWanted = false
          start()
        } else if (timer === undefined) {
          for (const settle of idlers.splice(0)) settle()
        }
      })
  }

  return {
    published({ isEveningOver }) {
      if (isClosed) return
      clearTimeout(timer)
      timer = undefined
      if (isEveningOver) start()
      else timer = setTimeout(start, quietMilliseconds)
    },
    idle: () => (running || timer ? new Promise((resolve) => idlers.push(resolve)) : Promise.resolve()),
    async [Symbol.asyncDispose]() {
      isClosed = true
      clearTimeout(timer)
      timer = undefined
      await running
      for (const settle of idlers.splice(0)) settle()
    },
  }
}
