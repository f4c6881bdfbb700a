import { botHook } from '../bot/bot_hook.ts'
import { commandHook } from '../run/command_hook.ts'
import type { Hook } from '../run/hook.ts'
import { lineLog } from '../run/log.ts'
import { runResident } from '../run/resident.ts'
import { siteAfterPublish } from '../site/site_after_publish.ts'
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
    hooks: configuredHooks(session, (from, line) => log('info', from, line.trim())),
    log,
    signal: stop.signal,
    ...options,
  })
}

/** What works from the published marts while `run` runs. */
function configuredHooks({ configuration, paths }: Session, say: (from: string, line: string) => void): Hook[] {
  const { bot, reports, run } = configuration
  return [
    ...(bot ? [botHook(paths, bot, (line) => say('bot', line))] : []),
    siteAfterPublish(paths, { quietMinutes: reports.remake_after_quiet_minutes, say: (line) => say('site', line) }),
    ...run.after_publish.map(commandHook),
  ]
}
