import type { CountedRound } from './count_round.ts'
import type { Generation } from './generations.ts'
import type { RoundEvent, RoundScript, Side } from './round_events.ts'

export type RoundRole = 'first_half' | 'second_half' | 'superseded' | 'aborted' | 'header_only'

/** A round that was played, with everything that any writer needs to tell of it. Instants are milliseconds since 1970, UTC. */
export type PlayedRound = {
  server: string
  /** The zone whose wall clock the names of this evening's files carry. */
  timeZone: string
  /** Stem of the stats file's name, also where that file was lost. */
  key: string
  matchIndex: number
  eveningIndex: number
  role: RoundRole
  hostname: string
  config: string
  generation: Generation
  nameEncoding: 'utf8' | 'latin1'
  script: RoundScript
  events: readonly RoundEvent[]
  counted: CountedRound
  /** What name and header of the file say: inverted when the round was cut off. */
  statedNumber: 1 | 2
  /** Who gave up, if somebody did. */
  surrenderedBy: 'attackers' | 'defenders' | undefined
  startedAt: number
  endedAt: number
  writtenAt: number
  /** The stats file never reached anybody. */
  isLost: boolean
  /** In the older generations this client's denied time is nonsense. */
  inflatedSlots: readonly number[]
  /** When each table at the round's end was printed; empty where none was. */
  endstatsWrittenAt: readonly number[]
}

/** The side that attacks a round's map. */
export function attackersOf(script: RoundScript): Side {
  return script.map.defender === 1 ? 2 : 1
}

/** Milliseconds that a round stood still before a moment of its play. */
export function pausedBefore(script: RoundScript, at: number): number {
  return script.pauses.reduce((sum, pause) => (pause.atMs < at ? sum + pause.lengthMs : sum), 0)
}

/** A length as headers write it: `M:SS`, floored to seconds. */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** A number with one decimal, as the writer prints it. */
export function oneDecimal(value: number): string {
  return value.toFixed(1)
}
