import { expect, test } from 'vitest'
import { engineName } from '../../simulator/player_name.ts'
import { simulateSeason } from '../../simulator/simulate_season.ts'
import type { RoundTruth } from '../../simulator/truth.ts'

const season = simulateSeason({ seed: 'endstats', evenings: 12, generations: ['g33', 'g37', 'g38', 'c0rnp0rn7', 'c0rnp0rn8'] })
const texts = new Map(season.files.map((file) => [file.file_name, Buffer.from(file.bytes).toString('utf8')]))
const told = season.truth.rounds.filter((round) => round.endstats_files.length > 0)

function rowsOf(round: RoundTruth): string[][] {
  return round.endstats_files.flatMap((name) =>
    texts
      .get(name)!
      .slice(0, -1)
      .split('\n')
      .map((line) => line.split('\t')),
  )
}
function isVersus(row: readonly string[]): boolean {
  return row[0] !== 'VS_HEADER' && /^\d+$/.test(row[1]!) && /^\d+$/.test(row[2]!)
}
function awardsOf(round: RoundTruth): string[][] {
  const rows = rowsOf(round)
  const end = rows.findIndex((row) => row[0] === 'VS_HEADER' || isVersus(row))
  return rows.slice(0, end < 0 ? rows.length : end)
}
function secondsBefore(round: RoundTruth, name: string): number {
  const instant = (file: string) =>
    Date.parse(`${file.slice(0, 10)}T${file.slice(11, 13)}:${file.slice(13, 15)}:${file.slice(15, 17)}Z`) / 1_000
  return instant(round.key) - instant(name)
}

test('stamps lie one to three seconds before the stats file, split files one second apart', () => {
  expect(told.length).toBeGreaterThan(50)
  for (const round of told) {
    for (const name of round.endstats_files) {
      expect(name).toMatch(/^\d{4}-\d{2}-\d{2}-\d{6}-.+-round-[12]-endstats\.txt$/)
      expect([1, 2, 3]).toContain(secondsBefore(round, name))
    }
    const [first, second] = round.endstats_files
    if (second) expect(secondsBefore(round, first!) - secondsBefore(round, second)).toBe(1)
  }
})

test('which rounds have tables follows the generation and the end', () => {
  const isOld = (round: RoundTruth) => round.generation !== 'c0rnp0rn8'
  for (const round of told) {
    expect(round.generation).not.toBe('g33')
    expect(['first_half', 'second_half', 'superseded', 'orphan']).toContain(round.role)
    if (isOld(round)) expect(round.surrendered_by).toBeNull()
    else expect(round.endstats_files.length).toBe(1)
    expect(rowsOf(round).some((row) => row[0] === 'VS_HEADER')).toBe(!isOld(round))
  }
  expect(told.some((round) => round.endstats_files.length === 2)).toBe(true)
  const played = season.truth.rounds.filter(
    (round) => round.generation === 'c0rnp0rn8' && round.happened !== 'aborted' && round.role !== 'header_only',
  )
  for (const round of played) expect(round.endstats_files.length).toBe(1)
})

test('every row has three columns, line feeds alone, names without colour codes', () => {
  for (const round of told) {
    for (const name of round.endstats_files) expect(texts.get(name)).not.toContain('\r')
    for (const row of rowsOf(round)) expect(row.length).toBe(3)
    const names = new Set(round.players.map((player) => engineName(player.name_raw)))
    for (const row of rowsOf(round)) expect(names).toContain(row[0] === 'VS_HEADER' || !isVersus(row) ? row[1] : row[0])
  }
})

