import { describe, expect, test } from 'vitest'
import type { ArtefactTruth } from '../../simulator/artefact_truth.ts'
import { type Defect, defectNames } from '../../simulator/defects.ts'
import type { DiscordMessage } from '../../simulator/discord_messages.ts'
import { emitterNames } from '../../simulator/emitters.ts'
import { traceSources } from '../../simulator/leave_traces.ts'
import type { SeasonOptions } from '../../simulator/plan_season.ts'
import { daysSpannedBy, replicateGametimes, replicateMessages, replicateSeason } from '../../simulator/replicate_season.ts'
import { type Season, simulateSeason } from '../../simulator/simulate_season.ts'
import type { RoundTruth } from '../../simulator/truth.ts'
import { leadingNumber, type ReadPayload, readGametimes, readPayload } from './read_timing_payload.ts'

const sources = traceSources.filter((source) => source !== 'proximity')
/** Those that only proximity files show; see proximity_files.test.ts. */
const ofProximity = [
  'proximity_lost',
  'negative_times',
  'clock_drift',
  'map_load_anchor',
  'says_one',
  'no_sprint',
  'truncated_file',
  'unknown_parts',
] as const
type OfTiming = Exclude<Defect, (typeof ofProximity)[number]>
const ofTiming = defectNames.filter((name): name is OfTiming => !(ofProximity as readonly string[]).includes(name))
const sound = simulateSeason({ seed: 'sound', evenings: 15, mapsPerEvening: 5, sources })
const spoilt = simulateSeason({ seed: 'spoilt twice', evenings: 20, mapsPerEvening: 6, sources, defects: 'all' })

function artefactsOf(season: Season, ...kinds: ArtefactTruth['artefact'][]): ArtefactTruth[] {
  return season.truth.artefacts!.filter((one) => kinds.includes(one.artefact))
}
function messagesById(season: Season): Map<string, DiscordMessage> {
  return new Map(season.messages.map((message) => [message.id, message]))
}
function roundOf(season: Season, { server, round_key, played_key }: ArtefactTruth): RoundTruth {
  const truth = server === season.truth.server ? season.truth : season.truth.twin!
  return truth.rounds.find((round) => round.key === (round_key ?? played_key))!
}
type Told = { truth: ArtefactTruth; payload: ReadPayload; meta: Record<string, unknown> | null }
function payloadsOf(season: Season): Told[] {
  const messages = messagesById(season)
  const files = new Map(season.gametimes.map((file) => [`${file.server}/${file.file_name}`, Buffer.from(file.bytes).toString('utf8')]))
  return artefactsOf(season, 'stats_ready', 'gametimes_file')
    .filter((one) => one.hindrance !== 'broken_json')
    .flatMap((truth): Told[] => {
      if (truth.artefact === 'stats_ready') {
        const { content, embeds, author } = messages.get(truth.name)!
        const username = author.username === 'ET:Legacy Stats' ? { username: author.username } : {}
        return [{ truth, payload: readPayload({ ...username, content, embeds }), meta: null }]
      }
      const text = files.get(`${truth.server}/${truth.name}`)!
      if (truth.defects.includes('quoted_name') && !isJson(text)) return []
      const { meta, payload } = readGametimes(text)
      return [{ truth, payload: readPayload(payload), meta }]
    })
}
function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined
  } catch {
    return false
  }
}
function unix(instant: string): number {
  return Math.floor(Date.parse(instant) / 1_000)
}

