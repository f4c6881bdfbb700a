import type { TimingTruth } from './artefact_truth.ts'
import { clockOffsetOf, type Defect, type Dice, zoneDefects } from './defects.ts'
import { type Emission, emitGhost, emitRound, rosterName, type Silence, type Vote } from './emit_round.ts'
import { type EmitterName, emitters } from './emitters.ts'
import type { ServerPlay, TraceOptions } from './leave_traces.ts'
import { finishersOf } from './list_awards.ts'
import { attackersOf, type PlayedRound, pausedBefore } from './played_round.ts'
import { createRandom } from './random.ts'
import { countSpawns } from './spawn_statistics.ts'

/** Something that a timing module emitted; `subject` names it where chance is drawn for it. */
export type Played = { emission: Emission; subject: string; defects: Defect[] }

/** Everything that a server's timing module emitted, in order of its ends, and the truth about each play. */
export function playTimings(play: ServerPlay, options: TraceOptions): { played: Played[]; timings: TimingTruth[] } {
  const { dice } = options
  const list: Played[] = []
  const timings: TimingTruth[] = []
  for (const [index, round] of play.rounds.entries()) {
    const subject = `${play.server}|${round.key}`
    const clockOffset = clockOffsetOf(dice, play.server, round.eveningIndex)
    const emitter = options.emitterOf(round.eveningIndex)
    const defects: Defect[] = zoneDefects(round.timeZone, options.timeZone)
    if (clockOffset !== 0) defects.push('clock_skew')
    const isEarly = round.script.end === 'time_limit' && dice.strikes('clamped_start', subject)
    const hasPresetWinner = !dice.strikes('no_preset_winner', subject)
    if (isEarly) defects.push('clamped_start')
    if (!hasPresetWinner && round.script.end === 'aborted') defects.push('no_preset_winner')
    const vote = callVote(round, subject, emitter, dice, defects)
    const earlyMs = isEarly ? dice.randomOf('clamped_start', subject).integer(15, 30) * 1_000 : 0
    const random = createRandom(`${options.seed}|${subject}|lua`)
    const said = emitRound(round, { emitter, clockOffset, earlyMs, hasPresetWinner, vote }, random)
    timings.push(tellTiming(play, index, emitter, 'silence' in said ? said.silence : null))
    if (!('silence' in said)) list.push({ emission: spoil(said, list.at(-1), subject, dice, defects), subject, defects })
    for (const [number, life] of ghostsAfter(play, index, subject, dice).entries()) {
      const ghost = emitGhost(round, { emitter, clockOffset, hasPresetWinner }, life)
      const struck: Defect[] = [life.isChained ? 'chain_of_ends' : 'ghost', ...(hasPresetWinner ? [] : ['no_preset_winner' as const])]
      if (!('silence' in ghost)) list.push({ emission: ghost, subject: `${subject}|ghost ${number}`, defects: struck })
    }
  }
  return { played: list, timings }
}

function spoil(emission: Emission, before: Played | undefined, subject: string, dice: Dice, defects: Defect[]): Emission {
  const spoiled = { ...emission }
  if (emission.kind === 'round' && dice.strikes('wrong_round_number', subject)) {
    spoiled.statedNumber = (3 - emission.statedNumber) as 1 | 2
    defects.push('wrong_round_number')
  }
  const isNext = before !== undefined && before.emission.round.matchIndex === emission.round.matchIndex
  if (isNext && dice.strikes('stale_start', subject)) {
    spoiled.startUnix = before.emission.startUnix
    defects.push('stale_start')
  }
  const side = emission.axis.length > 0 ? 'axis' : 'allies'
  if (emission[side].length > 0 && dice.strikes('quoted_name', subject)) {
    const [one, ...rest] = emission[side]
    spoiled[side] = [{ ...one!, name: `${one!.name} "ace" \\o/` }, ...rest]
    defects.push('quoted_name')
  }
  return spoiled
}

