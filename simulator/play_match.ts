import { countRound, type SessionCounters } from './count_round.ts'
import type { Incident } from './incidents.ts'
import { localStamp } from './local_clock.ts'
import type { EveningPlan, MatchPlan, SeasonPlan } from './plan_season.ts'
import { playRound } from './play_round.ts'
import type { PlayedRound, RoundRole } from './played_round.ts'
import { inventBot } from './players.ts'
import type { Random } from './random.ts'
import type { Participant, RoundEnd, RoundScript, Side } from './round_events.ts'

export type PlayedMatch = { rounds: PlayedRound[] /** When the server is free for the next match. */; endsAt: number }

type Outcome = { lengthMs: number; end: RoundEnd; winner: Side; surrenderedBy?: 'attackers' | 'defenders' }
type Attempt = {
  role: RoundRole
  number: 1 | 2
  limitMs: number
  outcome: Outcome
  participants: readonly Participant[]
  sessions: ReadonlyMap<string, SessionCounters>
  baseline: number
  isLost?: boolean
}

const beatMs = 5_000
const minuteMs = 60_000
const intermissionMs = 3_000

/** Plays one match of an evening from the first warm-up on, with the incidents that its plan names. */
export function playMatch(season: SeasonPlan, evening: EveningPlan, match: MatchPlan, startsAt: number, random: Random): PlayedMatch {
  const rounds: PlayedRound[] = []
  const has = (incident: Incident) => match.incidents.includes(incident)
  const limitMs = match.map.limitMinutes * minuteMs
  const roster = inviteRoster(match, has('bots'), random)
  const nobody: ReadonlyMap<string, SessionCounters> = new Map()
  let clock = startsAt

  function play(attempt: Attempt): PlayedRound {
    const { outcome, role } = attempt
    const isCutOff = outcome.end === 'aborted'
    const pauses = has('pause') && !isCutOff ? [{ atMs: beat(outcome.lengthMs * 0.4), lengthMs: random.integer(30_000, 120_000) }] : []
    const script: RoundScript = {
      map: role === 'header_only' ? match.otherMap : match.map,
      number: attempt.number,
      limitMs: attempt.limitMs,
      lengthMs: outcome.lengthMs,
      end: outcome.end,
      winner: outcome.winner,
      pauses,
      participants: attempt.participants,
    }
    const events = playRound(script, random)
    const startedAt = clock
    const endedAt = startedAt + outcome.lengthMs + pauses.reduce((sum, pause) => sum + pause.lengthMs, 0)
    const writtenAt = endedAt + (isCutOff ? 0 : intermissionMs)
    const statedNumber = (isCutOff ? 3 - attempt.number : attempt.number) as 1 | 2
    const counted = countRound(script, events, {
      sessions: attempt.sessions,
      rounds: attempt.baseline + attempt.number - 1,
      freshRounds: attempt.number === 1 ? 0 : attempt.baseline,
    })
    const isTold = !isCutOff && role !== 'header_only'
    const round: PlayedRound = {
      server: season.server,
      timeZone: evening.timeZone,
      key: `${localStamp(writtenAt, evening.timeZone)}-${script.map.name}-round-${statedNumber}`,
      matchIndex: match.index,
      eveningIndex: evening.index,
      role,
      hostname: season.hostname,
      config: match.teams.a.length <= 5 ? 'legacy3' : 'legacy6',
      generation: evening.generation,
      nameEncoding: evening.nameEncoding,
      script,
      events,
      counted,
      statedNumber,
      surrenderedBy: outcome.surrenderedBy,
      startedAt,
      endedAt,
      writtenAt,
      isLost: attempt.isLost ?? false,
      inflatedSlots: evening.generation.inflatesDenied ? counted.lines.filter(() => random.chance(0.15)).map((line) => line.who.slot) : [],
      endstatsWrittenAt: isTold && season.endstats === 'by_generation' ? printTables(evening, outcome, endedAt, random) : [],
    }
    rounds.push(round)
    clock = writtenAt
    return round
  }

  function firstHalf(role: RoundRole, outcome: Outcome, baseline: number): PlayedRound {
    const participants =
      role === 'first_half' ? firstHalfRoster(roster, match, outcome.lengthMs, random) : roster.map((who) => ({ ...who }))
    return play({
      role,
      number: 1,
      limitMs,
      outcome,
      participants,
      sessions: nobody,
      baseline,
      isLost: role === 'first_half' && has('orphan_r2'),
    })
  }

  clock += random.integer(60, 180) * 1_000
  const isAborted = has('aborted_r1') || has('aborted_r1_map_change') || has('aborted_r1_server_down')
  if (isAborted) {
    firstHalf('aborted', cutOff(random.integer(70_000, 200_000), match), 0)
    if (has('aborted_r1_map_change')) return { rounds, endsAt: clock + 20_000 }
    if (has('aborted_r1_server_down')) return { rounds, endsAt: clock + random.integer(14, 18) * minuteMs }
    clock += random.integer(60, 150) * 1_000
  }
  let baseline = has('same_map_again') ? 1 : 0
  if (has('replayed_r1')) {
    firstHalf('superseded', decideFirstHalf(match, limitMs, random), baseline)
    clock += random.integer(60, 150) * 1_000
    baseline = 1
  }
  const first = firstHalf('first_half', decideFirstHalf(match, limitMs, random), baseline)
  clock += random.integer(35, 110) * 1_000
  if (!has('r1_only')) {
    const secondLimitMs = first.script.winner === match.map.defender ? limitMs : first.script.lengthMs
    const isCutOff = has('aborted_r2')
    const outcome = isCutOff
      ? cutOff(Math.floor(secondLimitMs * random.around(0.4, 0.3)), match)
      : decideSecondHalf(match, first, secondLimitMs, random)
    play({
      role: isCutOff ? 'aborted' : 'second_half',
      number: 2,
      limitMs: secondLimitMs,
      outcome,
      participants: secondHalfRoster(first.script.participants, roster, match, outcome.lengthMs, random),
      sessions: first.counted.sessions,
      baseline,
    })
  }
  if (has('header_only')) {
    clock += random.integer(60, 120) * 1_000
    const otherLimitMs = match.otherMap.limitMinutes * minuteMs
    const outcome: Outcome = { lengthMs: otherLimitMs, end: 'time_limit', winner: match.otherMap.defender }
    play({ role: 'header_only', number: 1, limitMs: otherLimitMs, outcome, participants: [], sessions: nobody, baseline: 0 })
  }
  return { rounds, endsAt: clock + random.integer(40, 240) * 1_000 }
}

