import { type Emitter, type EmitterName, emitters } from './emitters.ts'
import { finishersOf } from './list_awards.ts'
import { type PlayedRound, pausedBefore } from './played_round.ts'
import type { Random } from './random.ts'
import type { Side } from './round_events.ts'
import { countSpawns, type SpawnStatistics } from './spawn_statistics.ts'

export type RosterEntry = { guid: string; name: string }
export type PauseEvent = { n: number; start: number; end: number; sec: number }
export type Vote = { team: 1 | 2 | 3; guid: string; name: string }

/** What the module says about one round before it becomes text. Instants are seconds since 1970, UTC, of the host's clock. */
export type Emission = {
  emitter: Emitter
  kind: 'round' | 'aborted' | 'ghost'
  /** The round that it is about; for a ghost, the one it followed. */
  round: PlayedRound
  mapName: string
  statedNumber: 1 | 2
  winner: 0 | Side
  defender: Side
  startUnix: number
  endUnix: number
  playtimeSeconds: number
  limitMinutes: number
  pauses: PauseEvent[]
  warmupSeconds: number
  warmupStartUnix: number
  rawEndReason: 'objective' | 'surrender' | 'time_expired'
  surrenderTeam: 0 | 1 | 2 | 3
  vote: Vote | undefined
  axis: RosterEntry[]
  allies: RosterEntry[]
  spawns: SpawnStatistics[]
  /** When the host finished it, in true milliseconds. */
  emittedAt: number
}

export type Silence = 'fractional_limit' | 'clamp_of_a_fraction' | 'cut_off'

export type EmitOptions = {
  emitter: EmitterName
  /** The host's clock less the true one, in seconds. */
  clockOffset: number
  /** The module saw the round begin this much before the limit's clock did. */
  earlyMs: number
  hasPresetWinner: boolean
  vote: Vote | undefined
}

/** What a version of the module emits at a round's end, or why it emits nothing. */
export function emitRound(round: PlayedRound, options: EmitOptions, random: Random): Emission | { silence: Silence } {
  const emitter = emitters[options.emitter]
  const { script } = round
  const isCutOff = script.end === 'aborted'
  const limitMinutes = script.limitMs / 60_000
  const isFraction = limitText(limitMinutes).includes('.')
  if (isCutOff && !emitter.emitsCutOffs) return { silence: 'cut_off' }
  if (isFraction && emitter.failsOnFraction) return { silence: 'fractional_limit' }
  const unix = (instant: number) => Math.floor(instant / 1_000) + options.clockOffset
  const endUnix = unix(round.endedAt)
  const warmupLead = random.integer(0, 1)
  let startUnix = unix(round.startedAt - options.earlyMs)
  const warmupStartUnix = emitter.clamp === 'none' ? 0 : startUnix - warmupLead
  const pauses = emitter.measuresPauses
    ? script.pauses.map(({ atMs, lengthMs }, index) => {
        const begun = round.startedAt + atMs + pausedBefore(script, atMs)
        const [start, end] = [unix(begun), unix(begun + lengthMs)]
        return { n: index + 1, start, end, sec: Math.max(1, end - start) }
      })
    : []
  const paused = pauses.reduce((sum, pause) => sum + pause.sec, 0)
  const limitSeconds = Math.floor(limitMinutes * 60 + 0.5)
  const measured = Math.max(0, endUnix - startUnix - paused)
  const over = emitter.clamp === 'none' ? 0 : Math.max(0, measured - limitSeconds)
  if (over > 0 && isFraction && emitter.clamp === 'fails_on_fraction') return { silence: 'clamp_of_a_fraction' }
  startUnix += over
  const winner = isCutOff && !options.hasPresetWinner ? 0 : script.winner
  const wall = endUnix - (startUnix - over)
  const rawEndReason = endReason(emitter, { play: measured, wall, limitSeconds, winner, isVoted: options.vote !== undefined })
  const clean = (nick: string) => rosterName(emitter, nick)
  const roster = (side: Side): RosterEntry[] =>
    finishersOf(round)
      .filter((stint) => stint.team === side)
      .map(({ who }) => ({ guid: who.player.guid, name: clean(who.nick) }))
  return {
    emitter,
    kind: isCutOff ? 'aborted' : 'round',
    round,
    mapName: script.map.name,
    statedNumber: round.statedNumber,
    winner,
    defender: script.map.defender,
    startUnix,
    endUnix,
    playtimeSeconds: measured - over,
    limitMinutes,
    pauses,
    warmupSeconds: warmupStartUnix > 0 ? startUnix - warmupStartUnix : 0,
    warmupStartUnix,
    rawEndReason,
    surrenderTeam: surrenderTeam(rawEndReason, winner, options.vote),
    vote: options.vote,
    axis: roster(1),
    allies: roster(2),
    spawns: emitter.spawns === 'none' ? [] : random.shuffle(countSpawns(script, round.events, emitter.spawns, withoutColours)),
    emittedAt: round.endedAt,
  }
}

