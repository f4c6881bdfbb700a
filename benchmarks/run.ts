// Measures what the README promises, on simulated files, and prints a Markdown table. Usage: npm run bench [-- <rounds> [<folder> [all]]]
// `all`: with a gametimes file for every round beside its stats and endstats files.
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { configurationSchema } from '../config/configuration.ts'
import { landFiles } from '../ingest/land.ts'
import { landSourceConfigs } from '../ingest/land_rows.ts'
import { configuredSources } from '../ingest/sources/configured_sources.ts'
import { daysSpannedBy, replicateGametimes, replicateSeason } from '../simulator/replicate_season.ts'
import { simulateSeason } from '../simulator/simulate_season.ts'
import { type BuildOptions, type Built, build } from '../warehouse/build.ts'
import { type DataPaths, dataPaths } from '../warehouse/data_paths.ts'
import { startDbt } from '../warehouse/dbt.ts'
import { openMarts } from '../warehouse/open_marts.ts'
import { writeWarehouse } from '../warehouse/write_warehouse.ts'
import { offerFiles, type WrittenFile } from './offer_files.ts'
import { peakMemory } from './peak_memory.ts'
import { readQuestions } from './read_questions.ts'

const timeZone = 'Europe/Ljubljana'
const configuration = configurationSchema.parse({ servers: [{ name: 'main', time_zone: timeZone }] })
const rounds = Number(process.argv[2] ?? 29_000)
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'fullhold-bench-'))
const hasGametimes = process.argv[4] === 'all'

type Measured = {
  rounds: number
  files: number
  landSeconds: number
  buildSeconds: number
  liveSeconds: number[]
  live: Built
  peakGigabytes: number
}

async function measure(wantedRounds: number): Promise<Measured> {
  const season = simulateSeason({ seed: 'bench', sources: hasGametimes ? ['gametimes'] : [], emitters: ['1.7.2'] })
  const roundsOfSeason = season.files.filter(({ kind }) => kind === 'stats').length
  const copies = Math.max(1, Math.round(wantedRounds / roundsOfSeason))
  const apart = daysSpannedBy(season.files)
  const paths = dataPaths(join(folder, String(wantedRounds)))
  const last = season.files.at(-1)!.writtenAt + copies * apart * 86_400_000
  const started = performance.now()
  const statsFiles = await land(paths, replicateSeason(season.files, copies, apart))
  const files = statsFiles + (await land(paths, replicateGametimes(season.gametimes ?? [], copies, apart, timeZone)))
  const landSeconds = since(started)
  using dbt = startDbt(paths.logs)
  const options: BuildOptions = { paths, configuration, dbt, lane: 'full', asOf: new Date(last) }
  const beforeBuild = performance.now()
  succeeded(await build(options))
  const buildSeconds = since(beforeBuild)
  const peakGigabytes = peakMemory(dbt.pid)
  const firstEvening = new Date(last).toISOString().slice(0, 10)
  const evening = simulateSeason({ seed: 'fresh', firstEvening, evenings: 1, incidents: {}, endstats: 'none' })
  const liveSeconds: number[] = []
  let live: Built | undefined
  for (const file of evening.files.slice(0, 5)) {
    const arrived = performance.now()
    await land(paths, [file])
    live = succeeded(await build({ ...options, lane: 'live', asOf: new Date(file.writtenAt) }))
    liveSeconds.push(since(arrived))
  }
  liveSeconds.sort((a, b) => a - b)
  return { rounds: copies * roundsOfSeason, files, landSeconds, buildSeconds, liveSeconds, live: live!, peakGigabytes }
}

async function land(paths: DataPaths, files: Iterable<WrittenFile>): Promise<number> {
  return await writeWarehouse(paths, configuration.warehouse.memory_limit, async ({ connection }) => {
    await landSourceConfigs(connection, configuredSources(configuration), new Date())
    return (await landFiles(connection, offerFiles(files))).landed
  })
}

function succeeded(built: Built): Built {
  if (!built.ok) throw new Error(built.reasons.join('\n'))
  return built
}

function since(started: number): number {
  return (performance.now() - started) / 1000
}

function middle(values: number[]): number {
  return values[Math.floor(values.length / 2)]!
}

function printLine(what: string, ofSmall: number, ofLarge: number, promised: string): void {
  console.log(`| ${what} | ${ofSmall.toFixed(1)} | ${ofLarge.toFixed(1)} | ${(ofLarge / ofSmall).toFixed(1)} | ${promised} |`)
}

const large = await measure(rounds)
const small = await measure(Math.round(rounds / 10))
console.log(
  `machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 1024 ** 3).toFixed(0)} GB, Node ${process.versions.node}\n`,
)
console.log('| what | small | large | ratio | promised |\n|---|---|---|---|---|')
printLine('rounds', small.rounds, large.rounds, '')
printLine('files', small.files, large.files, '')
printLine('land, s', small.landSeconds, large.landSeconds, '')
printLine('full build with all data tests and publish, s', small.buildSeconds, large.buildSeconds, '')
printLine('land + build + publish, s', small.landSeconds + small.buildSeconds, large.landSeconds + large.buildSeconds, '≤ 90')
printLine('peak memory, GB', small.peakGigabytes, large.peakGigabytes, '< 4')
printLine('a fresh round to the published mart, median of 5, s', middle(small.liveSeconds), middle(large.liveSeconds), '≤ 10, ratio ≤ 2')
printLine('the slowest of the 5, s', small.liveSeconds.at(-1)!, large.liveSeconds.at(-1)!, '')
console.log(`\nlive lane of the large one, last round: ${JSON.stringify(large.live)}`)
await using marts = openMarts(dataPaths(join(folder, String(rounds))).marts)
for (const { what, milliseconds, rows, postgres } of await readQuestions(marts!)) {
  console.log(`read: ${what}: ${milliseconds.toFixed(1)} ms, ${rows} rows (PostgreSQL with 297 rounds: ${postgres} ms)`)
}
if (!process.argv[3]) rmSync(folder, { recursive: true, force: true })