describe('what stands in a payload', () => {
  const newest =
    'Map,Round,Winner,Defender,Lua_Playtime,Lua_Timelimit,Lua_Pauses,Lua_EndReason,Lua_Warmup,Lua_WarmupStart,Lua_RoundStart,Lua_RoundEnd,'
      .concat('Lua_SurrenderTeam,Lua_SurrenderCaller,Lua_SurrenderCallerName,Lua_AxisScore,Lua_AlliesScore,')
      .concat('Axis_JSON,Allies_JSON,Lua_Pauses_JSON,Lua_SpawnSummary')
      .split(',')
  const oldest =
    'Map,Round,Winner,Defender,Duration,Time Limit,Pauses,End Reason,Start Unix,End Unix,Axis,Allies,Axis_JSON,Allies_JSON'.split(',')
  const counts: Record<string, number> = { '1.1.0': 14, '1.2.0': 16, '1.3.0': 18, '1.4.0': 23, '1.4.2': 23, '1.5.0': 23 }

  test('names, number and order of the fields are those of the version; every value is text', () => {
    const seen = new Set<string>()
    for (const { truth, payload } of payloadsOf(sound)) {
      const version = truth.stated!.emitter
      seen.add(version)
      if (version === '1.1.0') expect(payload.names).toEqual(oldest)
      else if (counts[version]) {
        expect(payload.names.length, version).toBe(counts[version])
        const known = [...newest, 'Axis', 'Allies', 'Lua_WarmupEnd']
        expect(payload.names.filter((name) => !known.includes(name))).toEqual([])
        expect(payload.names.filter((name) => newest.includes(name))).toEqual(newest.filter((name) => payload.names.includes(name)))
      } else expect(payload.names, version).toEqual(newest)
      expect(payload.inline).toEqual(payload.names.map((name) => !/JSON|Summary|^Axis$|^Allies$/.test(name)))
      expect(payload.version).toBe(version.replace('-first', ''))
      expect(payload.username).toBe(version === '1.1.0' ? undefined : 'ET:Legacy Stats')
      expect(payload.title).toBe(`Round Complete: ${payload.value('Map')} R${payload.value('Round')}`)
      const lines = payload.description?.split('\n').length ?? 0
      expect(lines).toBe(version < '1.3' ? 0 : version < '1.6' ? 4 : 1)
      if (lines === 1) expect(payload.description).toBe('Timing: Playtime (no pauses) \u00b7 Warmup \u00b7 Wall-clock')
    }
    expect(seen).toEqual(new Set(emitterNames))
  })

  test('values obey their grammar', () => {
    const grammar: [string[], RegExp][] = [
      [['Round'], /^[12]$/],
      [['Winner'], /^[012]$/],
      [['Defender'], /^[12]$/],
      [['Lua_Playtime', 'Duration'], /^\d+ sec$/],
      [['Lua_Timelimit', 'Time Limit'], /^\d+(\.\d{0,2}[1-9])? min$/],
      [['Lua_Pauses', 'Pauses'], /^\d+ \(\d+ sec\)$/],
      [['Lua_EndReason', 'End Reason'], /^(objective|surrender|time_expired)$/],
      [['Lua_Warmup'], /^\d+ sec$/],
      [['Lua_RoundStart', 'Start Unix'], /^1\d{9}$/],
      [['Lua_RoundEnd', 'End Unix'], /^1\d{9}$/],
      [['Lua_SurrenderTeam'], /^[0123]$/],
      [['Lua_SurrenderCaller'], /^([0-9A-F]{32}|OMNIBOT.*)?$/],
      [['Lua_SpawnSummary'], /^Players:\d+ \| Spawns:\d+ \| AvgRespawn:\d+s \| MaxRespawn:\d+s$/],
    ]
    let fractions = 0
    for (const { truth, payload } of payloadsOf(sound)) {
      for (const [names, pattern] of grammar) {
        const value = payload.value(...names)
        if (value !== undefined) expect(value, `${truth.name} ${names[0]}`).toMatch(pattern)
      }
      if (/\./.test(payload.value('Lua_Timelimit') ?? '')) fractions += 1
      const score = `${payload.value('Lua_AxisScore')}-${payload.value('Lua_AlliesScore')}`
      if (payload.value('Lua_AxisScore')) expect(score).toBe({ 0: '0-0', 1: '1-0', 2: '0-1' }[payload.value('Winner')!])
    }
    expect(fractions).toBeGreaterThan(10)
  })

  test('the times of a sound payload add up, and clamped ones never pass the limit', () => {
    for (const { truth, payload } of payloadsOf(spoilt)) {
      if (truth.defects.includes('garbled') || truth.defects.includes('stale_start')) continue
      const number = (...names: string[]) => leadingNumber(payload.value(...names))
      const [start, end] = [number('Lua_RoundStart', 'Start Unix'), number('Lua_RoundEnd', 'End Unix')]
      const play = number('Lua_Playtime', 'Duration')
      const paused = Number(/\((\d+) sec/.exec(payload.value('Lua_Pauses', 'Pauses')!)![1])
      expect(play, truth.name).toBe(end - start - paused)
      const isClamped = (payload.version ?? '') >= '1.6.2'
      if (isClamped) expect(play).toBeLessThanOrEqual(Math.floor(number('Lua_Timelimit') * 60 + 0.5))
      if (isClamped) expect(number('Lua_Warmup')).toBe(start - number('Lua_WarmupStart'))
      const pauses = JSON.parse(payload.value('Lua_Pauses_JSON') ?? '[]') as { n: number; start: number; end: number; sec: number }[]
      expect(pauses.reduce((sum, pause) => sum + pause.sec, 0)).toBe(paused)
      expect(pauses.map((pause) => pause.n)).toEqual(pauses.map((_, index) => index + 1))
      for (const pause of pauses)
        expect(pause.start >= start - 1 && pause.end <= end + 1 && pause.sec === pause.end - pause.start).toBe(true)
    }
  })
})

describe('gametimes files', () => {
  test('name, meta and payload of a file say the same, in both shapes', () => {
    const shapes = new Set<string>()
    for (const file of sound.gametimes) {
      const { meta, payload, shape } = readGametimes(Buffer.from(file.bytes).toString('utf8'))
      shapes.add(shape)
      const read = readPayload(payload)
      const named = /^gametime-(?<map>.+)-R(?<round>\d+)-(?<ts>\d+)\.json$/.exec(file.file_name)!.groups!
      expect([meta.map, String(meta.round), String(meta.round_end_unix), meta.match_id]).toEqual([
        named.map,
        named.round,
        named.ts,
        named.ts,
      ])
      expect([read.value('Map'), read.value('Round'), read.value('Lua_RoundEnd')]).toEqual([named.map, named.round, named.ts])
      if (read.version === '1.5.0') {
        expect(Object.keys(meta)).toEqual(['map', 'round', 'round_end_unix', 'server_ip', 'server_port', 'match_id'])
        continue
      }
      expect(Object.keys(meta).join()).toBe(
        'map,round,round_start_unix,round_end_unix,actual_duration_seconds,warmup_seconds,pause_seconds,pause_count,server_ip,server_port,match_id,spawn_stats',
      )
      expect(`${meta.actual_duration_seconds} sec`).toBe(read.value('Lua_Playtime'))
      expect(`${meta.pause_count} (${meta.pause_seconds} sec)`).toBe(read.value('Lua_Pauses'))
      const spawns = meta.spawn_stats as { guid: string; spawns: number; deaths: number; dead_seconds: number; avg_respawn: number }[]
      const sum = (key: 'spawns' | 'deaths' | 'dead_seconds') => spawns.reduce((total, one) => total + one[key], 0)
      const average = sum('deaths') > 0 ? Math.floor(sum('dead_seconds') / sum('deaths')) : 0
      expect(read.value('Lua_SpawnSummary')).toContain(`Players:${spawns.length} | Spawns:${sum('spawns')} | AvgRespawn:${average}s |`)
      for (const one of spawns) expect(one.avg_respawn).toBe(one.deaths > 0 ? Math.floor(one.dead_seconds / one.deaths) : 0)
      if (/^1\.6\.3|^1\.6\.4|^1\.7\.0/.test(read.version!)) expect(sum('spawns')).toBe(0)
    }
    expect(shapes).toEqual(new Set(['object', 'string']))
  })

  test('a message and the file of the same round carry the same fields', () => {
    const byRound = new Map<string, ReadPayload[]>()
    for (const { truth, payload } of payloadsOf(sound)) {
      const key = `${truth.round_key} ${truth.played_key} ${truth.stated!.round_end_unix}`
      byRound.set(key, [...(byRound.get(key) ?? []), payload])
    }
    const pairs = [...byRound.values()].filter((list) => list.length === 2)
    expect(pairs.length).toBeGreaterThan(50)
    for (const [one, other] of pairs) for (const name of one!.names) expect(other!.value(name)).toBe(one!.value(name))
  })
})

describe('sources agree on what was played', () => {
  test('sides, map, half, end and players of a sound payload are those of the stats file', () => {
    for (const { truth, payload } of payloadsOf(sound)) {
      const round = roundOf(sound, truth)
      const said = ['Map', 'Round', 'Defender'].map((name) => payload.value(name))
      expect(said).toEqual([round.map_name, String(round.stated_round_number), String(round.defender_side)])
      if (truth.round_key) expect(payload.value('Winner')).toBe(String(round.winner_side))
      expect(leadingNumber(payload.value('Lua_RoundEnd', 'End Unix'))).toBe(unix(round.ended_at))
      expect(Math.abs(leadingNumber(payload.value('Lua_Timelimit', 'Time Limit')) * 60 - round.timelimit_seconds)).toBeLessThan(1.04)
      const guids = [1, 2].flatMap((side) => {
        const roster = JSON.parse(payload.value(side === 1 ? 'Axis_JSON' : 'Allies_JSON')!) as { guid: string; name: string }[]
        return roster.map(({ guid }) => ({ guid, side }))
      })
      for (const { guid, side } of guids) {
        expect(guid).toMatch(/^[0-9A-Z]{32}$/)
        const player = round.players.find((one) => guid.startsWith(one.guid8) && !one.is_bot)
        if (player) expect(player.side).toBe(side)
      }
      const watching = round.players.filter((one) => one.stated_side === 3).map((one) => one.guid8)
      expect(guids.filter(({ guid }) => watching.includes(guid.slice(0, 8)))).toEqual([])
    }
  })

  test('deaths counted by the module are those of the stats file, team kills and own deaths added', () => {
    let compared = 0
    for (const { truth, meta } of payloadsOf(sound)) {
      const round = roundOf(sound, truth)
      const isWhole = round.players.every((one) => !one.lost_a_stay) && truth.stated!.emitter >= '1.6.3'
      if (!meta?.spawn_stats || !isWhole || round.has_bots || round.role === 'header_only') continue
      for (const one of meta.spawn_stats as { guid: string; deaths: number; spawns: number }[]) {
        const player = round.players.find((other) => one.guid.startsWith(other.guid8))
        if (!player || player.difference_mode === 'not_in_files' || round.role === 'aborted') continue
        compared += 1
        expect(one.deaths, `${round.key} ${player.name}`).toBeGreaterThanOrEqual(player.played.deaths + (player.values.self_kills ?? 0))
      }
    }
    expect(compared).toBeGreaterThan(100)
  })

  test('playtime is the true one to a second where pauses were measured, and end reasons follow the sides', () => {
    for (const { truth, payload } of payloadsOf(sound)) {
      const round = roundOf(sound, truth)
      const { playtime_seconds, emitter, raw_end_reason, surrender_team } = truth.stated!
      if (emitter >= '1.7.1') expect(Math.abs(playtime_seconds - round.played_seconds)).toBeLessThanOrEqual(1)
      const timing = sound.truth.timings!.find((one) => one.key === round.key)!
      if (timing.end_reason === 'SURRENDER' && emitter >= '1.4' && raw_end_reason === 'surrender')
        expect(surrender_team).toBe(3 - round.winner_side)
      if (raw_end_reason === 'objective' && truth.round_key === null) expect(payload.value('Winner')).toBe(payload.value('Defender'))
    }
  })
})

describe('messages', () => {
  test('an id carries the time of its message, and deliveries are in order', () => {
    for (const season of [sound, spoilt]) {
      for (const message of season.messages) {
        const instant = Number(BigInt(message.id) >> 22n) + 1420070400000
        expect(Date.parse(message.timestamp)).toBe(instant)
        expect(message.channel_id).toBe(season.truth.discord!.channel_id)
        expect(message.author.bot).toBe(message.webhook_id !== undefined)
      }
    }
    const times = sound.messages.map((message) => Date.parse(message.timestamp))
    expect(times).toEqual([...times].sort((left, right) => left - right))
  })

  test('a filename message names a file of at least 100 bytes, its size and its round', () => {
    const files = new Map(sound.files.map((file) => [file.file_name, file.bytes.byteLength]))
    const messages = messagesById(sound)
    let tables = 0
    for (const truth of artefactsOf(sound, 'filename_trigger')) {
      const { content, embeds, author } = messages.get(truth.name)!
      const embed = embeds[0] as { title: string; description: string; color: number; footer: { text: string } }
      const name = /^(?:📊|🏆) `([^`]+)`$/u.exec(content)![1]!
      const [, map, number, isTable] = /^.{17}-(.+)-round-(\d)(-endstats)?\.txt$/.exec(name)!
      const isLost = roundOf(sound, truth).stats_file === null
      if (isTable) tables += 1
      expect(author.username).toBe('ET:Legacy Stats')
      expect(embed.title).toBe(isTable ? '🏆 Awards Ready' : '⚡ Round Complete')
      expect(embed.description).toBe(`**${map}** - Round ${number}${isTable ? ' Awards' : ''}`)
      expect(embed.color).toBe(isTable ? 15844367 : 3447003)
      if (isLost && !isTable) continue
      expect(embed.footer.text).toBe(`${files.get(name)!.toLocaleString('en-US')} bytes | Triggering bot...`)
      expect(files.get(name)!).toBeGreaterThanOrEqual(100)
    }
    expect(tables).toBeGreaterThan(20)
  })
})

describe('the truth', () => {
  test.each([
    ['sound', sound],
    ['spoilt', spoilt],
  ])('knows every file and message of the %s season once, and what each is about', (_, season) => {
    const named = season.truth.artefacts!.map((one) => `${one.artefact.endsWith('file') ? one.server : 'discord'}/${one.name}`)
    expect(new Set(named).size).toBe(named.length)
    const written = [...season.files, ...season.gametimes].map((file) => `${file.server}/${file.file_name}`)
    const sent = season.messages.map((message) => `discord/${message.id}`)
    expect(new Set(named)).toEqual(new Set([...written, ...sent]))
    for (const one of season.truth.artefacts!) {
      expect((one.round_key === null) === (one.none_because !== null)).toBe(true)
      const round = roundOf(season, one)
      if (one.none_because === 'not_a_round') continue
      expect(round, one.name).toBeDefined()
      expect(round.role === 'aborted').toBe(one.none_because === 'aborted' || (one.none_because === 'ghost' && round.role === 'aborted'))
      if (one.stated && one.round_key) expect(Math.abs(one.stated.round_end_unix - unix(round.ended_at))).toBeLessThanOrEqual(20)
    }
  })

  test('a play without a payload says why, and one with a payload has what arrived of it', () => {
    const plays = sound.truth.timings!
    expect(plays.length).toBe(sound.truth.rounds.length)
    for (const play of plays) {
      const arrived = play.gametimes_files.length + play.message_ids.length
      expect(arrived === 0).toBe(play.silent_because !== null)
      if (play.silent_because === 'fractional_limit') expect(play.limit_seconds % 60).not.toBe(0)
    }
    expect(new Set(plays.map((play) => play.silent_because))).toEqual(new Set([null, 'fractional_limit', 'cut_off']))
    expect(new Set(plays.map((play) => play.end_reason)).size).toBeGreaterThanOrEqual(5)
  })
})

test('further sources change nothing of the files of the season, nor of what was played', () => {
  const options: SeasonOptions = { seed: 'same', evenings: 3, mapsPerEvening: 3 }
  const [plain, more] = [simulateSeason(options), simulateSeason({ ...options, sources })]
  expect(more.files).toEqual(plain.files)
  expect({ ...more.truth, artefacts: undefined, timings: undefined, tracks: undefined, discord: undefined }).toEqual(plain.truth)
  expect([plain.gametimes, plain.messages, plain.truth.artefacts]).toEqual([[], [], undefined])
})

test('the same options give the same traces', () => {
  const options: SeasonOptions = { seed: 'again', evenings: 4, mapsPerEvening: 3, sources, defects: 'all' }
  const [one, again] = [simulateSeason(options), simulateSeason(options)]
  expect(again).toEqual(one)
  expect(simulateSeason({ ...options, seed: 'other' }).messages).not.toEqual(one.messages)
})

describe('defects', () => {
  const base: SeasonOptions = {
    seed: 'defects',
    evenings: 2,
    mapsPerEvening: 3,
    playersPerTeam: 3,
    generations: ['c0rnp0rn8'],
    emitters: ['1.7.2'],
    incidents: { atMatch: { 0: 'surrender_r1_attackers', 1: 'aborted_r1', 2: 'hold_then_set', 4: 'double_hold' } },
    sources,
  }
  const without = simulateSeason(base)
  const stated = (season: Season) => artefactsOf(season, 'stats_ready').map((one) => one.stated!)
  const count = (season: Season, kind: ArtefactTruth['artefact']) => artefactsOf(season, kind).length
  const hasIncident = (season: Season, pattern: RegExp) =>
    season.truth.rounds.some((round) => round.incidents.some((one) => pattern.test(one)))

  const shows: Record<OfTiming, (season: Season) => void> = {
    bots: (season) => expect(season.truth.rounds.some((round) => round.has_bots)).toBe(true),
    replay: (season) => expect(hasIncident(season, /replayed_r1|same_map_again/)).toBe(true),
    abort: (season) => expect(artefactsOf(season, 'stats_ready').filter((one) => one.none_because === 'aborted').length).toBeGreaterThan(1),
    pause: (season) => expect(stated(season).some((one) => one.pause_count === 1 && one.pause_seconds >= 30)).toBe(true),
    reconnect: (season) => expect(hasIncident(season, /^reconnect/)).toBe(true),
    spectator: (season) => expect(hasIncident(season, /^spectator|^substitution/)).toBe(true),
    fractional_limit: (season) => expect(stated(season).some((one) => one.round_number === 1 && one.limit_minutes % 1 !== 0)).toBe(true),
    lost_stats: (season) => expect(season.truth.rounds.some((round) => round.stats_file === null)).toBe(true),
    twin_server: (season) => {
      const own = new Map(stated(season).map((one) => [one.round_end_unix, one]))
      const twins = season.truth.twin!.rounds.filter((round) =>
        [...own.keys()].some((end) => Math.abs(end - unix(round.ended_at)) <= 40 && round.round_number === 1),
      )
      expect(twins.length).toBeGreaterThan(0)
      const people = (rounds: readonly RoundTruth[], date: string) =>
        rounds.filter((round) => round.key.startsWith(date)).flatMap((round) => round.players.map((player) => player.guid8))
      const date = twins[0]!.key.slice(0, 10)
      const both = new Set(people(season.truth.rounds, date))
      expect(people(season.truth.twin!.rounds, date).filter((guid) => both.has(guid))).toEqual([])
    },
    shared_webhook: (season) => expect(new Set(season.truth.discord!.webhooks.map((one) => one.webhook_id)).size).toBe(2),
    doubled_hour: (season) => {
      const keys = season.truth.rounds.filter((round) => /-10-\d\d-02/.test(round.key)).map((round) => round.key)
      expect(keys.length).toBeGreaterThan(0)
      expect([...keys].sort()).not.toEqual(keys)
    },
    clock_skew: (season) => {
      const off = artefactsOf(season, 'gametimes_file').map((one) => one.stated!.round_end_unix - unix(roundOf(season, one).ended_at))
      expect(off.some((seconds) => seconds !== 0)).toBe(true)
      expect(off.every((seconds) => seconds >= -20 && seconds <= 6)).toBe(true)
    },
    wrong_zone: (season) => {
      const off = season.truth.rounds.map((round) => Math.round((Date.parse(round.stamp_ended_at) - Date.parse(round.ended_at)) / 900_000))
      expect(off.some((quarters) => quarters !== 0)).toBe(true)
      for (const round of season.truth.rounds) expect(round.key.slice(11, 17)).toBe(readAsLjubljana(round.stamp_ended_at))
      expect(artefactsOf(season, 'stats_ready').every((one) => one.none_because || one.hindrance === 'zone_wrong')).toBe(true)
    },
    webhook_lost: (season) =>
      expect([count(season, 'stats_ready'), count(season, 'gametimes_file')]).toEqual([0, without.gametimes.length]),
    gametimes_lost: (season) => expect([season.gametimes.length, count(season, 'stats_ready')]).toEqual([0, count(without, 'stats_ready')]),
    trigger_lost: (season) => expect(count(season, 'filename_trigger')).toBe(0),
    duplicate: (season) => {
      const ids = season.messages.map((message) => message.id)
      expect(ids.length).toBe(2 * without.messages.length)
      expect(new Set(ids).size).toBeLessThan(ids.length)
      expect(new Set(ids).size).toBeGreaterThan(without.messages.length)
    },
    late: (season) => {
      const delays = artefactsOf(season, 'stats_ready').map((one) => Date.parse(one.at) / 1_000 - one.stated!.round_end_unix)
      expect(Math.min(...delays)).toBeGreaterThanOrEqual(60)
    },
    out_of_order: (season) => {
      const ends = artefactsOf(season, 'stats_ready')
        .sort((left, right) => Date.parse(left.at) - Date.parse(right.at))
        .map((one) => one.stated!.round_end_unix)
      expect([...ends].sort()).not.toEqual(ends)
    },
    wrong_round_number: (season) => {
      for (const one of artefactsOf(season, 'stats_ready').filter(({ round_key }) => round_key))
        expect(one.stated!.round_number).toBe(3 - roundOf(season, one).round_number)
    },
    stale_start: (season) => {
      const starts = stated(season).map((one) => one.round_start_unix)
      expect(new Set(starts).size).toBeLessThan(starts.length)
    },
    clamped_start: (season) => {
      const held = artefactsOf(season, 'gametimes_file').filter((one) => one.defects.includes('clamped_start'))
      expect(held.length).toBeGreaterThan(0)
      for (const one of held) {
        const { meta } = readGametimes(textOf(season, one.name))
        expect(one.stated!.playtime_seconds).toBe(Math.floor(one.stated!.limit_minutes * 60 + 0.5))
        expect(meta.warmup_seconds).toBeGreaterThanOrEqual(14)
      }
    },
    ghost: (season) => {
      const ghosts = artefactsOf(season, 'stats_ready').filter((one) => one.none_because === 'ghost')
      expect(ghosts.length).toBeGreaterThan(3)
      for (const { stated: said } of ghosts) expect(said!.playtime_seconds >= 3 && said!.playtime_seconds < 30).toBe(true)
    },
    chain_of_ends: (season) => {
      const chained = artefactsOf(season, 'gametimes_file').filter((one) => one.none_because === 'ghost')
      expect(chained.length).toBeGreaterThan(3)
      for (const one of chained) expect([20, 45]).toContain(one.stated!.round_end_unix - unix(roundOf(season, one).ended_at))
    },
    no_preset_winner: (season) => {
      const aborted = artefactsOf(season, 'stats_ready').filter((one) => one.none_because === 'aborted')
      expect(aborted.length).toBeGreaterThan(0)
      for (const one of aborted) expect(one.stated).toMatchObject({ winner: 0, raw_end_reason: 'surrender', surrender_team: 0 })
    },
    failed_vote: (season) => {
      const voted = artefactsOf(season, 'gametimes_file').filter((one) => one.defects.includes('failed_vote'))
      expect(voted.length).toBeGreaterThan(0)
      for (const one of voted) expect(one.stated!.surrender_team).toBeGreaterThan(0)
    },
    unseen_vote: (season) => {
      const unseen = artefactsOf(season, 'gametimes_file').filter((one) => one.defects.includes('unseen_vote'))
      expect(unseen.length).toBeGreaterThan(0)
      for (const one of unseen) expect(one.stated!.surrender_team).toBe(0)
    },
    quoted_name: (season) => {
      const names = season.messages.flatMap((message) => JSON.stringify(message.embeds).match(/ \\+"ace\\+" /g) ?? [])
      expect(names.length).toBeGreaterThan(0)
      for (const { payload } of payloadsOf(season)) expect(JSON.parse(payload.value('Axis_JSON')!)[0].name).toMatch(/ "ace" \\o\/$/)
      const older = simulateSeason({ ...base, emitters: ['1.6.3'], defects: { quoted_name: 1 } })
      expect(count(older, 'stats_ready')).toBe(0)
      expect(older.gametimes.some((file) => isJson(Buffer.from(file.bytes).toString('utf8')))).toBe(false)
    },
    truncated_roster: (season) => {
      const rosters = artefactsOf(season, 'stats_ready').map((one) => messagesById(season).get(one.name)!)
      for (const message of rosters) {
        const payload = readPayload({ content: message.content, embeds: message.embeds })
        expect(['Axis_JSON', 'Allies_JSON'].filter((name) => !isJson(payload.value(name)!)).length).toBe(1)
      }
      for (const file of season.gametimes) expect(isJson(Buffer.from(file.bytes).toString('utf8'))).toBe(true)
    },
    garbled: (season) => {
      const fields = artefactsOf(season, 'stats_ready').map((one) => one.stated!.garbled_field)
      expect(new Set(fields).size).toBeGreaterThan(4)
    },
    chatter: (season) => expect(count(season, 'other_message')).toBeGreaterThan(3),
  }

  function textOf(season: Season, name: string): string {
    return Buffer.from(season.gametimes.find((file) => file.file_name === name)!.bytes).toString('utf8')
  }
  function readAsLjubljana(stampEnd: string): string {
    const written = new Date(Date.parse(stampEnd) + 3_000)
    return new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Ljubljana', timeStyle: 'medium' }).format(written).replaceAll(':', '')
  }

  test.each(ofTiming)('%s shows where it is switched on', (defect) => {
    const needsTwin = defect === 'shared_webhook'
    const freed = ['replay', 'pause', 'reconnect', 'spectator', 'lost_stats', 'abort', 'bots'].includes(defect) ? { incidents: {} } : {}
    const long = defect === 'doubled_hour' ? { mapsPerEvening: 7 } : {}
    const season = simulateSeason({ ...base, ...freed, ...long, defects: { [defect]: 1, ...(needsTwin ? { twin_server: 1 } : {}) } })
    shows[defect](season)
    const struck = new Set(season.truth.artefacts!.flatMap((one) => one.defects))
    for (const one of struck) expect([defect, 'wrong_zone']).toContain(one)
  })

  test('one switch turns all of them on', () => {
    const struck = new Set(spoilt.truth.artefacts!.flatMap((one) => one.defects))
    const onTraces = ofTiming.filter(
      (name) =>
        !/^(bots|replay|abort|pause|reconnect|spectator|fractional_limit|lost_stats|twin_server|shared_webhook|doubled_hour|webhook_lost|gametimes_lost|trigger_lost)$/.test(
          name,
        ),
    )
    expect(onTraces.filter((name) => !struck.has(name))).toEqual([])
    expect(spoilt.truth.twin).toBeDefined()
  })

  test('a switch moves no other defect', () => {
    const ghosts = simulateSeason({ ...base, defects: { ghost: 0.5 } })
    const both = simulateSeason({ ...base, defects: { ghost: 0.5, late: 0.5, duplicate: 0.5 } })
    expect(both.gametimes).toEqual(ghosts.gametimes)
  })

  test('an unknown defect and an impossible probability are refused', () => {
    expect(() => simulateSeason({ ...base, defects: { rain: 1 } as never })).toThrow(/no defect "rain"/)
    expect(() => simulateSeason({ ...base, defects: { late: 2 } })).toThrow(/probability of late/)
  })
})

test('copies of a season shift files, payloads and messages alike', () => {
  const season = simulateSeason({
    seed: 'copies',
    evenings: 3,
    mapsPerEvening: 2,
    incidents: {},
    emitters: ['1.7.2'],
    sources,
    firstEvening: '2025-09-25',
  })
  const zone = 'Europe/Ljubljana'
  const apart = daysSpannedBy(season.files)
  const files = [...replicateSeason(season.files, 6, apart)].filter((file) => file.kind === 'stats')
  const gametimes = [...replicateGametimes(season.gametimes, 6, apart, zone)]
  const messages = [...replicateMessages(season.messages, 6, apart, zone)]
  expect(gametimes.slice(0, season.gametimes.length)).toEqual(season.gametimes)
  expect(messages.slice(0, season.messages.length)).toEqual(season.messages)
  expect(new Set(messages.map((message) => message.id)).size).toBe(messages.length)
  const stamps = new Set(files.map((file) => file.file_name.slice(0, 17)))
  for (const file of gametimes) {
    const { meta } = readGametimes(Buffer.from(file.bytes).toString('utf8'))
    expect(file.file_name).toContain(String(meta.round_end_unix))
    const shown = (lag: number) =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
        .format(((meta.round_end_unix as number) + lag) * 1_000)
        .replace(' ', '-')
        .replaceAll(':', '')
    expect(stamps.has(shown(3)), file.file_name).toBe(true)
  }
  const named = messages.flatMap((message) => /`(.+-round-\d\.txt)`/.exec(message.content)?.[1] ?? [])
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((name) => !files.some((file) => file.file_name === name))).toEqual([])
})