/** Something that lived for a few seconds after a round and was cut off: the module takes it for a round. */
export function emitGhost(
  after: PlayedRound,
  options: Pick<EmitOptions, 'emitter' | 'clockOffset' | 'hasPresetWinner'>,
  life: { startedAt: number; endedAt: number },
): Emission | { silence: Silence } {
  const { script } = after
  const setTime = script.number === 1 && script.winner !== script.map.defender && script.end !== 'aborted'
  const limitMs =
    script.end === 'aborted'
      ? script.limitMs
      : script.number === 2
        ? script.map.limitMinutes * 60_000
        : setTime
          ? script.lengthMs
          : script.limitMs
  const ghost: PlayedRound = {
    ...after,
    script: { ...script, end: 'aborted', limitMs, lengthMs: life.endedAt - life.startedAt, winner: script.map.defender, pauses: [] },
    events: finishersOf(after).map(({ who }) => ({ kind: 'spawn', at: 0, slot: who.slot })),
    ...life,
  }
  const { emitter, clockOffset, hasPresetWinner } = options
  const emission = emitRound(ghost, { emitter, clockOffset, hasPresetWinner, earlyMs: 0, vote: undefined }, noChance)
  return 'silence' in emission ? emission : { ...emission, kind: 'ghost', round: after }
}

/** A limit in minutes as the field says it. */
export function limitText(minutes: number): string {
  const whole = Math.round(minutes)
  return Math.abs(minutes - whole) <= 0.001 ? String(whole) : minutes.toFixed(3).replace(/\.?0+$/, '')
}

/** A name as a version's rosters carry it: older ones leave colour codes of letters where they are. */
export function rosterName(emitter: Emitter, nick: string): string {
  return emitter.strips === 'digits' ? nick.replace(/\^[0-9]/g, '') : withoutColours(nick)
}

function withoutColours(nick: string): string {
  return nick.replace(/\^[0-9A-Za-z]/g, '')
}

function endReason(
  emitter: Emitter,
  { play, wall, limitSeconds, winner, isVoted }: { play: number; wall: number; limitSeconds: number; winner: 0 | Side; isVoted: boolean },
): Emission['rawEndReason'] {
  const early = winner > 0 ? 'objective' : 'surrender'
  if (emitter.endReasonRule === 'time_first') return play >= 0.9 * limitSeconds ? 'time_expired' : isVoted ? 'surrender' : early
  if (emitter.endReasonRule === 'vote_first' && isVoted) return 'surrender'
  return wall < 0.9 * limitSeconds ? early : 'time_expired'
}

function surrenderTeam(reason: Emission['rawEndReason'], winner: 0 | Side, vote: Vote | undefined): Emission['surrenderTeam'] {
  if (vote) return vote.team
  return reason === 'surrender' && winner > 0 ? ((3 - winner) as Side) : 0
}

const noChance: Random = {
  next: () => 0,
  integer: (low) => low,
  around: (mean) => mean,
  chance: () => false,
  pick: (list) => list[0]!,
  weighted: (weights) => Object.keys(weights)[0] as keyof typeof weights,
  shuffle: (list) => [...list],
}
