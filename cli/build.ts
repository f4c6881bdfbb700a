import { Command, InvalidArgumentError } from 'commander'
import { type Built, build as buildWarehouse } from '../warehouse/build.ts'
import { type BuiltProximity, buildProximity } from '../warehouse/build_proximity.ts'
import { type Dbt, startDbt } from '../warehouse/dbt.ts'
import { reportBuild, reportProximity } from './report_build.ts'
import { holdingLock, openSession, print, type Session, say } from './session.ts'

type BuildOptions = { watch?: boolean; asOf?: Date }

export const build = new Command('build')
  .description('Derive everything from what was landed, test it, and publish the marts')
  .option('--watch', 'keep running: land what arrives in the configured folders and build it at once')
  .option('--as-of <time>', 'the moment at which windows such as "last 30 days" end (ISO 8601, default now)', parseInstant)
  .addHelpText('after', '\nExamples:\n  fullhold build\n  fullhold build --watch\n  fullhold build --as-of 2026-01-31T23:00:00Z')
  .action(async (options: BuildOptions, command: Command) => {
    const session = openSession(command)
    if (options.watch && options.asOf)
      command.error('error: --as-of cannot be used with --watch, whose time is always now', { exitCode: 2 })
    await holdingLock(session, async () => {
      if (options.watch) {
        const { runUntilStopped } = await import('./run_until_stopped.ts')
        await runUntilStopped(session, { onlyFolders: true })
        return
      }
      using dbt = startDbt(session.paths.logs)
      const built = await runBuild(session, dbt, options.asOf ?? new Date())
      report(session, built)
      reportSlowPart(session, await buildProximity({ ...session, dbt, lane: 'full' }))
    })
  })

async function runBuild(session: Session, dbt: Dbt, asOf: Date): Promise<Built> {
  let finished = 0
  const { paths, configuration } = session
  return await buildWarehouse({
    paths,
    configuration,
    dbt,
    lane: 'full',
    asOf,
    onProgress({ unique_id, status }) {
      finished += 1
      if (finished % 25 === 0) say(`  ${finished} done, ${unique_id} ${status}`)
    },
  })
}

function report(session: Session, built: Built): void {
  const sentence = reportBuild(built)
  print(session.isJson ? JSON.stringify(built) : sentence)
}

function reportSlowPart(session: Session, built: BuiltProximity): void {
  const sentence = reportProximity(built)
  if (sentence !== undefined) print(session.isJson ? JSON.stringify({ proximity: built }) : sentence)
}

function parseInstant(text: string): Date {
  const instant = new Date(text)
  const isInstant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(text) && !Number.isNaN(instant.getTime())
  if (!isInstant) throw new InvalidArgumentError('write a UTC date or an instant, such as 2026-01-31 or 2026-01-31T23:00:00Z')
  return instant
}
