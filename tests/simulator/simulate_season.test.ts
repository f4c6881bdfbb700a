import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { generations } from '../../simulator/generations.ts'
import { incidentNames } from '../../simulator/incidents.ts'
import { instantOfLocalTime, localStamp } from '../../simulator/local_clock.ts'
import { type SimulatedFile, simulateSeason } from '../../simulator/simulate_season.ts'
import type { RoundTruth } from '../../simulator/truth.ts'
import { difference, type ReadFile, readStatsText, sumByWeapon } from './read_stats_text.ts'

const season = simulateSeason({ seed: 'tests' })
const rounds = season.truth.rounds
const statsFiles = season.files.filter((file) => file.kind === 'stats')
const read = new Map(statsFiles.map((file) => [file.file_name, readStatsText(decoded(file))]))

function decoded(file: SimulatedFile): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.bytes)
  } catch {
    return Buffer.from(file.bytes).toString('latin1')
  }
}
function fileOf(round: RoundTruth): ReadFile {
  return read.get(round.stats_file!)!
}
function pairOf(round: RoundTruth): [ReadFile, ReadFile] {
  return [fileOf(rounds.find((other) => other.key === round.paired_with)!), fileOf(round)]
}
function digest(files: readonly SimulatedFile[], truth: unknown): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.file_name).update(file.bytes).update(String(file.writtenAt))
  return hash.update(JSON.stringify(truth)).digest('hex')
}
function sums(lines: readonly number[][]): number[] {
  return [0, 1, 2, 3].map((index) => lines.reduce((sum, counters) => sum + counters[index]!, 0))
}

const withFile = rounds.filter((round) => round.stats_file !== null)
const firstHalves = withFile.filter((round) => round.round_number === 1)
const secondHalves = withFile.filter((round) => round.role === 'second_half')
const shortEvenings = { evenings: 1, mapsPerEvening: 2, playersPerTeam: 3 }

describe('the same options give the same bytes', () => {
  test('twice the same seed, once another', () => {
    const options = { ...shortEvenings, evenings: 3 }
    const [one, again, other] = [1, 1, 2]
      .map((seed) => simulateSeason({ ...options, seed }))
      .map(({ files, truth }) => digest(files, truth))
    expect(again).toBe(one)
    expect(other).not.toBe(one)
  })

  test('the bytes of one small season, on every machine', () => {
    const { files, truth } = simulateSeason({ ...shortEvenings, seed: 'pinned' })
    expect(digest(files, truth)).toBe('bd4f7450a197cf492eb4c4e0c6d5bfdb28872ef57b75fe6e0efbadf1feaec85b')
  })

  test('a season of 300 rounds takes less than five seconds of one processor', () => {
    const start = process.cpuUsage()
    expect(simulateSeason({ seed: 3 }).truth.rounds.length).toBeGreaterThanOrEqual(300)
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(5_000)
  })
})