function decideFirstHalf(match: MatchPlan, limitMs: number, random: Random): Outcome {
  const has = (incident: Incident) => match.incidents.includes(incident)
  const { defender } = match.map
  const early = () => Math.floor(limitMs * random.around(0.72, 0.22))
  if (has('surrender_r1_attackers') || has('surrender_both'))
    return { lengthMs: early(), end: 'surrender', winner: defender, surrenderedBy: 'attackers' }
  if (has('surrender_r1_defenders')) return { lengthMs: early(), end: 'surrender', winner: other(defender), surrenderedBy: 'defenders' }
  if (has('early_hold_r1')) return { lengthMs: early(), end: 'early_hold', winner: defender }
  if (has('double_hold') || has('hold_then_set')) return { lengthMs: limitMs, end: 'time_limit', winner: defender }
  if (has('aborted_r2') || random.chance(0.7))
    return { lengthMs: Math.floor(limitMs * random.around(0.69, 0.39)), end: 'objective', winner: other(defender) }
  return { lengthMs: limitMs, end: 'time_limit', winner: defender }
}

function decideSecondHalf(match: MatchPlan, first: PlayedRound, limitMs: number, random: Random): Outcome {
  const has = (incident: Incident) => match.incidents.includes(incident)
  const { defender } = match.map
  const early = () => Math.floor(limitMs * random.around(0.6, 0.25))
  if (has('surrender_r2_attackers') || has('surrender_both'))
    return { lengthMs: early(), end: 'surrender', winner: defender, surrenderedBy: 'attackers' }
  if (has('surrender_r2_defenders')) return { lengthMs: early(), end: 'surrender', winner: other(defender), surrenderedBy: 'defenders' }
  if (has('early_hold_r2')) return { lengthMs: early(), end: 'early_hold', winner: defender }
  if (has('double_hold')) return { lengthMs: limitMs, end: 'time_limit', winner: defender }
  if (has('hold_then_set') || random.chance(first.script.winner === defender ? 0.75 : 0.5)) {
    return { lengthMs: Math.floor(limitMs * random.around(0.68, 0.42)), end: 'objective', winner: other(defender) }
  }
  return { lengthMs: limitMs, end: 'time_limit', winner: defender }
}

function cutOff(lengthMs: number, match: MatchPlan): Outcome {
  return { lengthMs, end: 'aborted', winner: match.map.defender }
}

