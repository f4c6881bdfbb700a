import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectFolder } from '../../warehouse/dbt.ts'
import { type BuiltWarehouse, type Row, startWarehouse } from '../warehouse/built_warehouse.ts'
import { scratchFolder } from '../warehouse/scratch.ts'
import {
  brokenGametimes,
  endstatsFile,
  exampleEnd,
  gametimes,
  message,
  type Payload,
  stampOf,
  statsFile,
  statsReady,
  trigger,
} from './traces.ts'

const end = exampleEnd
/** A payload of a play of 468 seconds that ended some seconds after the example. */
function endingAt(seconds: number, payload: Payload = {}): Payload {
  return { Lua_RoundStart: String(end + seconds - 468), Lua_RoundEnd: String(end + seconds), ...payload }
}
const heldFields: Payload = { Winner: '1', Lua_EndReason: 'time_expired', Lua_Playtime: '720 sec' }

/** One server for each case, so that none bears on another. */
const examples: Record<string, Payload> = {
  'example-1': {},
  'example-2': {
    Winner: '1',
    Lua_Playtime: '321 sec',
    Lua_EndReason: 'surrender',
    Lua_RoundEnd: '1786000377',
    Lua_SurrenderTeam: '2',
    Lua_SurrenderCaller: '89ABCDEF0123456789ABCDEF01234567',
    Lua_SurrenderCallerName: 'Nomad',
  },
  'example-3': {
    Lua_Playtime: '601 sec',
    Lua_Pauses: '2 (103 sec)',
    Lua_RoundEnd: '1786000760',
    Lua_Pauses_JSON: '[{"n":1,"start":1786000157,"end":1786000227,"sec":70},{"n":2,"start":1786000427,"end":1786000460,"sec":33}]',
  },
  'example-4': { Round: '2', Winner: '1', Lua_Playtime: '180 sec', Lua_RoundEnd: '1786000236' },
  'example-4b': { Round: '2', Winner: '0', Lua_Playtime: '180 sec', Lua_RoundEnd: '1786000236', Lua_EndReason: 'surrender' },
  'example-5': {
    ...heldFields,
    Lua_Warmup: '27 sec',
    Lua_RoundStart: '1786000082',
    Lua_RoundEnd: '1786000802',
  },
  'example-6': { ...heldFields, Round: '2', Lua_Timelimit: '7.783 min', Lua_Playtime: '467 sec', Lua_RoundEnd: '1786000523' },
  'winner-9': { Winner: '9' },
}

/** What one field is read as; each on a server of its own. */
const vectors: Record<string, Payload> = {
  'pauses-3': { Lua_Pauses: '3 (45 sec)' },
  'pauses-0': { Lua_Pauses: '0' },
  'pauses-broken': { Lua_Pauses: 'totally broken' },
  'playtime-garbage': { Lua_Playtime: 'garbage' },
  'limit-fraction': { Lua_Timelimit: '7.783 min' },
  'round-0': { Round: '0' },
  'round-minus-1': { Round: '-1' },
  'footer-two-parts': { footer: 'Slomix Lua v1.6' },
  'footer-brackets': { footer: '[v1.7.0] Slomix Lua' },
  'field-null': { Lua_EndReason: null },
  'names-in-capitals': { LUA_PLAYTIME: '468 sec', Lua_Playtime: undefined },
  'oldest-names': {
    Lua_Playtime: undefined,
    Lua_Timelimit: undefined,
    Lua_RoundStart: undefined,
    Lua_RoundEnd: undefined,
    Lua_Pauses: undefined,
    Duration: '468 sec',
    'Time Limit': '12 min',
    Pauses: '0 (0 sec)',
    'Start Unix': '1786000056',
    'End Unix': '1786000524',
    footer: 'Slomix Lua Webhook v1.1.0',
  },
}

const replayGap = 700
const servers = [
  'main',
  ...Object.keys(examples),
  ...Object.keys(vectors),
  ...['replays', 'leaked', 'clamped', 'wrong-zone', 'chain', 'seen', 'rosters', 'overlap', 'broken', 'unreadable', 'doubled'],
]
let warehouse: BuiltWarehouse

