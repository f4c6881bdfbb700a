// Measures an existing database's move and the serving of marts, on simulated files and a PostgreSQL server of its own, and prints a Markdown
// table. Usage: npm run bench:postgres [-- <rounds>]
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
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

const rounds = Number(process.argv[2] ?? 29_000)
const rowsToRepair = Math.min(3000, Math.floor(rounds / 2))
const folder = mkdtempSync(join(tmpdir(), 'fullhold-bench-'))
const timeZone = 'Europe/Ljubljana'
const configuration = configurationSchema.parse({
  servers: [{ name: 'main', time_zone: timeZone }],
  legacy: { server: 'main', tables: ['rounds', 'player_comprehensive_stats', 'lua_round_teams', 'lua_spawn_stats'] },
})
const paths = dataPaths(join(folder, 'data'))
const session: Session = { paths, configuration, configurationPath: undefined, isJson: false }
const lines: string[] = []

async function measured<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now()
  const result = await work()
  const memory = (process.resourceUsage().maxRSS / 1024 ** 2).toFixed(2)
  lines.push(`| ${what} | ${((performance.now() - started) / 1000).toFixed(2)} | ${memory} |`)
  console.error(lines.at(-1))
  return result
}

/** The marts as an earlier bot would have stored them, the sides of the last rounds lost. */
async function storeAsEarlierBot(client: Client): Promise<void> {
  await client.query(`
    create table rounds (id integer primary key, match_id text, round_number integer, round_date text, round_time text, map_name text, defender_team integer, winner_team integer,
      round_status text, is_valid boolean, score_confidence text, round_stopwatch_state text, time_to_beat_seconds integer, next_timelimit_minutes integer, end_reason text);
    create table player_comprehensive_stats (id integer primary key, round_id integer, round_number integer, player_guid text, player_name text, team integer, kills integer,
      deaths integer, damage_given integer, damage_received integer, time_played_minutes real);
    create table lua_round_teams (id integer primary key, match_id text, round_number integer, round_id integer unique, map_name text, round_start_unix bigint, round_end_unix bigint);
    create table lua_spawn_stats (id integer primary key, match_id text, round_number integer, round_id integer, map_name text, player_guid text)`)
  const numbered =
    'select *, row_number() over (order by order_at, round_id) as id, count(*) over () as total from fct_rounds where stats_file_name is not null'
  const tables: Record<string, string> = {
    rounds: `select id, match_id, round_number, left(stats_file_name, 10), substr(stats_file_name, 12, 6), map_name,
      if(id > total - ${rowsToRepair}, null, defender_side), if(id > total - ${rowsToRepair}, null, winner_side), 'completed', true, null, null, null, null, null from rounds`,
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

const season = simulateSeason({ seed: 'bench' })
const copies = Math.max(1, Math.round(rounds / season.files.filter(({ kind }) => kind === 'stats').length))
const apart = daysSpannedBy(season.files)
const asOf = new Date(season.files.at(-1)!.writtenAt + copies * apart * 86_400_000)
await writeWarehouse(paths, configuration.warehouse.memory_limit, async ({ connection }) => {
  await landSourceConfigs(connection, configuredSources(configuration), new Date())
  await landFiles(connection, offerFiles(replicateSeason(season.files, copies, apart)))
})
using dbt = startDbt(paths.logs)
async function buildLane(lane: 'full' | 'live'): Promise<void> {
  const built = await build({ paths, configuration, dbt, lane, asOf })
  if (!built.ok) throw new Error(built.reasons.join('\n'))
}
await buildLane('full')
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
  seed: 'fresh',
  firstEvening: asOf.toISOString().slice(0, 10),
  evenings: 1,
  incidents: {},
  endstats: 'none',
})
await writeWarehouse(paths, configuration.warehouse.memory_limit, ({ connection: warehouse }) =>
  landFiles(warehouse, offerFiles(evening.files.slice(0, 1))),
)
await buildLane('live')
const fresh = await measured('serve a fresh round', () => serveMarts(connection.client, serving))

const rowsOf = (table: string) => landed.find((one) => one.table === table)?.rowCount
console.log(
  `machine: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 1024 ** 3).toFixed(0)} GB, Node ${process.versions.node}`,
)
console.log(`${rowsOf('rounds')} rounds, ${rowsOf('player_comprehensive_stats')} rows of players, ${rowsOf('lua_round_teams')} Lua rows\n`)
console.log(['| what | s | peak memory so far, GB |', '|---|---|---|', ...lines].join('\n'))
console.log(`\nserved: ${served.ok && served.marts.reduce((sum, { came }) => sum + came, 0)} rows; a fresh round: ${JSON.stringify(fresh)}`)
await connection[Symbol.asyncDispose]()
await server.stop()
rmSync(folder, { recursive: true, force: true })
process.exit(0)
