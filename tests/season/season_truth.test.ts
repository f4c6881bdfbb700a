import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { simulateSeason } from '../../simulator/simulate_season.ts'
import type { PlayerRoundTruth, PlayerValueName, RoundTruth } from '../../simulator/truth.ts'
import { type BuiltWarehouse, buildFrom, type Row } from '../warehouse/built_warehouse.ts'
import { type Comparison, startComparison } from './comparison.ts'
import { offeredSeason } from './simulated_files.ts'

const season = simulateSeason()
const { truth } = season
const compared: Record<string, number> = {}
let warehouse: BuiltWarehouse
let rounds: Map<string, Row>
let comparison: Comparison

/** The rounds whose stats file exists and is no aborted dump: those that the files let be known. */
const knowable = truth.rounds.filter((round) => round.stats_file !== null && round.role !== 'aborted')

beforeAll(async () => {
  warehouse = await buildFrom(offeredSeason(season), { timeZone: truth.time_zone, asOf: '2025-12-01T00:00:00Z' })
  rounds = keyed(await warehouse.rows("select *, lower(replace(stats_file_name, '.txt', '')) as stem from marts.fct_rounds"), 'stem')
}, 300_000)
afterAll(() => {
  warehouse?.remove()
  const parts = Object.entries(compared).map(([name, count]) => `${name}: ${count}`)
  const total = Object.values(compared).reduce((sum, count) => sum + count, 0)
  console.log(`${truth.rounds.length} simulated rounds: ${total} values compared (${parts.join(', ')})`)
})
afterEach(({ task }) => {
  compared[task.name] = comparison.count()
})

function keyed(rows: Row[], ...columns: string[]): Map<string, Row> {
  return new Map(rows.map((row) => [columns.map((column) => row[column]).join(' '), row]))
}

function roundId(key: string | null): unknown {
  return key === null ? null : rounds.get(key)?.round_id
}

/** Fails with the first differences; a comparison of nothing is a failure too. */
function expectNoDifference(atLeast: number): void {
  expect(comparison.differences().slice(0, 20)).toEqual([])
  expect(comparison.count()).toBeGreaterThanOrEqual(atLeast)
}

test('rounds, roles, sides, states, durations and ends', () => {
  comparison = startComparison()
  expect(truth.rounds.length).toBeGreaterThanOrEqual(300)
  comparison.same('number', 'rounds', rounds.size, knowable.length)
  for (const round of knowable) {
    const found = rounds.get(round.key) ?? {}
    const same = (what: string, mine: unknown, told: unknown) => comparison.same(what, `${round.key} (${round.incidents})`, mine, told)
    same('role', found.round_role, round.role === 'header_only' ? 'first_half' : round.role)
    same('map', found.map_name, round.map_name)
    same('config', found.config_name, round.config)
    same('half', found.round_number, round.round_number)
    same('defender', found.defender_side, round.defender_side)
    same('winner', found.winner_side, round.winner_side)
    same('state', found.round_stopwatch_state, round.winner_side === round.defender_side ? 'FULL_HOLD' : 'TIME_SET')
    same('limit', found.timelimit_seconds, round.timelimit_seconds)
    same('next limit', found.nexttime_seconds, round.nexttime_seconds)
    same('duration', found.duration_seconds, round.duration_seconds)
    same('duration source', found.duration_source, round.duration_source)
    same('early end', found.ended_early, round.ended_early)
    same('end', (found.ended_at as Date | null)?.toISOString(), round.stamp_ended_at)
    same('bots', Number(found.bot_count) > 0, round.has_bots)
    same('players', found.player_count, peopleOf(round).length)
    const partner = knowable.find(({ key }) => key === round.paired_with)
    same('pair', found.round_number === 1 ? found.second_half_round_id : found.first_half_round_id, roundId(partner?.key ?? null))
  }
  expectNoDifference(5_000)
})

/** Those of a round's lines who played, bots too. */
function peopleOf(round: RoundTruth): PlayerRoundTruth[] {
  return round.players.filter((player) => player.difference_mode !== 'absent')
}

