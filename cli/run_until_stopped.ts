import { botHook } from '../bot/bot_hook.ts'
import { commandHook } from '../run/command_hook.ts'
import type { Hook } from '../run/hook.ts'
import { lineLog } from '../run/log.ts'
import { runResident } from '../run/resident.ts'
import { Failure } from './failure.ts'
import { print, type Session } from './session.ts'

/** Runs the resident process until a signal; a second signal ends it at once. */
export async function runUntilStopped(session: Session, options: { isLandingOnly?: boolean; onlyFolders?: boolean } = {}): Promise<void> {
  const { configuration, paths, isJson } = session
  const hasSource = configuration.servers.some(({ sources }) => sources.some(({ folder }) => folder !== undefined || !options.onlyFolders))
  if (!hasSource && (options.onlyFolders || !configuration.discord)) {
    throw new Failure('nothing to watch: no source is configured.\n  List sources under servers in fullhold.yaml.', 2)
  }
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop.abort()
      process.once(signal, () => process.exit(1))
    })
  }
  const log = lineLog((line) => print(line.trimEnd()), isJson)
  await runResident({
    paths,
    configuration,
    hooks: configuredHooks(session, (line) => log('info', 'bot', line.trim())),
    log,
    signal: stop.signal,
    ...options,
  })
}

/** What works from the published marts while `run` runs. */
function configuredHooks({ configuration, paths }: Session, say: (line: string) => void): Hook[] {
  const commands = configuration.run.after_publish.map(commandHook)
  return configuration.bot ? [botHook(paths, configuration.bot, say), ...commands] : commands
}
