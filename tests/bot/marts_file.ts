import { renameSync, rmSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import type { QueuedPost } from '../../bot/plan_posts.ts'
import type { RoundFacts } from '../../bot/posts/round.ts'

export type KnownRound = { round_id: string; match_id: string; session_id: string; former_ids?: string[] }

/** What a publish would leave for the bot: a queue, and what the anchors of older posts lead to. Renamed into place as a publish does. */
export async function publishQueue(path: string, queue: readonly QueuedPost[], rounds: readonly KnownRound[]): Promise<void> {
  const next = `${path}.next`
  rmSync(next, { force: true })
  const instance = await DuckDBInstance.create(next)
  const connection = await instance.connect()
  await connection.run(`set TimeZone = 'UTC'`)
  await connection.run(`create table fct_post_queue (post_id varchar, subject_id varchar, anchor_round_id varchar, server varchar, post_kind varchar,
    subject_kind varchar, channel_role varchar, post_key varchar, page_path varchar, facts varchar, facts_hash varchar, due_at timestamptz,
    fresh_until timestamptz, order_at timestamptz)`)
  await connection.run(`create table fct_rounds (round_id varchar, match_id varchar, session_id varchar)`)
  await connection.run(`create table bdg_round_fingerprints (fingerprint varchar, round_id varchar, is_unique_overall boolean)`)
  await load(connection, 'fct_post_queue', queue)
  await load(
    connection,
    'fct_rounds',
    rounds.map(({ round_id, match_id, session_id }) => ({ round_id, match_id, session_id })),
  )
  await load(
    connection,
    'bdg_round_fingerprints',
    rounds.flatMap(({ round_id, former_ids = [] }) =>
      [round_id, ...former_ids].map((fingerprint) => ({ fingerprint, round_id, is_unique_overall: true })),
    ),
  )
  await connection.run('checkpoint')
  connection.closeSync()
  instance.closeSync()
  renameSync(next, path)
}

async function load(connection: Awaited<ReturnType<DuckDBInstance['connect']>>, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!)
  const fields = columns.map((name) => `json_extract_string(row, '$.${name}')`)
  await connection.run(
    `insert into ${table} (${columns.join(', ')}) select ${fields.join(', ')} from (select unnest(from_json($1, '["json"]')) as row)`,
    [JSON.stringify(rows)],
  )
}

/** Facts of a round that nobody played. */
export function someRound(change: Partial<RoundFacts> = {}): RoundFacts {
  return {
    map: 'Supply Depot',
    number: 1,
    winner: 'Allies won',
    winner_side: 'Allies',
    result: 'Allies set 8:51 of 12:00',
    clock: 'measured by Lua',
    to_beat: '8:51',
    confidence: '✔ verified',
    not_counted: null,
    sides: [],
    notes: [],
    ...change,
  }
}

/** A post of a round as the queue has it. */
export function queuedRound(roundId: string, change: Partial<QueuedPost> = {}, facts: RoundFacts = someRound()): QueuedPost {
  const due = change.due_at ?? new Date()
  return {
    post_id: roundId,
    subject_id: roundId,
    anchor_round_id: roundId,
    server: 'main',
    post_kind: 'round',
    subject_kind: 'round',
    channel_role: 'results',
    post_key: `round ${roundId.slice(0, 8)}`,
    page_path: `matches/${roundId}`,
    facts: JSON.stringify(facts),
    facts_hash: `hash of ${JSON.stringify(facts)}`.slice(0, 200),
    due_at: due,
    fresh_until: new Date(+due + 3 * 60 * 60 * 1000),
    order_at: due,
    ...change,
  }
}
