import { type SessionCounters, type Stint, totalOf } from './count_round.ts'
import { listAwards } from './list_awards.ts'
import { localStamp, offsetAt } from './local_clock.ts'
import type { SeasonPlan } from './plan_season.ts'
import { attackersOf, oneDecimal, type PlayedRound } from './played_round.ts'
import { cleanName } from './player_name.ts'
import type {
  DifferenceMode,
  MatchTruth,
  PlayerRoundTruth,
  PlayerValueName,
  PlayerValues,
  RoundTruth,
  RoundTruthRole,
  SeasonTruth,
  SessionTotals,
  SessionTruth,
} from './truth.ts'
import { playerValueNames } from './truth.ts'
import { type CellName, cellNames, gunBits, weaponBits, weaponCount } from './weapons.ts'
import { listVersus } from './write_endstats_files.ts'
import { nexttimeText, tabFieldText } from './write_stats_file.ts'

const countedFromSession = [
  'damage_given',
  'damage_received',
  'team_damage_given',
  'team_damage_received',
  'gibs',
  'self_kills',
  'team_kills',
  'team_gibs',
] as const
const sessionGapMs = 60 * 60_000

/** Tells what really happened in a season, from what was played and not from any text. `rounds` are in order of play. */
export function tellTruth(
  plan: SeasonPlan,
  rounds: readonly PlayedRound[],
  endstatsNames: ReadonlyMap<PlayedRound, readonly string[]>,
): SeasonTruth {
  const told = rounds.map((round, index) => tellRound(plan, rounds, index, endstatsNames.get(round) ?? []))
  const matches = tellMatches(plan, rounds, told)
  const sessions = tellSessions(rounds, told, matches)
  return { seed: plan.seed, server: plan.server, time_zone: plan.timeZone, rounds: told, matches, sessions }
}

function tellRound(plan: SeasonPlan, rounds: readonly PlayedRound[], index: number, endstatsNames: readonly string[]): RoundTruth {
  const round = rounds[index]!
  const { script, generation } = round
  const first = round.role === 'second_half' || (round.role === 'aborted' && script.number === 2) ? firstHalfOf(rounds, round) : undefined
  const isOrphan = round.role === 'second_half' && first?.isLost === true
  const role: RoundTruthRole = isOrphan ? 'orphan' : round.role
  const isAborted = script.end === 'aborted'
  const isSet = script.winner === attackersOf(script)
  const pausedMs = script.pauses.reduce((sum, pause) => sum + pause.lengthMs, 0)
  const players = round.counted.lines.map((line) => tellPlayer(round, line, first, isOrphan))
  const partner = partnerOf(rounds, round)
  const { seconds, source } = tellDuration(round, players)
  return {
    key: round.key.toLowerCase(),
    stats_file: round.isLost ? null : `${round.key}.txt`,
    endstats_files: [...endstatsNames],
    written_at: instantText(round.writtenAt),
    role,
    map_name: script.map.name,
    config: round.config,
    generation: generation.name,
    tab_field_count: generation.layout.length,
    header_field_count: generation.hasPlaytime ? 9 : 8,
    round_number: script.number,
    stated_round_number: round.statedNumber,
    defender_side: script.map.defender,
    winner_side: script.winner,
    happened: isAborted ? 'aborted' : isSet ? 'set' : 'held',
    surrendered_by: round.surrenderedBy ?? null,
    ended_early: role === 'header_only' && !generation.hasPlaytime ? null : !isAborted && !isSet && script.lengthMs < script.limitMs,
    has_bots: script.participants.some((who) => who.player.isBot),
    aborted_followed_by: isAborted ? followerOf(rounds, index) : null,
    timelimit_seconds: Math.floor(script.limitMs / 1_000),
    nexttime_seconds: secondsOf(nexttimeText(round)),
    played_seconds: script.lengthMs / 1_000,
    pause_seconds: pausedMs / 1_000,
    duration_seconds: seconds,
    duration_source: source,
    started_at: instantText(round.startedAt),
    ended_at: instantText(round.endedAt),
    stamp_ended_at: instantText(Math.floor(round.writtenAt / 1_000) * 1_000 - 3_000 + misreadingMs(plan, round)),
    paired_with: partner && !partner.isLost && !round.isLost ? partner.key.toLowerCase() : null,
    superseded_by:
      round.role === 'superseded'
        ? (rounds.find((other) => other.matchIndex === round.matchIndex && other.role === 'first_half')?.key.toLowerCase() ?? null)
        : null,
    match_key: null,
    session_index: null,
    incidents: [...incidentsOf(plan, round)],
    players,
    awards: endstatsNames.length === 0 ? [] : tellAwards(round),
    versus: endstatsNames.length === 0 ? [] : tellVersus(round),
  }
}