describe('files obey the format', () => {
  test('names say map and stated round, and the local wall clock of writing', () => {
    for (const file of statsFiles) {
      const { header } = read.get(file.file_name)!
      const match = /^(\d{4}-\d{2}-\d{2}-\d{6})-(.+)-round-([12])\.txt$/.exec(file.file_name)!
      expect(match.slice(2)).toEqual([header[1], header[3]])
      expect(match[1]).toBe(localStamp(file.writtenAt, 'Europe/Ljubljana'))
    }
  })

  test('header and tab widths are those of the generation', () => {
    const widths = new Set<string>()
    for (const round of withFile) {
      const { header, lines } = fileOf(round)
      expect(header.length).toBe(round.generation === 'c0rnp0rn8' ? 9 : 8)
      for (const line of lines) expect(line.tabs.length).toBe(round.tab_field_count)
      widths.add(`${header.length}/${round.tab_field_count}`)
    }
    expect([...widths].sort()).toEqual(['8/33', '8/36', '8/37', '8/38', '9/38'])
  })

  test('guids are eight hex digits and never double, bots apart', () => {
    for (const { lines } of read.values()) {
      const guids = lines.map((line) => line.guid8).filter((guid) => !guid.startsWith('OMNIBOT'))
      for (const guid of guids) expect(guid).toMatch(/^[0-9A-F]{8}$/)
      expect(new Set(guids).size).toBe(guids.length)
    }
    const bots = [...read.values()].map(({ lines }) => lines.filter((line) => line.guid8.startsWith('OMNIBOT')).map((line) => line.guid8))
    expect(bots.some((guids) => new Set(guids).size < guids.length)).toBe(true)
  })

  test('head hits never exceed hits, gun hits never shots, needle hits are revives', () => {
    for (const round of withFile) {
      for (const line of fileOf(round).lines) {
        for (const [bit, [hits, shots, , , heads]] of line.cells) {
          expect(heads).toBeLessThanOrEqual(hits!)
          if ((bit >= 2 && bit <= 7) || bit >= 20) expect(hits).toBeLessThanOrEqual(shots!)
        }
        const shots = [...line.cells.values()].reduce((sum, cells) => sum + cells[1]!, 0)
        if (round.tab_field_count === 38) expect(Number(line.tabs[20])).toBe(shots)
        expect(line.tabs[21]).toBe('0.0')
      }
    }
  })

  test('garbage stays where the generation has it', () => {
    const field = (generation: string, index: number) =>
      withFile
        .filter((round) => round.generation === generation && round.round_number === 1 && round.role === 'first_half')
        .flatMap((round) => fileOf(round).lines.map((line) => Number(line.tabs[index])))
    expect(Math.max(...field('g36', 28))).toBeGreaterThan(2_800)
    expect(Math.max(...field('g37', 28))).toBeLessThan(2_800)
    expect(Math.max(...field('g37', 20))).toBeGreaterThan(10_000)
    const inflated = field('g38', 25)
    const right = field('c0rnp0rn8', 25)
    const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
    expect(mean(inflated)).toBeGreaterThan(1.3 * mean(right))
  })

  test('names are written as UTF-8 or as Latin-1, and hold what is awkward', () => {
    const names = [...read.values()].flatMap(({ lines }) => lines.map((line) => line.name))
    for (const name of ['^3Mücke', 'Žabon', ' ^2lead', '@everyone', '__gopher__']) expect(names).toContain(name)
    const isUtf8 = statsFiles.map((file) => Buffer.from(file.bytes).toString('utf8').includes('\ufffd'))
    expect(new Set(isUtf8)).toEqual(new Set([true, false]))
  })
})

describe('headers tell the course of a match', () => {
  test('a second half has the time of its first half as limit', () => {
    for (const round of secondHalves) {
      const [first, second] = pairOf(round)
      expect(second.header[6]).toBe(first.header[7])
    }
  })

  test('a hold leaves the limit in field 7, a set the time', () => {
    for (const round of withFile.filter((one) => one.happened !== 'aborted')) {
      const { header } = fileOf(round)
      const isLost = round.generation === 'g36' && round.round_number === 2
      if (isLost) expect(header[7]).toBe('0:00')
      else if (round.happened === 'held') expect(header[7]).toBe(header[6])
      else
        expect(header[7]).toBe(`${Math.floor(round.played_seconds / 60)}:${String(Math.floor(round.played_seconds % 60)).padStart(2, '0')}`)
      expect([header[4], header[5]]).toEqual([String(round.defender_side), String(round.winner_side)])
      expect(round.winner_side === round.defender_side).toBe(round.happened === 'held')
    }
    expect(new Set(rounds.map((round) => round.defender_side))).toEqual(new Set([1, 2]))
  })

  test('a round that was cut off states the other half', () => {
    const aborted = withFile.filter((round) => round.happened === 'aborted')
    expect(aborted.length).toBeGreaterThan(3)
    for (const round of aborted) {
      const { header } = fileOf(round)
      expect(round.stated_round_number).toBe(3 - round.round_number)
      expect(header[3]).toBe(String(round.stated_round_number))
      if (round.round_number === 2) expect(header[7]).toBe(header[6])
      if (round.round_number === 1 && generations[round.generation].hasNonsenseNexttime)
        expect(minutesOf(header[7]!)).toBeGreaterThan(minutesOf(header[6]!))
      if (header.length === 9) expect(Number(header[8])).toBeLessThan(0)
    }
  })

  function minutesOf(clock: string): number {
    const [minutes, seconds] = clock.split(':').map(Number)
    return minutes! + seconds! / 60
  }
})