test('aborted dumps, and what followed them', async () => {
  comparison = startComparison()
  const events = keyed(
    await warehouse.rows("select *, lower(replace(filename, '.txt', '')) as stem from marts.fct_round_events where source = 'stats_file'"),
    'stem',
  )
  const ends = { same_map: 'MAP_RESTART', other_map: 'MAP_CHANGE', nothing: 'SERVER_RESTART' }
  for (const round of truth.rounds.filter(({ role }) => role === 'aborted')) {
    const found = events.get(round.key) ?? {}
    comparison.same('round', round.key, found.round_id, null)
    comparison.same('reason', round.key, found.reason_code, 'aborted')
    comparison.same('end', round.key, found.end_reason, ends[round.aborted_followed_by!])
  }
  expectNoDifference(20)
})

test('players and weapons', async () => {
  comparison = startComparison()
  const players = keyed(await warehouse.rows('select * from marts.fct_player_rounds'), 'round_id', 'line_player_id')
  const weapons = keyed(
    await warehouse.rows(
      'select cells.*, weapon_bit from marts.fct_player_weapon_rounds as cells inner join marts.dim_weapons using (weapon)',
    ),
    'round_id',
    'player_id',
    'weapon_bit',
  )
  let expectedPlayers = 0
  for (const round of knowable) {
    for (const player of round.players) {
      const found = players.get(`${roundId(round.key)} ${player.player_id}`)
      const where = `${player.player_id} in ${round.key} (${round.generation}, ${player.difference_mode})`
      if (player.difference_mode === 'absent' || player.difference_mode === 'not_in_files') {
        comparison.same('row', where, found, undefined)
        continue
      }
      expectedPlayers += 1
      comparePlayer(found ?? {}, player, where)
      for (const [bit, cells] of Object.entries(player.weapons ?? {})) {
        const weapon = weapons.get(`${roundId(round.key)} ${found?.player_id} ${bit}`)
        for (const [cell, told] of Object.entries(cells)) comparison.same(`${cell} of weapon ${bit}`, where, weapon?.[cell] ?? 0, told)
      }
    }
  }
  comparison.same('number', 'player rounds', players.size, expectedPlayers)
  expectNoDifference(100_000)
})

/** Columns that marts do not carry under the truth's name: shots over all weapons stand in `shots`, dead time in seconds. */
const notCarried = new Set<PlayerValueName>(['bullets_fired', 'time_dead_minutes', 'alive_percent'])

function comparePlayer(found: Row, player: PlayerRoundTruth, where: string): void {
  comparison.same('mode', where, found.difference_mode, player.difference_mode)
  comparison.same('name', where, found.player_name, player.name)
  comparison.same('side', where, found.side, player.side)
  comparison.same('bot', where, found.is_bot, player.is_bot)
  for (const [name, told] of Object.entries(player.values)) {
    if (!notCarried.has(name as PlayerValueName)) comparison.same(name, where, found[name], told)
  }
  const { alive_percent: alive } = player.values
  const foundAlive = found.alive_percent as number | null
  // kept as weighted seconds with six digits
  const isNear = alive === null || foundAlive === null ? alive === foundAlive : Math.abs(foundAlive - alive) < 0.01
  comparison.same('alive percent', where, isNear ? alive : foundAlive, alive)
}

/** The match of each match key of the truth, by the round that opens it. */
async function matchesByKey(): Promise<Map<string, Row>> {
  return keyed(
    await warehouse.rows(`
      select matches.*, lower(replace(rounds.stats_file_name, '.txt', '')) as stem
      from marts.fct_matches as matches
      inner join marts.fct_rounds as rounds
          on rounds.round_id = coalesce(matches.first_half_round_id, matches.second_half_round_id)`),
    'stem',
  )
}

test('matches and points', async () => {
  comparison = startComparison()
  const matches = await matchesByKey()
  const results = { first_attackers: 'attackers_r1', second_attackers: 'attackers_r2', draw: 'draw' }
  const reasons = { unfinished: 'second_half_missing', first_half_missing: 'orphan_second_half', bots: 'bots_played' }
  for (const told of truth.matches) {
    const found = matches.get(told.match_key) ?? {}
    const same = (what: string, mine: unknown, theirs: unknown) => comparison.same(what, told.match_key, mine, theirs)
    same('map', found.map_name, told.map_name)
    same('first half', found.first_half_round_id, roundId(told.first_half))
    same('second half', found.second_half_round_id, roundId(told.second_half))
    same('counted', found.is_counted, told.is_counted)
    same('reason', found.not_counted_reason, told.not_counted_because && reasons[told.not_counted_because])
    // a second half that was set beat its map, whether its first half is known or not
    const isBeaten = told.first_half === null && truth.rounds.find(({ key }) => key === told.second_half)?.happened === 'set'
    same('result', found.map_result, isBeaten ? 'attackers_r2' : told.result && results[told.result])
    if (!told.is_counted) continue
    same('winner', found.winner_team, told.winner_team?.toUpperCase() ?? 'draw')
    same('points', [found.team_a_points, found.team_b_points], [told.points?.a, told.points?.b])
    same('sides', found.team_a_first_half_side, told.axis_in_first_half === 'a' ? 1 : 2)
  }
  expectNoDifference(1_000)
})