/** How far off a file's stamp is read because it carries the wall clock of another zone than the server's. */
function misreadingMs(plan: SeasonPlan, round: PlayedRound): number {
  return round.timeZone === plan.timeZone ? 0 : offsetAt(round.writtenAt, round.timeZone) - offsetAt(round.writtenAt, plan.timeZone)
}

function tellPlayer(round: PlayedRound, line: Stint, first: PlayedRound | undefined, isOrphan: boolean): PlayerRoundTruth {
  const { who, session, before } = line
  const mode = modeOf(round, line, first, isOrphan)
  const isUnknown = mode === 'absent' || mode === 'not_in_files'
  const stays = round.counted.stints.filter((stint) => stint.who.player.guid === who.player.guid)
  const kept = stays.indexOf(line)
  const sum = (measure: (stint: Stint) => number) => stays.reduce((total, stint) => total + measure(stint), 0)
  const gained = (name: CellName) => (stint: Stint) => totalOf(stint.session, name) - totalOf(stint.before, name)
  return {
    player_id: who.player.isBot ? `bot:${cleanName(who.nick).replace('[BOT]', '')}` : who.player.guid.slice(0, 8),
    guid8: who.player.guid.slice(0, 8),
    is_bot: who.player.isBot,
    name_raw: who.nick,
    name: cleanName(who.nick),
    team: who.team,
    stated_side: line.team,
    side: who.side === 3 ? null : who.side,
    session_rounds: session.rounds,
    difference_mode: mode,
    lost_a_stay: stays.some((stint, position) => position < kept && stint.session.playedMs > stint.before.playedMs),
    values: isUnknown ? noValues() : valuesOf(round, line),
    weapons: isUnknown ? null : weaponsOf(session, before),
    written: totalsOf(session),
    played: {
      kills: sum(gained('kills')),
      deaths: sum(gained('deaths')),
      damage_given: sum((stint) => stint.session.damage_given - stint.before.damage_given),
      damage_received: sum((stint) => stint.session.damage_received - stint.before.damage_received),
      played_seconds: sum((stint) => stint.session.playedMs - stint.before.playedMs) / 1_000,
      alive_seconds: sum((stint) => stint.session.aliveMs - stint.before.aliveMs) / 1_000,
    },
  }
}

function modeOf(round: PlayedRound, line: Stint, first: PlayedRound | undefined, isOrphan: boolean): DifferenceMode {
  if (isOrphan || (round.role === 'aborted' && round.script.number === 2)) return 'not_in_files'
  if (round.script.number === 1) return 'first_half'
  if (!first?.counted.lines.some((other) => other.who.player.guid === line.who.player.guid)) return 'new'
  if (line.isFresh) return 'reset'
  return minutesGained(line) > 0 ? 'continued' : 'absent'
}

function valuesOf(round: PlayedRound, line: Stint): PlayerValues {
  const { session, before } = line
  const isInflated = round.inflatedSlots.includes(line.who.slot)
  const values = noValues()
  for (const name of countedFromSession) values[name] = session[name] - before[name]
  const weapons = weaponsOf(session, before)
  const over = (name: CellName, bits?: readonly number[]) =>
    Object.entries(weapons).reduce((sum, [bit, cells]) => (!bits || bits.includes(Number(bit)) ? sum + cells[name] : sum), 0)
  for (const name of cellNames) values[name] = over(name)
  values.gun_hits = over('hits', gunBits)
  values.gun_shots = over('shots', gunBits)
  const minutes = minutesGained(line)
  values.minutes_played = minutes
  values.alive_percent = alivePercentGained(line, minutes)
  const fromRound = round.generation.layout.filter(
    (field) => playerValueNames.includes(field as PlayerValueName) && values[field as PlayerValueName] === null,
  )
  for (const field of fromRound) values[field as PlayerValueName] = Number(tabFieldText(field, line, round.generation, isInflated))
  values.revives = over('hits', [weaponBits.syringe])
  values.bullets_fired = round.generation.overcountsBullets ? null : totalOf(session, 'shots') - totalOf(before, 'shots')
  if (round.generation.overcountsDeadTime) values.time_dead_minutes = null
  if (round.generation.inflatesDenied) values.denied_seconds = null
  if (!round.generation.countsObjectives) {
    values.objectives_stolen = null
    values.objectives_returned = null
  }
  return values
}

