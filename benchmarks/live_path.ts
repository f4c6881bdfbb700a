// Measures the resident process with a real OpenSSH server: from a file appearing there to the published mart that shows its round, and the
// memory of `fullhold run` over many arrivals. Usage: npm run bench:live [-- <rounds of history> [<fresh rounds> [<arrivals>]]]
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { stringify } from 'yaml'
import { loadConfiguration } from '../config/load_configuration.ts'
import { landFiles, type OfferedFile } from '../ingest/land.ts'
import { landSourceConfigs } from '../ingest/land_rows.ts'
import { configuredSources } from '../ingest/sources/configured_sources.ts'
import { readStatus } from '../run/status_file.ts'
import { daysSpannedBy, replicateSeason } from '../simulator/replicate_season.ts'
import { type Season, type SimulatedFile, simulateSeason } from '../simulator/simulate_season.ts'
import { type OpenSsh, startOpenSsh } from '../tests/peers/openssh.ts'
import { build } from '../warehouse/build.ts'
import { type DataPaths, dataPaths } from '../warehouse/data_paths.ts'
import { projectFolder, startDbt } from '../warehouse/dbt.ts'
import { openMarts } from '../warehouse/open_marts.ts'
import { writeWarehouse } from '../warehouse/write_warehouse.ts'

const timeZone = 'Europe/Ljubljana'
const [rounds, freshRounds, arrivals] = [process.argv[2] ?? 29_000, process.argv[3] ?? 20, process.argv[4] ?? 10_000].map(Number) as [
  number,
  number,
  number,
]
const folder = mkdtempSync(join(tmpdir(), 'fullhold-bench-live-'))
const children: ChildProcess[] = []

/** A warehouse with history, a server, and `fullhold run` on both: how long each fresh round takes to be seen. */
async function measureLatency(): Promise<number[]> {
  const place = join(folder, 'latency')
  const { ssh, configurationFile, paths } = await prepare(place)
  const loaded = loadConfiguration(configurationFile, { isRequired: true })
  if (!loaded.ok) throw new Error(loaded.reason)
  const { configuration } = loaded
  const { season, copies, apart } = historyUntilNow()
  await writeWarehouse(paths, configuration.warehouse.memory_limit, async ({ connection }) => {
    await landSourceConfigs(connection, configuredSources(configuration), new Date())
    await landFiles(connection, offeredFiles(replicateSeason(season.files, copies, apart)))
  })
  {
    using dbt = startDbt(paths.logs)
    const built = await build({ paths, configuration, dbt, lane: 'full', asOf: new Date() })
    if (!built.ok) throw new Error(built.reasons.join('\n'))
  }
  const firstEvening = new Date(season.files.at(-1)!.writtenAt + copies * apart * 86_400_000).toISOString().slice(0, 10)
  const evening = simulateSeason({ seed: 'fresh', firstEvening, evenings: Math.ceil(freshRounds / 8), incidents: {}, endstats: 'none' })
  const child = startRun(place, ssh)
  await until(() => readStatus(paths.status)?.sources[0]?.state === 'up')
  const seconds: number[] = []
  await using marts = openMarts(paths.marts)
  for (const { file_name, bytes } of evening.files.slice(0, freshRounds)) {
    const appeared = performance.now()
    appear(ssh, file_name, bytes)
    const isSeen = () =>
      marts!.read((database) => database.selectFrom('fct_rounds').select('round_id').where('stats_file_name', '=', file_name).execute())
    while ((await isSeen()).length === 0) await delay(20)
    seconds.push((performance.now() - appeared) / 1000)
  }
  child.kill('SIGTERM')
  await ssh.stop()
  return seconds.sort((one, other) => one - other)
}

/** A season and how often it is repeated so that the wanted rounds end about now: what may still be posted is then as little as it is in life. */
function historyUntilNow(): { season: Season; copies: number; apart: number } {
  const anySeason = simulateSeason({ seed: 'bench' })
  const copies = Math.max(1, Math.round(rounds / anySeason.files.filter(({ kind }) => kind === 'stats').length))
  const days = copies * daysSpannedBy(anySeason.files)
  const firstEvening = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
  const season = simulateSeason({ seed: 'bench', firstEvening })
  return { season, copies, apart: daysSpannedBy(season.files) }
}

/** Resident memory of `fullhold run --land-only` after each tenth of the arrivals, in megabytes. */
async function measureMemory(): Promise<number[]> {
  const place = join(folder, 'memory')
  const { ssh, paths } = await prepare(place)
  const child = startRun(place, ssh, '--land-only')
  const megabytes: number[] = []
  for (let number = 0; number < arrivals; number += 1) {
    const minute = new Date(Date.UTC(2020, 0, 1) + number * 60_000).toISOString()
    appear(
      ssh,
      `${minute.slice(0, 10)}-${minute.slice(11, 19).replaceAll(':', '')}-supply-round-1.txt`,
      Buffer.from(`arrival ${number}\n`.repeat(500)),
    )
    if ((number + 1) % (arrivals / 10) !== 0) continue
    await until(() => readStatus(paths.status)?.sources[0]?.arrived_count === number + 1 && readStatus(paths.status)?.waiting_count === 0)
    megabytes.push(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024)
  }
  child.kill('SIGTERM')
  await ssh.stop()
  return megabytes
}

async function prepare(place: string): Promise<{ ssh: OpenSsh; configurationFile: string; paths: DataPaths }> {
  mkdirSync(join(place, 'ssh'), { recursive: true })
  const ssh = await startOpenSsh(join(place, 'ssh'))
  const sftp = { host: ssh.host, port: ssh.port, user: ssh.user, folder: ssh.files, known_hosts: ssh.knownHosts }
  const configurationFile = join(place, 'fullhold.yaml')
  writeFileSync(configurationFile, stringify({ servers: [{ name: 'main', time_zone: timeZone, sources: [{ sftp }] }] }))
  return { ssh, configurationFile, paths: dataPaths(join(place, 'data')) }
}

function startRun(place: string, ssh: OpenSsh, ...args: string[]): ChildProcess {
  const global = ['--data', join(place, 'data'), '--config', join(place, 'fullhold.yaml')]
  const child = spawn(process.execPath, [join(projectFolder, 'bin/fullhold.mjs'), ...global, 'run', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...ssh.environment },
  })
  children.push(child)
  return child
}

/** The whole file at once under its name. */
function appear(ssh: OpenSsh, name: string, bytes: Uint8Array): void {
  const beside = join(ssh.files, '..', 'next')
  writeFileSync(beside, bytes)
  renameSync(beside, join(ssh.files, name))
}

function* offeredFiles(files: Iterable<SimulatedFile>): Generator<OfferedFile> {
  for (const { kind, file_name: fileName, bytes, writtenAt } of files) {
    const found = { server: 'main', sourceName: 'history', fileName, kind, modifiedAt: new Date(writtenAt) }
    yield { ...found, status: 'offered', read: async () => bytes }
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(50)
}

try {
  const megabytes = await measureMemory()
  console.log(`memory of run over ${arrivals} arrivals, MB after each tenth: ${megabytes.map((each) => each.toFixed(0)).join(' ')}`)
  const seconds = await measureLatency()
  const at = (share: number) => seconds[Math.min(seconds.length - 1, Math.ceil(share * seconds.length) - 1)]!.toFixed(1)
  console.log(
    `a file at the server to the published mart, ${rounds} rounds of history, ${seconds.length} fresh ones: p50 ${at(0.5)} s, p95 ${at(0.95)} s`,
  )
} finally {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
