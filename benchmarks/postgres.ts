// Measures an existing database's move and the serving of marts, on simulated files and a PostgreSQL server of its own, and prints a Markdown
// table. Usage: npm run bench:postgres [-- <rounds> [<folder>]]; the folder is one that `npm run bench -- <rounds> <folder>` left, and is not changed.
import { cpSync, createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { landLegacy } from '../cli/land_legacy.ts'
import type { Session } from '../cli/session.ts'
import { configurationSchema } from '../config/configuration.ts'
import { landFiles } from '../ingest/land.ts'
import { landSourceConfigs } from '../ingest/land_rows.ts'
import { configuredSources } from '../ingest/sources/configured_sources.ts'
import { connectPostgres } from '../postgres/connect.ts'
import { applyPlan, rollBackRun } from '../repair/apply_plan.ts'
import { planRepair } from '../repair/plan_repair.ts'
import { verifyRun } from '../repair/verify_run.ts'
import { daysSpannedBy, replicateSeason } from '../simulator/replicate_season.ts'
import { simulateSeason } from '../simulator/simulate_season.ts'
import { hasLegacyDump, legacyDatabase, postgresServer } from '../tests/peers/postgres.ts'
import { build } from '../warehouse/build.ts'
import { dataPaths } from '../warehouse/data_paths.ts'
import { startDbt } from '../warehouse/dbt.ts'
import { openMarts } from '../warehouse/open_marts.ts'
import { openWarehouse } from '../warehouse/open_warehouse.ts'
import { serveMarts } from '../warehouse/serve_marts.ts'
import { readContracts } from '../warehouse/served_shape.ts'
import { writeWarehouse } from '../warehouse/write_warehouse.ts'
import { offerFiles } from './offer_files.ts'
import { peakMemory } from './peak_memory.ts'

const rounds = Number(process.argv[2] ?? 29_000)
const rowsToRepair = Math.min(3000, Math.floor(rounds / 2))
const folder = mkdtempSync(join(tmpdir(), 'fullhold-bench-'))
const timeZone = 'Europe/Ljubljana'
// as the other benchmark builds with, so that what it built need not be built again
const configuration = configurationSchema.parse({ servers: [{ name: 'main', time_zone: timeZone }] })
const legacy = configurationSchema.shape.legacy.parse({
  server: 'main',
  tables: ['rounds', 'player_comprehensive_stats', 'lua_round_teams', 'lua_spawn_stats'],
})
const paths = dataPaths(join(folder, 'data'))
const session: Session = { paths, configuration: { ...configuration, legacy }, configurationPath: undefined, isJson: false }
const lines: string[] = []

async function measured<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now()
  const result = await work()
  lines.push(`| ${what} | ${((performance.now() - started) / 1000).toFixed(2)} | ${peakMemory(dbt.pid).toFixed(2)} |`)
  console.error(lines.at(-1))
  return result
}

/** The marts as an earlier bot would have stored them, the sides of the last rounds lost. */
async function storeAsEarlierBot(client: Client): Promise<void> {
  await client.query(`
    create table rounds (id integer primary key, match_id text, round_number integer, round_date text, round_time text, map_name text, time_limit text,
      actual_time text, defender_team integer, winner_team integer,
      round_status text, is_valid boolean, score_confidence text, round_stopwatch_state text, time_to_beat_seconds integer, next_timelimit_minutes integer, end_reason text);
    create table player_comprehensive_stats (id integer primary key, round_id integer, round_number integer, player_guid text, player_name text, team integer, kills integer,
      deaths integer, damage_given integer, damage_received integer, time_played_minutes real);
    create table lua_round_teams (id integer primary key, match_id text, round_number integer, round_id integer unique, map_name text, round_start_unix bigint, round_end_unix bigint);
    create table lua_spawn_stats (id integer primary key, match_id text, round_number integer, round_id integer, map_name text, player_guid text)`)
  const numbered =
    'select *, row_number() over (order by order_at, round_id) as id, count(*) over () as total from fct_rounds where has_stats_file'
  const clock = (seconds: string) => `${seconds} // 60 || ':' || lpad((${seconds} % 60)::integer::varchar, 2, '0')`
  const stored = (id: string, date: string) => `
    select ${id}, match_id, round_number, ${date}, substr(stats_file_name, 12, 6), map_name, ${clock('timelimit_seconds::integer')}, ${clock('nexttime_seconds')},
      if(id > total - ${rowsToRepair}, null, defender_side), if(id > total - ${rowsToRepair}, null, winner_side), 'completed', true, null, null, null, null, null from rounds`
  const tables: Record<string, string> = {
    // and evenings of which no file is left
    rounds: `${stored('id', 'left(stats_file_name, 10)')} union all ${stored('id + total', '(left(stats_file_name, 10)::date - interval 3650 days)::date')} where id <= ${rowsToRepair}`,
    player_comprehensive_stats: `select row_number() over (order by rounds.id, player_id), rounds.id, rounds.round_number, line_player_id, player_name, side, kills, deaths,
      damage_given, damage_received, minutes_played from fct_player_rounds inner join rounds using (round_id) where not is_bot`,
    lua_round_teams:
      'select id, id, round_number, null, map_name, null, epoch(ended_at)::bigint + 1 from rounds where ended_at is not null',
  }
  using marts = await openWarehouse(paths.marts, { isReadOnly: true })
  for (const [table, rows] of Object.entries(tables)) {
    const file = join(folder, 'rows.csv')
    await marts.connection.run(`copy (with rounds as (${numbered}) ${rows}) to '${file}' (format csv, header false, nullstr '')`)
    await pipeline(createReadStream(file), client.query(copyFrom(`copy ${table} from stdin with (format csv)`)))
  }
}