beforeAll(async () => {
  warehouse = await startWarehouse({
    timeZone: 'Europe/Ljubljana',
    asOf: '2026-08-07T00:00:00Z',
    servers,
    webhooks: [{ id: '1000099', servers: ['main'] }],
  })
  await warehouse.landMessages([
    ...Object.entries({ ...examples, ...vectors }).map(([server, payload]) => statsReady(server, payload)),
    // main: one fresh round in all its traces, the message twice
    statsReady('main'),
    statsReady('main'),
    trigger('main', `${stampOf(end + 2)}-supply-round-1.txt`),
    trigger('main', `${stampOf(end + 1)}-supply-round-1-endstats.txt`),
    // replays of a first half within minutes: the second one has no file, the third no payload, the message of the first comes last
    statsReady('replays', endingAt(replayGap)),
    statsReady('replays', endingAt(0), { sentAt: '2026-08-06T10:00:00.000Z' }),
    // three pairs of rounds, each second one with the start that the first one left behind
    ...[0, 1, 2].flatMap((pair) => [
      statsReady('leaked', endingAt(pair * 3000)),
      statsReady('leaked', endingAt(pair * 3000 + replayGap, { Lua_RoundStart: String(end + pair * 3000 - 468) })),
    ]),
    statsReady('clamped', examples['example-5']!),
    ...[0, 700].map((seconds, index) => statsReady('wrong-zone', endingAt(seconds, { Round: String(index + 1) }))),
    ...[0, 20, 45].map((seconds) => statsReady('chain', endingAt(seconds))),
    trigger('seen', `${stampOf(end + 2)}-supply-round-1.txt`),
    trigger('seen', `${stampOf(end + 3002)}-te_escape2-round-1.txt`),
    statsReady('seen', endingAt(3000, { Map: 'te_escape2' })),
    statsReady('rosters', { Axis_JSON: '[{"guid":"0A1B2C3D4E5F60718293A4B5C6D7E8F9","name":"Falke"},{"guid":"1111' }),
    statsReady('rosters', endingAt(3000, { Axis_JSON: '[{\\"guid\\":\\"0A1B2C3D4E5F60718293A4B5C6D7E8F9\\",\\"name\\":\\"Falke\\"}]' })),
    statsReady('overlap', endingAt(-60)),
    trigger('broken', '../../etc/passwd.txt'),
    message('broken', 'STATS_READY', '{"not": "a list"'),
    message('broken', 'STATS_READY', []),
    statsReady('broken', { Map: 'unknown' }),
    statsReady('broken', { Lua_RoundEnd: '99999999999999999999' }),
    statsReady('broken', endingAt(5000, { Lua_EndReason: 'won by cheering', Lua_SurrenderCallerName: 'x'.repeat(50_000) })),
    message('broken', 'good evening `nothing`', []),
    statsReady('unreadable'),
    // 00:58 UTC is 02:58 for the first time in that night
    statsReady('doubled', { Lua_RoundStart: '1792889280', Lua_RoundEnd: '1792889880', Lua_Playtime: '600 sec' }),
  ])
  const twoHours = 2
  await warehouse.land([
    statsFile('main', end, { playtime: '468734' }),
    endstatsFile('main', end),
    gametimes('main', {}, [
      { guid: '89ABCDEF0123456789ABCDEF01234567', name: 'Nomad', spawns: 3, deaths: 2, dead_seconds: 32, avg_respawn: 16, max_respawn: 20 },
    ]),
    statsFile('replays', end),
    statsFile('replays', end + 2 * replayGap),
    ...[0, 1, 2].flatMap((pair) => [statsFile('leaked', end + pair * 3000), statsFile('leaked', end + pair * 3000 + replayGap)]),
    statsFile('clamped', 1786000802, { winner: '1', next: '12:00' }),
    // the clock of UTC in the names of a server that is configured two hours east of it
    statsFile('wrong-zone', end, {}, { offsetHours: 0 }),
    statsFile('wrong-zone', end + 700, { round: 2, limit: '7:48', next: '7:48' }, { offsetHours: 0 }),
    ...[0, 20, 45].map((seconds) => statsFile('chain', end + seconds, {}, { lag: 3 })),
    // written 100 seconds late, so no pair, though it was played while Lua says that something was
    statsFile('overlap', end, { playtime: '468000' }, { lag: 100, offsetHours: twoHours }),
    brokenGametimes(
      'broken',
      'gametime-supply-R1-1786009000.json',
      '{"meta":{"map":"supply"},"payload":{"embeds":[{"fields":[{"name":"br"o"}]}]}}',
    ),
    statsFile('unreadable', end, { limit: 'none' }),
    statsFile('doubled', 1792889880, {}, { offsetHours: twoHours }),
  ])
  await warehouse.build('full')
}, 300_000)
afterAll(() => warehouse?.remove())

