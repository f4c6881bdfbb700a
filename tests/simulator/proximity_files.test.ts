import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TrackTruth } from '../../simulator/artefact_truth.ts'
import type { SeasonOptions } from '../../simulator/plan_season.ts'
import type { ProximityFile } from '../../simulator/proximity/leave_proximity_files.ts'
import { trackerNames } from '../../simulator/proximity/trackers.ts'
import { replicateProximity } from '../../simulator/replicate_season.ts'
import { type Season, simulateSeason } from '../../simulator/simulate_season.ts'
import type { RoundTruth } from '../../simulator/truth.ts'
import { column, type ReadProximity, readProximityText } from './read_proximity_text.ts'

const checker = new URL('../../../shared/tools/check_prox.py', import.meta.url).pathname
const season = simulateSeason({
  seed: 'tracks',
  evenings: 4,
  mapsPerEvening: 3,
  playersPerTeam: 3,
  generations: ['c0rnp0rn8'],
  incidents: { atMatch: { 1: 'pause', 4: 'reconnect_in_r2', 7: 'aborted_r1_map_change', 8: 'bots', 10: 'spectator_r2' } },
  sources: ['proximity'],
})
const texts = new Map(season.proximity.map((file) => [file.file_name, textOf(file)]))
const read = new Map([...texts].map(([name, text]) => [name, readProximityText(text)]))

function textOf(file: ProximityFile): string {
  const bytes = Buffer.from(file.read())
  const text = bytes.toString('utf8')
  return text.includes('\ufffd') ? bytes.toString('latin1') : text
}
function roundOf(from: Season, track: TrackTruth): RoundTruth {
  return from.truth.rounds.find((round) => round.key === track.played_key)!
}
function* filesOf(): Generator<{ track: TrackTruth; file: ReadProximity; round: RoundTruth }> {
  for (const track of season.truth.tracks!) yield { track, file: read.get(track.file_name)!, round: roundOf(season, track) }
}
function numbers(file: ReadProximity, section: string, name: string): number[] {
  return column(file, section, name).map(Number)
}
function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

describe('layouts', () => {
  const five =
    'SPAWN_TIMING TEAM_COHESION CROSSFIRE_OPPORTUNITIES FOCUS_FIRE TEAM_PUSHES TRADE_KILLS REVIVES WEAPON_ACCURACY KILL_OUTCOME HIT_REGIONS COMBAT_POSITIONS'
  const six =
    'SHOT_FIRED AIM_LOCK CARRIER_EVENTS CARRIER_KILLS CARRIER_RETURNS VEHICLE_PROGRESS ESCORT_CREDIT CONSTRUCTION_EVENTS OBJECTIVE_RUNS'
  const always = ['ENGAGEMENTS', 'PLAYER_TRACKS', 'KILL_HEATMAP', 'MOVEMENT_HEATMAP']
  const order = [...always, 'OBJECTIVE_FOCUS', 'REACTION_METRICS', ...five.split(' '), ...six.split(' ')]

  test('each layout has its header and its sections, in order, none without rows but the first four', () => {
    const seen = new Set<string>()
    for (const { track, file, round } of filesOf()) {
      seen.add(track.tracker)
      const names = [...file.sections.keys()]
      expect(names).toEqual(order.filter((name) => names.includes(name)))
      expect(names.slice(0, 4)).toEqual(always)
      for (const name of names.slice(4)) expect(file.sections.get(name)!.rows.length, name).toBeGreaterThan(0)
      expect(file.family).toBe({ v4: 4, v4r: 4, v52: 5, v611: 6 }[track.tracker])
      expect(names.includes('REACTION_METRICS')).toBe(track.tracker !== 'v4')
      expect(names.includes('SPAWN_TIMING')).toBe(file.family > 4)
      expect(names.includes('SHOT_FIRED')).toBe(file.family === 6)
      const settings = [...file.header.keys()]
      expect(settings.slice(0, 8).join()).toBe(
        'map,round,crossfire_window,escape_time,escape_distance,position_sample_interval,round_start_unix,round_end_unix',
      )
      expect(settings.length).toBe({ 4: 8, 5: 10, 6: 13 }[file.family])
      expect(file.header.get('map')).toBe(round.map_name)
      expect(file.header.get('round')).toBe(String(track.stated_round_number))
      for (const { columns, rows } of file.sections.values()) for (const row of rows) expect(row.length).toBe(columns.length)
    }
    expect(seen).toEqual(new Set(trackerNames))
  })

  test('name and header say when the round ended; the old layouts say 1 in both halves', () => {
    const halves = new Set<string>()
    for (const { track, file, round } of filesOf()) {
      const [, stamp, map, number] = /^(\d{4}-\d{2}-\d{2}-\d{6})-(.+)-round-(\d)_engagements\.txt$/.exec(track.file_name)!
      const seconds = (text: string) =>
        Date.parse(`${text.slice(0, 10)}T${text.slice(11, 13)}:${text.slice(13, 15)}:${text.slice(15)}Z`) / 1_000
      expect([map, number]).toEqual([round.map_name, file.header.get('round')])
      expect(number).toBe(track.tracker.startsWith('v4') ? '1' : String(round.round_number))
      halves.add(`${track.tracker} ${round.round_number} says ${number}`)
      expect(Number(file.header.get('round_end_unix'))).toBe(Math.floor(Date.parse(round.ended_at) / 1_000))
      expect(Number(file.header.get('round_start_unix'))).toBe(Math.floor(Date.parse(round.started_at) / 1_000))
      const written = seconds(round.key.slice(0, 17)) - seconds(stamp!)
      expect([-1, 0, 2, 3]).toContain(written)
    }
    expect(halves).toContain('v4 2 says 1')
    expect(halves).toContain('v611 2 says 2')
  })

  test.runIf(existsSync(checker))('the independent checker finds nothing', () => {
    expect(check(season.proximity)).toEqual(season.proximity.map(() => 'OK'))
  })
})

