import type { ArtefactTruth, DiscordTruth, TimingTruth, TrackTruth } from './artefact_truth.ts'
import type { GenerationName } from './generations.ts'
import type { Incident } from './incidents.ts'
import type { Side } from './round_events.ts'
import type { CellName } from './weapons.ts'

/** What really happened in a simulated season, in the words of the marts. Nothing in it was read back from a file. */
export type SeasonTruth = {
  seed: string
  server: string
  time_zone: string
  rounds: RoundTruth[]
  matches: MatchTruth[]
  sessions: SessionTruth[]
  /** What the stats files of a second server tell, where one played: the same evenings, other people. */
  twin?: SeasonTruth
  /** Every file and message of all servers; only where further sources are written. */
  artefacts?: ArtefactTruth[]
  /** What the timing modules made of each play; only where further sources are written. */
  timings?: TimingTruth[]
  /** What each proximity file is about; only where they are written. */
  tracks?: TrackTruth[]
  discord?: DiscordTruth
}

/** What a round is once its files are known; what really happened stands beside it. */
export type RoundTruthRole = 'first_half' | 'second_half' | 'superseded' | 'orphan' | 'aborted' | 'header_only'

export type RoundTruth = {
  /** Stem of the stats file's name, lower-case; also where that file was lost. */
  key: string
  /** Null: the file was lost. */
  stats_file: string | null
  endstats_files: string[]
  /** When the stats file was written, to the millisecond. */
  written_at: string
  role: RoundTruthRole
  map_name: string
  config: string
  generation: GenerationName
  tab_field_count: number
  header_field_count: number
  /** The half that was really played. */
  round_number: 1 | 2
  /** The half that name and header state: inverted when the round was cut off. */
  stated_round_number: 1 | 2
  defender_side: Side
  winner_side: Side
  happened: 'set' | 'held' | 'aborted'
  surrendered_by: 'attackers' | 'defenders' | null
  /** Over before its limit although the defenders won. Null: nothing in the file tells. */
  ended_early: boolean | null
  has_bots: boolean
  /** For rounds that were cut off: what started on the server within ten minutes. */
  aborted_followed_by: 'same_map' | 'other_map' | 'nothing' | null
  timelimit_seconds: number
  /** As header field 7 says; null where it says `0:00`. */
  nexttime_seconds: number | null
  /** Exact, pauses left out. */
  played_seconds: number
  pause_seconds: number
  /** As the files let it be known: header field 8, field 7, the limit, or the longest player time. Null where they do not. */
  duration_seconds: number | null
  duration_source: 'playtime_field' | 'header_time' | 'player_time' | null
  /** Exact instants. */
  started_at: string
  ended_at: string
  /** The file's stamp less three seconds: the end as the files let it be known. */
  stamp_ended_at: string
  paired_with: string | null
  superseded_by: string | null
  match_key: string | null
  session_index: number | null
  incidents: Incident[]
  players: PlayerRoundTruth[]
  awards: AwardTruth[]
  versus: VersusTruth[]
}

/**
 * How a player's numbers of this round follow from the files. `first_half`: as written in a first half. `continued`: second half less first half. `reset`: a new session since the
 * first half, as written. `new`: no line in the first half, as written. `absent`: a line, but he did not play. `not_in_files`: a second half without its first.
 */
export type DifferenceMode = 'first_half' | 'continued' | 'reset' | 'new' | 'absent' | 'not_in_files'

export type PlayerRoundTruth = {
  /** `guid8`, or `bot:` and the bot's name. */
  player_id: string
  guid8: string
  is_bot: boolean
  name_raw: string
  /** Colour codes and control characters removed, trimmed. */
  name: string
  team: 'a' | 'b'
  /** As the line says; 3 for who watches at the end. */
  stated_side: 1 | 2 | 3
  /** The side he played on. */
  side: Side | null
  session_rounds: number
  difference_mode: DifferenceMode
  /** True where an earlier stay in this round left nothing in the files. */
  lost_a_stay: boolean
  /** This round alone, as far as the files tell. Null: the layout does not carry it, or nobody can tell. */
  values: PlayerValues
  /** By weapon bit, this round alone; null where `difference_mode` is `absent` or `not_in_files`. */
  weapons: Record<number, Record<CellName, number>> | null
  /** The session's counters as the line carries them. */
  written: SessionTotals
  /** What he really did in this round, all stays together. */
  played: { kills: number; deaths: number; damage_given: number; damage_received: number; played_seconds: number; alive_seconds: number }
}

export type PlayerValues = Record<PlayerValueName, number | null>

export const playerValueNames = [
  'kills',
  'deaths',
  'hits',
  'shots',
  'headshots',
  'gun_hits',
  'gun_shots',
  'damage_given',
  'damage_received',
  'team_damage_given',
  'team_damage_received',
  'gibs',
  'self_kills',
  'team_kills',
  'team_gibs',
  'alive_percent',
  'xp',
  'killing_spree',
  'death_spree',
  'kill_assists',
  'kill_steals',
  'headshot_kills',
  'objectives_stolen',
  'objectives_returned',
  'dynamites_planted',
  'dynamites_defused',
  'times_revived',
  'bullets_fired',
  'minutes_played',
  'time_dead_minutes',
  'useful_kills',
  'denied_seconds',
  'double_kills',
  'triple_kills',
  'quad_kills',
  'penta_kills',
  'hexa_kills',
  'useless_kills',
  'full_self_kills',
  'repairs',
  'revives',
] as const
export type PlayerValueName = (typeof playerValueNames)[number]

export type SessionTotals = {
  kills: number
  deaths: number
  hits: number
  shots: number
  headshots: number
  damage_given: number
  damage_received: number
  team_damage_given: number
  team_damage_received: number
  gibs: number
  self_kills: number
  team_kills: number
  team_gibs: number
  minutes_played: number
}

export type AwardTruth = {
  /** What the award really is: of two rows with one label the second carries its true name here. */
  award: string
  guid8: string
  name: string
  /** As printed. */
  text: string
  value: number
}

export type VersusTruth = { guid8: string; opponent_guid8: string; kills: number; deaths: number }

/** One map played, from its first to its second half. Superseded rounds and header-only files belong to none. */
export type MatchTruth = {
  /** Key of the first half; an orphan's own. */
  match_key: string
  map_name: string
  first_half: string | null
  second_half: string | null
  /** Both halves have a file, and no bot played. */
  is_counted: boolean
  not_counted_because: 'unfinished' | 'first_half_missing' | 'bots' | null
  /** Null: unfinished. */
  result: 'first_attackers' | 'second_attackers' | 'draw' | null
  winner_team: 'a' | 'b' | null
  points: { a: number; b: number } | null
  axis_in_first_half: 'a' | 'b'
}

/** One run of rounds whose ends lie at most 60 minutes apart; what was cut off, had no player or had bots neither opens nor extends one. */
export type SessionTruth = {
  session_index: number
  played_on: string
  rounds: string[]
  /** `a` is the team that played Axis in the first counted first half. */
  teams: Record<'a' | 'b', { guid8: string[]; points: number }>
  counted_matches: number
}