async function rows(mart: string, server: string): Promise<Row[]> {
  return await warehouse.rows(`select * from marts.${mart} where server = '${server}' order by order_at, all`.replace(', all', ''))
}
async function onlyRound(server: string): Promise<Row> {
  const found = await rows('fct_rounds', server)
  expect(found).toHaveLength(1)
  return found[0]!
}
async function timingOf(server: string): Promise<Row> {
  return (await rows('fct_round_timings', server))[0]!
}
async function reasons(server: string, source: string): Promise<unknown[]> {
  const events = await warehouse.rows(
    `select reason_code from marts.fct_round_events where server = '${server}' and source = '${source}' order by order_at, reason_code`,
  )
  return events.map((event) => event.reason_code)
}
function idOf(server: string, key: string): string {
  return createHash('sha256').update(`${server}|${key}`).digest('hex').slice(0, 16)
}

describe('the examples of the payload specification, with the values of the contracts', () => {
  test('the attackers complete in 7:48', async () => {
    const round = await onlyRound('example-1')
    expect(round).toMatchObject({
      round_id: idOf('example-1', `lua|supply|${end}`),
      round_stopwatch_state: 'TIME_SET',
      end_reason: 'NORMAL',
      time_to_beat_seconds: 468,
      next_timelimit_minutes: 7.8,
      duration_source: 'lua_playtime',
      score_confidence: 'verified_header',
      score_confidence_reason: 'payload',
      is_counted: true,
      player_count: 4,
    })
  })
  test('the attackers surrender at 5:21', async () => {
    expect(await onlyRound('example-2')).toMatchObject({
      end_reason: 'SURRENDER',
      end_reason_source: 'stated',
      round_stopwatch_state: null,
      round_outcome: 'SURRENDER_END',
      time_to_beat_seconds: 720,
      next_timelimit_minutes: 12,
    })
  })
  test('a round with two pauses: warmup and pauses are in no duration', async () => {
    const round = await onlyRound('example-3')
    expect(round).toMatchObject({ duration_seconds: 601, time_to_beat_seconds: 601 })
    expect(round.next_timelimit_minutes).toBeCloseTo(10.017, 3)
    expect(await timingOf('example-3')).toMatchObject({
      pause_count: 2,
      pause_seconds: 103,
      lua_playtime_seconds: 601,
      duration_seconds: 601,
    })
  })
  test('a map change three minutes in is no round, whatever winner was set before', async () => {
    for (const server of ['example-4', 'example-4b']) {
      expect(await rows('fct_rounds', server)).toEqual([])
      const [event] = await rows('fct_round_events', server)
      expect(event).toMatchObject({
        reason_code: 'aborted',
        round_id: null,
        stated_round_number: 2,
        end_reason: 'SERVER_RESTART',
        end_reason_source: 'inferred',
        round_outcome: 'SERVER_RESTART_END',
      })
    }
  })
  test('a full hold whose start was clamped', async () => {
    expect(await onlyRound('example-5')).toMatchObject({
      round_stopwatch_state: 'FULL_HOLD',
      end_reason: 'NORMAL',
      time_to_beat_seconds: 720,
      next_timelimit_minutes: 12,
      duration_seconds: 720,
    })
  })
  test('a second half with a fractional limit that was held', async () => {
    expect(await onlyRound('example-6')).toMatchObject({
      round_number: 2,
      timelimit_seconds: 466.98,
      round_stopwatch_state: 'FULL_HOLD',
      time_to_beat_seconds: null,
    })
  })
  test('a winner that is no side is invalid and not derived', async () => {
    expect(await onlyRound('winner-9')).toMatchObject({
      winner_side: null,
      score_confidence: 'ambiguous',
      score_confidence_reason: 'invalid_value',
    })
  })
})