describe('what one player gives another receives', () => {
  test('in every first half, unless somebody reconnected inside it', () => {
    for (const round of firstHalves) {
      const { lines } = fileOf(round)
      const [kills, deaths] = [sumByWeapon(lines, 2), sumByWeapon(lines, 3)]
      const [given, received, teamGiven, teamReceived] = sums(lines.map((line) => line.tabs.slice(0, 4).map(Number)))
      if (round.role === 'first_half' && round.incidents.includes('reconnect_in_r1')) {
        expect(deaths, round.key).not.toEqual(kills)
        continue
      }
      expect(deaths, round.key).toEqual(kills)
      expect([received, teamReceived], round.key).toEqual([given, teamGiven])
    }
  })

  test('in every second half after the difference, unless somebody reconnected inside it', () => {
    for (const round of secondHalves) {
      const gains = difference(...pairOf(round))
      const [given, received, teamGiven, teamReceived] = sums(gains.map((gain) => gain.counters))
      if (round.incidents.includes('reconnect_in_r2')) {
        expect(sumByWeapon(gains, 3), round.key).not.toEqual(sumByWeapon(gains, 2))
        continue
      }
      expect(sumByWeapon(gains, 3), round.key).toEqual(sumByWeapon(gains, 2))
      expect([received, teamReceived], round.key).toEqual([given, teamGiven])
    }
  })
})

describe('the truth says what the files carry', () => {
  test('players of second halves by mode, counters and cells', () => {
    for (const round of secondHalves) {
      for (const gain of difference(...pairOf(round))) {
        const player = round.players.find((one) => one.guid8 === gain.line.guid8 && one.name_raw === gain.line.name)!
        expect(player.difference_mode, `${round.key} ${player.name}`).toBe(gain.mode)
        if (gain.mode === 'absent') {
          expect(player.values.kills).toBeNull()
          continue
        }
        const { values } = player
        const written = [values.damage_given, values.damage_received, values.team_damage_given, values.team_damage_received]
        expect([...written, values.gibs, values.self_kills, values.team_kills, values.team_gibs]).toEqual(gain.counters)
        expect(values.minutes_played).toBe(gain.minutes)
        for (const [bit, [hits, shots, kills, deaths, headshots]] of gain.cells) {
          expect(player.weapons![bit], `${round.key} ${player.name} ${bit}`).toEqual({ hits, shots, kills, deaths, headshots })
        }
      }
    }
    const modes = new Set(secondHalves.flatMap((round) => round.players.map((player) => player.difference_mode)))
    expect(modes).toEqual(new Set(['continued', 'reset', 'new', 'absent']))
  })

  test('players of first halves as written', () => {
    for (const round of firstHalves) {
      const { lines } = fileOf(round)
      expect(round.players.length).toBe(lines.length)
      for (const line of lines) {
        const player = round.players.find((one) => one.guid8 === line.guid8 && one.name_raw === line.name)!
        expect(player.values.damage_given).toBe(Number(line.tabs[0]))
        expect(player.values.minutes_played).toBe(Number(line.tabs[22]))
        expect(player.values.xp).toBe(Number(line.tabs[9]))
        expect(player.values.alive_percent).toBeCloseTo(Number(line.tabs[8]), 6)
        expect(player.values.revives).toBe(line.cells.get(27)?.[0] ?? 0)
        if (round.tab_field_count === 38) expect(player.values.revives).toBe(Number(line.tabs[37]))
        if (round.tab_field_count === 33) expect(player.values.double_kills).toBe(Number(line.tabs[28]))
      }
    }
  })

  test('nobody loses a number but who reconnects', () => {
    for (const round of withFile.filter((one) => one.role === 'first_half' || one.role === 'second_half')) {
      for (const player of round.players.filter((one) => one.difference_mode !== 'absent')) {
        if (player.lost_a_stay) expect(round.incidents.some((incident) => incident.startsWith('reconnect_in'))).toBe(true)
        else expect([player.values.kills, player.values.deaths]).toEqual([player.played.kills, player.played.deaths])
      }
    }
  })

  test('knife shots that went down are not negative', () => {
    const decreased = secondHalves.flatMap((round) => {
      const [first, second] = pairOf(round)
      return second.lines.filter(
        (line) => (line.cells.get(0)?.[1] ?? 0) < (first.lines.find((one) => one.guid8 === line.guid8)?.cells.get(0)?.[1] ?? 0),
      )
    })
    expect(decreased.length).toBeGreaterThan(0)
    for (const round of secondHalves) for (const player of round.players) expect(player.weapons?.[0]?.shots ?? 0).toBeGreaterThanOrEqual(0)
  })

  test('known durations lie within the precision of what told them', () => {
    for (const round of withFile) {
      if (round.duration_seconds === null) continue
      const precision = { playtime_field: 0.001, header_time: 1, player_time: 7 }[round.duration_source!]
      expect(Math.abs(round.duration_seconds - round.played_seconds), round.key).toBeLessThanOrEqual(precision)
    }
  })

  test('points are two a counted match and sessions hold their sum', () => {
    for (const match of season.truth.matches) if (match.points) expect(match.points.a + match.points.b).toBe(2)
    for (const session of season.truth.sessions) {
      expect(session.teams.a.points + session.teams.b.points).toBe(2 * session.counted_matches)
      expect(session.teams.a.guid8.filter((guid) => session.teams.b.guid8.includes(guid))).toEqual([])
    }
    expect(season.truth.sessions.length).toBeGreaterThanOrEqual(25)
  })
})

