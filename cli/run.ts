import { Command } from 'commander'
import { commandHook } from '../run/command_hook.ts'
import type { Hook } from '../run/hook.ts'
import { lineLog } from '../run/log.ts'
import { runResident } from '../run/resident.ts'
import { Failure } from './failure.ts'
import { holdingLock, openSession, print, type Session } from './session.ts'

export const run = new Command('run')
  .description('Watch every configured source; land, build and publish what arrives, until SIGINT or SIGTERM')
  .option('--land-only', 'only fetch and land; another process builds')
  .addHelpText('after', '\nExamples:\n  fullhold run\n  fullhold --json run      # one JSON object a line\n  fullhold run --land-only')
  .action(async (options: { landOnly?: boolean }, command: Command) => {
    const session = openSession(command)
    await holdingLock(session, () => runUntilStopped(session, { isLandingOnly: options.landOnly ?? false }))
  })

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
  await runResident({ paths, configuration, hooks: configuredHooks(session), log, signal: stop.signal, ...options })
}

/** What works from the published marts while `run` runs. */
function configuredHooks({ configuration }: Session): Hook[] {
  return configuration.run.after_publish.map(commandHook)
}