test('every value of the specification is read as it says, and garbage is null with a finding', async () => {
  const read = async (server: string) =>
    (await warehouse.rows(`select * from staging.stg_lua_timing__payloads where server = '${server}'`))[0]!
  expect(await read('pauses-3')).toMatchObject({ stated_pause_count: 3, stated_pause_seconds: 45 })
  expect(await read('pauses-0')).toMatchObject({ stated_pause_count: 0, stated_pause_seconds: 0 })
  expect(await read('pauses-broken')).toMatchObject({ stated_pause_count: null, stated_pause_seconds: null })
  expect(await read('playtime-garbage')).toMatchObject({ playtime_seconds: null })
  expect(await onlyRound('playtime-garbage')).toMatchObject({ duration_seconds: null, duration_unavailable_reason: 'no_clock' })
  expect(await read('limit-fraction')).toMatchObject({ timelimit_minutes: 7.783, timelimit_seconds: 466.98 })
  expect(await read('round-0')).toMatchObject({ stated_round_number: 2 })
  expect(await read('round-minus-1')).toMatchObject({ stated_round_number: null })
  expect(await reasons('round-minus-1', 'stats_ready')).toEqual(['round_number_missing'])
  expect(await read('footer-two-parts')).toMatchObject({ emitter_version_text: null })
  expect(await read('footer-brackets')).toMatchObject({ emitter_version_text: '1.7.0', is_blind_to_pauses: true })
  expect(await read('field-null')).toMatchObject({ end_reason_text: null })
  expect(await read('names-in-capitals')).toMatchObject({ playtime_seconds: 468 })
  expect(await read('oldest-names')).toMatchObject({
    playtime_seconds: 468,
    timelimit_minutes: 12,
    round_start_unix: 1786000056,
    round_end_unix: end,
  })
  expect(await timingOf('oldest-names')).toMatchObject({ pause_seconds: null, pauses_unavailable_reason: 'emitter_too_old' })
  const findings = await warehouse.rows(
    "select server, detail from marts.fct_round_checks where check_code = 'lua_value_unreadable' and server like 'p%' order by all",
  )
  expect(findings).toEqual([
    { server: 'pauses-broken', detail: 'pauses: totally broken' },
    { server: 'playtime-garbage', detail: 'playtime: garbage' },
  ])
})

test('one fresh round: message, file name, gametimes, stats and endstats file are one identity', async () => {
  const round = await onlyRound('main')
  const stem = `${stampOf(end + 2)}-supply-round-1`
  expect(round).toMatchObject({
    round_id: idOf('main', stem),
    ingest_state: 'enriched',
    duration_source: 'lua_playtime',
    score_confidence_reason: 'header_and_payload',
    round_fingerprint: 'supply|1|1786000056',
    fingerprint_level: 'start',
  })
  const events = await warehouse.rows(
    "select source, round_id, confidence, reason_code from marts.fct_round_events where server = 'main' order by source",
  )
  expect(events.map((event) => event.source)).toEqual([
    'endstats_file',
    'filename_trigger',
    'filename_trigger',
    'gametime_fallback',
    'stats_file',
    'stats_ready',
    'stats_ready',
  ])
  for (const event of events) expect(event).toMatchObject({ round_id: round.round_id, confidence: 'high', reason_code: null })
  const [former] = await warehouse.rows(
    `select round_id from marts.bdg_round_fingerprints where fingerprint = '${idOf('main', `lua|supply|${end}`)}' and is_unique`,
  )
  expect(former?.round_id).toBe(round.round_id)
  expect((await rows('fct_player_round_spawns', 'main'))[0]).toMatchObject({
    player_id: '89ABCDEF',
    side: null,
    spawn_count: 3,
    dead_seconds: 32,
  })
  expect((await rows('fct_round_completeness', 'main'))[0]).toMatchObject({ completeness_percent: 100, missing_sources: null })
})

