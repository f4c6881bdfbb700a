import { planIdOf, type RepairPlan } from '../../repair/plan_repair.ts'
import { rowSha256 } from '../../repair/write_batch.ts'
import type { PostgresServer } from '../peers/postgres.ts'

/** A database in the shape of an earlier bot's, with rounds that nobody played: none has its sides, no Lua row is linked. */
export async function inventedDatabase(server: PostgresServer, rounds: number): Promise<string> {
  const database = await server.createDatabase()
  await server.rows(
    database,
    `
    create table rounds (
      id integer primary key, match_id text, round_number integer, round_date text, round_time text, map_name text, time_limit text, actual_time text, defender_team integer default 0,
      winner_team integer default 0, round_status varchar(20), is_valid boolean not null default true, score_confidence varchar(32),
      round_stopwatch_state varchar(16), time_to_beat_seconds integer, next_timelimit_minutes integer, end_reason varchar(20));
    create table lua_round_teams (
      id integer primary key, match_id varchar(64) not null, round_number integer not null, round_id integer unique, map_name varchar(64),
      round_start_unix bigint, round_end_unix bigint, actual_duration_seconds integer);
    create table lua_spawn_stats (
      id integer primary key, match_id varchar(64) not null, round_number integer not null, round_id integer, map_name varchar(64), player_guid varchar(32));
    create table player_comprehensive_stats (id integer primary key, round_id integer, round_number integer, player_guid text, player_name text, kills integer, weight numeric, seen timestamptz);
    insert into rounds (id, match_id, round_number, round_date, round_time, map_name, round_status)
      select n, 'match ' || n, 1, '2026-01-' || lpad((1 + n / 100)::text, 2, '0'), '20' || lpad((n % 60)::text, 2, '0') || '00', 'harbour', 'completed'
      from generate_series(1, ${rounds}) as n;
    insert into lua_round_teams (id, match_id, round_number, map_name, round_end_unix) select n, 'end ' || n, 1, 'harbour', 1767000000 + n * 900 from generate_series(1, ${rounds}) as n;
    insert into player_comprehensive_stats select n, n, 1, '0A1B2C3D', 'kestrel ^1!', n, 1.10, '2026-01-01T20:00:00.123456Z' from generate_series(1, ${rounds}) as n`,
  )
  return database
}

/** A plan that writes both sides of the first `rows` rounds of an invented database as it stands. */
export async function planForSides(server: PostgresServer, database: string, rows: number): Promise<RepairPlan> {
  const found = await server.rows(
    database,
    `select id::text, ${rowSha256('rounds')} as sha, defender_team::text, winner_team::text from rounds order by rounds.id limit ${rows}`,
  )
  return asPlan(
    'sides',
    found.map(({ id, sha, defender_team, winner_team }) => ({
      ...ofRow('rounds', id, sha),
      set: {
        defender_team: { from: defender_team as string | null, to: '1' },
        winner_team: { from: winner_team as string | null, to: '2' },
      },
    })),
  )
}

/** A plan that links Lua rows of an invented database: row, link. */
export async function planForLinks(server: PostgresServer, database: string, links: [string, string | null][]): Promise<RepairPlan> {
  const found = await server.rows(database, `select id::text, ${rowSha256('lua')} as sha, round_id::text from lua_round_teams as lua`)
  return asPlan(
    'links',
    links.map(([key, to]) => {
      const row = found.find(({ id }) => id === key)!
      return { ...ofRow('lua_round_teams', key, row.sha), set: { round_id: { from: row.round_id as string | null, to } } }
    }),
  )
}

function ofRow(table: 'rounds' | 'lua_round_teams', id: unknown, sha: unknown) {
  return {
    table,
    row_key: String(id),
    row_sha256: String(sha),
    subject: `row ${id}`,
    finding: 'missing',
    evidence: 'invented',
    confidence: 'high',
  }
}

function asPlan(kind: RepairPlan['kind'], changes: RepairPlan['changes']): RepairPlan {
  // in the order of keys that a saved plan has
  const ordered = changes.map(({ table, row_key, row_sha256, set, subject, finding, evidence, confidence }) => ({
    ...{ table, row_key, row_sha256, set, subject, finding, evidence, confidence },
  }))
  const place = { version: 1 as const, server: 'main', source_name: 'legacy', read_from: 'nowhere', build_id: 'b1', left_alone: [] }
  const plan: RepairPlan = { ...place, plan_id: 'sides-000000000000', kind, changes: ordered }
  return { ...plan, plan_id: planIdOf(plan) }
}
