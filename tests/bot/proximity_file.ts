import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { emptyMarts } from '../../site/empty_marts.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import type { ProximityDatabase, RptProximityLeaderboards, RptProximityPlayers, RptProximitySummaries } from '../../warehouse/marts.ts'

/** Rows of some marts of proximity. */
export type ProximityTables = { [Mart in keyof ProximityDatabase]?: readonly Partial<ProximityDatabase[Mart]>[] }

/** What a publish of proximity would leave: these marts in the shape of their contracts, renamed into place. */
export async function publishProximity(path: string, tables: ProximityTables): Promise<void> {
  const next = `${path}.next`
  rmSync(next, { force: true })
  const instance = await DuckDBInstance.create(next)
  const connection = await instance.connect()
  await connection.run(`set TimeZone = 'UTC'`)
  const marts = Object.keys(tables) as (keyof ProximityDatabase)[]
  for (const statement of emptyMarts(join(projectFolder, 'models/marts/proximity'), marts)) await connection.run(statement)
  for (const mart of marts) {
    for (const row of tables[mart] ?? []) {
      const names = Object.keys(row)
      const values = Object.values(row).map((value) => (value instanceof Date ? value.toISOString() : value))
      const places = names.map((_, index) => `$${index + 1}`)
      await connection.run(
        `insert into ${mart} (${names.join(', ')}) values (${places.join(', ')})`,
        values as (string | number | boolean | null)[],
      )
    }
  }
  await connection.run('checkpoint')
  connection.closeSync()
  instance.closeSync()
  renameSync(next, path)
}

/** What proximity says of a round that nobody played. */
export function summaryOf(
  scope: 'round' | 'session',
  id: string,
  change: Partial<RptProximitySummaries> = {},
): Partial<RptProximitySummaries> {
  return {
    scope_kind: scope,
    scope_id: id,
    anchor_round_id: id,
    summary_text: '34 fights, 12 escaped · 5 of 20 deaths traded · support 43 % · sample: High',
    best_duo_player_name: 'vidra',
    best_duo_mate_player_name: '*mlin*',
    best_duo_kill_count: 3,
    fight_confidence: 'High',
    trade_confidence: 'High',
    round_count: 1,
    fight_count: 34,
    order_at: new Date(),
    ...change,
  }
}

/** A player on a board. */
export function boardRow(playerId: string, change: Partial<RptProximityLeaderboards> = {}): Partial<RptProximityLeaderboards> {
  return {
    board: 'escape_rate',
    period: 'all_time',
    player_id: playerId,
    player_name: 'vidra',
    board_title: 'Escapes',
    sentence: 'How often a player who was attacked got away alive.',
    unit: '%',
    sample_confidence: 'High',
    sort_order: 10,
    place: 1,
    value: 43.21,
    sample_count: 30,
    round_count: 4,
    minimum_sample: 10,
    is_ranked: true,
    ...change,
  }
}

/** A player of an evening. */
export function personRow(sessionId: string, change: Partial<RptProximityPlayers> = {}): Partial<RptProximityPlayers> {
  return {
    scope_kind: 'session',
    scope_id: sessionId,
    player_id: '0A0A0A0A',
    player_name: 'vidra',
    targeted_count: 30,
    escape_percent: 43.2,
    tradeable_death_count: 20,
    support_percent: 12.6,
    ...change,
  }
}
