import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Encoding, encode } from '../../ingest/decode.ts'
import { type BuiltWarehouse, buildRealFiles, realData } from '../warehouse/built_warehouse.ts'

const { stats } = realData
const isHere = existsSync(stats)
if (!isHere) console.log('../shared/data is not here: the tests on real files are not run.')

function expected(name: string): string {
  return `read_csv('${join(realData.expected, name).replaceAll("'", "''")}', all_varchar = true)`
}

/** Rows of an independent reader that the marts do not have in the same words, and the other way round. */
function differences(theirs: string, ours: string): string {
  return `
    with theirs as (${theirs}), ours as (${ours})
    (select 'expected' as whose, * from (from theirs except all from ours))
    union all
    (select 'ours' as whose, * from (from ours except all from theirs))
    order by all`
}

describe.runIf(isHere)('the 206 real files', () => {
  let warehouse: BuiltWarehouse
  const rows = (sql: string) => warehouse.rows(sql)

  beforeAll(async () => {
    warehouse = await buildRealFiles()
  }, 300_000)

  test('come back from the warehouse byte for byte', async () => {
    const landed = await rows('select file_name, content, encoding, sha256 from raw.stats_files')
    expect(landed).toHaveLength(206)
    for (const row of landed) {
      const bytes = encode({ content: String(row.content), encoding: row.encoding as Encoding })
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(row.sha256)
      expect(bytes.equals(readFileSync(join(stats, String(row.file_name))))).toBe(true)
    }
  })

  test('are the rounds, sides, states, durations and ends that an independent reader finds', async () => {
    const doubtful = `(select key from ${expected('ambiguous.csv')} where "table" = 'files')`
    const found = await rows(
      differences(
        `select
            file_name, verdict, defender_side, winner_side, timelimit_seconds, nexttime_seconds, stopwatch_state,
            round(duration_seconds::double, 3)::varchar as duration, duration_source, ended_early,
            strptime(ended_at_utc, '%Y-%m-%dT%H:%M:%SZ')::varchar as stamp_at
        from ${expected('files.csv')} where file_name not in ${doubtful}`,
        `select
            stats_file_name, case round_role when 'orphan' then 'orphan_r2' when 'superseded' then 'superseded_r1' else 'accepted' end,
            defender_side::varchar, winner_side::varchar, if(timelimit_seconds = floor(timelimit_seconds), timelimit_seconds::integer::varchar, timelimit_seconds::varchar), nexttime_seconds::varchar, round_stopwatch_state,
            round(duration_seconds, 3)::varchar, duration_source, ended_early::varchar,
            (ended_at + interval 3 seconds)::timestamp::varchar
        from marts.fct_rounds where stats_file_name not in ${doubtful}`,
      ),
    )
    expect(found).toEqual([])
  })

  test('are the pairs, with the same result of every map', async () => {
    const found = await rows(
      differences(
        `select r1_file, r2_file, r1_state, r2_state, map_result, time_to_beat_seconds::double as to_beat from ${expected('pairs.csv')}`,
        `select first.stats_file_name, second.stats_file_name, first_half_state, second_half_state, map_result, matches.time_to_beat_seconds
        from marts.fct_matches as matches
        inner join marts.fct_rounds as first on first.round_id = matches.first_half_round_id
        inner join marts.fct_rounds as second on second.round_id = matches.second_half_round_id`,
      ),
    )
    expect(found).toEqual([])
  })

  test('are the 32 sessions', async () => {
    const found = await rows(
      differences(
        `select first_file, last_file, rounds, pairs from ${expected('sessions.csv')}`,
        `select
            arg_min(stats_file_name, order_at), arg_max(stats_file_name, order_at), count(*)::varchar,
            count(*) filter (round_role = 'second_half')::varchar
        from marts.fct_rounds where session_id is not null group by session_id`,
      ),
    )
    expect(found).toEqual([])
  })

  test('are the numbers of every player in every round', async () => {
    const same =
      'kills deaths headshots hits shots damage_given damage_received team_damage_given team_damage_received gibs self_kills team_kills team_gibs xp killing_spree death_spree kill_assists headshot_kills times_revived revives useful_kills denied_seconds'.split(
        ' ',
      )
    const found = await rows(
      differences(
        `select file_name, guid8, name_clean, side, mode, ${same.join(', ')}, round(time_played_minutes::double, 1)::varchar as minutes
        from ${expected('player_rounds.csv')}`,
        `select
            rounds.stats_file_name, line_player_id, player_name, side::varchar, replace(difference_mode, 'first_half', 'r1'),
            ${same.map((name) => `players.${name}::varchar`).join(', ')}, round(minutes_played, 1)::varchar
        from marts.fct_player_rounds as players
        inner join marts.fct_rounds as rounds on rounds.round_id = players.round_id`,
      ),
    )
    expect(found).toEqual([])
    expect(await rows('select count(*)::integer as players from marts.fct_player_rounds')).toEqual([{ players: 1303 }])
  })

  test('are the weapons of every player, of which only knife shots are clamped', async () => {
    const found = await rows(
      differences(
        `select file_name, guid8, weapon, hits, shots, kills, deaths, headshots from ${expected('player_weapon_rounds.csv')}`,
        `select
            rounds.stats_file_name, player_id, weapon, hits::varchar, shots::varchar, kills::varchar, deaths::varchar, headshots::varchar
        from marts.fct_player_weapon_rounds as weapons
        inner join marts.fct_rounds as rounds on rounds.round_id = weapons.round_id`,
      ),
    )
    expect(found).toEqual([])
  })

  test('conserve kills and damage but for the one first half in which a player reconnected, which stops nothing', async () => {
    const found = await rows(
      "select distinct subject, severity, blocks_counting from marts.fct_round_checks where check_code like '%not_conserved'",
    )
    expect(found).toEqual([{ subject: '2025-11-01-231128-etl_sp_delivery-round-1.txt', severity: 'warn', blocks_counting: false }])
  })

  test('hold one aborted dump, which is no round but an event that says why', async () => {
    expect(await rows("select filename, round_id from marts.fct_round_events where reason_code = 'aborted'")).toEqual([
      { filename: '2025-10-26-200001-etl_sp_delivery-round-2.txt', round_id: null },
    ])
  })

  test('give 612 continued players, one reset, one new and three absent', async () => {
    const modes = await rows(`
      select difference_mode, count(*)::integer as players
      from intermediate.int_player_rounds__modes where difference_mode <> 'first_half' group by all order by all`)
    expect(modes).toEqual([
      { difference_mode: 'absent', players: 3 },
      { difference_mode: 'continued', players: 612 },
      { difference_mode: 'new', players: 1 },
      { difference_mode: 'reset', players: 1 },
    ])
    expect(readdirSync(stats)).toHaveLength(206)
  })
})
