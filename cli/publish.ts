import { existsSync } from 'node:fs'
import { Command, Option } from 'commander'
import { newestCompleteBuild } from '../warehouse/build.ts'
import { publish as publishMarts, rollBack } from '../warehouse/publish.ts'
import { writeWarehouse } from '../warehouse/write_warehouse.ts'
import { Failure } from './failure.ts'
import { publishFailure } from './report_build.ts'
import { servePostgres } from './serve_postgres.ts'
import { holdingLock, openSession, print, type Session } from './session.ts'

type PublishOptions = { rollback?: boolean; to?: string; dropOld?: boolean }

export const publish = new Command('publish')
  .description('Publish the marts of the newest complete build again, or go back to the file before')
  .option('--rollback', 'put the kept file before the current one in its place; the next build publishes anew')
  .addOption(new Option('--to <engine>', 'serve what is published into a database server too').choices(['postgres']))
  .option('--drop-old', 'with --to: drop versioned schemas older than the previous one')
  .addHelpText('after', '\nExamples:\n  fullhold publish\n  fullhold publish --rollback\n  fullhold publish --to postgres')
  .action(async (options: PublishOptions, command: Command) => {
    if (options.rollback && options.to) command.error('error: --rollback and --to exclude each other', { exitCode: 2 })
    if (options.dropOld && !options.to) command.error('error: --drop-old needs --to', { exitCode: 2 })
    const session = openSession(command, { isQuiet: true })
    if (options.to) return await servePostgres(session, { dropsOld: options.dropOld ?? false })
    await holdingLock(session, async () => (options.rollback ? goBack(session) : await publishNewest(session)))
  })

function goBack({ paths, isJson }: Session): void {
  const done = rollBack(paths)
  if (!done.ok) throw new Failure(`cannot roll back: ${done.reason}.`)
  print(isJson ? JSON.stringify(done) : `build ${done.buildId} is published again (${done.file})`)
}

async function publishNewest({ paths, configuration, isJson }: Session): Promise<void> {
  if (!existsSync(paths.warehouse)) throw new Failure('there is no warehouse yet.\n  Run: fullhold land <folder>, then fullhold build')
  const memoryLimit = configuration.warehouse.memory_limit
  const buildId = await writeWarehouse(paths, memoryLimit, ({ connection }) => newestCompleteBuild(connection))
  if (buildId === undefined) throw new Failure('no build is complete yet.\n  Run: fullhold build')
  const done = await publishMarts(paths, { buildId, publishedAt: new Date(), keep: configuration.publish.keep, memoryLimit })
  if (!done.ok) throw publishFailure(done.reason, done.brokenPromises)
  print(isJson ? JSON.stringify(done) : `build ${buildId}: ${done.tables} tables published (${done.file})`)
}
