// Measures the slower part: files of ten minutes with twelve players that belong to rounds, a score that arrives while none of them is read, then one file on top.
// Prints a Markdown table. Usage: npm run bench:proximity [-- <files, default 1000> [<folder that stays>]]
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configurationSchema } from '../config/configuration.ts'
import { landFiles, type OfferedFile } from '../ingest/land.ts'
import { landSourceConfigs } from '../ingest/land_rows.ts'
import { configuredSources } from '../ingest/sources/configured_sources.ts'
import type { ProximityFile } from '../simulator/proximity/leave_proximity_files.ts'
import { daysSpannedBy, replicateProximity, replicateSeason } from '../simulator/replicate_season.ts'
import { simulateSeason } from '../simulator/simulate_season.ts'
import { build } from '../warehouse/build.ts'
import { type BuiltProximity, buildProximity } from '../warehouse/build_proximity.ts'
import { dataPaths } from '../warehouse/data_paths.ts'
import { startDbt } from '../warehouse/dbt.ts'
import { openWarehouse } from '../warehouse/open_warehouse.ts'
import { writeWarehouse } from '../warehouse/write_warehouse.ts'
import { offerFiles } from './offer_files.ts'

const wanted = Number(process.argv[2] ?? 1000)
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'fullhold-bench-proximity-'))
const timeZone = 'Europe/Ljubljana'
const configuration = configurationSchema.parse({ servers: [{ name: 'main', time_zone: timeZone }] })
const paths = dataPaths(folder)

const season = simulateSeason({
  seed: 'bench',
  evenings: 4,
  mapsPerEvening: 6,
  playersPerTeam: 6,
  incidents: {},
  endstats: 'none',
  sources: ['proximity'],
  trackers: ['v4', 'v611'],
})
const copies = Math.max(1, Math.ceil(wanted / season.proximity.length))
const apart = daysSpannedBy(season.files)
let bytes = 0

function offered(file: ProximityFile): OfferedFile {
  const { server, file_name: fileName } = file
  return {
    status: 'offered',
    kind: 'proximity',
    server,
    sourceName: 'bench',
    fileName,
    largestBytes: 64e6,
    async read() {
      const content = file.read()
      bytes += content.length
      return content
    },
  }
}

async function land(files: Iterable<OfferedFile>): Promise<number> {
  const started = performance.now()
  await writeWarehouse(paths, configuration.warehouse.memory_limit, async ({ connection }) => {
    await landSourceConfigs(connection, configuredSources(configuration), new Date())
    await landFiles(connection, files)
  })
  return (performance.now() - started) / 1000
}

function* firstFiles(): Generator<OfferedFile> {
  let count = 0
  for (const file of replicateProximity(season.proximity.slice(0, -1), copies, apart, timeZone)) {
    if (count === wanted) return
    count += 1
    yield offered(file)
  }
}

function read(built: BuiltProximity): Extract<BuiltProximity, { ok: true }> {
  if (!built.ok) throw new Error(built.reasons.join('\n'))
  return built
}

function peakGigabytes(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024 ** 2
}

const megabytes = (path: string) => statSync(path).size / 1e6

/** Scores in a lane, published; the seconds that it took. */
async function buildScores(lane: 'full' | 'live'): Promise<number> {
  const started = performance.now()
  const scores = await build({ paths, configuration, dbt, lane, asOf })
  if (!scores.ok) throw new Error(scores.reasons.join('\n'))
  return (performance.now() - started) / 1000
}

async function linkedFiles(): Promise<number> {
  using warehouse = await openWarehouse(paths.warehouse, { isReadOnly: true })
  const reader = await warehouse.connection.runAndReadAll('select count(*) from marts_proximity.fct_proximity_rounds')
  return Number(reader.getRows()[0]![0])
}

using dbt = startDbt(paths.logs)
const asOf = new Date(season.proximity.at(-1)!.writtenAt + copies * apart * 86_400_000)
await land(offerFiles(replicateSeason(season.files.slice(0, -1), copies, apart)))
const statsMegabytes = megabytes(paths.warehouse)
const landSeconds = await land(firstFiles())
const landedBytes = bytes
const rawMegabytes = megabytes(paths.warehouse) - statsMegabytes
const firstScores = await buildScores('full')
await land(offerFiles(season.files.slice(-1)))
const waitingScores = await buildScores('live')
const scoresMegabytes = megabytes(paths.warehouse)
const all = read(await buildProximity({ paths, configuration, dbt, lane: 'full' }))
const linked = await linkedFiles()
const readMegabytes = megabytes(paths.warehouse) - scoresMegabytes
const oneLandSeconds = await land([offered(season.proximity.at(-1)!)])
const lateScores = await buildScores('live')
const one = read(await buildProximity({ paths, configuration, dbt, lane: 'live' }))
console.log(`| what | figure |
|---|---|
| files, MB of text; linked to a round | ${all.filesRead}, ${(landedBytes / 1e6).toFixed(0)}; ${linked} |
| land (simulating them included), s | ${landSeconds.toFixed(1)} |
| scores of all their rounds, full lane, published while none of them is read, s | ${firstScores.toFixed(1)} |
| a fresh score, live lane, published while none of them is read, s | ${waitingScores.toFixed(1)} |
| read all, test, publish, s | ${all.seconds.toFixed(1)} |
| peak memory: dbt, this process, GB | ${peakGigabytes(dbt.pid).toFixed(1)}, ${peakGigabytes(process.pid).toFixed(1)} |
| disk: raw, read (marts and the last batch), marts_proximity, MB | ${rawMegabytes.toFixed(0)}, ${readMegabytes.toFixed(0)}, ${megabytes(paths.martsProximity).toFixed(0)} |
| one file more: land, s | ${oneLandSeconds.toFixed(1)} |
| one file more: its link published with the scores, s | ${lateScores.toFixed(1)} |
| one file more: read and publish (${one.filesRead} file), s | ${one.seconds.toFixed(1)} |`)
if (!process.argv[3]) rmSync(folder, { recursive: true, force: true })
