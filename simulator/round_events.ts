import type { GameMap } from './maps.ts'
import type { Player } from './players.ts'

/** 1 Axis, 2 Allies. */
export type Side = 1 | 2

/** Something that happened in a round. `at` counts milliseconds of play since the round's start; pauses are not in it. Slots name clients. */
export type RoundEvent =
  | { kind: 'join'; at: number; slot: number; side: Side; isFresh: boolean }
  | { kind: 'spectate'; at: number; slot: number }
  | { kind: 'disconnect'; at: number; slot: number }
  | { kind: 'spawn'; at: number; slot: number }
  | { kind: 'revive'; at: number; slot: number; target: number }
  | { kind: 'shots'; at: number; slot: number; weapon: number; shots: number }
  | {
      kind: 'damage'
      at: number
      slot: number
      target: number
      weapon: number
      amount: number
      hits: number
      headHits: number
      isTeam: boolean
    }
  | { kind: 'kill'; at: number; slot: number; target: number; weapon: number; isHead: boolean; waitMs: number; metres: number }
  | { kind: 'team_kill'; at: number; slot: number; target: number }
  | { kind: 'self_kill'; at: number; slot: number; isFull: boolean }
  | { kind: 'gib'; at: number; slot: number; target: number; isKnife: boolean; isTeam: boolean }
  | { kind: 'plant' | 'defuse' | 'repair' | 'steal' | 'return'; at: number; slot: number }
  | { kind: 'pause'; at: number; lengthMs: number }

/** One client's way through a round. Times are milliseconds of play, on the writer's five-second beat. */
export type Participant = {
  slot: number
  player: Player
  /** As carried on this client during this round. */
  nick: string
  team: 'a' | 'b'
  /** The side he plays on, or 3 when he only watches. */
  side: Side | 3
  /** Comes into the round as a new client: no counters from the round before. */
  isFresh: boolean
  arrivesMs: number
  departs?: { atMs: number; how: 'disconnect' | 'spectate' } | undefined
  /** Leaves and comes back with a new session; without acting he only stands there. */
  reconnects?: { leftMs: number; backMs: number; acts: boolean } | undefined
}

export type RoundEnd = 'objective' | 'time_limit' | 'surrender' | 'early_hold' | 'aborted'

/** What is decided before a round is played: where, how long, who. */
export type RoundScript = {
  map: GameMap
  number: 1 | 2
  limitMs: number
  lengthMs: number
  end: RoundEnd
  winner: Side
  pauses: readonly { atMs: number; lengthMs: number }[]
  participants: readonly Participant[]
}
