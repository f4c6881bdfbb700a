import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, renderEverything } from '../bot/facts_of_marts.ts'
import { type BuiltWarehouse, buildRealFiles, type Row, realData } from '../warehouse/built_warehouse.ts'

const isHere = existsSync(realData.stats)
if (!isHere) console.log('../shared/data is not here: the tests on real files are not run.')

/** The files that show best what a reader gets wrong, by name; nobody in them is named here. */
describe.runIf(isHere)('the real fixture', () => {
  let warehouse: BuiltWarehouse
  beforeAll(async () => {
    warehouse = await buildRealFiles()
  }, 300_000)

  async function round(file: string): Promise<Row> {
    const [row, ...others] = await warehouse.rows(`select * from marts.fct_rounds where stats_file_name = '${file}.txt'`)
    expect([file, others.length]).toEqual([file, 0])
    return row ?? {}
  }

  async function players(file: string): Promise<Row[]> {
    return await warehouse.rows(`
      select players.* from marts.fct_player_rounds as players
      inner join marts.fct_rounds as rounds on rounds.round_id = players.round_id
      where stats_file_name = '${file}.txt' order by damage_given desc`)
  }

  async function checks(file: string): Promise<unknown[]> {
    const found = await warehouse.rows(`select check_code from marts.fct_round_checks where subject = '${file}.txt' order by all`)
    return found.map((row) => row.check_code)
  }

  async function matchOf(file: string): Promise<Row> {
    const { match_id: id } = await round(file)
    return (await warehouse.rows(`select * from marts.fct_matches where match_id = '${id}'`))[0] ?? {}
  }

  function sum(rows: Row[], column: string): number {
    return rows.reduce((total, row) => total + Number(row[column]), 0)
  }

  test('2025-10-14-220707 and 221259 te_escape2: a clean pair, both set, whose knife shots shrank by one', async () => {
    const [first, second] = ['2025-10-14-220707-te_escape2-round-1', '2025-10-14-221259-te_escape2-round-2'] as const
    expect(await round(first)).toMatchObject({ round_stopwatch_state: 'TIME_SET', duration_seconds: 531, time_to_beat_seconds: 531 })
    expect(await round(second)).toMatchObject({ round_stopwatch_state: 'TIME_SET', timelimit_seconds: 531, duration_seconds: 298 })
    expect(await matchOf(second)).toMatchObject({ map_result: 'attackers_r2', is_complete: true })
    const [one, other] = (await players(first)).filter((row) => [2832, 2775].includes(Number(row.damage_given)))
    const later = await players(second)
    expect(later.find((row) => row.player_id === one?.player_id)).toMatchObject({
      ...{
        difference_mode: 'continued',
        kills: 7,
        deaths: 6,
        hits: 52,
        shots: 126,
        headshots: 2,
        damage_given: 1328,
        damage_received: 1285,
      },
      ...{ gibs: 3, self_kills: 3, xp: 28, death_spree: 3, minutes_played: 4.9, useful_kills: 2, denied_seconds: 25, useless_kills: 2 },
      ...{ alive_percent: expect.closeTo(69.5, 1), damage_per_minute: expect.closeTo(267.4, 1), kill_death_ratio: expect.closeTo(1.17, 2) },
    })
    expect(later.find((row) => row.player_id === other?.player_id)).toMatchObject({
      ...{ kills: 9, deaths: 12, hits: 89, shots: 202, headshots: 13, damage_given: 1795, damage_received: 2155, gibs: 3, self_kills: 2 },
      ...{ xp: 49, denied_seconds: 85, minutes_played: 5, kill_death_ratio: 0.75 },
      ...{ alive_percent: expect.closeTo(76.2, 1), damage_per_minute: expect.closeTo(361.4, 1) },
    })
    expect(await checks(second)).toEqual([])
  })

  test('2025-10-26-201727 and 203013 etl_sp_delivery: a reset of counters that nothing but the number of rounds shows', async () => {
    const second = '2025-10-26-203013-etl_sp_delivery-round-2'
    expect((await round('2025-10-26-201727-etl_sp_delivery-round-1')).round_stopwatch_state).toBe('FULL_HOLD')
    expect(await matchOf(second)).toMatchObject({ map_result: 'attackers_r2' })
    const all = await players(second)
    expect(all.map((row) => row.difference_mode).sort()).toEqual([...Array(5).fill('continued'), 'reset'])
    expect(all.find((row) => row.difference_mode === 'reset')).toMatchObject({ damage_given: 1449, kills: 14 })
    expect([sum(all, 'kills'), sum(all, 'damage_given')]).toEqual([sum(all, 'deaths'), sum(all, 'damage_received')])
    expect(await checks(second)).toEqual(['counter_reset'])
  })

  test('2025-10-25-155900 and 161002 supply: a substitute is new, and whom he replaced only watches', async () => {
    const second = '2025-10-25-161002-supply-round-2'
    const all = await players(second)
    expect(all.map((row) => row.difference_mode).sort()).toEqual([...Array(5).fill('continued'), 'new'])
    expect([sum(all, 'kills'), sum(all, 'damage_given')]).toEqual([sum(all, 'deaths'), sum(all, 'damage_received')])
    expect(await checks(second)).toEqual(['spectated_second_half'])
  })

  test('2025-10-23-220633 and 221355 etl_sp_delivery: two spectators with the totals of the first half get no second half', async () => {
    const second = '2025-10-23-221355-etl_sp_delivery-round-2'
    expect(await players('2025-10-23-220633-etl_sp_delivery-round-1')).toHaveLength(8)
    const all = await players(second)
    expect(all).toHaveLength(6)
    expect([sum(all, 'kills'), sum(all, 'deaths')]).toEqual([45, 45])
    expect(await checks(second)).toEqual(['spectated_second_half', 'spectated_second_half'])
  })

  test('2025-11-01-231128 and 231748 etl_sp_delivery: the first half does not conserve, its difference does', async () => {
    const [first, second] = ['2025-11-01-231128-etl_sp_delivery-round-1', '2025-11-01-231748-etl_sp_delivery-round-2'] as const
    const [before, after] = [await players(first), await players(second)]
    expect([sum(before, 'kills'), sum(before, 'deaths')]).toEqual([179, 176])
    expect(await checks(first)).toEqual(['damage_not_conserved', 'kills_not_conserved'])
    expect([sum(after, 'kills'), sum(after, 'damage_given')]).toEqual([sum(after, 'deaths'), sum(after, 'damage_received')])
    // the file says 38 dead minutes of 12
    for (const row of before) expect(Number(row.time_dead_seconds)).toBeLessThanOrEqual(720)
  })

  test('2025-10-26-200001 etl_sp_delivery: a first half that was cut off and calls itself round 2 is no round', async () => {
    expect(await round('2025-10-26-200001-etl_sp_delivery-round-2')).toEqual({})
    const [event] = await warehouse.rows(
      "select * from marts.fct_round_events where filename = '2025-10-26-200001-etl_sp_delivery-round-2.txt'",
    )
    expect(event).toMatchObject({ round_id: null, reason_code: 'aborted', end_reason: 'MAP_RESTART', end_reason_source: 'inferred' })
  })

  test('2025-10-12-224530 and 225242 sw_goldrush_te: two surrenders are holds that ended early, and a player renamed', async () => {
    const [first, second] = ['2025-10-12-224530-sw_goldrush_te-round-1', '2025-10-12-225242-sw_goldrush_te-round-2'] as const
    expect(await round(first)).toMatchObject({ round_stopwatch_state: 'FULL_HOLD', ended_early: true, duration_seconds: 666 })
    expect(await round(second)).toMatchObject({
      ended_early: true,
      duration_seconds: 390,
      duration_source: 'player_time',
      nexttime_seconds: 720,
    })
    const names = new Map((await players(first)).map((row) => [row.player_id, row.player_name]))
    expect((await players(second)).filter((row) => names.get(row.player_id) !== row.player_name)).toHaveLength(1)
    expect(await matchOf(second)).toMatchObject({ map_result: 'draw', is_counted: true })
  })

  test('2024-04-16-220731 te_escape2: 33 fields, objectives counted, denied time unknown', async () => {
    const all = await players('2024-04-16-220731-te_escape2-round-1')
    expect([sum(all, 'objectives_stolen'), sum(all, 'objectives_returned')]).toEqual([9, 6])
    expect(all.map((row) => row.denied_seconds)).toEqual(Array(6).fill(null))
    expect([sum(all, 'kills'), sum(all, 'damage_given')]).toEqual([80, 16110])
    const layouts = await warehouse.rows(
      "select distinct field_count from staging.stg_stats_files__players inner join staging.stg_stats_files__rounds using (file_id) where file_name like '2024-04-16-220731%'",
    )
    expect(layouts).toEqual([{ field_count: 33 }])
  })

  test('2025-01-06-221847 supply: an orphan second half has totals, and neither a next limit nor an absurd denied time', async () => {
    const file = '2025-01-06-221847-supply-round-2'
    expect(await round(file)).toMatchObject({ round_role: 'orphan', nexttime_seconds: null, is_counted: false })
    expect(await players(file)).toEqual([])
    const { match_id: id } = await round(file)
    const totals = await warehouse.rows(`select * from marts.fct_player_matches where match_id = '${id}'`)
    expect(totals).toHaveLength(6)
    for (const row of totals) expect(row).toMatchObject({ is_total_only: true, denied_seconds: null, xp: null, is_counted: false })
    expect(await checks(file)).toEqual(['orphan_second_half'])
  })

  test('2025-09-25-004017 and 004443 te_escape2: the map played again pairs with itself, not with the pair before', async () => {
    const again = await matchOf('2025-09-25-004443-te_escape2-round-2')
    const before = await matchOf('2025-09-25-003401-te_escape2-round-2')
    expect(again.first_half_round_id).toBe((await round('2025-09-25-004017-te_escape2-round-1')).round_id)
    expect(before.first_half_round_id).toBe((await round('2025-09-25-002938-te_escape2-round-1')).round_id)
    const all = await players('2025-09-25-004443-te_escape2-round-2')
    expect(all.map((row) => row.difference_mode)).toEqual(Array(6).fill('continued'))
    expect([sum(all, 'kills'), sum(all, 'deaths')]).toEqual([35, 35])
  })

  test('2026-01-12-224606 te_escape2 endstats: without headers the rows mirror each other in one way only', async () => {
    const file = '2026-01-12-224606-te_escape2-round-2-endstats.txt'
    const duels = await warehouse.rows(`select * from intermediate.int_endstats__versus where file_name = '${file}' order by line_number`)
    // players as letters, in the order in which the file names them as opponents
    const letters = [...new Set(duels.map((duel) => duel.opponent_name))]
    const letter = (name: unknown) => 'ABCDEF'.charAt(letters.indexOf(name))
    const told = duels.map((duel) => `${letter(duel.subject_name)}${letter(duel.opponent_name)} ${duel.kills}-${duel.deaths}`)
    expect(told).toEqual([
      ...['DA 4-0', 'DB 3-2', 'DC 2-1', 'BD 2-3', 'BE 1-2', 'BF 1-4', 'EC 4-5', 'EA 3-1', 'EB 2-1'],
      ...['CE 5-4', 'CD 1-2', 'CF 1-2', 'AF 3-3', 'AE 1-3', 'AD 0-4', 'FB 4-1', 'FA 3-3', 'FC 2-1'],
    ])
    const awards = await warehouse.rows(`select * from intermediate.int_endstats__awards where file_name = '${file}' and not is_ignored`)
    expect(awards).toHaveLength(22)
    expect(awards.filter((award) => award.award === 'longest_killing_spree')).toHaveLength(1)
    expect(await checks(file.slice(0, -4))).toEqual(['endstats_unlinked'])
  })

  test('every round, map and evening keeps the limits of Discord and shows its confidence', async () => {
    const rendered = await renderEverything(warehouse)
    expect(rendered.length).toBeGreaterThan(300)
    expect(faultsOf(rendered)).toEqual([])
  })
})