test('sessions, their score and their teams', async () => {
  comparison = startComparison()
  const sessions = await warehouse.rows('select * from marts.fct_sessions order by order_at')
  const people = await warehouse.rows('select * from marts.fct_session_team_players order by player_id')
  const playing = new Map(knowable.map((round) => [roundId(round.key), round]))
  comparison.same('number', 'sessions', sessions.length, truth.sessions.length)
  for (const told of truth.sessions) {
    const found = sessions[told.session_index] ?? {}
    const same = (what: string, mine: unknown, theirs: unknown) => comparison.same(what, `session ${told.session_index}`, mine, theirs)
    same('date', found.played_on, told.played_on)
    same('counted matches', found.counted_match_count, told.counted_matches)
    same('points', [found.team_a_points, found.team_b_points], [told.teams.a.points, told.teams.b.points])
    // rounds with bots and without players lie in a session but neither open nor extend one
    const ownRounds = [...rounds.values()]
      .filter((round) => round.session_id === found.session_id)
      .map((round) => playing.get(round.round_id)!)
      .filter((round) => round.role !== 'header_only' && !round.has_bots)
    same('rounds', ownRounds.map(({ key }) => key).sort(), [...told.rounds].sort())
    for (const team of ['a', 'b'] as const) {
      const ours = people.filter((one) => one.session_id === found.session_id && one.team === team.toUpperCase())
      same(
        `team ${team}`,
        ours.map((one) => one.player_id),
        told.teams[team].guid8,
      )
    }
  }
  expectNoDifference(100)
})

test('awards', async () => {
  comparison = startComparison()
  const awards = keyed(await warehouse.rows('select * from marts.fct_awards'), 'round_id', 'award_label')
  let expectedAwards = 0
  for (const round of knowable) {
    for (const told of round.awards) {
      expectedAwards += 1
      const found = awards.get(`${roundId(round.key)} ${told.award}`) ?? {}
      const same = (what: string, mine: unknown, theirs: unknown) => comparison.same(what, `${told.award} of ${round.key}`, mine, theirs)
      same('player', found.player_id ?? found.player_unavailable_reason, playerOf(round, told.guid8, told.name))
      same('name', found.player_name, asciiOf(told.name))
      same('text', found.value_text, told.text)
      same('value', found.value_number, told.value)
    }
  }
  comparison.same('number', 'awards', awards.size, expectedAwards)
  expectNoDifference(10_000)
})

/** What the game leaves of a name in an endstats table. */
function asciiOf(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, '')
}

/** Whom a name in an endstats table means: a player of the stats file, if he alone bears it there. */
function playerOf(round: RoundTruth, guid8: string, name: string): string {
  const bearers = round.players.filter((player) => asciiOf(player.name) === asciiOf(name))
  if (bearers.length === 0) return 'name_unknown'
  return bearers.length > 1 ? 'name_not_unique' : bearers[0]!.is_bot ? bearers[0]!.player_id : guid8
}

test('versus', async () => {
  comparison = startComparison()
  const pairs = await warehouse.rows('select * from marts.fct_versus')
  let expectedPairs = 0
  for (const round of knowable) {
    const guidOf = new Map<unknown, string>(round.players.map((player) => [player.player_id, player.guid8]))
    const found = pairs
      .filter((pair) => pair.round_id === roundId(round.key))
      .map((pair) => `${guidOf.get(pair.subject_player_id)} ${pair.kills}:${pair.deaths} ${guidOf.get(pair.opponent_player_id)}`)
      .sort()
    // bots share eight characters of their GUIDs, so duels are compared as a list
    const told = round.versus.map((row) => `${row.guid8} ${row.kills}:${row.deaths} ${row.opponent_guid8}`).sort()
    for (const [index, duel] of told.entries()) comparison.same('duel', round.key, found[index], duel)
    comparison.same('number of duels', round.key, found.length, told.length)
    expectedPairs += told.length
  }
  comparison.same('number', 'duels', pairs.length, expectedPairs)
  expectNoDifference(5_000)
})
