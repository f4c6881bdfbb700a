import type { Defect } from './defects.ts'
import type { Silence } from './emit_round.ts'
import type { EmitterName } from './emitters.ts'
import type { TrackerName } from './proximity/trackers.ts'
import type { Side } from './round_events.ts'

export const artefactKinds = [
  'stats_file',
  'endstats_file',
  'gametimes_file',
  'stats_ready',
  'filename_trigger',
  'proximity_file',
  'other_message',
] as const
export type ArtefactKind = (typeof artefactKinds)[number]

/** One file or message that somebody gets to see, and what it is really about. */
export type ArtefactTruth = {
  artefact: ArtefactKind
  /** The server that it comes from, whatever its sender says. */
  server: string
  /** File name, or message id. */
  name: string
  /** Key of the round of `server` that it is about; null: it is about none. */
  round_key: string | null
  none_because: 'aborted' | 'ghost' | 'not_a_round' | null
  /** Key of the play that was cut off, or of the round after which the ghost came. */
  played_key: string | null
  /**
   * Why nobody can be sure of the round, so that a careful reader may leave it unlinked; null: it must be found.
   * `zone_wrong`: its evening's file names carry another zone. `same_minute`: two servers share the webhook, the map and the minute. `looks_aborted`: its round has no file and it reads
   * like something cut off. `map_missing`, `end_missing`, `number_invalid`: the field is garbled. `broken_json`: not readable. `server_unknown`: the webhook is
   * shared and nothing else tells the server. `round_unknown`: nothing but what only attaches to rounds tells of it.
   * `written_again`: the second writing of a cut file, with the end of whatever came after.
   */
  hindrance:
    | 'zone_wrong'
    | 'same_minute'
    | 'server_unknown'
    | 'round_unknown'
    | 'looks_aborted'
    | 'map_missing'
    | 'end_missing'
    | 'number_invalid'
    | 'broken_json'
    | 'written_again'
    | null
  /** What was done to it or its round. */
  defects: Defect[]
  /** When it was sent or written, to the millisecond, by the clock of whoever stamped it. */
  at: string
  webhook_id: string | null
  /** What a payload states after all defects but the garbled field, which is named. Null: no payload. */
  stated: StatedTruth | null
}

export type StatedTruth = {
  emitter: EmitterName
  round_number: 1 | 2
  winner: 0 | Side
  defender: Side
  round_start_unix: number
  round_end_unix: number
  playtime_seconds: number
  /** As the field's text says, with at most three decimals. */
  limit_minutes: number
  pause_count: number
  pause_seconds: number
  raw_end_reason: 'objective' | 'surrender' | 'time_expired'
  surrender_team: 0 | 1 | 2 | 3
  axis_guids: string[]
  allies_guids: string[]
  garbled_field: string | null
}

/** What the timing module of the server made of a play, whether anything of it arrived or not; one for every play. */
export type TimingTruth = {
  server: string
  /** Key of the round, cut off or not. */
  key: string
  emitter: EmitterName
  /** Null: it emitted. */
  silent_because: Silence | null
  /** What really happened, in the words of the marts; `null` for an end that no vote and no limit explains. */
  end_reason: 'NORMAL' | 'SURRENDER' | 'MAP_CHANGE' | 'MAP_RESTART' | 'SERVER_RESTART' | null
  winner_side: Side
  defender_side: Side
  /** Exact. */
  started_at: string
  ended_at: string
  played_seconds: number
  /** Exact, not yet floored to seconds. */
  limit_seconds: number
  pauses: { started_at: string; seconds: number }[]
  /** Names of the files and ids of the messages that arrived. */
  gametimes_files: string[]
  message_ids: string[]
  /** Spawns, deaths and dead time by guid as a version that measures rightly says them (a revive is no spawn); other versions say less. */
  spawns: { guid: string; spawns: number; deaths: number; dead_seconds: number; max_respawn: number }[]
}

/** What really happened in the round of a proximity file, and how the file tells it; one for every file. */
export type TrackTruth = {
  server: string
  file_name: string
  /** Key of the play, cut off or not. */
  played_key: string
  tracker: TrackerName
  interval_ms: number
  /** The tracker's clock at the begin and at the end of play. */
  clock_zero_ms: number
  clock_end_ms: number
  round_start_unix: number
  round_end_unix: number
  /** As name and header say; the true half stands in the round. */
  stated_round_number: 1 | 2
  has_sprint: boolean
  /** Ends in the middle: what follows are the whole round's numbers, of which the file has a part. */
  is_truncated: boolean
  /** On the tracker's clock, in order; guids whole. */
  deaths: { at_ms: number; victim_guid: string; killer_guid: string; kind: 'kill' | 'team_kill' | 'self_kill' }[]
  spawns: number
  revives: number
}

export type DiscordTruth = {
  channel_id: string
  /** Which server posts by which webhook, one row for each pair. */
  webhooks: { webhook_id: string; server: string; purpose: 'stats_ready' | 'filename_trigger' }[]
}