function weaponsOf(session: SessionCounters, before: SessionCounters): Record<number, Record<CellName, number>> {
  const weapons: Record<number, Record<CellName, number>> = {}
  for (let bit = 0; bit < weaponCount; bit += 1) {
    const cells = cellNames.map((name, place) => {
      const gained = session.cells[bit * cellNames.length + place]! - before.cells[bit * cellNames.length + place]!
      if (gained < 0 && !(name === 'shots' && bit === weaponBits.knife)) throw new Error(`${name} of weapon ${bit} went down`)
      return Math.max(0, gained)
    })
    const isWritten = session.cells.slice(bit * cellNames.length, bit * cellNames.length + 4).some((value) => value !== 0)
    if (isWritten) weapons[bit] = Object.fromEntries(cellNames.map((name, place) => [name, cells[place]!])) as Record<CellName, number>
  }
  return weapons
}

function minutesGained({ session, before }: Stint): number {
  return Number((minutesOf(session) - minutesOf(before)).toFixed(1))
}

function alivePercentGained({ session, before }: Stint, minutes: number): number | null {
  if (minutes <= 0) return null
  return (alivePercentOf(session) * minutesOf(session) - alivePercentOf(before) * minutesOf(before)) / minutes
}

function minutesOf(session: SessionCounters): number {
  return Number(oneDecimal(session.playedMs / 60_000))
}

function alivePercentOf(session: SessionCounters): number {
  return session.playedMs > 0 ? Number(oneDecimal((100 * session.aliveMs) / session.playedMs)) : 0
}

function noValues(): PlayerValues {
  return Object.fromEntries(playerValueNames.map((name) => [name, null])) as PlayerValues
}

function totalsOf(session: SessionCounters): SessionTotals {
  const cells = Object.fromEntries(cellNames.map((name) => [name, totalOf(session, name)])) as Record<CellName, number>
  const counters = Object.fromEntries(countedFromSession.map((name) => [name, session[name]])) as Record<
    (typeof countedFromSession)[number],
    number
  >
  return { ...cells, ...counters, minutes_played: minutesOf(session) }
}

function tellDuration(
  round: PlayedRound,
  players: readonly PlayerRoundTruth[],
): { seconds: number | null; source: RoundTruth['duration_source'] } {
  const { script } = round
  if (script.end === 'aborted') return { seconds: null, source: null }
  if (round.generation.hasPlaytime) return { seconds: script.lengthMs / 1_000, source: 'playtime_field' }
  if (round.role === 'header_only') return { seconds: null, source: null }
  const nexttime = secondsOf(nexttimeText(round))
  const isHeld = script.winner === script.map.defender
  if (isHeld && script.lengthMs === script.limitMs) return { seconds: Math.floor(script.limitMs / 1_000), source: 'header_time' }
  if (!isHeld && nexttime !== null) return { seconds: nexttime, source: 'header_time' }
  const minutes = players.filter((player) => player.difference_mode !== 'reset').map((player) => player.values.minutes_played ?? 0)
  const longest = Math.max(0, ...minutes)
  return longest > 0 ? { seconds: Math.round(longest * 60), source: 'player_time' } : { seconds: null, source: null }
}

function tellAwards(round: PlayedRound): RoundTruth['awards'] {
  return listAwards(round).flatMap(({ meaning, stint, text, value }) =>
    meaning === null ? [] : [{ award: meaning, guid8: stint.who.player.guid.slice(0, 8), name: cleanName(stint.who.nick), text, value }],
  )
}

function tellVersus(round: PlayedRound): RoundTruth['versus'] {
  return listVersus(round).map(({ subject, opponent, kills, deaths }) => ({
    guid8: subject.who.player.guid.slice(0, 8),
    opponent_guid8: opponent.who.player.guid.slice(0, 8),
    kills,
    deaths,
  }))
}

function firstHalfOf(rounds: readonly PlayedRound[], round: PlayedRound): PlayedRound | undefined {
  return rounds.find((other) => other.matchIndex === round.matchIndex && other.role === 'first_half')
}

function partnerOf(rounds: readonly PlayedRound[], round: PlayedRound): PlayedRound | undefined {
  const wanted = { first_half: 'second_half', second_half: 'first_half' }[round.role as string]
  return rounds.find((other) => other.matchIndex === round.matchIndex && other.role === wanted)
}

function followerOf(rounds: readonly PlayedRound[], index: number): 'same_map' | 'other_map' | 'nothing' {
  const [round, next] = [rounds[index]!, rounds[index + 1]]
  if (!next || next.startedAt - round.endedAt > 600_000) return 'nothing'
  return next.script.map.name === round.script.map.name ? 'same_map' : 'other_map'
}

function incidentsOf(plan: SeasonPlan, round: PlayedRound) {
  const evening = plan.evenings[round.eveningIndex]!
  return evening.matches.find((match) => match.index === round.matchIndex)!.incidents
}

