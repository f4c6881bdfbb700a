/** Versions of the server's timing module, oldest first. `1.6.2-first` and `1.6.2` are two builds that both call themselves 1.6.2. */
export const emitterNames = [
  '1.1.0',
  '1.2.0',
  '1.3.0',
  '1.4.0',
  '1.4.2',
  '1.5.0',
  '1.6.0',
  '1.6.1',
  '1.6.2-first',
  '1.6.2',
  '1.6.3',
  '1.6.4',
  '1.7.0',
  '1.7.1',
  '1.7.2',
] as const
export type EmitterName = (typeof emitterNames)[number]

/** What one version does. It may only be read together with the version: what a version does not measure, its payload does not say. */
export type Emitter = {
  name: EmitterName
  /** As the embed's footer says it. */
  version: string
  /** Field names carry `Lua_`. */
  isPrefixed: boolean
  hasUsername: boolean
  description: 'none' | 'legend' | 'short'
  hasWarmup: boolean
  hasPauseEvents: boolean
  hasSurrender: boolean
  /** `Axis` and `Allies` as lists of names beside the rosters. */
  hasNameLists: boolean
  hasWarmupEnd: boolean
  hasSpawnSummary: boolean
  /** Stops with an error, before anything is sent or written, when the limit has a fraction. */
  failsOnFraction: boolean
  /** Emits what a shutdown cut off. */
  emitsCutOffs: boolean
  clamp: 'none' | 'fails_on_fraction' | 'whole'
  measuresPauses: boolean
  endReasonRule: 'no_vote' | 'vote_first' | 'time_first'
  /** How much of a name is escaped: a quote once where twice would be right, or everything. */
  escapes: 'quotes_once' | 'twice'
  strips: 'digits' | 'letters_and_digits'
  spawns: 'none' | 'tail_only' | 'no_spawns' | 'right'
  gametimes: 'none' | 'small' | 'full'
  /** Sent this long after the end. */
  sendsAfterMs: number
}

const first: Omit<Emitter, 'name' | 'version'> = {
  isPrefixed: false,
  hasUsername: false,
  description: 'none',
  hasWarmup: false,
  hasPauseEvents: false,
  hasSurrender: false,
  hasNameLists: true,
  hasWarmupEnd: false,
  hasSpawnSummary: false,
  failsOnFraction: true,
  emitsCutOffs: false,
  clamp: 'none',
  measuresPauses: false,
  endReasonRule: 'no_vote',
  escapes: 'quotes_once',
  strips: 'digits',
  spawns: 'none',
  gametimes: 'none',
  sendsAfterMs: 3_000,
}
const prefixed = { ...first, isPrefixed: true, hasUsername: true, hasWarmup: true }
const withPauses = { ...prefixed, description: 'legend', hasPauseEvents: true, hasWarmupEnd: true } as const
const withSurrender = { ...withPauses, hasSurrender: true, endReasonRule: 'vote_first' } as const
const atOnce = { ...withSurrender, sendsAfterMs: 0 }
const withFiles = { ...atOnce, gametimes: 'small' } as const
const withSpawns = {
  ...withFiles,
  description: 'short',
  hasNameLists: false,
  hasWarmupEnd: false,
  hasSpawnSummary: true,
  spawns: 'tail_only',
  gametimes: 'full',
} as const
const withFractions = { ...withSpawns, failsOnFraction: false, emitsCutOffs: true } as const
const withClamp = { ...withFractions, clamp: 'whole' } as const
const timeFirst = { ...withClamp, endReasonRule: 'time_first', strips: 'letters_and_digits', spawns: 'no_spawns' } as const
const escaped = { ...timeFirst, escapes: 'twice' } as const
const measuring = { ...escaped, measuresPauses: true, spawns: 'right' } as const

/** How each version emits (lua timing reference, version history). */
export const emitters: Readonly<Record<EmitterName, Emitter>> = {
  '1.1.0': { ...first, name: '1.1.0', version: '1.1.0' },
  '1.2.0': { ...prefixed, name: '1.2.0', version: '1.2.0' },
  '1.3.0': { ...withPauses, name: '1.3.0', version: '1.3.0' },
  '1.4.0': { ...withSurrender, name: '1.4.0', version: '1.4.0' },
  '1.4.2': { ...atOnce, name: '1.4.2', version: '1.4.2' },
  '1.5.0': { ...withFiles, name: '1.5.0', version: '1.5.0' },
  '1.6.0': { ...withSpawns, name: '1.6.0', version: '1.6.0' },
  '1.6.1': { ...withFractions, name: '1.6.1', version: '1.6.1' },
  '1.6.2-first': { ...withClamp, name: '1.6.2-first', version: '1.6.2', clamp: 'fails_on_fraction' },
  '1.6.2': { ...withClamp, name: '1.6.2', version: '1.6.2' },
  '1.6.3': { ...timeFirst, name: '1.6.3', version: '1.6.3' },
  '1.6.4': { ...escaped, name: '1.6.4', version: '1.6.4' },
  '1.7.0': { ...escaped, name: '1.7.0', version: '1.7.0' },
  '1.7.1': { ...measuring, name: '1.7.1', version: '1.7.1' },
  '1.7.2': { ...measuring, name: '1.7.2', version: '1.7.2' },
}
