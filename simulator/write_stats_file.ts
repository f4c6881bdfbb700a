import { type RoundCounters, type SessionCounters, type Stint, totalOf } from './count_round.ts'
import type { Generation, TabField } from './generations.ts'
import { attackersOf, clockText, oneDecimal, type PlayedRound } from './played_round.ts'
import { createRandom } from './random.ts'
import { cellNames, weaponCount } from './weapons.ts'

/** The text of a round's stats file, as its generation of the writer would write it (docs/formats/stats-files.md). */
export function writeStatsFile(round: PlayedRound): string {
  const random = createRandom(`${round.key}|lines`)
  return [headerLine(round), ...random.shuffle(round.counted.lines).map((line) => playerLine(round, line))]
    .map((line) => `${line}\n`)
    .join('')
}

/** Header field 7 of a round's file: the time the next half has to beat, or what was written in its place. */
export function nexttimeText(round: PlayedRound): string {
  const { script, generation } = round
  if (script.end === 'aborted') {
    if (script.number === 2) return clockText(script.limitMs)
    return generation.hasNonsenseNexttime ? clockText(nonsenseNexttimeMs(round)) : '0:00'
  }
  if (round.statedNumber === 2 && generation.losesSecondNexttime) return '0:00'
  return clockText(script.winner === attackersOf(script) ? script.lengthMs : script.limitMs)
}

/** What one of the fields behind the weapon blocks says on a client's line. */
export function tabFieldText(field: TabField, stint: Stint, generation: Generation, isInflated: boolean): string {
  const { session, round } = stint
  switch (field) {
    case 'damage_given':
    case 'damage_received':
    case 'team_damage_given':
    case 'team_damage_received':
    case 'gibs':
    case 'self_kills':
    case 'team_kills':
    case 'team_gibs':
      return String(session[field])
    case 'alive_percent':
      return oneDecimal(session.playedMs > 0 ? (100 * session.aliveMs) / session.playedMs : 0)
    case 'xp':
      return String(experience(stint))
    case 'objectives_stolen':
    case 'objectives_returned':
      return String(generation.countsObjectives ? round[field] : 0)
    case 'bullets_fired':
      return String(generation.overcountsBullets ? round.overcountedBullets : totalOf(session, 'shots'))
    case 'dpm':
      return '0.0'
    case 'minutes_played':
      return oneDecimal(session.playedMs / 60_000)
    case 'tank':
      return oneDecimal(round.tank)
    case 'time_dead_ratio':
      return oneDecimal(session.playedMs > 120_000 ? (100 * deadMs(round, generation)) / session.playedMs : 0)
    case 'time_dead_minutes':
      return oneDecimal(deadMs(round, generation) / 60_000)
    case 'kd':
      return oneDecimal(killDeathRatio(session))
    case 'denied_seconds':
      return String(isInflated ? 2_800 + (round.deniedMs % 3_000) : Math.floor(round.deniedMs / 1_000))
    case 'double_kills':
      return String(round.multikills[0])
    case 'triple_kills':
      return String(round.multikills[1])
    case 'quad_kills':
      return String(round.multikills[2])
    case 'penta_kills':
      return String(round.multikills[3])
    case 'hexa_kills':
      return String(round.multikills[4])
    default:
      return String(round[field])
  }
}

/** The script's dead time: right in the newest generation, added up over and over in all before. */
export function deadMs(round: RoundCounters, generation: Generation): number {
  return generation.overcountsDeadTime ? round.overcountedDeadMs : round.deadMs
}

/** Kills per death over the session; without a death, kills + 1. */
export function killDeathRatio(session: SessionCounters): number {
  const [kills, deaths] = [totalOf(session, 'kills'), totalOf(session, 'deaths')]
  return deaths > 0 ? kills / deaths : kills + 1
}

/** A client's score of this round alone. */
export function experience(stint: Stint): number {
  const { session, before, round } = stint
  const kills = totalOf(session, 'kills') - totalOf(before, 'kills')
  const teamKills = session.team_kills - before.team_kills
  const selfKills = session.self_kills - before.self_kills
  const deeds = round.revives * 4 + round.dynamites_planted * 7 + round.dynamites_defused * 6 + round.repairs * 3
  return kills * 3 + round.headshot_kills + round.kill_assists + deeds - teamKills * 3 - selfKills
}

function headerLine(round: PlayedRound): string {
  const { script, generation } = round
  const fields = [
    round.hostname,
    script.map.name,
    round.config,
    String(round.statedNumber),
    String(script.map.defender),
    String(script.winner),
    clockText(script.limitMs),
    nexttimeText(round),
  ]
  if (generation.hasPlaytime) fields.push(String(script.end === 'aborted' ? -(60_000 + script.lengthMs) : script.lengthMs))
  return fields.join('\\')
}

function playerLine(round: PlayedRound, stint: Stint): string {
  const { session, who } = stint
  let mask = 0
  let blocks = ''
  for (let bit = 0; bit < weaponCount; bit += 1) {
    const cells = session.cells.slice(bit * cellNames.length, (bit + 1) * cellNames.length)
    if (cells.slice(0, 4).every((value) => value === 0)) continue
    mask += 2 ** bit
    blocks += ` ${cells.join(' ')}`
  }
  const isInflated = round.inflatedSlots.includes(who.slot)
  const tabs = round.generation.layout.map((field) => tabFieldText(field, stint, round.generation, isInflated))
  return `${who.player.guid.slice(0, 8)}\\${who.nick}\\${session.rounds}\\${stint.team}\\${mask}${blocks} \t${tabs.join('\t')}`
}

function nonsenseNexttimeMs(round: PlayedRound): number {
  const values = round.counted.lines.map(({ session }) => {
    const percent = Number(oneDecimal((100 * session.aliveMs) / session.playedMs))
    return Math.round((percent * 60) / 5) * 5
  })
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const mode = [...counts].sort((left, right) => right[1] - left[1] || left[0] - right[0])[0]?.[0] ?? 0
  return mode * 1_000 - round.script.limitMs
}