function tellMatches(plan: SeasonPlan, rounds: readonly PlayedRound[], told: RoundTruth[]): MatchTruth[] {
  const matches: MatchTruth[] = []
  for (const evening of plan.evenings) {
    for (const match of evening.matches) {
      const ofMatch = rounds.flatMap((round, index) => (round.matchIndex === match.index ? [{ round, truth: told[index]! }] : []))
      const first = ofMatch.find(({ round }) => round.role === 'first_half')
      const second = ofMatch.find(({ round }) => round.role === 'second_half')
      const head = first && !first.round.isLost ? first : second
      if (!head) continue
      for (const one of [first, second]) if (one && !one.round.isLost) one.truth.match_key = head.truth.key
      const hasBoth = first !== undefined && second !== undefined && !first.round.isLost
      const hasBots = head.truth.has_bots
      const result = first && second ? resultOf(first.truth, second.truth) : null
      const firstAttackers = match.map.defender === 1 ? otherTeam(match.axisInFirstHalf) : match.axisInFirstHalf
      const winner = result === 'first_attackers' ? firstAttackers : result === 'second_attackers' ? otherTeam(firstAttackers) : null
      matches.push({
        match_key: head.truth.key,
        map_name: match.map.name,
        first_half: first && !first.round.isLost ? first.truth.key : null,
        second_half: second?.truth.key ?? null,
        is_counted: hasBoth && !hasBots,
        not_counted_because: hasBots ? 'bots' : hasBoth ? null : second ? 'first_half_missing' : 'unfinished',
        result: hasBoth ? result : null,
        winner_team: hasBoth ? winner : null,
        points: hasBoth ? { a: pointsOf('a', winner), b: pointsOf('b', winner) } : null,
        axis_in_first_half: match.axisInFirstHalf,
      })
    }
  }
  return matches
}

function resultOf(first: RoundTruth, second: RoundTruth): MatchTruth['result'] {
  if (second.happened === 'set') return 'second_attackers'
  return first.happened === 'set' ? 'first_attackers' : 'draw'
}

function pointsOf(team: 'a' | 'b', winner: 'a' | 'b' | null): number {
  if (winner === null) return 1
  return winner === team ? 2 : 0
}

function tellSessions(rounds: readonly PlayedRound[], told: RoundTruth[], matches: MatchTruth[]): SessionTruth[] {
  const groups: { round: PlayedRound; truth: RoundTruth }[][] = []
  for (const [index, round] of rounds.entries()) {
    const truth = told[index]!
    const isPlay = !round.isLost && truth.role !== 'aborted' && truth.role !== 'header_only' && !truth.has_bots
    if (!isPlay) continue
    const last = groups.at(-1)?.at(-1)
    if (last && round.endedAt - last.round.endedAt <= sessionGapMs) groups.at(-1)!.push({ round, truth })
    else groups.push([{ round, truth }])
  }
  return groups.map((group, sessionIndex) => {
    const keys = new Set(group.map(({ truth }) => truth.key))
    const counted = matches.filter((match) => match.is_counted && keys.has(match.match_key))
    const teamsAreSwapped = counted[0]?.axis_in_first_half === 'b'
    for (const { truth } of group) {
      truth.session_index = sessionIndex
      if (teamsAreSwapped) for (const player of truth.players) player.team = otherTeam(player.team)
    }
    if (teamsAreSwapped) for (const match of matches) if (keys.has(match.match_key)) swapTeams(match)
    const countedKeys = new Set(counted.flatMap((match) => [match.first_half, match.second_half]))
    const guids = (team: 'a' | 'b') =>
      [
        ...new Set(
          group
            .flatMap(({ truth }) =>
              countedKeys.has(truth.key)
                ? truth.players.filter((player) => player.team === team && player.difference_mode !== 'absent')
                : [],
            )
            .map((player) => player.guid8),
        ),
      ].sort()
    const points = (team: 'a' | 'b') => counted.reduce((sum, match) => sum + (match.points?.[team] ?? 0), 0)
    return {
      session_index: sessionIndex,
      played_on: localStamp(group[0]!.round.endedAt, group[0]!.round.timeZone).slice(0, 10),
      rounds: group.map(({ truth }) => truth.key),
      teams: { a: { guid8: guids('a'), points: points('a') }, b: { guid8: guids('b'), points: points('b') } },
      counted_matches: counted.length,
    }
  })
}

function swapTeams(match: MatchTruth): void {
  match.axis_in_first_half = otherTeam(match.axis_in_first_half)
  if (match.winner_team) match.winner_team = otherTeam(match.winner_team)
  if (match.points) match.points = { a: match.points.b, b: match.points.a }
}

function otherTeam(team: 'a' | 'b'): 'a' | 'b' {
  return team === 'a' ? 'b' : 'a'
}

function secondsOf(text: string): number | null {
  const [minutes, seconds] = text.split(':').map(Number)
  return text === '0:00' ? null : minutes! * 60 + seconds!
}

function instantText(instant: number): string {
  return new Date(instant).toISOString()
}
