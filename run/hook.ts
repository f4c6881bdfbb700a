import type { Log } from './log.ts'

/** What readers can see now. */
export type PublishedState = { buildId: string; martsPath: string; lane: string; publishedAt: Date }

/** Something that works from the published marts: the bot, the reports, a command. */
export type Hook = {
  name: string
  /** Called once when the process starts, before anything is built: for what works from what an earlier run published. */
  start?: () => Promise<void>
  /**
   * Called after each publish of the scores, and again when proximity was published after it. Never twice at once, nor during `start`:
   * publishes during a call are one more call after it. Landing and building do not wait for it. A rejection is logged and shown in the status.
   */
  afterPublish: (published: PublishedState, signal: AbortSignal) => Promise<void>
  /** Called once when the process stops, after the last `afterPublish`. */
  stop?: () => Promise<void>
}

export type HookState = { name: string; last_run_at: string | null; last_error: string | null; is_running: boolean }

/** Runs hooks beside the pipeline. */
export type Hooks = {
  started: () => void
  published: (state: PublishedState) => void
  states: () => HookState[]
  /** Ends what runs; waits for it a while. */
  stop: () => Promise<void>
}

const longestStopMilliseconds = 15_000

/** Starts the runner of hooks; `changed` is called whenever a state did. */
export function runHooks(hooks: readonly Hook[], log: Log, changed: () => void): Hooks {
  const stopping = new AbortController()
  const runners = hooks.map((hook) => {
    const state: HookState = { name: hook.name, last_run_at: null, last_error: null, is_running: false }
    let next: (() => Promise<void>) | undefined
    let running: Promise<void> = Promise.resolve()
    async function run(): Promise<void> {
      state.is_running = true
      while (next && !stopping.signal.aborted) {
        const call = next
        next = undefined
        try {
          await call()
          state.last_error = null
        } catch (error) {
          state.last_error = error instanceof Error ? error.message : String(error)
          log('error', 'hook', `${hook.name} failed: ${state.last_error}`, { hook: hook.name })
        }
        state.last_run_at = new Date().toISOString()
      }
      state.is_running = false
      changed()
    }
    function callNext(call: () => Promise<void>): void {
      next = call
      if (!state.is_running) running = run()
    }
    return {
      hook,
      state,
      running: () => running,
      started: () => hook.start && callNext(hook.start),
      published: (published: PublishedState) => callNext(() => hook.afterPublish(published, stopping.signal)),
    }
  })
  return {
    started: () => {
      for (const runner of runners) runner.started()
    },
    published: (state) => {
      for (const runner of runners) runner.published(state)
    },
    states: () => runners.map(({ state }) => ({ ...state })),
    async stop() {
      stopping.abort()
      const ended = Promise.allSettled(runners.map(async ({ running, hook }) => running().then(() => hook.stop?.())))
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, longestStopMilliseconds)
      })
      await Promise.race([ended, late])
      clearTimeout(timer)
    },
  }
}
