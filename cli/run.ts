import { Command } from 'commander'
import { holdingLock, openSession } from './session.ts'

export const run = new Command('run')
  .description('Watch every configured source; land, build and publish what arrives, until SIGINT or SIGTERM')
  .option('--land-only', 'only fetch and land; another process builds')
  .addHelpText('after', '\nExamples:\n  fullhold run\n  fullhold --json run      # one JSON object a line\n  fullhold run --land-only')
  .action(async (options: { landOnly?: boolean }, command: Command) => {
    const session = openSession(command)
    // loaded when it is needed: the clients of SSH and Discord take half a second
    const { runUntilStopped } = await import('./run_until_stopped.ts')
    await holdingLock(session, () => runUntilStopped(session, { isLandingOnly: options.landOnly ?? false }))
  })