describe('incidents', () => {
  test('every kind happens in a season of at least 300 rounds', () => {
    expect(rounds.length).toBeGreaterThanOrEqual(300)
    const seen = new Set(rounds.flatMap((round) => round.incidents))
    expect(incidentNames.filter((name) => !seen.has(name))).toEqual([])
    expect(new Set(rounds.map((round) => round.role))).toEqual(
      new Set(['first_half', 'second_half', 'superseded', 'orphan', 'aborted', 'header_only']),
    )
  })

  test.each(incidentNames)('%s happens where it is asked for and nowhere else', (incident) => {
    const forced = simulateSeason({
      seed: 7,
      evenings: 1,
      mapsPerEvening: 3,
      playersPerTeam: 3,
      generations: ['g38'],
      incidents: { atMatch: { 1: incident } },
    })
    const struck = forced.truth.rounds.filter((round) => round.incidents.length > 0)
    expect(struck.length).toBeGreaterThan(0)
    for (const round of struck) expect(round.incidents).toEqual([incident])
    expect(new Set(struck.map((round) => round.match_key)).size).toBeLessThanOrEqual(2)
    expect(forced.truth.rounds.filter((round) => round.incidents.length === 0).every((round) => round.role.endsWith('_half'))).toBe(true)
  })

  test('an incident that cannot happen is refused', () => {
    expect(() => simulateSeason({ ...shortEvenings, incidents: { atMatch: { 0: 'same_map_again' } } })).toThrow(
      /same_map_again cannot happen at match 0/,
    )
  })
})

describe('the clock on the wall', () => {
  test('an evening in the doubled hour shows its times twice', () => {
    const doubled = rounds.filter((round) => round.key.startsWith('2025-10-26-02') && round.stats_file !== null)
    const instants = doubled.map((round) => Date.parse(round.written_at))
    expect(instants.some((instant) => instant < Date.parse('2025-10-26T01:00:00Z'))).toBe(true)
    expect(instants.some((instant) => instant >= Date.parse('2025-10-26T01:00:00Z'))).toBe(true)
    const keys = doubled.map((round) => round.key)
    expect([...keys].sort()).not.toEqual(keys)
  })

  test('evenings cross midnight', () => {
    const crossing = secondHalves.filter((round) => round.paired_with!.slice(0, 10) !== round.key.slice(0, 10))
    expect(crossing.length).toBeGreaterThan(0)
  })

  test('local times become instants and back', () => {
    const zone = 'Europe/Ljubljana'
    expect(new Date(instantOfLocalTime('2025-10-26', '02:30', zone)).toISOString()).toBe('2025-10-26T00:30:00.000Z')
    expect(new Date(instantOfLocalTime('2025-10-26', '03:00', zone)).toISOString()).toBe('2025-10-26T02:00:00.000Z')
    expect(localStamp(Date.parse('2025-10-26T01:30:00Z'), zone)).toBe('2025-10-26-023000')
    expect(localStamp(Date.parse('2025-07-01T22:30:15.900Z'), zone)).toBe('2025-07-02-003015')
    expect(localStamp(Date.parse('2025-07-01T22:30:15Z'), 'UTC')).toBe('2025-07-01-223015')
  })
})