function inviteRoster(match: MatchPlan, withBots: boolean, random: Random): Participant[] {
  const people = [
    ...match.teams.a.map((player) => ({ player, team: 'a' as const })),
    ...match.teams.b.map((player) => ({ player, team: 'b' as const })),
  ]
  const slots = random.shuffle(people.map((_, index) => index))
  const bots = withBots
    ? (['a', 'b', 'a', 'b'] as const).map((team, index) => ({ player: inventBot(people.length + index, random), team }))
    : []
  return [...people, ...bots].map(({ player, team }, index) => ({
    slot: slots[index] ?? index,
    player,
    nick: player.nick,
    team,
    side: team === match.axisInFirstHalf ? 1 : 2,
    isFresh: false,
    arrivesMs: 0,
  }))
}

function firstHalfRoster(roster: readonly Participant[], match: MatchPlan, lengthMs: number, random: Random): Participant[] {
  const has = (incident: Incident) => match.incidents.includes(incident)
  const list = roster.map((who) => ({ ...who }))
  if (has('reconnect_in_r1')) random.pick(list).reconnects = awayIn(lengthMs, true, random)
  if (has('late_joiner_r1')) random.pick(list).arrivesMs = beat(lengthMs * random.around(0.35, 0.5))
  if (has('early_leaver_r1')) random.pick(list).departs = { atMs: beat(lengthMs * random.around(0.6, 0.3)), how: 'disconnect' }
  return has('late_joiner_r2') ? list.slice(0, -1) : list
}

function secondHalfRoster(
  first: readonly Participant[],
  roster: readonly Participant[],
  match: MatchPlan,
  lengthMs: number,
  random: Random,
): Participant[] {
  const has = (incident: Incident) => match.incidents.includes(incident)
  const list: Participant[] = first
    .filter((who) => who.departs?.how !== 'disconnect')
    .map((who) => ({
      slot: who.slot,
      player: who.player,
      nick: who.nick,
      team: who.team,
      side: other(who.side as Side),
      isFresh: false,
      arrivesMs: 0,
    }))
  const people = list.filter((who) => !who.player.isBot)
  const newSlot = roster.length + 4
  const [one, another] = [random.pick(people.filter((who) => who.team === 'a')), random.pick(people.filter((who) => who.team === 'b'))]
  const substitute = { ...one, slot: newSlot, player: match.bench[0]!, nick: match.bench[0]!.nick, isFresh: true }
  if (has('late_joiner_r2')) {
    const late = roster[roster.length - 1]!
    list.push({ ...late, side: other(late.side as Side), isFresh: true, arrivesMs: beat(lengthMs * random.around(0.35, 0.4)) })
  }
  if (has('rename_between')) one.nick = one.player.otherNick
  if (has('reconnect_between')) one.isFresh = true
  if (has('reconnect_in_r2')) one.reconnects = awayIn(lengthMs, true, random)
  if (has('reconnect_idle_r2')) one.reconnects = awayIn(lengthMs, false, random)
  if (has('early_leaver_r2')) one.departs = { atMs: beat(lengthMs * random.around(0.6, 0.3)), how: 'disconnect' }
  if (has('spectator_r2')) another.side = 3
  if (has('spectator_r2') || has('substitution_between')) one.side = 3
  if (has('substitution_between')) list.push(substitute)
  if (has('substitution_in_r2')) {
    one.departs = { atMs: beat(lengthMs * random.around(0.5, 0.2)), how: 'spectate' }
    list.push({ ...substitute, arrivesMs: one.departs.atMs + 2 * beatMs })
  }
  return list
}

function awayIn(lengthMs: number, acts: boolean, random: Random): { leftMs: number; backMs: number; acts: boolean } {
  const leftMs = beat(lengthMs * random.around(0.4, 0.25))
  return { leftMs, backMs: leftMs + random.integer(3, 5) * beatMs, acts }
}

function printTables(evening: EveningPlan, outcome: Outcome, endedAt: number, random: Random): number[] {
  const { endstats } = evening.generation
  const isMissing = endstats === 'none' || (endstats === 'plain' && (outcome.end === 'surrender' || random.chance(0.04)))
  if (isMissing) return []
  if (endstats === 'plain' && random.chance(0.25)) return [endedAt + 1_000, endedAt + 2_000]
  return [endedAt + random.integer(1, 2) * 1_000]
}

function other(side: Side): Side {
  return side === 1 ? 2 : 1
}

function beat(ms: number): number {
  return Math.max(1, Math.round(ms / beatMs)) * beatMs
}