test('an award is printed only above one, the two wrong labels stand together', () => {
  let relabelled = 0
  for (const round of told) {
    const rows = awardsOf(round)
    const firstNumber = (text: string) => Number(/[\d.]+/.exec(text)![0])
    const spree = rows.map((row) => row[0]).lastIndexOf('Longest killing spree')
    const meant = rows.flatMap((row, index) => {
      if (index === spree && (rows.findIndex((other) => other[0] === 'Longest killing spree') < spree || firstNumber(row[2]!) < 3))
        return []
      if (row[0] !== 'Most objectives stolen') return [row]
      relabelled += 1
      expect(index).toBe(spree + 1)
      expect(firstNumber(row[2]!)).toBeGreaterThan(3)
      return [['Most useless kills', ...row.slice(1)]]
    })
    for (const row of meant) expect(firstNumber(row[2]!), row.join(' ')).toBeGreaterThan(1)
    expect(meant.map((row) => [row[0], row[2]])).toEqual(round.awards.map(({ award, text }) => [award, text]))
  }
  expect(relabelled).toBeGreaterThan(0)
})

test('session awards of a second half count both halves, round awards only the second', () => {
  const second = told.filter((round) => round.role === 'second_half' && round.incidents.length === 0)
  expect(second.length).toBeGreaterThan(10)
  for (const round of second) {
    const value = (award: string) => round.awards.find((one) => one.award === award)?.value ?? null
    const most = (list: readonly number[]) => (Math.max(...list) > 1 ? Math.max(...list) : null)
    expect(value('Most damage given')).toBe(most(round.players.map((player) => player.written.damage_given)))
    expect(value('Most deaths')).toBe(most(round.players.map((player) => player.written.deaths)))
    expect(value('Most kill assists')).toBe(most(round.players.map((player) => player.values.kill_assists!)))
    expect(value('Most grenade kills')).toBe(most(round.players.map((player) => player.weapons![11]?.kills ?? 0)))
    expect(value('Most playtime denied')).toBe(most(round.players.map((player) => player.values.denied_seconds!)))
  }
})

test('versus rows mirror each other and count this round alone', () => {
  for (const round of told) {
    for (const pair of round.versus) {
      const mirrored = round.versus.find((other) => other.guid8 === pair.opponent_guid8 && other.opponent_guid8 === pair.guid8)
      if (!pair.guid8.startsWith('OMNIBOT') && !pair.opponent_guid8.startsWith('OMNIBOT'))
        expect(mirrored).toMatchObject({ kills: pair.deaths, deaths: pair.kills })
      expect(pair.kills + pair.deaths).toBeGreaterThan(0)
    }
    expect(
      rowsOf(round)
        .filter(isVersus)
        .map((row) => [Number(row[1]), Number(row[2])]),
    ).toEqual(round.versus.map((pair) => [pair.kills, pair.deaths]))
    const isWhole = round.incidents.every(
      (incident) => incident.startsWith('surrender') || incident === 'pause' || incident.endsWith('hold'),
    )
    if (!isWhole || round.role === 'orphan') continue
    for (const player of round.players) {
      const killed = round.versus.filter((pair) => pair.guid8 === player.guid8).reduce((sum, pair) => sum + pair.kills, 0)
      expect(killed, `${round.key} ${player.name}`).toBe(player.values.kills)
    }
  }
})

test('who disconnects takes his duels with him, on both sides', () => {
  const forced = simulateSeason({
    seed: 5,
    evenings: 1,
    mapsPerEvening: 1,
    generations: ['c0rnp0rn8'],
    incidents: { atMatch: { 0: 'reconnect_in_r1' } },
  })
  const round = forced.truth.rounds.find((one) => one.round_number === 1)!
  const back = round.players.find((player) => player.lost_a_stay)!
  expect(back.values.kills).toBeLessThan(back.played.kills)
  const own = round.versus.filter((pair) => pair.guid8 === back.guid8)
  const theirs = round.versus.filter((pair) => pair.opponent_guid8 === back.guid8)
  expect(own.reduce((sum, pair) => sum + pair.kills, 0)).toBe(back.values.kills)
  expect(theirs.reduce((sum, pair) => sum + pair.kills, 0)).toBe(back.values.deaths)
})

test('no tables where none are wanted', () => {
  const without = simulateSeason({ seed: 1, evenings: 1, mapsPerEvening: 2, generations: ['c0rnp0rn8'], endstats: 'none', incidents: {} })
  expect(without.files.map((file) => file.kind)).toEqual(['stats', 'stats', 'stats', 'stats'])
})