test('replays within minutes keep their own payloads, in whatever order they come', async () => {
  const found = await rows('fct_rounds', 'replays')
  expect(found.map((round) => [round.has_stats_file, round.has_lua, (round.ended_at as Date).getTime() / 1000 - end])).toEqual([
    [true, true, 0],
    [false, true, replayGap],
    [true, false, 2 * replayGap - 1],
  ])
})

test('the three leaked pairs: a start that was left behind links nothing', async () => {
  const found = await rows('fct_rounds', 'leaked')
  expect(found.map((round) => (round.ended_at as Date).getTime() / 1000 - end)).toEqual([0, 700, 3000, 3700, 6000, 6700])
  expect(found.every((round) => round.has_stats_file && round.has_lua)).toBe(true)
  for (const round of found) expect((round.ended_at as Date).getTime() - (round.started_at as Date).getTime()).toBe(468_000)
  const checks = await warehouse.rows(
    "select check_code, count(*)::integer as n from marts.fct_round_checks where server = 'leaked' group by all order by all",
  )
  expect(checks).toContainEqual({ check_code: 'start_copied', n: 6 })
  const starts = await warehouse.rows(
    "select is_unique from marts.bdg_round_fingerprints where server = 'leaked' and fingerprint_level = 'start'",
  )
  expect(starts.filter((key) => key.is_unique)).toEqual([])
})

test('the clamp moves the start and not the link', async () => {
  const round = await onlyRound('clamped')
  expect(round).toMatchObject({ has_stats_file: true, has_lua: true, duration_seconds: 720 })
  expect((round.started_at as Date).getTime() / 1000).toBe(1786000082)
})

test('the wrong time zone: payloads are not counted a second time, and health is red', async () => {
  const found = await rows('fct_rounds', 'wrong-zone')
  expect(found.map((round) => [round.has_stats_file, round.is_counted, round.not_counted_reason])).toEqual([
    [true, true, null],
    [true, true, null],
    [false, false, 'zone_wrong'],
    [false, false, 'zone_wrong'],
  ])
  expect(found.slice(0, 2).map((round) => round.round_role)).toEqual(['first_half', 'second_half'])
  const health = await warehouse.rows(
    "select health, health_reason from marts.fct_source_health where server = 'wrong-zone' and kind = 'stats'",
  )
  expect(health).toEqual([{ health: 'red', health_reason: 'zone_wrong' }])
})

test('a chain of ends at 0, 20 and 45 seconds is not bridged', async () => {
  const found = await rows('fct_rounds', 'chain')
  expect(found.map((round) => [round.has_stats_file, round.has_lua])).toEqual([
    [true, false],
    [true, false],
    [true, false],
  ])
  expect(await reasons('chain', 'stats_ready')).toEqual(['ambiguous', 'ambiguous', 'ambiguous'])
  const timings = await rows('fct_round_timings', 'chain')
  expect(timings.map((timing) => timing.no_lua_reason)).toEqual(['lua_ambiguous', 'lua_ambiguous', 'lua_ambiguous'])
})

test('a round known by its trigger alone is seen and not counted; with Lua it counts under the id of its file', async () => {
  const found = await rows('fct_rounds', 'seen')
  expect(found.map((round) => [round.map_name, round.ingest_state, round.is_counted, round.not_counted_reason])).toEqual([
    ['supply', 'seen', false, 'file_missing'],
    ['te_escape2', 'linked_round_id', true, null],
  ])
  expect(found[1]?.round_id).toBe(idOf('seen', `${stampOf(end + 3002)}-te_escape2-round-1`))
})

test('a roster that was cut off keeps its whole players, one that was escaped too often is read', async () => {
  const counts = await rows('fct_rounds', 'rosters')
  expect(counts.map((round) => round.player_count)).toEqual([3, 3])
  const found = await warehouse.rows(
    "select detail from marts.fct_round_checks where server = 'rosters' and check_code = 'lua_value_unreadable'",
  )
  expect(found).toEqual([{ detail: 'Axis roster: truncated' }])
})

test('a payload whose play overlaps a round with a file is not counted again', async () => {
  const found = await rows('fct_rounds', 'overlap')
  expect(found.map((round) => [round.has_stats_file, round.not_counted_reason])).toEqual([
    [false, 'overlaps_stats_round'],
    [true, null],
  ])
})