/** Who called a surrender vote in a round. A vote that failed never reads like one that passed. */
function callVote(round: PlayedRound, subject: string, name: EmitterName, dice: Dice, defects: Defect[]): Vote | undefined {
  const emitter = emitters[name]
  const { script } = round
  const attackers = attackersOf(script)
  const random = dice.randomOf('failed_vote', subject)
  const callers = (team: 1 | 2) => finishersOf(round).filter((stint) => stint.team === team)
  const call = (team: 1 | 2): Vote | undefined => {
    const list = callers(team)
    if (list.length === 0) return undefined
    const { player, nick } = random.pick(list).who
    return { team, guid: player.guid, name: rosterName(emitter, nick) }
  }
  if (script.end === 'aborted' || !emitter.hasSurrender) return undefined
  if (round.surrenderedBy) {
    if (!dice.strikes('unseen_vote', subject)) return call(round.surrenderedBy === 'attackers' ? attackers : script.map.defender)
    defects.push('unseen_vote')
    return undefined
  }
  if (script.end === 'early_hold' || !dice.strikes('failed_vote', subject)) return undefined
  const watcher = script.participants.find((who) => who.side === 3)
  const vote =
    watcher && random.chance(0.5)
      ? { team: 3 as const, guid: watcher.player.guid, name: rosterName(emitter, watcher.nick) }
      : call(script.end === 'time_limit' && random.chance(0.5) ? script.map.defender : attackers)
  if (vote) defects.push('failed_vote')
  return vote
}

function ghostsAfter(
  play: ServerPlay,
  index: number,
  subject: string,
  dice: Dice,
): { startedAt: number; endedAt: number; isChained: boolean }[] {
  const [round, next] = [play.rounds[index]!, play.rounds[index + 1]]
  const roomMs = next ? next.startedAt - 32_000 - round.endedAt : Number.POSITIVE_INFINITY
  const life = (fromMs: number, toMs: number, isChained: boolean) => ({
    startedAt: round.endedAt + fromMs,
    endedAt: round.endedAt + toMs,
    isChained,
  })
  if (roomMs > 46_000 && dice.strikes('chain_of_ends', subject)) {
    const random = dice.randomOf('chain_of_ends', subject)
    return [life(20_000 - random.integer(8, 14) * 1_000, 20_000, true), life(45_000 - random.integer(12, 20) * 1_000, 45_000, true)]
  }
  if (!dice.strikes('ghost', subject)) return []
  const random = dice.randomOf('ghost', subject)
  const from = random.integer(6, 20) * 1_000
  const lengthMs = random.integer(3, 29) * 1_000
  return from + lengthMs < roomMs ? [life(from, from + lengthMs, false)] : []
}

function tellTiming(play: ServerPlay, index: number, emitter: EmitterName, silence: Silence | null): TimingTruth {
  const round = play.rounds[index]!
  const { script } = round
  return {
    server: play.server,
    key: round.key.toLowerCase(),
    emitter,
    silent_because: silence,
    end_reason: endReasonOf(round, play.rounds[index + 1]),
    winner_side: script.winner,
    defender_side: script.map.defender,
    started_at: new Date(round.startedAt).toISOString(),
    ended_at: new Date(round.endedAt).toISOString(),
    played_seconds: script.lengthMs / 1_000,
    limit_seconds: script.limitMs / 1_000,
    pauses: script.pauses.map(({ atMs, lengthMs }) => ({
      started_at: new Date(round.startedAt + atMs + pausedBefore(script, atMs)).toISOString(),
      seconds: lengthMs / 1_000,
    })),
    gametimes_files: [],
    message_ids: [],
    spawns: countSpawns(script, round.events, 'right', String).map(({ guid, spawns, deaths, dead_seconds, max_respawn }) => ({
      guid,
      spawns,
      deaths,
      dead_seconds,
      max_respawn,
    })),
  }
}

function endReasonOf(round: PlayedRound, next: PlayedRound | undefined): TimingTruth['end_reason'] {
  const { end } = round.script
  if (end === 'surrender') return 'SURRENDER'
  if (end === 'early_hold') return null
  if (end !== 'aborted') return 'NORMAL'
  if (!next || next.startedAt - round.endedAt > 600_000) return 'SERVER_RESTART'
  return next.script.map.name === round.script.map.name ? 'MAP_RESTART' : 'MAP_CHANGE'
}