function check(files: readonly ProximityFile[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'fullhold-proximity-'))
  const paths = files.map((file) => {
    const path = join(folder, file.file_name)
    writeFileSync(path, file.read())
    return path
  })
  try {
    const lines = execFileSync('python3', [checker, ...paths], { encoding: 'utf8' })
      .trim()
      .split('\n')
    return lines.map((line) => line.split(' ').slice(2).join(' '))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('the same round as in every other source', () => {
  test('every death is one engagement that ends in it, with the time, the victim and the killer of the truth', () => {
    for (const { track, file } of filesOf()) {
      const { columns, rows } = file.sections.get('ENGAGEMENTS')!
      const at = (row: readonly string[], name: string) => row[columns.indexOf(name)]!
      const told = rows
        .filter((row) => at(row, 'outcome') === 'killed')
        .map((row) => `${at(row, 'end_time')} ${at(row, 'killer_guid')} ${at(row, 'target_guid')}`)
      expect(told.sort(), track.file_name).toEqual(track.deaths.map((one) => `${one.at_ms} ${one.killer_guid} ${one.victim_guid}`).sort())
    }
  })

  test('kills and deaths by player are those of the stats file', () => {
    let compared = 0
    for (const { track, round } of filesOf()) {
      const kills = counted(track.deaths.flatMap((one) => (one.kind === 'kill' ? [one.killer_guid.slice(0, 8)] : [])))
      const deaths = counted(track.deaths.flatMap((one) => (one.kind === 'kill' ? [one.victim_guid.slice(0, 8)] : [])))
      for (const player of round.players.filter((one) => !one.is_bot)) {
        expect([kills.get(player.guid8) ?? 0, deaths.get(player.guid8) ?? 0]).toEqual([player.played.kills, player.played.deaths])
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(100)
  })

  test('spawn timing, combat positions and kill outcomes of the newer layouts are the enemy kills', () => {
    for (const { track, file } of filesOf()) {
      if (file.family < 5) continue
      const enemy = track.deaths.filter((one) => one.kind === 'kill').map((one) => one.at_ms)
      expect(numbers(file, 'SPAWN_TIMING', 'kill_time')).toEqual(enemy)
      expect(numbers(file, 'COMBAT_POSITIONS', 'time')).toEqual(enemy)
      const mods = numbers(file, 'COMBAT_POSITIONS', 'mod')
      const plain = enemy.filter((_, index) => mods[index] !== 37 && mods[index] !== 38)
      expect(numbers(file, 'KILL_OUTCOME', 'kill_time').sort((left, right) => left - right)).toEqual(plain)
      const offsets = new Set<string>()
      const { columns, rows } = file.sections.get('SPAWN_TIMING')!
      for (const row of rows) {
        const at = (name: string) => row[columns.indexOf(name)]!
        const [interval, next, time] = ['enemy_spawn_interval', 'time_to_next_spawn', 'kill_time'].map((name) => Number(at(name)))
        expect(next! >= 1 && next! <= interval!).toBe(true)
        offsets.add(`${at('victim_team')} ${(((interval! - next! - time!) % interval!) + interval!) % interval!}`)
      }
      expect(offsets.size).toBeLessThanOrEqual(2)
    }
  })

  test('shots and hits by player are those of the stats file, where nobody left', () => {
    let compared = 0
    for (const { file, round } of filesOf()) {
      if (file.family < 6 || round.has_bots || round.incidents.length > 0 || round.role === 'aborted') continue
      const fired = counted(column(file, 'SHOT_FIRED', 'guid').map((guid) => guid.slice(0, 8)))
      const guids = column(file, 'WEAPON_ACCURACY', 'player_guid')
      for (const player of round.players) {
        const sum = (name: string) =>
          numbers(file, 'WEAPON_ACCURACY', name).reduce(
            (total, value, index) => (guids[index]!.startsWith(player.guid8) ? total + value : total),
            0,
          )
        expect(fired.get(player.guid8) ?? 0).toBe(sum('shots_fired'))
        expect(sum('kills')).toBe(player.played.kills)
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(10)
  })

  test('a life begins with each spawn, and those who live at the end end together', () => {
    for (const { track, file, round } of filesOf()) {
      const types = column(file, 'PLAYER_TRACKS', 'death_type')
      expect(types.length, track.file_name).toBe(track.spawns)
      const ends = numbers(file, 'PLAYER_TRACKS', 'death_time').filter((_, index) => ['round_end', 'shutdown'].includes(types[index]!))
      expect(new Set(ends)).toEqual(new Set([track.clock_end_ms]))
      expect(types.includes('shutdown')).toBe(round.role === 'aborted')
      const latest = Math.max(...numbers(file, 'ENGAGEMENTS', 'end_time'), ...ends)
      expect(latest).toBe(track.clock_end_ms)
    }
  })

  test('revives are those of the round, with the true reviver in the outcome', () => {
    for (const { track, file } of filesOf()) {
      if (file.family < 5) continue
      expect(column(file, 'REVIVES', 'time').length).toBe(track.revives)
      const revivers = column(file, 'KILL_OUTCOME', 'reviver_guid')
      const outcomes = column(file, 'KILL_OUTCOME', 'outcome')
      expect(revivers.map((guid) => guid !== '')).toEqual(outcomes.map((outcome) => outcome === 'revived'))
      expect(outcomes.includes('gibbed')).toBe(file.family === 6)
    }
  })

  test('what is cut off leaves a file only with a newer tracker and no restart; spectators leave nothing in any', () => {
    const aborted = season.truth.rounds.filter((round) => round.role === 'aborted')
    const told = season.truth.artefacts!.filter((one) => one.artefact === 'proximity_file' && one.none_because === 'aborted')
    expect(aborted.length).toBe(1)
    expect(told.map((one) => one.played_key)).toEqual(aborted.map((round) => round.key))
    for (const { file, round } of filesOf()) {
      const watching = round.players.filter((player) => player.side === null).map((player) => player.guid8)
      expect(column(file, 'PLAYER_TRACKS', 'guid').filter((guid) => watching.includes(guid.slice(0, 8)))).toEqual([])
    }
    const bots = [...filesOf()].filter(({ round }) => round.has_bots)
    expect(bots.length).toBeGreaterThan(0)
    for (const { file } of bots) expect(column(file, 'PLAYER_TRACKS', 'guid').some((guid) => guid.startsWith('OMNIBOT'))).toBe(true)
  })
})

describe('defects', () => {
  const base: SeasonOptions = {
    seed: 'spoilt tracks',
    evenings: 2,
    mapsPerEvening: 2,
    playersPerTeam: 2,
    generations: ['c0rnp0rn8'],
    incidents: {},
    sources: ['proximity'],
  }
  const spoil = (defect: string, tracker: (typeof trackerNames)[number]) =>
    simulateSeason({ ...base, trackers: [tracker], defects: { [defect]: 1 } })
  const spawns = (file: ProximityFile) => numbers(readProximityText(textOf(file)), 'PLAYER_TRACKS', 'spawn_time')

  test('the clock of an old tracker below zero: negative times, and a hole before the first sample', () => {
    const { proximity, truth } = spoil('negative_times', 'v4')
    for (const [index, file] of proximity.entries()) {
      expect(Math.min(...spawns(file))).toBe(truth.tracks![index]!.clock_zero_ms)
      expect(Math.min(...spawns(file))).toBeLessThanOrEqual(-600)
      const paths = column(readProximityText(textOf(file)), 'PLAYER_TRACKS', 'path').map((path) =>
        path.split('|').map((one) => one.split(',')),
      )
      const samples = paths.flatMap((path) => path.filter((one) => one[9] === 'sample').map((one) => Number(one[0])))
      expect(Math.min(...samples)).toBeGreaterThanOrEqual(200)
    }
  })

  test('a clock that drifts, and one that began when the map was loaded', () => {
    const zeros = (season: Season) => season.truth.tracks!.map((track) => track.clock_zero_ms)
    expect(new Set(zeros(spoil('clock_drift', 'v4r'))).size).toBeGreaterThan(3)
    const anchored = spoil('map_load_anchor', 'v52')
    for (const [index, file] of anchored.proximity.entries()) {
      expect(zeros(anchored)[index]).toBeGreaterThanOrEqual(60_000)
      expect(Math.min(...spawns(file))).toBe(zeros(anchored)[index])
    }
    expect(new Set(zeros(spoil('map_load_anchor', 'v611')))).toEqual(new Set([500]))
  })

  test('a second half of a newer tracker that says 1, in name and header', () => {
    const { proximity, truth } = spoil('says_one', 'v611')
    expect(truth.tracks!.map((track) => track.stated_round_number)).toEqual(proximity.map(() => 1))
    for (const file of proximity) {
      expect(file.file_name).toContain('-round-1_engagements')
      expect(readProximityText(textOf(file)).header.get('round')).toBe('1')
    }
    expect(truth.tracks!.filter((track) => roundOf({ truth } as Season, track).round_number === 2).length).toBe(4)
  })

  test('no sample of an old tracker that sprints; some do without the defect', () => {
    const sprints = (season: Season) =>
      season.proximity.some((file) =>
        column(readProximityText(textOf(file)), 'PLAYER_TRACKS', 'path').some((path) => /,1,sample/.test(path)),
      )
    expect(sprints(spoil('no_sprint', 'v4'))).toBe(false)
    expect(sprints(simulateSeason({ ...base, trackers: ['v4'] }))).toBe(true)
  })

  test('a file that breaks off, written again by a newer tracker, as short, under a later stamp', () => {
    const { proximity, truth } = spoil('truncated_file', 'v52')
    const again = truth.artefacts!.filter((one) => one.hindrance === 'written_again')
    expect(again.length).toBe(2)
    for (const one of again) {
      const twins = truth.tracks!.filter((track) => track.played_key === one.round_key)
      const [first, second] = twins.map((track) => proximity.find((file) => file.file_name === track.file_name)!)
      expect(twins.map((track) => track.is_truncated)).toEqual([true, true])
      expect(twins[0]!.round_start_unix).toBe(twins[1]!.round_start_unix)
      expect(twins[0]!.round_end_unix).toBeLessThan(twins[1]!.round_end_unix)
      expect(second!.read().byteLength).toBe(first!.read().byteLength)
      expect(textOf(first!).endsWith('\n')).toBe(false)
    }
    expect(spoil('truncated_file', 'v4').proximity.length).toBe(8)
  })

  test('a lost file, and a section and a column that nobody knows', () => {
    expect(spoil('proximity_lost', 'v611').proximity).toEqual([])
    for (const file of spoil('unknown_parts', 'v611').proximity) {
      const { sections } = readProximityText(textOf(file))
      expect(sections.has('FOOTSTEP_NOISE')).toBe(true)
      expect(sections.get('KILL_HEATMAP')!.columns.length).toBe(5)
    }
  })

  test.runIf(existsSync(checker))('all at once: what neither breaks off nor has unknown columns still passes the checker', () => {
    const all = simulateSeason({ ...base, evenings: 4, seed: 'everything', defects: 'all' })
    const spared = all.truth.artefacts!.filter(
      (one) => !one.defects.some((defect) => defect === 'truncated_file' || defect === 'unknown_parts'),
    )
    const names = new Set(spared.map((one) => `${one.server}/${one.name}`))
    const files = all.proximity.filter((file) => names.has(`${file.server}/${file.file_name}`))
    expect(files.length).toBeGreaterThan(8)
    expect(check(files)).toEqual(files.map(() => 'OK'))
  })
})

test('the same options give the same bytes; other sources change nothing', () => {
  const options: SeasonOptions = { seed: 'again', evenings: 1, mapsPerEvening: 1, trackers: ['v611'], sources: ['proximity'] }
  const [one, again] = [simulateSeason(options), simulateSeason({ ...options, sources: ['proximity', 'gametimes'] })]
  expect(again.proximity.map(textOf)).toEqual(one.proximity.map(textOf))
  expect(one.proximity.map(textOf)).toEqual(one.proximity.map(textOf))
  expect(again.files).toEqual(one.files)
})

test('copies of proximity files shift name and header alone', () => {
  const [original] = season.proximity
  const [first, second] = [...replicateProximity([original!], 2, 100, 'Europe/Ljubljana')]
  expect(Buffer.compare(first!.read(), original!.read())).toBe(0)
  const [one, other] = [first!, second!].map((file) => readProximityText(textOf(file)))
  expect(second!.file_name.slice(10)).toBe(original!.file_name.slice(10))
  expect(Number(other!.header.get('round_end_unix')) - Number(one!.header.get('round_end_unix'))).toBe(100 * 86_400 + 3_600)
  expect(other!.sections).toEqual(one!.sections)
})
