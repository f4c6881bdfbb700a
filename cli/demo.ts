import { join } from 'node:path'
import { Command } from 'commander'
import { type Preview, previewPosts } from '../bot/preview_posts.ts'
import { textOfEmbeds } from '../bot/text_of_embeds.ts'
import { configurationSchema } from '../config/configuration.ts'
import { largestBytes } from '../ingest/sources/configured_sources.ts'
import { simulateSeason } from '../simulator/simulate_season.ts'
import { writeSeason } from '../simulator/write_season.ts'
import { build } from '../warehouse/build.ts'
import { buildProximity } from '../warehouse/build_proximity.ts'
import { dataPaths } from '../warehouse/data_paths.ts'
import { startDbt } from '../warehouse/dbt.ts'
import { type Marts, openMarts } from '../warehouse/open_marts.ts'
import { openProximityMarts } from '../warehouse/open_proximity_marts.ts'
import { Failure } from './failure.ts'
import { describeCounts, landFolders } from './land_folders.ts'
import { reportBuild, reportProximity } from './report_build.ts'
import { makeSite } from './reports.ts'
import { serveUntilStopped } from './serve.ts'
import { holdingLock, openSession, print, type Session, say } from './session.ts'
import { showNewestSession } from './show_session.ts'

const server = { name: 'demo', time_zone: 'Europe/Ljubljana' }
/** Each proximity file takes a while to write and to read; the last evening is the one that is shown. */
const proximityRounds = 6

export const demo = new Command('demo')
  .description('Play simulated evenings into a warehouse of their own, build it and show the last evening')
  .option('--evenings <count>', 'how many evenings', '4')
  .option('--no-serve', 'end after the last line instead of serving the site (so it does without a terminal, too)')
  .option('--no-site', 'make no web site: its packages are big')
  .addHelpText('after', '\nThe demo has a data folder of its own, <data>/demo; your data stays as it is.')
  .action(async (options: { evenings: string; serve: boolean; site: boolean }, command: Command) => {
    if (!/^[1-9]\d{0,2}$/.test(options.evenings)) command.error('error: --evenings takes a whole number from 1 to 999', { exitCode: 2 })
    const given = openSession(command, { isQuiet: true })
    const session: Session = {
      ...given,
      paths: dataPaths(join(given.paths.folder, 'demo')),
      configuration: configurationSchema.parse({ servers: [server] }),
    }
    await holdingLock(session, () => playDemo(session, Number(options.evenings)))
    if (!options.site) return
    say('\nmaking the web site (the first time: installing its packages and compiling its pages, a few minutes) ...')
    await makeSite(session)
    if (options.serve && process.stdout.isTTY) await serveUntilStopped(session, { host: '127.0.0.1', port: 8383 })
    else print(`to look at it: npm run fullhold -- serve --data ${session.paths.folder}   and open http://127.0.0.1:8383/`)
  })

async function playDemo(session: Session, evenings: number): Promise<void> {
  const { paths, configuration, isJson } = session
  const folder = join(paths.folder, 'gamestats')
  const whole = simulateSeason({
    seed: 'demo',
    server: server.name,
    timeZone: server.time_zone,
    evenings,
    sources: ['gametimes', 'proximity'],
    emitters: ['1.7.1', '1.7.2'],
    trackers: ['v611'],
    defects: { gametimes_lost: 0.15 },
  })
  const season = { ...whole, proximity: whole.proximity.slice(-proximityRounds) }
  await writeSeason(season, folder, join(paths.folder, 'truth'))
  const fileCount = season.files.length + season.gametimes.length + season.proximity.length
  say(`1/3 played ${season.rounds.length} rounds on ${evenings} simulated evenings: ${fileCount} files in ${folder}`)
  const source = { server: server.name, sourceName: 'demo', largestBytes: largestBytes(configuration) }
  const counts = await landFolders(
    session,
    [folder, join(folder, 'gametimes'), join(folder, 'proximity')].map((path) => ({ ...source, path })),
  )
  say(`2/3 ${describeCounts(counts)}`)
  const lastWrite = Math.max(...[...season.files, ...season.gametimes].map(({ writtenAt }) => writtenAt))
  using dbt = startDbt(paths.logs)
  let finished = 0
  const built = await build({
    paths,
    configuration,
    dbt,
    lane: 'full',
    asOf: new Date(lastWrite + 5 * 60_000),
    onProgress({ unique_id }) {
      finished += 1
      if (finished % 100 === 0) say(`    ${finished} models and tests done (${unique_id.split('.')[2]})`)
    },
  })
  say(`3/3 ${reportBuild(built)}`)
  say(`    ${reportProximity(await buildProximity({ paths, configuration, dbt, lane: 'full', isTested: false }))}\n`)
  await using marts = openMarts(paths.marts)
  if (!marts) throw new Failure(`nothing was published in ${paths.folder}`)
  const lines = await marts.read(showNewestSession)
  const posts = await examplePosts(marts, session, lastWrite)
  if (isJson) {
    print(JSON.stringify({ data: paths.folder, lines, posts }))
    return
  }
  for (const line of lines) print(line)
  print('\nWhat the bot would post (npm run fullhold -- post --dry-run shows all of it):')
  for (const { post_kind, embeds } of posts) print(`\n── ${post_kind} ${'─'.repeat(70 - post_kind.length)}\n${textOfEmbeds(embeds)}`)
  print(
    `\nTry:\n  npm run fullhold -- status --data ${paths.folder}\n  npm run fullhold -- sql --list\n  npm run fullhold -- sql hold_rates --data ${paths.folder}`,
  )
}

const exampleKinds = ['round', 'map', 'session']

/** The last post of three kinds, as they stand once the evening is over. */
async function examplePosts(marts: Marts, { paths, configuration }: Session, lastWrite: number): Promise<Preview[]> {
  const evening = new Date(lastWrite + 2 * 60 * 60_000)
  await using proximity = openProximityMarts(paths.martsProximity)
  const previews = await previewPosts(marts, paths, configuration.bot, evening, proximity)
  return exampleKinds.flatMap((kind) => previews.findLast(({ post_kind }) => post_kind === kind) ?? [])
}
