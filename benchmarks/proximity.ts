// Measures the slower part: files of ten minutes with twelve players, then one on top, and a score that arrives meanwhile.
// Prints a Markdown table. Usage: node --import tsx benchmarks/proximity.ts [<files>] [<folder>]
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configurationSchema } from '../config/configuration.ts'
import { landFiles, type OfferedFile } from '../ingest/land.ts'
import { landSourceConfigs } from '../ingest/land_rows.ts'
import { configuredSources } from '../ingest/sources/configured_sources.ts'
import type { ProximityFile } from '../simulator/proximity/leave_proximity_files.ts'
import { daysSpannedBy, replicateProximity } from '../simulator/replicate_season.ts'
import { simulateSeason } from '../simulator/simulate_season.ts'
import { build } from '../warehouse/build.ts'
import { type BuiltProximity, buildProximity } from '../warehouse/build_proximity.ts'
import { dataPaths } from '../warehouse/data_paths.ts'
import { startDbt } from '../warehouse/dbt.ts'
import { writeWarehouse } from '../warehouse/write_warehouse.ts'

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

const megabytes = (path: string) => (statSync(path).size / 1e6).toFixed(0)
using dbt = startDbt(paths.logs)
const landSeconds = await land(firstFiles())
const landedBytes = bytes
const rawMegabytes = megabytes(paths.warehouse)
const asOf = new Date(season.proximity.at(-1)!.writtenAt + copies * apart * 86_400_000)
const scores = await build({ paths, configuration, dbt, lane: 'full', asOf })
if (!scores.ok) throw new Error(scores.reasons.join('\n'))
const all = read(await buildProximity({ paths, configuration, dbt, lane: 'full' }))
const oneLandSeconds = await land([offered(season.proximity.at(-1)!)])
const beforeScores = performance.now()
await build({ paths, configuration, dbt, lane: 'live', asOf })
const scoreSeconds = (performance.now() - beforeScores) / 1000
const one = read(await buildProximity({ paths, configuration, dbt, lane: 'live' }))
console.log(`| what | figure |
|---|---|
| files, MB of text | ${all.filesRead}, ${(landedBytes / 1e6).toFixed(0)} |
| land (simulating them included), s | ${landSeconds.toFixed(1)} |
| read all, test, publish, s | ${all.seconds.toFixed(1)} |
| peak memory of dbt, GB | ${peakGigabytes(dbt.pid).toFixed(1)} |
| warehouse after landing, after reading; marts_proximity, MB | ${rawMegabytes}, ${megabytes(paths.warehouse)}; ${megabytes(paths.martsProximity)} |
| one file more: land, s | ${oneLandSeconds.toFixed(1)} |
| one file more: scores published, s | ${scoreSeconds.toFixed(1)} |
| one file more: read and publish (${one.filesRead} file), s | ${one.seconds.toFixed(1)} |`)
if (!process.argv[3]) rmSync(folder, { recursive: true, force: true })