using dbt = startDbt(paths.logs)
const leftBehind = process.argv[3] === undefined ? undefined : join(process.argv[3], String(rounds))
if (leftBehind !== undefined && !existsSync(dataPaths(leftBehind).warehouse)) throw new Error(`there is no warehouse in ${leftBehind}`)
let asOf = leftBehind === undefined ? await landSeason() : await takeOver(leftBehind)

/** Lands simulated files; gives the end of them. */
async function landSeason(): Promise<Date> {
  const season = simulateSeason({ seed: 'bench' })
  const copies = Math.max(1, Math.round(rounds / season.files.filter(({ kind }) => kind === 'stats').length))
  const apart = daysSpannedBy(season.files)
  await writeWarehouse(paths, configuration.warehouse.memory_limit, async ({ connection }) => {
    await landSourceConfigs(connection, configuredSources(configuration), new Date())
    await landFiles(connection, offerFiles(replicateSeason(season.files, copies, apart)))
  })
  return new Date(season.files.at(-1)!.writtenAt + copies * apart * 86_400_000)
}

/** Copies a warehouse that was built before; gives where its windows end. */
async function takeOver(from: string): Promise<Date> {
  cpSync(from, paths.folder, { recursive: true, verbatimSymlinks: true })
  using warehouse = await openWarehouse(paths.warehouse, { isReadOnly: true })
  const reader = await warehouse.connection.runAndReadAll('select epoch_ms(max(as_of)) from raw.builds')
  return new Date(Number(reader.getRows()[0]![0]))
}

async function buildLane(lane: 'full' | 'live'): Promise<void> {
  const built = await build({ paths, configuration, dbt, lane, asOf })
  if (!built.ok) throw new Error(built.reasons.join('\n'))
}
// nothing where it was built already, and by this code
await buildLane('live')
const server = await postgresServer()

if (hasLegacyDump) {
  process.env.FULLHOLD_LEGACY_URL = server.url(await legacyDatabase(server))
  const dump = { ...session, paths: dataPaths(join(folder, 'dump')) }
  await measured('land the dump (297 rounds, 16,800 rows)', () => landLegacy(dump, { isWhole: false }))
}

const database = await server.createDatabase()
await using connection = await connectPostgres(server.url(database), { statementSeconds: 300, lockSeconds: 2 })
await storeAsEarlierBot(connection.client)
process.env.FULLHOLD_LEGACY_URL = server.url(database)
const landed = await measured('land an existing database of this size', () => landLegacy(session, { isWhole: false }))
await measured('land it again, unchanged', () => landLegacy(session, { isWhole: false }))
await measured('compare all of it with the raw files (live lane)', () => buildLane('live'))
await using marts = openMarts(paths.marts)!
const planned = await measured('plan', () => marts.read((published) => planRepair(published, 'sides', 'legacy')))
if (!planned.ok) throw new Error(planned.reason)
const { plan } = planned
const options = { schema: 'public', batchSize: 200, attempts: 1 }
await measured(`apply ${plan.changes.length} rows`, () => applyPlan(connection.client, plan, options))
await measured('verify them', () => verifyRun(connection.client, `${plan.plan_id}-1`))
await measured('roll them back', () => rollBackRun(connection.client, `${plan.plan_id}-1`, options))

const contracts = readContracts(join(paths.target, 'manifest.json'))
const serving = { marts: paths.marts, contracts, schema: 'fullhold', grantTo: [], scratchFile: join(folder, 'served.csv') }
const served = await measured('serve all marts the first time', () => serveMarts(connection.client, serving))
await measured('serve them again, unchanged', () => serveMarts(connection.client, serving))
const evening = simulateSeason({
  seed: 'served',
  firstEvening: new Date(asOf.getTime() + 86_400_000).toISOString().slice(0, 10),
  evenings: 1,
  incidents: {},
  endstats: 'none',
})
await writeWarehouse(paths, configuration.warehouse.memory_limit, ({ connection: warehouse }) =>
  landFiles(warehouse, offerFiles(evening.files.slice(0, 1))),
)
asOf = new Date(evening.files[0]!.writtenAt)
await buildLane('live')
const fresh = await measured('serve a fresh round', () => serveMarts(connection.client, serving))

const rowsOf = (table: string) => landed.find((one) => one.table === table)?.rowCount
console.log(
  `machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 1024 ** 3).toFixed(0)} GB, Node ${process.versions.node}`,
)
console.log(
  `${rowsOf('rounds')} rounds (${rowsToRepair} of them without a file), ${rowsOf('player_comprehensive_stats')} rows of players, ${rowsOf('lua_round_teams')} Lua rows\n`,
)
console.log(['| what | s | peak memory so far, GB |', '|---|---|---|', ...lines].join('\n'))
const rowsServed = (done: typeof served) => (done.ok ? done.marts.reduce((sum, { came, went }) => sum + came + went, 0) : done.reason)
console.log(`\nserved: ${rowsServed(served)} rows; of a fresh round ${rowsServed(fresh)} came or went`)
await connection[Symbol.asyncDispose]()
await server.stop()
rmSync(folder, { recursive: true, force: true })
process.exit(0)