test('hostile and broken arrivals are kept, give nothing and say why', async () => {
  expect(await reasons('broken', 'filename_trigger')).toEqual(['file_name_refused'])
  expect((await reasons('broken', 'stats_ready')).map(String).sort()).toEqual([
    'end_missing',
    'map_missing',
    'null',
    'payload_unreadable',
    'payload_unreadable',
  ])
  expect(await reasons('broken', 'gametime_fallback')).toEqual(['payload_unreadable'])
  expect(await onlyRound('broken')).toMatchObject({ end_reason: null, end_reason_unavailable_reason: 'end_reason_unknown' })
  const ignored = await warehouse.rows(
    "select not_current_reason from marts.fct_raw_files where server = 'broken' and not_current_reason is not null",
  )
  expect(ignored).toEqual([{ not_current_reason: 'not_about_a_round' }])
})

test('Lua makes up for a header that cannot be read', async () => {
  expect(await onlyRound('unreadable')).toMatchObject({
    is_counted: true,
    winner_side: 2,
    timelimit_seconds: 720,
    score_confidence_reason: 'payload',
    ingest_state: 'enriched',
  })
})

test('the doubled hour is told by the end that Lua measured', async () => {
  const round = await onlyRound('doubled')
  expect(round).toMatchObject({ has_stats_file: true, has_lua: true, ended_at_unavailable_reason: null })
  expect((round.ended_at as Date).toISOString()).toBe(new Date(1792889880_000).toISOString())
})

function fullhold(...args: string[]): string {
  const executable = join(projectFolder, 'bin/fullhold.mjs')
  const configuration = join(projectFolder, 'fullhold.example.yaml')
  const done = spawnSync(process.execPath, [executable, '--config', configuration, '--data', warehouse.paths.folder, ...args], {
    encoding: 'utf8',
  })
  expect([done.status, done.status === 0 ? '' : done.stderr]).toEqual([0, ''])
  return done.stdout
}

test('trace shows every arrival of a round and how it was linked, under any of its keys', () => {
  const former = idOf('main', `lua|supply|${end}`)
  const traced = fullhold('trace', former)
  for (const source of ['stats_file', 'stats_ready', 'gametime_fallback', 'filename_trigger', 'endstats_file'])
    expect(traced).toContain(source)
  expect(traced).toContain('linked by server, map and end (within 5 s), high')
  expect(traced).toContain('linked by file name, high')
  expect(traced).toMatch(/clocks {5}Lua 7:48, playtime_field 7:48, aligned/)
  const lost = fullhold('trace', 'gametime-supply-R1-1786009000.json')
  expect(lost).toContain('no round')
  expect(lost).toContain('The round payload is no JSON')
})

test('evidence bundles a round as a page and as JSON, and no name in it becomes markup', async () => {
  const page = join(scratchFolder(), 'main.md')
  fullhold('evidence', idOf('main', `${stampOf(end + 2)}-supply-round-1`), '--out', page)
  const text = readFileSync(page, 'utf8')
  for (const part of [
    '# supply round 1',
    '## Arrivals accepted',
    '## Arrivals before and after',
    '## Keys that find it',
    '## fct_round_timings',
  ])
    expect(text).toContain(part)
  const bundle = JSON.parse(readFileSync(`${page}.json`, 'utf8'))
  expect(bundle.events).toHaveLength(7)
  expect(bundle.rows.fct_round_timings[0]).toMatchObject({ timing_status: 'aligned' })
  expect(bundle.counts.find((row: Row) => row.source === 'stats_ready').after).toBeGreaterThan(0)
})

test('status is one snapshot of all sources', () => {
  const snapshot = JSON.parse(fullhold('status', '--json'))
  expect(snapshot.sources.find((source: Row) => source.server === 'wrong-zone' && source.kind === 'stats')).toMatchObject({ health: 'red' })
  expect(snapshot.unlinked).toContainEqual(expect.objectContaining({ server: 'chain', reason_code: 'ambiguous', event_count: 3 }))
  expect(snapshot.coverage.length).toBeGreaterThan(0)
})
