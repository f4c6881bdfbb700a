// Generated from the dbt contracts by `npm run types`. Do not edit.

/** A date without a zone, as YYYY-MM-DD. */
export type LocalDate = string
/** A local time without a zone, as YYYY-MM-DDTHH:MM:SS. */
export type LocalDateTime = string

/** One text under which one round is known: its id, its former keys, its file names, and the fingerprints of all that arrived about it. Only a unique one leads to a round. */
export interface BdgRoundFingerprints {
  /** One text under which the round can be found: its key, its short key, the name of its file, or map, round and clock joined by `|`. */
  readonly fingerprint: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** What the fingerprint is made of. `start` or `end`: an instant that a source states; `clock`: date and time of a file's name; `round_id`, `short_key`, `key`, `file_name`: a name of the round itself. */
  readonly fingerprint_level: string
  /** Whether no other round of this server has the fingerprint. Only then does it lead to a round. */
  readonly is_unique: boolean
  /** Whether no other round of any server has the fingerprint. */
  readonly is_unique_overall: boolean
}

/** One map that was played, with how often it was held and how fast it was taken. */
export interface DimMaps {
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string
  /** The map's name for people; the technical name when none is listed. */
  readonly map_title: string
  /** The side that defended the map in most of its rounds. Null when no round tells. */
  readonly usual_defender_side_name: string | null
  /** The round in which the attackers took this map fastest. Null when no counted round was taken. */
  readonly fastest_set_round_id: string | null
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** How many maps were played. Of a team or a player only those that count, of a map only those with both halves, else also those whose other half is missing. */
  readonly match_count: number
  /** How many completed matches on the map were draws: both halves held. */
  readonly drawn_match_count: number
  /** How many counted first halves on the map have a known Stopwatch state. */
  readonly first_half_count: number
  /** How many counted second halves on the map have a known Stopwatch state. */
  readonly second_half_count: number
  /** Share of the first halves that were held. Formula: 100 × held first halves ÷ first_half_count. Unit: percent. Null when there is none. */
  readonly first_half_hold_percent: number | null
  /** Share of the second halves that were held. Formula: 100 × held second halves ÷ second_half_count. Unit: percent. Null when there is none. */
  readonly second_half_hold_percent: number | null
  /** Median time in which the attackers took the map in a first half. Unit: seconds. Null when no counted first half was taken. */
  readonly median_set_seconds: number | null
  /** Fastest time in which the attackers took the map, in either half. Unit: seconds. Null when no counted round was taken. */
  readonly fastest_set_seconds: number | null
  /** Whether the map is on the list of maps that do not count. */
  readonly is_excluded: boolean
  /** The first day on which the map was played, on the server's clock. */
  readonly first_played_on: LocalDate
  /** The latest day on which the map was played, on the server's clock. */
  readonly last_played_on: LocalDate
}

/** One Discord user with the player that an admin approved for him last. */
export interface DimPlayerLinks {
  /** The Discord user. */
  readonly discord_user_id: string
  /** The player that the Discord user is. */
  readonly player_id: string
  /** The admin who approved it. */
  readonly approved_by: string
  /** When it was approved. Unit: UTC. */
  readonly approved_at: Date
}

/** One name that one person used, and when. */
export interface DimPlayerNames {
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** Whether it is the one that counts now: the name the person used last, or the version of a file that is used. */
  readonly is_current: boolean
  /** The first day on which the person used the name. */
  readonly first_used_on: LocalDate
  /** The latest day on which the person used the name. */
  readonly last_used_on: LocalDate
}

/** One person, with all the GUIDs that belong to him. Who played in a team but has no numbers of his own has 0 rounds. Bots are left out, and so is whoever is known from totals of both halves only. */
export interface DimPlayers {
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** How many names the person has used. */
  readonly name_count: number
  /** How many GUIDs belong to the person; more than one after players were merged. */
  readonly guid_count: number
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** How many of the rounds count. */
  readonly counted_round_count: number
  /** How many evenings there are: those the person played in, or all of them. */
  readonly session_count: number
  /** Time played: the round's exact duration when the player's own clock agrees with it within 0.15 minutes, else his clock; summed over rounds. Unit: seconds. Null when no clock tells, or no round counts. */
  readonly played_seconds: number | null
  /** The first day on which the person played. */
  readonly first_seen_on: LocalDate
  /** The latest day on which the person played. */
  readonly last_seen_on: LocalDate
}

/** One reason that a mart can give, with the sentence that explains it to people. */
export interface DimReasons {
  /** Why the arrival belongs to no round, or counts for nothing although its round is known. Null when nothing speaks against it. Every code has a sentence in the seed `reason_codes`. */
  readonly reason_code: string
  /** What the reason is said of: a check, an event, a match, a time, a player, the confidence of a score. */
  readonly applies_to: string
  /** What was found, in words for people. */
  readonly sentence: string
}

/** One weapon of the game. */
export interface DimWeapons {
  /** Key of the weapon. */
  readonly weapon: string
  /** The weapon's name for people. */
  readonly weapon_name: string
  /** Kind of weapon: melee, pistol, smg, rifle, heavy, explosive or support. */
  readonly weapon_class: string
  /** The weapon's number in a stats file, from 0. */
  readonly weapon_bit: number
  /** Whether the weapon fires bullets, so that its shots count for accuracy. */
  readonly is_gun: boolean
  /** Whether the weapon is a pistol or a submachine gun. */
  readonly is_light_weapon: boolean
}

/** One award of a round, as the endstats file tells it. Awards of scope match count both rounds when they stand in a second round, so they must not be added up over the rounds of a match. */
export interface FctAwards {
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** Key of the award, the same whatever label the file gave it. */
  readonly award: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string | null
  /** The award's name for people. */
  readonly award_label: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** Why player_id is null: `name_unknown` (nobody in the round bears the name) or `name_not_unique` (several do). Null when it is known. */
  readonly player_unavailable_reason: string | null
  /** The value as the file writes it. */
  readonly value_text: string
  /** What the number counts. */
  readonly unit: string
  /** What the row spans. Of a record: rounds of one map (`map`) or of all maps (`all_maps`). Of an award: this round alone (`round`), or, in a second round, both rounds of the match (`match`). */
  readonly scope: string
  /** Name of the file, as it was on the server. Null where no file is behind the row. */
  readonly file_name: string
  /** Hash of the bytes behind the row, by which they can be found in the raw tables. Null when not one file is behind it. */
  readonly raw_sha256: string
  /** The first number of the value, in the unit given beside it. */
  readonly value_number: number
  /** Place of the award in the order in which the game shows them, from 1. */
  readonly sort_order: number
  /** Line of the file, from 1. */
  readonly line_number: number
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One Lua row, or row of spawns of a Lua row, of an existing database whose link to a round is missing, wrong or not certain. */
export interface FctLegacyLinkFindings {
  /** Key of one finding about an existing database. */
  readonly finding_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The configured source it came from, such as a folder. */
  readonly source_name: string
  /** The table of the existing database. */
  readonly table_name: string
  /** The key of the row in that table. Null where the finding is about a column or about a row that is not there. */
  readonly row_key: string
  /** sha256 of the whole row, as PostgreSQL writes it as JSON, when it was landed. A repair refuses a row that no longer has it. */
  readonly row_sha256: string
  /** The column of the existing database. */
  readonly column_name: string
  /** What stands in the column. Null when nothing does. */
  readonly stored_text: string | null
  /** What must stand in the column. Null when nothing proves it, or when nothing must stand there. */
  readonly proven_text: string | null
  /** What is wrong, as a code of the list legacy_findings. */
  readonly finding: string
  /** What is wrong, as a sentence for people. */
  readonly sentence: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** The round that the row is linked to, by the name of its stats file; "not linked" when it is not. */
  readonly stored_round_name: string
  /** The round that the row ended with, by the name of its stats file; "none" when no single round did. */
  readonly proven_round_name: string
  /** How sure the link is: high within 5 seconds, medium within 30. Null when none is proposed. */
  readonly confidence: string | null
  /** What proves the repair. Null when none is proposed. */
  readonly evidence: string | null
  /** Why no repair is proposed: nothing but what the raw files state for certain is. Null when one is. */
  readonly not_proposed_reason: string | null
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number | null
  /** End of the round minus end of the Lua row. Unit: seconds. Null when no single round fits. */
  readonly seconds_apart: number | null
  /** Distance to the end of the nearest stored round of the map. Unit: seconds. Null when none was played within three hours. */
  readonly nearest_seconds: number | null
  /** Whether `fullhold backfill` proposes a repair. */
  readonly is_proposed: boolean
  /** When the round ended by the Lua row. Null when the row does not say. */
  readonly ended_at: Date | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One side of one round row of an existing database that is missing there or not as the raw files have it. */
export interface FctLegacySideFindings {
  /** Key of one finding about an existing database. */
  readonly finding_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The configured source it came from, such as a folder. */
  readonly source_name: string
  /** The table of the existing database. */
  readonly table_name: string
  /** The key of the row in that table. Null where the finding is about a column or about a row that is not there. */
  readonly row_key: string
  /** sha256 of the whole row, as PostgreSQL writes it as JSON, when it was landed. A repair refuses a row that no longer has it. */
  readonly row_sha256: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** Name of the stats file of the round. Null when the round has none. */
  readonly stats_file_name: string | null
  /** Hash of the bytes behind the row, by which they can be found in the raw tables. Null when not one file is behind it. */
  readonly raw_sha256: string | null
  /** What is wrong, as a code of the list legacy_findings. */
  readonly finding: string
  /** What is wrong, as a sentence for people. */
  readonly sentence: string
  /** Which side the finding is about: `defender` or `winner`. */
  readonly side_kind: string
  /** The column of the existing database. */
  readonly column_name: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** What the existing database calls the state of the round. */
  readonly legacy_status: string | null
  /** What stands in the column. Null when nothing does. */
  readonly stored_text: string | null
  /** What must stand in the column. Null when nothing proves it, or when nothing must stand there. */
  readonly proven_text: string | null
  /** The side that is stored, in words. */
  readonly stored_side_name: string
  /** The side that the raw file states, in words; "unavailable" when it states none. */
  readonly proven_side_name: string
  /** How far the sides, and the score made of them, can be trusted. `verified_header`: stated by the game, or by a person. `time_fallback`: derived from times or from the other half. `ambiguous`: sources contradict each other, only an existing database says so, or not every map counts. `missing`: unknown, or there is nothing to score. A map is as sure as its weaker half, or as its second half when that one decides it alone; an evening is as sure as its weakest counted map. */
  readonly score_confidence: string | null
  /** Why the confidence is what it is. Every code has a sentence in the seed `reason_codes` or `checks`. */
  readonly score_confidence_reason: string | null
  /** Why no repair is proposed: nothing but what the raw files state for certain is. Null when one is. */
  readonly not_proposed_reason: string | null
  /** What proves the repair. Null when none is proposed. */
  readonly evidence: string | null
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number
  /** The side that is stored: 1 Axis, 2 Allies. Null when none is. */
  readonly stored_side: number | null
  /** The side by the raw files: 1 Axis, 2 Allies. Null when they do not tell. */
  readonly proven_side: number | null
  /** Whether `fullhold backfill` proposes a repair. */
  readonly is_proposed: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate | null
}

/** One difference between the rounds and numbers of an existing database and the raw files: a row, or a column for all its rows. */
export interface FctLegacyStatFindings {
  /** Key of one finding about an existing database. */
  readonly finding_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The configured source it came from, such as a folder. */
  readonly source_name: string
  /** The table of the existing database. */
  readonly table_name: string
  /** The key of the row in that table. Null where the finding is about a column or about a row that is not there. */
  readonly row_key: string | null
  /** The column of the existing database. */
  readonly column_name: string | null
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The player's id as the file gives it, before players are merged. */
  readonly line_player_id: string | null
  /** Name of the stats file of the round. Null when the round has none. */
  readonly stats_file_name: string | null
  /** Hash of the bytes behind the row, by which they can be found in the raw tables. Null when not one file is behind it. */
  readonly raw_sha256: string | null
  /** What is wrong, as a code of the list legacy_findings. */
  readonly finding: string
  /** What is wrong, as a sentence for people. */
  readonly sentence: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string | null
  /** What was found in this case: figures, the line as it is written, or the other side of it. Null when there is nothing to add. */
  readonly detail: string | null
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number | null
  /** How many rows of the table it concerns. */
  readonly row_count: number
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate | null
}

/** One table of an existing database at the newest look that saw a change of it. */
export interface FctLegacyTables {
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The configured source it came from, such as a folder. */
  readonly source_name: string
  /** The table of the existing database. */
  readonly table_name: string
  /** Whether the table was landed or is missing. */
  readonly table_state: string
  /** Host, port and database that were read. */
  readonly read_from: string
  /** What the PostgreSQL server calls itself. */
  readonly server_version: string
  /** The columns of the table with their types, as JSON. Null when the table is missing. */
  readonly columns: string | null
  /** Columns that fullhold reads and the table lacks; what they would tell is unknown. Null when it has all of them. */
  readonly missing_columns: string | null
  /** How many rows of the table it concerns. */
  readonly row_count: number
  /** The moment at which the rows were read, by the clock of the PostgreSQL server. */
  readonly snapshot_at: Date
  /** When it arrived here. It never changes what anything means. Unit: UTC. */
  readonly received_at: Date
}

/** One map played: its first half, its second half if there was one, and the points that the evening's teams got for it. */
export interface FctMatches {
  /** Key of one map played, first and second half together: the round_id of its first half, or of the second half when the first is not known. */
  readonly match_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string | null
  /** The round that is the first half of this map. Null when the round is a first half itself, or when no first half is known. */
  readonly first_half_round_id: string | null
  /** The round that is the second half of this map. Null when the round is a second half itself, or when no second half is known. */
  readonly second_half_round_id: string | null
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string
  /** Who takes the map. `attackers_r1`: the attackers of the first half set a time that was not beaten. `attackers_r2`: those of the second half made it. `draw`: both halves were held. Null when a half is missing or too little is known of its sides. */
  readonly map_result: string | null
  /** The team that won the map or the evening: `A`, `B`, or `draw`. Null when nothing tells. */
  readonly winner_team: string | null
  /** Stopwatch state of the first half: `FULL_HOLD` or `TIME_SET`. Null when there is no first half or its state is unknown. */
  readonly first_half_state: string | null
  /** Stopwatch state of the second half: `FULL_HOLD` or `TIME_SET`. Null when there is no second half or its state is unknown. */
  readonly second_half_state: string | null
  /** How far the sides, and the score made of them, can be trusted. `verified_header`: stated by the game, or by a person. `time_fallback`: derived from times or from the other half. `ambiguous`: sources contradict each other, only an existing database says so, or not every map counts. `missing`: unknown, or there is nothing to score. A map is as sure as its weaker half, or as its second half when that one decides it alone; an evening is as sure as its weakest counted map. */
  readonly score_confidence: string
  /** Why the confidence is what it is. Every code has a sentence in the seed `reason_codes` or `checks`. */
  readonly score_confidence_reason: string
  /** The first reason why it does not count. Null when it counts. Every code has a sentence in the seed `checks` or `reason_codes`. */
  readonly not_counted_reason: string | null
  /** Place of the map in its evening, from 1. */
  readonly match_number: number
  /** Time limit of the round: in a first half the map's limit, in a second half the time that the first half set. Of a match: the limit of its first half. Unit: seconds. Null when the header cannot be read or there is no first half. */
  readonly timelimit_seconds: number | null
  /** The time that the second half has to beat: the time of the first half when its attackers won, else its limit. Unit: seconds. Null for a second half, when a side is unknown, or, in a live score, when no second half is awaited. */
  readonly time_to_beat_seconds: number | null
  /** Duration of the first half. Unit: seconds. Null when there is no first half or no clock tells. */
  readonly first_half_seconds: number | null
  /** Duration of the second half. Unit: seconds. Null when there is no second half or no clock tells. */
  readonly second_half_seconds: number | null
  /** The side on which team A played the first half: 1 Axis, 2 Allies. Null when the match is not complete or its players fit neither orientation. */
  readonly team_a_first_half_side: number | null
  /** Points of team A: 2 for a map won, 1 for a draw. Null when the match does not count, or no match of the evening does. */
  readonly team_a_points: number | null
  /** Points of team B: 2 for a map won, 1 for a draw. Null when the match does not count, or no match of the evening does. */
  readonly team_b_points: number | null
  /** Whether both halves of the map are known. */
  readonly is_complete: boolean
  /** Whether the row counts: for the numbers of players when it is a round, for points when it is a match. When it does not, a reason stands beside it or with its round. */
  readonly is_counted: boolean
  /** When it started: a round at its end less its duration, an evening or a map with its first round, a build when it was begun. Unit: UTC. Null when an end or a duration is unknown. */
  readonly started_at: Date | null
  /** When it ended: a round three seconds before the time in its file's name, unless a better clock is known; a map or an evening with its last round. Unit: UTC. Null when the server's clock showed that hour twice, or never, and nothing tells which instant is meant. */
  readonly ended_at: Date | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One person in one map played, in numbers of both halves together. Where the first half has no file, the totals that the second one holds, marked is_total_only and never counted. */
export interface FctPlayerMatches {
  /** Key of one map played, first and second half together: the round_id of its first half, or of the second half when the first is not known. */
  readonly match_id: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string
  /** The side on which the player played the first half: Axis or Allies. Null when he did not play it or his side cannot be told. */
  readonly first_half_side_name: string | null
  /** The side on which the player played the second half: Axis or Allies. Null when he did not play it or his side cannot be told. */
  readonly second_half_side_name: string | null
  /** The first reason why it does not count. Null when it counts. Every code has a sentence in the seed `checks` or `reason_codes`. */
  readonly not_counted_reason: string | null
  /** The side on which the player played the first half: 1 Axis, 2 Allies. Null when he did not play it or his side cannot be told. */
  readonly first_half_side: number | null
  /** The side on which the player played the second half: 1 Axis, 2 Allies. Null when he did not play it or his side cannot be told. */
  readonly second_half_side: number | null
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** Time played: the round's exact duration when the player's own clock agrees with it within 0.15 minutes, else his clock; summed over rounds. Unit: seconds. Null when no clock tells, or no round counts. */
  readonly played_seconds: number | null
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number
  /** Hits to an enemy's head, deadly or not. Kills by such a hit are headshot_kills. Unit: hits. */
  readonly headshots: number
  /** Hits on an enemy. One grenade or air strike can hit several times, and a syringe's hits are revives, so accuracy uses guns only. Unit: hits. */
  readonly hits: number
  /** Shots fired or uses of a weapon, knife and syringe included; accuracy uses guns only. Unit: shots. A knife's shots can be a few too low in a second half, because the game does not keep all of them. */
  readonly shots: number
  /** Shots of guns that hit an enemy: pistols, submachine guns, rifles and machine guns. Unit: hits. Null where only totals of both halves are known. */
  readonly gun_hits: number | null
  /** Shots fired with guns: pistols, submachine guns, rifles and machine guns. Unit: shots. Null where only totals of both halves are known. */
  readonly gun_shots: number | null
  /** Hits of guns to an enemy's head. Unit: hits. Null where only totals of both halves are known. */
  readonly gun_headshots: number | null
  /** Damage done to enemies. Unit: hit points. */
  readonly damage_given: number
  /** Damage taken from enemies. Unit: hit points. */
  readonly damage_received: number
  /** Damage done to team mates. Unit: hit points. */
  readonly team_damage_given: number
  /** Damage taken from team mates. Unit: hit points. */
  readonly team_damage_received: number
  /** Enemies' bodies destroyed, so that they could not be revived. Unit: gibs. */
  readonly gibs: number
  /** Deaths by one's own hand or by the world: /kill, own explosives, falling. Unit: self kills. */
  readonly self_kills: number
  /** Team mates killed. Unit: kills. */
  readonly team_kills: number
  /** Team mates' bodies destroyed. Unit: gibs. */
  readonly team_gibs: number
  /** Experience points; can be below zero. Unit: XP. Null when the layout of the file is not known. */
  readonly xp: number | null
  /** Enemies killed by somebody else whom the player had damaged in the last 1.5 seconds. Unit: assists. Null when the layout of the file is not known. */
  readonly kill_assists: number | null
  /** Kills of enemies to whom somebody else had done more damage in the last 1.5 seconds. Unit: kills. Null when the layout of the file is not known. */
  readonly kill_steals: number | null
  /** Kills whose last hit was to the head. Unit: kills. Null when the layout of the file is not known. */
  readonly headshot_kills: number | null
  /** Objectives such as documents taken. Unit: objectives. Null in layouts without the field (files since 2025). */
  readonly objectives_stolen: number | null
  /** Objectives such as documents brought back. Unit: objectives. Null in layouts without the field (files since 2025). */
  readonly objectives_returned: number | null
  /** Dynamites planted. Unit: dynamites. Null when the layout of the file is not known. */
  readonly dynamites_planted: number | null
  /** Dynamites defused. Unit: dynamites. Null when the layout of the file is not known. */
  readonly dynamites_defused: number | null
  /** How often a medic revived the player. Unit: revives. Null when the layout of the file is not known. */
  readonly times_revived: number | null
  /** Kills after which the enemy had to wait at least half of his reinforcement interval. Unit: kills. Null when the layout of the file is not known. */
  readonly useful_kills: number | null
  /** Time that enemies spent dead because of the player's kills, all of them added up, so it can be longer than the round. Unit: seconds. Null in layouts without a trustworthy field. */
  readonly denied_seconds: number | null
  /** Series of exactly two kills, each within three seconds of the one before. Unit: multikills. Null when the layout of the file is not known. */
  readonly double_kills: number | null
  /** Series of exactly three kills, each within three seconds of the one before. Unit: multikills. Null when the layout of the file is not known. */
  readonly triple_kills: number | null
  /** Series of exactly four kills, each within three seconds of the one before. Unit: multikills. Null when the layout of the file is not known. */
  readonly quad_kills: number | null
  /** Series of exactly five kills, each within three seconds of the one before. Unit: multikills. Null when the layout of the file is not known. */
  readonly penta_kills: number | null
  /** Series of six or more kills, each within three seconds of the one before. Unit: multikills. Null when the layout of the file is not known. */
  readonly hexa_kills: number | null
  /** Kills after which the enemy was back in less than five seconds. Unit: kills. Null in layouts without the field (2024). */
  readonly useless_kills: number | null
  /** Uses of /kill when nearly the whole reinforcement interval was still to wait. Unit: self kills. Null in layouts without the field (2024). */
  readonly full_self_kills: number | null
  /** Things repaired or built. Unit: repairs. Null in layouts without the field. */
  readonly repairs: number | null
  /** Team mates revived; where a layout has no field for it, hits with the syringe. Unit: revives. Null where only totals of both halves are known. */
  readonly revives: number | null
  /** Time spent dead. In older files it follows from the share of time alive, because their own field counts too much; time_dead_source says which. Formula: the game's dead time, at most played_seconds; else (100 − alive_percent) ÷ 100 × played_seconds; summed over rounds. Unit: seconds. Null when neither is known. */
  readonly time_dead_seconds: number | null
  /** Time spent alive, as the game's share of time alive weighs it; with alive_known_seconds it makes alive_percent. Formula: share of time alive × played_seconds, summed over rounds. Unit: seconds. Null when the share is not known. */
  readonly alive_weighted_seconds: number | null
  /** Time played in rounds whose share of time alive is known. Unit: seconds. Null when none is known. */
  readonly alive_known_seconds: number | null
  /** Longest series of kills without a death in one round; the game counts from three. Unit: kills. Null when the layout of the file is not known. */
  readonly killing_spree: number | null
  /** Longest series of deaths without a kill in one round; the game counts from three and only series that a kill ended. Unit: deaths. Null when the layout of the file is not known. */
  readonly death_spree: number | null
  /** Damage done to enemies per minute played, time dead included (DPM). Formula: 60 × damage_given ÷ played_seconds. Unit: hit points per minute. Null when no time played is known. */
  readonly damage_per_minute: number | null
  /** Kills per minute played, time dead included. Formula: 60 × kills ÷ played_seconds. Unit: kills per minute. Null when no time played is known. */
  readonly kills_per_minute: number | null
  /** Deaths by enemies per minute played, time dead included. Formula: 60 × deaths ÷ played_seconds. Unit: deaths per minute. Null when no time played is known. */
  readonly deaths_per_minute: number | null
  /** Time that enemies spent dead because of the player's kills, per minute he played. Formula: 60 × denied_seconds ÷ played_seconds. Unit: seconds per minute. Null when the file does not tell denied time or no time played is known. */
  readonly denied_seconds_per_minute: number | null
  /** Team mates revived per minute played. Formula: 60 × revives ÷ played_seconds. Unit: revives per minute. Null when no time played or no revives are known. */
  readonly revives_per_minute: number | null
  /** Kills per death; without a death, the kills. Formula: kills ÷ deaths, deaths taken as at least 1. Unit: ratio. */
  readonly kill_death_ratio: number
  /** Share of the player's kills in his kills and deaths together. Formula: 100 × kills ÷ (kills + deaths). Unit: percent. Null without a kill and a death. */
  readonly efficiency_percent: number | null
  /** Share of the shots fired with guns that hit an enemy. Formula: 100 × gun_hits ÷ gun_shots. Unit: percent. Null without a shot. */
  readonly accuracy_percent: number | null
  /** Share of the hits with guns that hit the head. It counts hits; the share of kills is headshot_kill_percent. Formula: 100 × gun_headshots ÷ gun_hits. Unit: percent. Null without a hit. */
  readonly headshot_accuracy_percent: number | null
  /** Share of the kills whose last hit was to the head. It counts kills; the share of hits is headshot_accuracy_percent. Formula: 100 × headshot_kills ÷ kills. Unit: percent. Null without a kill, or when the layout of the file is not known. */
  readonly headshot_kill_percent: number | null
  /** Share of the kills after which the enemy had to wait at least half of his reinforcement interval. Formula: 100 × useful_kills ÷ kills. Unit: percent. Null without a kill, or when the layout of the file is not known. */
  readonly useful_kill_percent: number | null
  /** Damage done to enemies per damage taken from them. Formula: damage_given ÷ damage_received. Unit: ratio. Null when no damage was taken. */
  readonly damage_ratio: number | null
  /** Share of the time played that the player was alive. Formula: 100 × alive_weighted_seconds ÷ alive_known_seconds. Unit: percent. Null when no round tells. */
  readonly alive_percent: number | null
  /** Series of two or more kills, each within three seconds of the one before. Formula: double_kills + triple_kills + quad_kills + penta_kills + hexa_kills. Unit: multikills. Null when the layout of the file is not known. */
  readonly multikills: number | null
  /** Whether the row counts: for the numbers of players when it is a round, for points when it is a match. When it does not, a reason stands beside it or with its round. */
  readonly is_counted: boolean
  /** Whether the numbers are totals of both halves taken from the file of the second one, because the file of the first is missing. Such numbers never count. */
  readonly is_total_only: boolean
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One player's spawns and deaths in a round, from its gametimes file. */
export interface FctPlayerRoundSpawns {
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** Why the number of spawns is unknown: emitter_too_old. */
  readonly spawns_unavailable_reason: string | null
  /** Why the time dead is unknown: emitter_too_old. */
  readonly dead_seconds_unavailable_reason: string | null
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number | null
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number
  /** Spawns of the player that Lua saw, the first one too. */
  readonly spawn_count: number | null
  /** Deaths of the player that Lua saw. */
  readonly death_count: number | null
  /** Seconds from each death to the next spawn, and from the last death to the end, as Lua counted them. A revive does not end them. */
  readonly dead_seconds: number | null
  /** Seconds from death to spawn on average, rounded down by Lua. */
  readonly avg_respawn_seconds: number | null
  /** Longest time from death to spawn in seconds. */
  readonly max_respawn_seconds: number | null
  /** Whether the line is a bot's. */
  readonly is_bot: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One player's times in a round by each clock, with the side he played on. */
export interface FctPlayerRoundTimings {
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** Key of one map played, first and second half together: the round_id of its first half, or of the second half when the first is not known. */
  readonly match_id: string
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** How far the Lua playtime is from the best clock of the stats file. aligned: at most 30 seconds; minor: at most 60; discrepancy: more; lua_alone: no clock of a file to compare with; no_lua: no payload tells of the round, `no_lua_reason` says why. */
  readonly timing_status: string
  /** Where the time dead comes from: `dead_time_field` (the game counted it) or `alive_percent` (the rest of the share of time alive). Null when neither is known. */
  readonly time_dead_source: string | null
  /** Why Lua does not tell the time dead: no_lua, no_gametimes (only the message arrived; spawns stand in the file), emitter_too_old, not_in_payload. */
  readonly lua_dead_unavailable_reason: string | null
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number | null
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number
  /** How long the round was played, without warmup and pauses. Unit: seconds. Null when no clock tells; duration_unavailable_reason says so. */
  readonly duration_seconds: number | null
  /** Seconds of play that Lua measured, pauses and warmup left out. */
  readonly lua_playtime_seconds: number | null
  /** The minutes of the player in the stats file, in seconds. */
  readonly own_clock_seconds: number | null
  /** Time played: the round's exact duration when the player's own clock agrees with it within 0.15 minutes, else his clock; summed over rounds. Unit: seconds. Null when no clock tells, or no round counts. */
  readonly played_seconds: number | null
  /** Time spent dead. In older files it follows from the share of time alive, because their own field counts too much; time_dead_source says which. Formula: the game's dead time, at most played_seconds; else (100 − alive_percent) ÷ 100 × played_seconds; summed over rounds. Unit: seconds. Null when neither is known. */
  readonly time_dead_seconds: number | null
  /** Seconds dead as Lua counted them, at most the time played. */
  readonly lua_dead_seconds: number | null
  /** Seconds dead by Lua less seconds dead by the stats file. */
  readonly dead_difference_seconds: number | null
  /** Share of the time played that the player was dead, by Lua. */
  readonly lua_dead_percent: number | null
  /** Whether Lua counted more seconds dead than were played. */
  readonly is_dead_time_capped: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One player in one round, in numbers of that round alone: of a second half, what it adds to the first. A second half whose first half has no file has no rows here but in fct_player_matches. */
export interface FctPlayerRounds {
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** The player's id as the file gives it, before players are merged. */
  readonly line_player_id: string
  /** Key of one map played, first and second half together: the round_id of its first half, or of the second half when the first is not known. */
  readonly match_id: string
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** Team of the evening: `A` or `B`. Team A are the Axis of its first counted first half. Null when the match does not count, or when the player played for both teams that evening. */
  readonly team: string | null
  /** How the player's numbers of this round were found. `first_half`: as written. `continued`: second half less first half, because the game keeps counting. `reset`: as written, because he reconnected and his counters began again. `new`: as written, because he joined in the second half. */
  readonly difference_mode: string
  /** The first reason why it does not count. Null when it counts. Every code has a sentence in the seed `checks` or `reason_codes`. */
  readonly not_counted_reason: string | null
  /** Where the time dead comes from: `dead_time_field` (the game counted it) or `alive_percent` (the rest of the share of time alive). Null when neither is known. */
  readonly time_dead_source: string | null
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number | null
  /** Time in the round by the player's own clock, dead time included, pauses excluded. Unit: minutes, in tenths. Null when the layout of the file is not known. */
  readonly minutes_played: number | null
  /** Time played: the round's exact duration when the player's own clock agrees with it within 0.15 minutes, else his clock; summed over rounds. Unit: seconds. Null when no clock tells, or no round counts. */
  readonly played_seconds: number | null
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number
  /** Hits to an enemy's head, deadly or not. Kills by such a hit are headshot_kills. Unit: hits. */
  readonly headshots: number
  /** Hits on an enemy. One grenade or air strike can hit several times, and a syringe's hits are revives, so accuracy uses guns only. Unit: hits. */
  readonly hits: number
  /** Shots fired or uses of a weapon, knife and syringe included; accuracy uses guns only. Unit: shots. A knife's shots can be a few too low in a second half, because the game does not keep all of them. */
  readonly shots: number
  /** Shots of guns that hit an enemy: pistols, submachine guns, rifles and machine guns. Unit: hits. Null where only totals of both halves are known. */
  readonly gun_hits: number
  /** Shots fired with guns: pistols, submachine guns, rifles and machine guns. Unit: shots. Null where only totals of both halves are known. */
  readonly gun_shots: number
  /** Hits of guns to an enemy's head. Unit: hits. Null where only totals of both halves are known. */
  readonly gun_headshots: number
  /** Damage done to enemies. Unit: hit points. */
  readonly damage_given: number
  /** Damage taken from enemies. Unit: hit points. */
  readonly damage_received: number
  /** Damage done to team mates. Unit: hit points. */
  readonly team_damage_given: number
  /** Damage taken from team mates. Unit: hit points. */
  readonly team_damage_received: number
  /** Enemies' bodies destroyed, so that they could not be revived. Unit: gibs. */
  readonly gibs: number
  /** Deaths by one's own hand or by the world: /kill, own explosives, falling. Unit: self kills. */
  readonly self_kills: number
  /** Team mates killed. Unit: kills. */
  readonly team_kills: number
  /** Team mates' bodies destroyed. Unit: gibs. */
  readonly team_gibs: number
  /** Experience points; can be below zero. Unit: XP. Null when the layout of the file is not known. */
  readonly xp: number | null
  /** Enemies killed by somebody else whom the player had damaged in the last 1.5 seconds. Unit: assists. Null when the layout of the file is not known. */
  readonly kill_assists: number | null
  /** Kills of enemies to whom somebody else had done more damage in the last 1.5 seconds. Unit: kills. Null when the layout of the file is not known. */
  readonly kill_steals: number | null
  /** Kills whose last hit was to the head. Unit: kills. Null when the layout of the file is not known. */
  readonly headshot_kills: number | null
  /** Objectives such as documents taken. Unit: objectives. Null in layouts without the field (files since 2025). */
  readonly objectives_stolen: number | null
  /** Objectives such as documents brought back. Unit: objectives. Null in layouts without the field (files since 2025). */
  readonly objectives_returned: number | null
  /** Dynamites planted. Unit: dynamites. Null when the layout of the file is not known. */
  readonly dynamites_planted: number | null
  /** Dynamites defused. Unit: dynamites. Null when the layout of the file is not known. */
  readonly dynamites_defused: number | null
  /** How often a medic revived the player. Unit: revives. Null when the layout of the file is not known. */
  readonly times_revived: number | null
  /** Kills after which the enemy had to wait at least half of his reinforcement interval. Unit: kills. Null when the layout of the file is not known. */
  readonly useful_kills: number | null
  /** Time that enemies spent dead because of the player's kills, all of them added up, so it can be longer than the round. Unit: seconds. Null in layouts without a trustworthy field. */
  readonly denied_seconds: number | null
  /** Series of exactly two kills, each within three seconds of the one before. Unit: multikills. Null when the layout of the file is not known. */
  readonly double_kills: number | null
  /** Series of exactly three kills, each within three seconds of the one before. Unit: multikills. Null when the layout of the file is not known. */
  readonly triple_kills: number | null
  /** Series of exactly four kills, each within three seconds of the one before. Unit: multikills. Null when the layout of the file is not known. */
  readonly quad_kills: number | null
  /** Series of exactly five kills, each within three seconds of the one before. Unit: multikills. Null when the layout of the file is not known. */
  readonly penta_kills: number | null
  /** Series of six or more kills, each within three seconds of the one before. Unit: multikills. Null when the layout of the file is not known. */
  readonly hexa_kills: number | null
  /** Kills after which the enemy was back in less than five seconds. Unit: kills. Null in layouts without the field (2024). */
  readonly useless_kills: number | null
  /** Uses of /kill when nearly the whole reinforcement interval was still to wait. Unit: self kills. Null in layouts without the field (2024). */
  readonly full_self_kills: number | null
  /** Things repaired or built. Unit: repairs. Null in layouts without the field. */
  readonly repairs: number | null
  /** Team mates revived; where a layout has no field for it, hits with the syringe. Unit: revives. Null where only totals of both halves are known. */
  readonly revives: number
  /** Time spent dead. In older files it follows from the share of time alive, because their own field counts too much; time_dead_source says which. Formula: the game's dead time, at most played_seconds; else (100 − alive_percent) ÷ 100 × played_seconds; summed over rounds. Unit: seconds. Null when neither is known. */
  readonly time_dead_seconds: number | null
  /** Time spent alive, as the game's share of time alive weighs it; with alive_known_seconds it makes alive_percent. Formula: share of time alive × played_seconds, summed over rounds. Unit: seconds. Null when the share is not known. */
  readonly alive_weighted_seconds: number | null
  /** Time played in rounds whose share of time alive is known. Unit: seconds. Null when none is known. */
  readonly alive_known_seconds: number | null
  /** Longest series of kills without a death in one round; the game counts from three. Unit: kills. Null when the layout of the file is not known. */
  readonly killing_spree: number | null
  /** Longest series of deaths without a kill in one round; the game counts from three and only series that a kill ended. Unit: deaths. Null when the layout of the file is not known. */
  readonly death_spree: number | null
  /** Damage done to enemies per minute played, time dead included (DPM). Formula: 60 × damage_given ÷ played_seconds. Unit: hit points per minute. Null when no time played is known. */
  readonly damage_per_minute: number | null
  /** Kills per minute played, time dead included. Formula: 60 × kills ÷ played_seconds. Unit: kills per minute. Null when no time played is known. */
  readonly kills_per_minute: number | null
  /** Deaths by enemies per minute played, time dead included. Formula: 60 × deaths ÷ played_seconds. Unit: deaths per minute. Null when no time played is known. */
  readonly deaths_per_minute: number | null
  /** Time that enemies spent dead because of the player's kills, per minute he played. Formula: 60 × denied_seconds ÷ played_seconds. Unit: seconds per minute. Null when the file does not tell denied time or no time played is known. */
  readonly denied_seconds_per_minute: number | null
  /** Team mates revived per minute played. Formula: 60 × revives ÷ played_seconds. Unit: revives per minute. Null when no time played or no revives are known. */
  readonly revives_per_minute: number | null
  /** Kills per death; without a death, the kills. Formula: kills ÷ deaths, deaths taken as at least 1. Unit: ratio. */
  readonly kill_death_ratio: number
  /** Share of the player's kills in his kills and deaths together. Formula: 100 × kills ÷ (kills + deaths). Unit: percent. Null without a kill and a death. */
  readonly efficiency_percent: number | null
  /** Share of the shots fired with guns that hit an enemy. Formula: 100 × gun_hits ÷ gun_shots. Unit: percent. Null without a shot. */
  readonly accuracy_percent: number | null
  /** Share of the hits with guns that hit the head. It counts hits; the share of kills is headshot_kill_percent. Formula: 100 × gun_headshots ÷ gun_hits. Unit: percent. Null without a hit. */
  readonly headshot_accuracy_percent: number | null
  /** Share of the kills whose last hit was to the head. It counts kills; the share of hits is headshot_accuracy_percent. Formula: 100 × headshot_kills ÷ kills. Unit: percent. Null without a kill, or when the layout of the file is not known. */
  readonly headshot_kill_percent: number | null
  /** Share of the kills after which the enemy had to wait at least half of his reinforcement interval. Formula: 100 × useful_kills ÷ kills. Unit: percent. Null without a kill, or when the layout of the file is not known. */
  readonly useful_kill_percent: number | null
  /** Damage done to enemies per damage taken from them. Formula: damage_given ÷ damage_received. Unit: ratio. Null when no damage was taken. */
  readonly damage_ratio: number | null
  /** Share of the time played that the player was alive. Formula: 100 × alive_weighted_seconds ÷ alive_known_seconds. Unit: percent. Null when no round tells. */
  readonly alive_percent: number | null
  /** Series of two or more kills, each within three seconds of the one before. Formula: double_kills + triple_kills + quad_kills + penta_kills + hexa_kills. Unit: multikills. Null when the layout of the file is not known. */
  readonly multikills: number | null
  /** Whether the line is a bot's. */
  readonly is_bot: boolean
  /** Whether the row counts: for the numbers of players when it is a round, for points when it is a match. When it does not, a reason stands beside it or with its round. */
  readonly is_counted: boolean
  /** When it ended: a round three seconds before the time in its file's name, unless a better clock is known; a map or an evening with its last round. Unit: UTC. Null when the server's clock showed that hour twice, or never, and nothing tells which instant is meant. */
  readonly ended_at: Date | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One weapon of one player in one round, in numbers of that round alone; weapons that he neither used nor died by have no row. */
export interface FctPlayerWeaponRounds {
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** Key of the weapon. */
  readonly weapon: string
  /** Hits on an enemy. One grenade or air strike can hit several times, and a syringe's hits are revives, so accuracy uses guns only. Unit: hits. */
  readonly hits: number
  /** Shots fired or uses of a weapon, knife and syringe included; accuracy uses guns only. Unit: shots. A knife's shots can be a few too low in a second half, because the game does not keep all of them. */
  readonly shots: number
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number
  /** Hits to an enemy's head, deadly or not. Kills by such a hit are headshot_kills. Unit: hits. */
  readonly headshots: number
  /** Whether the row counts: for the numbers of players when it is a round, for points when it is a match. When it does not, a reason stands beside it or with its round. */
  readonly is_counted: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One state of one post that should be up, from the moment it is due; a post whose look changes with time alone has several. Posts of the last four days stand here, sent or not: what is left to do is what the journal of the bot does not know. */
export interface FctPostQueue {
  /** Key of one state of one post. */
  readonly post_id: string
  /** What the post is about: the key of the round, the match or the evening, or of the silence of a source. One subject has one message of a kind. */
  readonly subject_id: string
  /** The round by which the post finds its subject again: when rounds get a better identity, the round this one has become leads to the match and the evening it belongs to now. */
  readonly anchor_round_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** Kind of post: `round`, `map`, `live`, `session`, `timing`, `awards` or `health`. */
  readonly post_kind: string
  /** What the post is about: a `round`, a `match`, a `session` or a `gap` in what a source tells. */
  readonly subject_kind: string
  /** Which of the configured channels the post belongs into: `results`, `live`, `timing` or `health`. */
  readonly channel_role: string
  /** The text at the foot of the post: its kind and the round's short key, by which `fullhold trace` and the pages find the round and the bot finds its own message again. */
  readonly post_key: string
  /** Where the page about it lies, below the address of the reports. */
  readonly page_path: string
  /** Everything that is shown, and nothing else, as JSON: texts made here, so that posts, commands and pages say the same. */
  readonly facts: string
  /** Hash of what is shown. A message is edited when it differs from what the message was made of. */
  readonly facts_hash: string
  /** From when the post should show this. Unit: UTC. */
  readonly due_at: Date
  /** Until when the post may appear for the first time; later only a message that is there already is edited. Unit: UTC. */
  readonly fresh_until: Date
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One message that the bot sent, or tried to send, as its journal tells. What was not landed yet is missing; the journal itself is ahead. */
export interface FctPosts {
  /** Kind of post: `round`, `map`, `live`, `session`, `timing`, `awards` or `health`. */
  readonly post_kind: string
  /** The round by which the post finds its subject again: when rounds get a better identity, the round this one has become leads to the match and the evening it belongs to now. */
  readonly anchor_round_id: string
  /** The round that the anchor of the post leads to now. Null when it leads to none, or the post is about no round. */
  readonly round_id: string | null
  /** The Discord channel of the message. */
  readonly channel_id: string | null
  /** The Discord message. Null when no receipt says that it was sent. */
  readonly message_id: string | null
  /** What the journal says last: `sent`, `edited`, `failed`, or `open` when a request was begun and nothing says how it ended. */
  readonly post_state: string
  /** Why Discord refused the last request that it refused. Null when none was. */
  readonly last_failure: string | null
  /** How often the message was edited. */
  readonly edit_count: number
  /** When the message was sent. Unit: UTC. Null when no receipt says so. */
  readonly sent_at: Date | null
  /** When something was last done about the message. Unit: UTC. */
  readonly last_entry_at: Date
}

/** One player on one side in one square of the map in one file: kills he made and deaths he died there, both where the victim fell, and time he spent there. player_id is null for bots. */
export interface FctProximityCells {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string | null
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number | null
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** Column of the square of 512 units on the map: floor(x / 512). */
  readonly cell_x: number
  /** Row of the square of 512 units on the map: floor(y / 512). */
  readonly cell_y: number
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number | null
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number | null
  /** Time that was spent in the square. Unit: seconds of samples, so that files of different intervals compare. */
  readonly presence_seconds: number | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One kind of finding about one proximity file, with how often it is found. */
export interface FctProximityChecks {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** Key of the kind of finding; the seed `checks` lists them all. */
  readonly check_code: string
  /** How bad it is. `info`: as it should be, good to know. `warn`: somebody should look. `error`: something could not be read. */
  readonly severity: string
  /** What was found, in words for people. */
  readonly sentence: string
  /** How often it was found in the file. */
  readonly found_count: number
  /** What was found in this case: figures, the line as it is written, or the other side of it. Null when there is nothing to add. */
  readonly detail: string | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One side of one file in ten seconds: how close together the living players stood. */
export interface FctProximityCohesion {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** Beginning of the ten seconds that the row is about. Unit: seconds since play began. */
  readonly from_round_seconds: number
  /** Moments measured in these ten seconds (two a second). */
  readonly moment_count: number
  /** Living players of the team, on average. */
  readonly mean_alive_count: number | null
  /** Mean distance of the living players from their middle. Unit: game units; smaller is tighter. */
  readonly mean_dispersion_units: number | null
  /** Mean of the largest distance of two players. Unit: game units. */
  readonly mean_spread_units: number | null
  /** Players further than 800 units from the middle, on average. */
  readonly mean_straggler_count: number | null
  /** Mean distance of the two players nearest to each other. Unit: game units. */
  readonly mean_buddy_units: number | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One pair of teammates in one file who hit one target within a second of each other, or could have. */
export interface FctProximityCrossfirePairs {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** The other player of the pair; the pair is written once, smaller id first. */
  readonly mate_player_id: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string | null
  /** Name of the other player of the pair. */
  readonly mate_player_name: string | null
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number | null
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** Crossfires: fights in which a second attacker hit within a second after the first. */
  readonly crossfire_count: number
  /** Kills of enemies; of a pair of attackers, crossfires that ended with a death. */
  readonly kill_count: number
  /** Crossfires in which one of the two made the kill. */
  readonly final_blow_count: number | null
  /** Damage done in these engagements, not capped by health. */
  readonly damage: number | null
  /** Sum of the delays between first hits. Unit: milliseconds. */
  readonly delay_sum_ms: number | null
  /** Chances: teammates alive within 800 units of a victim, or moments in which two could hit an enemy from two sides. Null for trackers that do not write the latter. */
  readonly opportunity_count: number | null
  /** Opportunities in which both did hit the target within two seconds. Null for trackers that do not write opportunities. */
  readonly executed_count: number | null
  /** Mean angle between the two as seen from the target. Unit: degrees. Describes, does not rank. */
  readonly mean_angle_degrees: number | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One attacker of one engagement. */
export interface FctProximityEngagementPlayers {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** The tracker's own number of the engagement, from 1 in every file. */
  readonly engagement_id: number | null
  /** Line of the file, from 1. */
  readonly line_number: number
  /** Place of the attacker in the order of first hits, from 1. */
  readonly attacker_number: number
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string | null
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string | null
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number | null
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** Damage done in these engagements, not capped by health. */
  readonly damage: number | null
  /** Hits on an enemy. One grenade or air strike can hit several times, and a syringe's hits are revives, so accuracy uses guns only. Unit: hits. */
  readonly hits: number | null
  /** First hit of the attacker on the file's own clock. Unit: milliseconds. */
  readonly first_hit_time_ms: number | null
  /** Last hit of the attacker on the file's own clock. Unit: milliseconds. */
  readonly last_hit_time_ms: number | null
  /** Hits by the number of the weapon in the attacker's hands, `number:hits;`. A grenade or mine counts for the weapon held. Null when unknown. */
  readonly weapon_hits: string | null
  /** Whether this attacker made the kill. */
  readonly has_killed: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One engagement: a stretch of time in which one player was under attack. */
export interface FctProximityEngagements {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** The tracker's own number of the engagement, from 1 in every file. */
  readonly engagement_id: number | null
  /** Line of the file, from 1. */
  readonly line_number: number
  /** The target. Null when he is no player (a bot, a slot). */
  readonly target_player_id: string | null
  /** The killer. Null when nobody killed, or when he is no player. */
  readonly killer_player_id: string | null
  /** Name of the target. */
  readonly target_name: string | null
  /** Name of the killer. Null when nobody killed. */
  readonly killer_name: string | null
  /** Side of the target in words. */
  readonly target_side_name: string | null
  /** What it came to, in the tracker's word: killed, escaped, round_end, timeout …, or of a kill gibbed, revived, tapped_out, round_end, expired. */
  readonly outcome: string
  /** `enemy`, `team_kill`, `suicide`, `world` (falls and the map), or how the life ended without a death: `round_end`, `shutdown`, `disconnect`, `unknown`. The tracker's own mix-up of rifles is put right. Null for an engagement without a death. */
  readonly death_cause: string | null
  /** Side of the target: 1 Axis, 2 Allies. */
  readonly target_side: number | null
  /** Start on the file's own clock. Unit: milliseconds; comparable within the file alone. */
  readonly start_time_ms: number | null
  /** End on the file's own clock. Unit: milliseconds; comparable within the file alone. */
  readonly end_time_ms: number | null
  /** Start. Unit: seconds since play began. Null when the clock of the file cannot be set right. */
  readonly started_at_round_seconds: number | null
  /** End. Unit: seconds since play began. Null when the clock of the file cannot be set right. */
  readonly ended_at_round_seconds: number | null
  /** How long the round was played, without warmup and pauses. Unit: seconds. Null when no clock tells; duration_unavailable_reason says so. */
  readonly duration_seconds: number | null
  /** Damage of all hits, not capped by health. */
  readonly total_damage: number | null
  /** Distinct attackers. */
  readonly attacker_count: number | null
  /** Distinct attackers of the other side. 0: nobody of the enemy hit him (a fall, a suicide, his own team). */
  readonly enemy_count: number | null
  /** Time between the first hits of the first two attackers. Unit: milliseconds. Null when it was no crossfire. */
  readonly crossfire_delay_ms: number | null
  /** Way from sample to sample, in three dimensions; of an engagement from hit to hit. Unit: game units. Coarser intervals give shorter ways. */
  readonly distance_units: number | null
  /** Position of the target at the start. Unit: game units. */
  readonly start_x: number | null
  /** Position of the target at the start. Unit: game units. */
  readonly start_y: number | null
  /** Position of the target at the end. Unit: game units. */
  readonly end_x: number | null
  /** Position of the target at the end. Unit: game units. */
  readonly end_y: number | null
  /** Whether a second attacker hit within a second after the first. */
  readonly is_crossfire: boolean | null
  /** Whether the target lay dead when it began: hits on a body open an engagement too. A player who was revived cannot be told apart where the tracker writes no revives. */
  readonly is_after_death: boolean
  /** Whether somebody alive was hit by an enemy. Rates of escapes and kills count fights only. */
  readonly is_fight: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One proximity file version that counts for its name, with what it holds and the round it belongs to. */
export interface FctProximityFiles {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** Name of the file, as it was on the server. Null where no file is behind the row. */
  readonly file_name: string | null
  /** Hash of the bytes behind the row, by which they can be found in the raw tables. Null when not one file is behind it. */
  readonly raw_sha256: string | null
  /** `linked_round_id`: belongs to one round. `unlinked`: belongs to none. `ambiguous`: fits several, so it is linked to none. */
  readonly link_status: string
  /** How sure the link is. `high`: same file name, or ends within 5 seconds. `medium`: ends within 30 seconds. `low`: the time is uncertain, or a row of an existing database says so. Null when it is linked to no round. */
  readonly confidence: string | null
  /** Why the arrival belongs to no round, or counts for nothing although its round is known. Null when nothing speaks against it. Every code has a sentence in the seed `reason_codes`. */
  readonly reason_code: string | null
  /** Layout family in the first line of the file (V3 to V6). It says little: what was read was decided by the sections. Null when the line is missing. */
  readonly family: string | null
  /** Exact version of the tracker. Null for those that do not say. */
  readonly tracker_version: string | null
  /** What the tracker says it had switched on. Null for trackers that do not say; then a missing section says nothing. */
  readonly capabilities: string | null
  /** The sections in the order of the file. */
  readonly section_names: string | null
  /** `round_clock`: the file counts from the start of play. `anchored_at_end`: it counts by a clock that drifts, and is set right at the round's end. `unanchored`: it cannot be set right. */
  readonly clock_status: string
  /** How the file ends: `round_end`, `shutdown` (map change or server stop), `unknown`. */
  readonly file_end: string
  /** Why there is no sprint percentage: `sprint_never_recorded` (not one sample of the whole file sprints: the tracker could not see it) or `no_samples`. Null when there is one. */
  readonly sprint_unavailable_reason: string | null
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number | null
  /** The round number that the source itself gives, kept even when the round it belongs to has another one. Null when it gives none. */
  readonly stated_round_number: number | null
  /** Start of the round as the source states it. Unit: seconds since 1970-01-01 UTC. Null when the source states none; stats and endstats files never do. */
  readonly round_start_unix: number | null
  /** End of the round as the source states it. Unit: seconds since 1970-01-01 UTC. Null when the source states none; stats and endstats files never do. */
  readonly round_end_unix: number | null
  /** How long the round was played, without warmup and pauses. Unit: seconds. Null when no clock tells; duration_unavailable_reason says so. */
  readonly duration_seconds: number | null
  /** What was added to the times of the file to count from the start of play. Unit: milliseconds. Null when the clock cannot be set right. */
  readonly clock_offset_ms: number | null
  /** The interval of samples as the header states it. Unit: milliseconds. Null when it does not. */
  readonly stated_sample_interval_ms: number | null
  /** The usual gap between two samples: the interval that was in force, whatever the header says. Unit: milliseconds. */
  readonly measured_sample_interval_ms: number | null
  /** Size of the file. Unit: bytes. Null when it is not known. */
  readonly size_bytes: number | null
  /** Sections of the file. */
  readonly section_count: number | null
  /** Sections that nobody knows. */
  readonly unknown_section_count: number | null
  /** Data rows of the file or section: neither header, nor comment, nor blank. */
  readonly row_count: number
  /** Rows that were read. */
  readonly sound_row_count: number
  /** Rows that cannot be read; fct_proximity_row_defects lists them. */
  readonly defect_row_count: number
  /** Rows of sections that nobody knows. */
  readonly unread_row_count: number
  /** Cases or samples behind the number. */
  readonly sample_count: number
  /** Samples in which he sprinted. Null when the tracker could not see it. */
  readonly sprint_sample_count: number | null
  /** How many players have numbers: in the round (bots included), in the evening or in the team, or how many people are known at all. A round whose file gives nobody numbers has 0. */
  readonly player_count: number | null
  /** Clients that are no players: bots, slots, clients without a whole GUID. */
  readonly excluded_client_count: number | null
  /** Whether the row counts: for the numbers of players when it is a round, for points when it is a match. When it does not, a reason stands beside it or with its round. */
  readonly is_counted: boolean
  /** Whether the file stops before its end: an open last line, or a section without rows that is never written empty. What was read before is kept. */
  readonly is_truncated: boolean
  /** Whether the tracker ran with its features off. */
  readonly is_test_mode: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One engagement with at least two attackers of the enemy. */
export interface FctProximityFocusFire {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** The tracker's own number of the engagement, from 1 in every file. */
  readonly engagement_id: number | null
  /** Line of the file, from 1. */
  readonly line_number: number
  /** The target. Null when he is no player (a bot, a slot). */
  readonly target_player_id: string | null
  /** Name of the target. */
  readonly target_name: string | null
  /** Side of the target: 1 Axis, 2 Allies. */
  readonly target_side: number | null
  /** Side of the target in words. */
  readonly target_side_name: string | null
  /** What it came to, in the tracker's word: killed, escaped, round_end, timeout …, or of a kill gibbed, revived, tapped_out, round_end, expired. */
  readonly outcome: string
  /** Start. Unit: seconds since play began. Null when the clock of the file cannot be set right. */
  readonly started_at_round_seconds: number | null
  /** Distinct attackers. */
  readonly attacker_count: number | null
  /** Damage of all hits, not capped by health. */
  readonly total_damage: number | null
  /** Time between the first hits of the first and the last attacker. Unit: milliseconds. */
  readonly first_hit_spread_ms: number | null
  /** How well the attackers struck together, 0 to 1: 0.6 for first hits close together (two seconds is 0), 0.4 for damage (500 a second is full). It belongs to the attackers. */
  readonly focus_score: number | null
  /** The tracker's own score. Null where it did not write it, or wrote 0 by mistake. */
  readonly stated_focus_score: number | null
  /** Whether the target died. */
  readonly has_died: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One kill and what became of the victim. */
export interface FctProximityKillOutcomes {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** Line of the file, from 1. */
  readonly line_number: number
  /** The victim. Null when he is no player. */
  readonly victim_player_id: string | null
  /** The killer. Null when nobody killed, or when he is no player. */
  readonly killer_player_id: string | null
  /** Who destroyed the body. Null unless it was gibbed. */
  readonly gibber_player_id: string | null
  /** Who revived. Null unless the victim was revived. */
  readonly reviver_player_id: string | null
  /** Name of the victim. */
  readonly victim_name: string | null
  /** Name of the killer. Null when nobody killed. */
  readonly killer_name: string | null
  /** Who destroyed the body, by name. Null unless it was gibbed. */
  readonly gibber_name: string | null
  /** Who revived, by name. Null unless the victim was revived. */
  readonly reviver_name: string | null
  /** What it came to, in the tracker's word: killed, escaped, round_end, timeout …, or of a kill gibbed, revived, tapped_out, round_end, expired. */
  readonly outcome: string
  /** The game's number of the means of death. */
  readonly means_of_death: number | null
  /** When the kill happened. Unit: seconds since play began. */
  readonly killed_at_round_seconds: number | null
  /** Time from the kill to what became of the victim. Unit: milliseconds. */
  readonly lying_ms: number | null
  /** How long the kill kept the victim out of the game, as the tracker reckons. Unit: milliseconds. It overstates it where the victim gave up waiting for a medic. */
  readonly denied_ms: number | null
  /** Whether the victim was not revived. */
  readonly is_permanent: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One life of one player from spawn to death or the end of the round. */
export interface FctProximityLives {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** Line of the file, from 1. */
  readonly line_number: number
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string | null
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string | null
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** Class at the spawn, in the tracker's word. */
  readonly player_class: string | null
  /** How the life ended in the tracker's word, which takes some rifles for suicides and falls. */
  readonly stated_death_type: string | null
  /** `enemy`, `team_kill`, `suicide`, `world` (falls and the map), or how the life ended without a death: `round_end`, `shutdown`, `disconnect`, `unknown`. The tracker's own mix-up of rifles is put right. Null for an engagement without a death. */
  readonly death_cause: string | null
  /** Why there is no sprint percentage: `sprint_never_recorded` (not one sample of the whole file sprints: the tracker could not see it) or `no_samples`. Null when there is one. */
  readonly sprint_unavailable_reason: string | null
  /** `not_seen_moving`, or `spawned_before_sampling`: the clock of the file had not reached the first sample when he spawned. Null when the first move is known. */
  readonly first_move_unavailable_reason: string | null
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number | null
  /** Spawn on the file's own clock. Unit: milliseconds; negative where that clock began late. */
  readonly spawn_time_ms: number | null
  /** End of the life on the file's own clock. Unit: milliseconds; comparable within the file alone. */
  readonly death_time_ms: number | null
  /** Spawn. Unit: seconds since play began. */
  readonly spawned_at_round_seconds: number | null
  /** End of the life. Unit: seconds since play began. */
  readonly died_at_round_seconds: number | null
  /** How long the round was played, without warmup and pauses. Unit: seconds. Null when no clock tells; duration_unavailable_reason says so. */
  readonly duration_seconds: number | null
  /** Time covered by samples. Unit: seconds. */
  readonly sampled_seconds: number | null
  /** Time from the spawn to the first sample in which he moved. Unit: milliseconds, as fine as the interval of samples. Null with a reason. */
  readonly first_move_ms: number | null
  /** Cases or samples behind the number. */
  readonly sample_count: number
  /** Way from sample to sample, in three dimensions; of an engagement from hit to hit. Unit: game units. Coarser intervals give shorter ways. */
  readonly distance_units: number | null
  /** Mean horizontal speed of the samples in which he moved. Unit: game units a second. */
  readonly mean_speed: number | null
  /** Highest horizontal speed of a sample. Unit: game units a second. */
  readonly peak_speed: number | null
  /** Time seen standing still. Unit: seconds of samples. */
  readonly standing_seconds: number | null
  /** Time seen crouching. Unit: seconds of samples. */
  readonly crouching_seconds: number | null
  /** Samples in which he sprinted, of all. Unit: percent. Null when the tracker could not see sprinting: never 0 for that. Describes, does not rank. */
  readonly sprint_percent: number | null
  /** Whether the same life stands in the file a second time; it counts once. */
  readonly is_repeated: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One player of one file and how near he was to objectives. */
export interface FctProximityObjectiveFocus {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** Line of the file, from 1. */
  readonly line_number: number
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string | null
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string | null
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number | null
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** The objective that was nearest most of the time, as the tracker names it. */
  readonly objective: string | null
  /** Mean distance to the nearest objective, in three dimensions. Unit: game units. The nearest objective need not be the one named. */
  readonly mean_distance_units: number | null
  /** Time within 500 units of an objective. Unit: seconds. */
  readonly near_seconds: number | null
  /** Cases or samples behind the number. */
  readonly sample_count: number | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One player of one file: sums and counts, so that rates of several rounds are ratios of sums. */
export interface FctProximityPlayerRounds {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string | null
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** Why there is no sprint percentage: `sprint_never_recorded` (not one sample of the whole file sprints: the tracker could not see it) or `no_samples`. Null when there is one. */
  readonly sprint_unavailable_reason: string | null
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number | null
  /** Lives from spawn to death or the end of the round. A life after a revive is not tracked and not counted. */
  readonly life_count: number
  /** Fights as the target. */
  readonly targeted_count: number | null
  /** Fights that the target left alive. */
  readonly escape_count: number | null
  /** Fights as the target of at least two enemies. */
  readonly focused_count: number | null
  /** Of those, fights that he left alive. */
  readonly focused_escape_count: number | null
  /** Fights in which he hit the target. */
  readonly attack_count: number | null
  /** Crossfires: fights in which a second attacker hit within a second after the first. */
  readonly crossfire_count: number
  /** Crossfires that ended with the death of the target, whoever made the last hit. */
  readonly crossfire_kill_count: number | null
  /** Kills of enemies; of a pair of attackers, crossfires that ended with a death. */
  readonly kill_count: number
  /** Deaths of any cause, as the engagements count them. */
  readonly death_count: number
  /** Deaths by an enemy; suicides, falls and team kills cannot be traded. */
  readonly tradeable_death_count: number | null
  /** Of those, deaths that his team avenged within three seconds. */
  readonly traded_death_count: number | null
  /** Deaths by an enemy with no teammate within 1200 units. */
  readonly isolated_death_count: number | null
  /** Deaths of teammates that happened within 800 units of him. */
  readonly trade_opportunity_count: number | null
  /** Deaths of teammates whose killer he hit within three seconds. */
  readonly trade_attempt_count: number | null
  /** Deaths of teammates whose killer he killed within three seconds, near or not. */
  readonly trade_success_count: number | null
  /** Of his opportunities, those whose killer he killed within three seconds. */
  readonly trade_opportunity_success_count: number | null
  /** Damage taken in fights, not capped by health. */
  readonly damage_taken: number | null
  /** Length of all lives. Unit: milliseconds. */
  readonly life_ms: number | null
  /** Time covered by samples. Unit: milliseconds. */
  readonly sampled_ms: number | null
  /** Way from sample to sample, in three dimensions; of an engagement from hit to hit. Unit: game units. Coarser intervals give shorter ways. */
  readonly distance_units: number | null
  /** Sum of the speeds of the samples in which he moved. Unit: game units a second. */
  readonly speed_sum: number | null
  /** Samples in which he moved. */
  readonly moving_sample_count: number | null
  /** Samples in which he sprinted. Null when the tracker could not see it. */
  readonly sprint_sample_count: number | null
  /** Cases or samples behind the number. */
  readonly sample_count: number | null
  /** Time seen standing still. Unit: milliseconds of samples. */
  readonly standing_ms: number | null
  /** Time seen crouching. Unit: milliseconds of samples. */
  readonly crouching_ms: number | null
  /** Lives of which the first move is known. */
  readonly first_move_count: number | null
  /** Time from the spawn to the first sample in which he moved. Unit: milliseconds, as fine as the interval of samples. Null with a reason. */
  readonly first_move_ms: number | null
  /** Samples in which it is known whether help was near. */
  readonly support_frame_count: number | null
  /** Samples in which a teammate in combat was within 600 units. */
  readonly supported_frame_count: number | null
  /** Kills of enemies whose spawn interval is known. */
  readonly timed_kill_count: number | null
  /** Sum of the spawn timing scores. */
  readonly spawn_timing_score_sum: number | null
  /** Sum of the waits of his victims for their next spawn. Unit: milliseconds. */
  readonly wait_ms: number | null
  /** Fights of which the time of return fire is known. */
  readonly return_fire_count: number | null
  /** Time from the first hit until the target hit an attacker. Unit: milliseconds. Null: not within five seconds; a miss does not count. Describes, does not rank. */
  readonly return_fire_ms: number | null
  /** Fights of which the time of the turn is known. */
  readonly dodge_count: number | null
  /** Time from the first hit until the target changed his way by 45 degrees. Unit: milliseconds, as fine as the interval of samples. Describes, does not rank: measured against wins it points the wrong way. */
  readonly dodge_ms: number | null
  /** Fights in which a teammate hit his attacker. */
  readonly helped_count: number | null
  /** Sum of the times until a teammate hit his attacker. Unit: milliseconds. */
  readonly helped_ms: number | null
  /** Kills of which the tracker tells what became of the victim. */
  readonly outcome_count: number | null
  /** Kills whose victim was not revived. */
  readonly permanent_kill_count: number | null
  /** How long the kill kept the victim out of the game, as the tracker reckons. Unit: milliseconds. It overstates it where the victim gave up waiting for a medic. */
  readonly denied_ms: number | null
  /** Revives of killed teammates. Null for trackers that do not write them. */
  readonly revive_count: number | null
  /** Highest horizontal speed of a sample. Unit: game units a second. */
  readonly peak_speed: number | null
  /** Fights as the target that he left alive, of all. Unit: percent. */
  readonly escape_percent: number | null
  /** Samples in which a teammate in combat was within 600 units, of all. Unit: percent. */
  readonly support_percent: number | null
  /** Samples in which he sprinted, of all. Unit: percent. Null when the tracker could not see sprinting: never 0 for that. Describes, does not rank. */
  readonly sprint_percent: number | null
  /** Mean horizontal speed of the samples in which he moved. Unit: game units a second. */
  readonly mean_speed: number | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One client of one proximity file: a player, or somebody who is none. */
export interface FctProximityPlayers {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** The client's id as the file writes it; empty when the client had none. */
  readonly guid: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string | null
  /** The player's id as the file gives it, before players are merged. */
  readonly line_player_id: string | null
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string | null
  /** Why player_id is null: `name_unknown` (nobody in the round bears the name) or `name_not_unique` (several do). Null when it is known. */
  readonly player_unavailable_reason: string | null
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number | null
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** Whether he was on both sides in this round. */
  readonly has_changed_side: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One push: players of one side moving fast and the same way. */
export interface FctProximityPushes {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** Line of the file, from 1. */
  readonly line_number: number
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number | null
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** The objective that the push went toward. Null when it went toward none, or none is known. */
  readonly toward_objective: string | null
  /** Start. Unit: seconds since play began. Null when the clock of the file cannot be set right. */
  readonly started_at_round_seconds: number | null
  /** End. Unit: seconds since play began. Null when the clock of the file cannot be set right. */
  readonly ended_at_round_seconds: number | null
  /** How long the round was played, without warmup and pauses. Unit: seconds. Null when no clock tells; duration_unavailable_reason says so. */
  readonly duration_seconds: number | null
  /** Mean horizontal speed of the samples in which he moved. Unit: game units a second. */
  readonly mean_speed: number | null
  /** How much the players of a push move the same way: the mean cosine between each one's way and the mean way, 0 to 1. Recent seconds weigh more. */
  readonly alignment: number | null
  /** Alignment times speed / 300, held to 0 to 1. Describes, does not rank. */
  readonly push_quality: number | null
  /** The quality as written, which can be above 1. */
  readonly stated_push_quality: number | null
  /** Most players that moved in the push at once. */
  readonly participant_count: number | null
  /** Whether the push went toward the nearest objective. Null on maps whose objectives the tracker does not know. */
  readonly is_toward_objective: boolean | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One engagement and how fast the target and his team reacted. Trackers before February 2026 do not write it. */
export interface FctProximityReactions {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** The tracker's own number of the engagement, from 1 in every file. */
  readonly engagement_id: number | null
  /** Line of the file, from 1. */
  readonly line_number: number
  /** The target. Null when he is no player (a bot, a slot). */
  readonly target_player_id: string | null
  /** Name of the target. */
  readonly target_name: string | null
  /** Side of the target: 1 Axis, 2 Allies. */
  readonly target_side: number | null
  /** Side of the target in words. */
  readonly target_side_name: string | null
  /** Class of the target, in the tracker's word. */
  readonly target_class: string | null
  /** What it came to, in the tracker's word: killed, escaped, round_end, timeout …, or of a kill gibbed, revived, tapped_out, round_end, expired. */
  readonly outcome: string
  /** Start. Unit: seconds since play began. Null when the clock of the file cannot be set right. */
  readonly started_at_round_seconds: number | null
  /** Time from the first hit until the target hit an attacker. Unit: milliseconds. Null: not within five seconds; a miss does not count. Describes, does not rank. */
  readonly return_fire_ms: number | null
  /** Time from the first hit until the target changed his way by 45 degrees. Unit: milliseconds, as fine as the interval of samples. Describes, does not rank: measured against wins it points the wrong way. */
  readonly dodge_ms: number | null
  /** Time from the first hit until a teammate hit an attacker. Unit: milliseconds. It belongs to the helped player. */
  readonly support_ms: number | null
  /** Whether the target lay dead when it began: hits on a body open an engagement too. A player who was revived cannot be told apart where the tracker writes no revives. */
  readonly is_after_death: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One round with the proximity file that counts for it. */
export interface FctProximityRounds {
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of one map played, first and second half together: the round_id of its first half, or of the second half when the first is not known. */
  readonly match_id: string | null
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** Layout family in the first line of the file (V3 to V6). It says little: what was read was decided by the sections. Null when the line is missing. */
  readonly family: string | null
  /** How sure the link is. `high`: same file name, or ends within 5 seconds. `medium`: ends within 30 seconds. `low`: the time is uncertain, or a row of an existing database says so. Null when it is linked to no round. */
  readonly confidence: string | null
  /** The first reason why it does not count. Null when it counts. Every code has a sentence in the seed `checks` or `reason_codes`. */
  readonly not_counted_reason: string | null
  /** Why there is no sprint percentage: `sprint_never_recorded` (not one sample of the whole file sprints: the tracker could not see it) or `no_samples`. Null when there is one. */
  readonly sprint_unavailable_reason: string | null
  /** The two players whose crossfires killed most in the round. Null when no crossfire killed. */
  readonly best_duo: string | null
  /** How far the number can be trusted by the cases behind it: `High` from 20, `Medium` from 8, else `Low`. */
  readonly sample_confidence: string
  /** The round in one line, for posts. */
  readonly summary_text: string | null
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number | null
  /** How long the round was played, without warmup and pauses. Unit: seconds. Null when no clock tells; duration_unavailable_reason says so. */
  readonly duration_seconds: number | null
  /** Engagements in which somebody alive was hit by an enemy. */
  readonly fight_count: number | null
  /** Fights that the target left alive. */
  readonly escape_count: number | null
  /** Crossfires: fights in which a second attacker hit within a second after the first. */
  readonly crossfire_count: number
  /** Deaths by an enemy; suicides, falls and team kills cannot be traded. */
  readonly tradeable_death_count: number | null
  /** Of those, deaths that his team avenged within three seconds. */
  readonly traded_death_count: number | null
  /** Deaths by an enemy with no teammate within 1200 units. */
  readonly isolated_death_count: number | null
  /** Deaths of teammates that happened within 800 units of him. */
  readonly trade_opportunity_count: number | null
  /** Samples in which a teammate in combat was within 600 units, of all. Unit: percent. */
  readonly support_percent: number | null
  /** Pushes of both teams. Null for trackers that do not write them. */
  readonly push_count: number | null
  /** Deaths in the crossfires of the best duo. */
  readonly best_duo_kill_count: number | null
  /** How many players have numbers: in the round (bots included), in the evening or in the team, or how many people are known at all. A round whose file gives nobody numbers has 0. */
  readonly player_count: number | null
  /** Whether the row counts: for the numbers of players when it is a round, for points when it is a match. When it does not, a reason stands beside it or with its round. */
  readonly is_counted: boolean
  /** Whether the file stops before its end: an open last line, or a section without rows that is never written empty. What was read before is kept. */
  readonly is_truncated: boolean
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One row of a proximity file that cannot be read, or not all of it. */
export interface FctProximityRowDefects {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** Name of the section; empty for rows above the first. */
  readonly section: string
  /** Line of the file, from 1. */
  readonly line_number: number
  /** Why the row gives nothing, or what of it cannot be read. */
  readonly row_defect: string
  /** Beginning of the row as written. */
  readonly line_start: string | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One section of one proximity file, every row of it accounted for. */
export interface FctProximitySections {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** Place of the section in the file, from 1; 0 for rows above the first. */
  readonly section_number: number
  /** Name of the section; empty for rows above the first. */
  readonly section: string
  /** The columns of the section as the file names them, separated by `;`. */
  readonly column_list: string | null
  /** Columns that nobody knows, separated by `;`. Null when all are known. */
  readonly unknown_columns: string | null
  /** Data rows of the file or section: neither header, nor comment, nor blank. */
  readonly row_count: number
  /** Rows that were read. */
  readonly sound_row_count: number
  /** Rows that cannot be read; fct_proximity_row_defects lists them. */
  readonly defect_row_count: number
  /** Rows of sections that nobody knows. */
  readonly unread_row_count: number
  /** Whether the section is one that is read. */
  readonly is_known: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One kill of an enemy and how long the victim had to wait for his next spawn. */
export interface FctProximitySpawnTimings {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** Line of the file, from 1. */
  readonly line_number: number
  /** The killer. Null when nobody killed, or when he is no player. */
  readonly killer_player_id: string | null
  /** The victim. Null when he is no player. */
  readonly victim_player_id: string | null
  /** Name of the killer. Null when nobody killed. */
  readonly killer_name: string | null
  /** Name of the victim. */
  readonly victim_name: string | null
  /** Side of the killer: 1 Axis, 2 Allies. */
  readonly killer_side: number | null
  /** Side of the killer in words. */
  readonly killer_side_name: string | null
  /** When it happened. Unit: seconds since play began. Null when the clock of the file cannot be set right. */
  readonly at_round_seconds: number | null
  /** Spawn interval of the victim's team. Unit: milliseconds. Null when the tracker did not know it. */
  readonly enemy_spawn_interval_ms: number | null
  /** How long the victim had to wait for his next spawn. Unit: milliseconds. Null when the interval is not known. */
  readonly time_to_next_spawn_ms: number | null
  /** Wait of the victim as a share of his spawn interval, 0 to 1; 1 is a kill just after his wave. Null when the interval is not known. */
  readonly spawn_timing_score: number | null
  /** Whether the victim had to wait at least 80 % of his spawn interval. */
  readonly is_stagger: boolean | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One client of one file: how much of his life a teammate in combat was near. */
export interface FctProximitySupport {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** The client's id as the file writes it; empty when the client had none. */
  readonly guid: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string | null
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string | null
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number | null
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** Samples compared. */
  readonly frame_count: number
  /** Samples in which a teammate in combat was within 600 units. */
  readonly supported_frame_count: number
  /** Time covered by samples. Unit: seconds. */
  readonly sampled_seconds: number | null
  /** Time in which a teammate in combat was within 600 units. Unit: seconds of samples. */
  readonly supported_seconds: number | null
  /** Samples in which a teammate in combat was within 600 units, of all. Unit: percent. */
  readonly support_percent: number | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One thing that happened in a round. */
export interface FctProximityTimeline {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** Place of the event in the round, from 1. */
  readonly event_number: number
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string | null
  /** The other player of the event: the victim, the revived, the original carrier. Null when there is none. */
  readonly other_player_id: string | null
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string | null
  /** Name of the other player of the event. */
  readonly other_player_name: string | null
  /** What happened: kill, team_kill, death (by fall or own hand), trade, push, revive, carry, return, or an act at an objective as the tracker names it. */
  readonly event_kind: string
  /** What was found in this case: figures, the line as it is written, or the other side of it. Null when there is nothing to add. */
  readonly detail: string | null
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number | null
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** When it happened. Unit: seconds since play began. Null when the clock of the file cannot be set right. */
  readonly at_round_seconds: number | null
  /** End of what lasts. Unit: seconds since play began. Null for moments. */
  readonly until_round_seconds: number | null
  /** Position on the map, west to east. Unit: game units. */
  readonly x: number | null
  /** Position on the map, south to north. Unit: game units. */
  readonly y: number | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One death by an enemy and whether the victim's team could, tried to and did avenge it within three seconds. Counted from engagements and positions, so it is known for every tracker; the tracker's own count is another one and is not added. */
export interface FctProximityTrades {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** The tracker's own number of the engagement, from 1 in every file. */
  readonly engagement_id: number | null
  /** Line of the file, from 1. */
  readonly line_number: number
  /** The victim. Null when he is no player. */
  readonly victim_player_id: string | null
  /** The killer. Null when nobody killed, or when he is no player. */
  readonly killer_player_id: string | null
  /** The teammate who avenged the victim. Null when nobody did. */
  readonly trader_player_id: string | null
  /** Name of the victim. */
  readonly victim_name: string | null
  /** Name of the killer. Null when nobody killed. */
  readonly killer_name: string | null
  /** Name of the teammate who avenged the victim. */
  readonly trader_name: string | null
  /** Side of the victim in words. */
  readonly victim_side_name: string | null
  /** What became of it: `traded`, `attempted`, `missed` (a teammate was near, nobody hit the killer), `isolated` (nobody within 1200 units), `out_of_reach`. */
  readonly trade_result: string
  /** Side of the victim: 1 Axis, 2 Allies. */
  readonly victim_side: number | null
  /** When it happened on the file's own clock. Unit: milliseconds; comparable within the file alone. */
  readonly time_ms: number | null
  /** When it happened. Unit: seconds since play began. Null when the clock of the file cannot be set right. */
  readonly at_round_seconds: number | null
  /** Chances: teammates alive within 800 units of a victim, or moments in which two could hit an enemy from two sides. Null for trackers that do not write the latter. */
  readonly opportunity_count: number | null
  /** Teammates of the victim who hit the killer within three seconds after the death. */
  readonly attempt_count: number
  /** Teammates of the victim who killed the killer within three seconds: 1 or 0. */
  readonly success_count: number
  /** Time from the death to the death of the killer. Unit: milliseconds. Null when it was not traded. */
  readonly success_ms: number | null
  /** Distance of the nearest living teammate at the death, on the map. Unit: game units. Null when nobody of the team was seen within 1.5 seconds of it. */
  readonly nearest_mate_units: number | null
  /** Position on the map, west to east. Unit: game units. */
  readonly x: number | null
  /** Position on the map, south to north. Unit: game units. */
  readonly y: number | null
  /** Whether no teammate was within 1200 units of the victim. */
  readonly is_isolated: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One version of one file that landed, used or not. */
export interface FctRawFiles {
  /** Key of one version of one file: server, file name and content. */
  readonly file_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string | null
  /** The configured source it came from, such as a folder. */
  readonly source_name: string
  /** Kind of file: `stats`, `endstats` or a further one. Null when what was offered is of no known kind. */
  readonly kind: string
  /** Name of the file, as it was on the server. Null where no file is behind the row. */
  readonly file_name: string
  /** Hash of the bytes as they arrived. Null when they were not read. */
  readonly sha256: string
  /** How the bytes were turned into text. */
  readonly encoding: string
  /** Why this version of the file is not used: `quarantined` (a person set it aside) or `better_version_landed` (another version of the file is fuller). Null when it is used. */
  readonly not_current_reason: string | null
  /** Size of the file. Unit: bytes. Null when it is not known. */
  readonly size_bytes: number
  /** Whether it is the one that counts now: the name the person used last, or the version of a file that is used. */
  readonly is_current: boolean
  /** When the file was last changed where it was fetched from. Unit: UTC. Null when the source does not tell. */
  readonly remote_modified_at: Date | null
  /** When it arrived here. It never changes what anything means. Unit: UTC. */
  readonly received_at: Date
  /** Key of one arrival: one file or one message about a round. */
  readonly event_id: string
  /** An instant to sort by: `order_at` of the round that the arrival belongs to, else the time that its name or its content states. Unit: UTC. Null where neither states one. */
  readonly order_at: Date | null
}

/** One thing that was offered and refused, once for every time it was offered; so the table has no key. */
export interface FctRefusals {
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The configured source it came from, such as a folder. */
  readonly source_name: string
  /** Kind of file: `stats`, `endstats` or a further one. Null when what was offered is of no known kind. */
  readonly kind: string | null
  /** Name of the file, as it was on the server. Null where no file is behind the row. */
  readonly file_name: string
  /** Hash of the bytes as they arrived. Null when they were not read. */
  readonly sha256: string | null
  /** Why it was refused. */
  readonly reason: string
  /** What was found in this case: figures, the line as it is written, or the other side of it. Null when there is nothing to add. */
  readonly detail: string | null
  /** Size of the file. Unit: bytes. Null when it is not known. */
  readonly size_bytes: number | null
  /** When it arrived here. It never changes what anything means. Unit: UTC. */
  readonly received_at: Date
}

/** One finding about a file, a line or a round: what could not be read, does not add up, or a person should know. */
export interface FctRoundChecks {
  /** Key of one finding, made of what was found and where. */
  readonly check_id: string
  /** Key of the kind of finding; the seed `checks` lists them all. */
  readonly check_code: string
  /** What the finding is about: a `file`, a `line` of a file, or a `round`. */
  readonly subject_kind: string
  /** What it is about: the name of a file, file name and line number, or the key of a row. */
  readonly subject: string
  /** How bad it is. `info`: as it should be, good to know. `warn`: somebody should look. `error`: something could not be read. */
  readonly severity: string
  /** What was found, in words for people. */
  readonly sentence: string
  /** What was found in this case: figures, the line as it is written, or the other side of it. Null when there is nothing to add. */
  readonly detail: string | null
  /** Hash of the bytes behind the row, by which they can be found in the raw tables. Null when not one file is behind it. */
  readonly raw_sha256: string | null
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string | null
  /** Whether a round with such a finding does not count. */
  readonly blocks_counting: boolean
  /** Key of one arrival: one file or one message about a round. */
  readonly event_id: string | null
  /** An instant to sort by: `order_at` of the round that the arrival belongs to, else the time that its name or its content states. Unit: UTC. Null where neither states one. */
  readonly order_at: Date | null
}

/** One round and which of its sources told of it. */
export interface FctRoundCompleteness {
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string | null
  /** Sources of weight that did not tell of the round, as events name them. */
  readonly missing_sources: string | null
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number
  /** Weight of the sources that told of the round, of the weight of all (seed completeness_weights). */
  readonly completeness_percent: number
  /** Whether the stats file of the round has landed. Without it nobody's numbers of the round are known. */
  readonly has_stats_file: boolean
  /** Whether an endstats file is linked to the round. */
  readonly has_endstats_file: boolean
  /** Whether a STATS_READY message is linked to the round. */
  readonly has_stats_ready: boolean
  /** Whether a gametimes file is linked to the round. */
  readonly has_gametime_fallback: boolean
  /** Whether a filename message is linked to the round. */
  readonly has_filename_trigger: boolean
  /** Whether a proximity file is linked to the round. */
  readonly has_proximity_file: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One arrival about a round: a file or a message, in the envelope that all sources share. What belongs to no round says why. */
export interface FctRoundEvents {
  /** Key of one arrival: one file or one message about a round. */
  readonly event_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string | null
  /** What the row was told by. Of an arrival: `stats_file`, `endstats_file`, `filename_trigger`, `stats_ready`, `proximity_file`, `gametime_fallback`, `demo_analysis` or `legacy_row`. Of a side: `header` (stats file), `payload` (Lua), `annotation` (a person) or `legacy_row` (an existing database, where nothing else speaks); null when several sources or a rule are behind it. */
  readonly source: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number | null
  /** The round number that the source itself gives, kept even when the round it belongs to has another one. Null when it gives none. */
  readonly stated_round_number: number | null
  /** Start of the round as the source states it. Unit: seconds since 1970-01-01 UTC. Null when the source states none; stats and endstats files never do. */
  readonly round_start_unix: number | null
  /** End of the round as the source states it. Unit: seconds since 1970-01-01 UTC. Null when the source states none; stats and endstats files never do. */
  readonly round_end_unix: number | null
  /** Date in the name of the file, on the server's clock. Null when it is no date. */
  readonly round_date: string | null
  /** Time in the name of the file, on the server's clock, written HHMMSS. Null when it is no time. */
  readonly round_time: string | null
  /** Name of the file that arrived, or that the message names; of a row of an existing database the source, table and key, such as `legacy/rounds/17`. Null when it names none. */
  readonly filename: string | null
  /** The Discord webhook that sent the message. Null for everything that is no message. */
  readonly webhook_id: string | null
  /** Id of the Discord message, where the arrival was one. */
  readonly message_id: string | null
  /** When it arrived here. It never changes what anything means. Unit: UTC. */
  readonly received_at: Date
  /** How well it could be read. `ok`: all of it. `partial`: some lines could not be read. `failed`: nothing could. */
  readonly parse_status: string
  /** `linked_round_id`: belongs to one round. `unlinked`: belongs to none. `ambiguous`: fits several, so it is linked to none. */
  readonly link_status: string
  /** How sure the link is. `high`: same file name, or ends within 5 seconds. `medium`: ends within 30 seconds. `low`: the time is uncertain, or a row of an existing database says so. Null when it is linked to no round. */
  readonly confidence: string | null
  /** The best fingerprint: `map|round|start`, `map|round|end` or `map|round|date|time`, by what the source states. Null when the map or the time is not known. */
  readonly round_fingerprint: string | null
  /** What the fingerprint is made of. `start` or `end`: an instant that a source states; `clock`: date and time of a file's name; `round_id`, `short_key`, `key`, `file_name`: a name of the round itself. */
  readonly fingerprint_level: string | null
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string | null
  /** Why the arrival belongs to no round, or counts for nothing although its round is known. Null when nothing speaks against it. Every code has a sentence in the seed `reason_codes`. */
  readonly reason_code: string | null
  /** How the round ended: `NORMAL`, `SURRENDER`, `MAP_CHANGE`, `MAP_RESTART` or `SERVER_RESTART`. Null when no source tells; a stats file alone does not tell a surrender from a vote. */
  readonly end_reason: string | null
  /** `stated`: a source says how the round ended. `inferred`: it follows from the sides, the times or the next round. Null when the end reason is unknown. */
  readonly end_reason_source: string | null
  /** What the round came to: `FULL_HOLD`, `TIME_SET`, or how it was ended: `SURRENDER_END`, `MAP_CHANGE_END`, `MAP_RESTART_END`, `SERVER_RESTART_END`. Null when none of it is known. */
  readonly round_outcome: string | null
  /** Hash of the bytes behind the row, by which they can be found in the raw tables. Null when not one file is behind it. */
  readonly raw_sha256: string
  /** An instant to sort by: `order_at` of the round that the arrival belongs to, else the time that its name or its content states. Unit: UTC. Null where neither states one. */
  readonly order_at: Date | null
}

/** One round by each clock: Lua, the playtime field and the header of the stats file, its longest player, and the stamp of the file. Warmup is in none of them. */
export interface FctRoundTimings {
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** Key of one map played, first and second half together: the round_id of its first half, or of the second half when the first is not known. */
  readonly match_id: string
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string | null
  /** The best fingerprint: `map|round|start`, `map|round|end` or `map|round|date|time`, by what the source states. Null when the map or the time is not known. */
  readonly round_fingerprint: string | null
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string
  /** How far the Lua playtime is from the best clock of the stats file. aligned: at most 30 seconds; minor: at most 60; discrepancy: more; lua_alone: no clock of a file to compare with; no_lua: no payload tells of the round, `no_lua_reason` says why. */
  readonly timing_status: string
  /** Why no Lua payload tells of the round: lua_silent (no payload of the server within three hours), lua_missing (its neighbours have one), lua_ambiguous (payloads fit, but not one alone), server_unknown (a payload fits, but nothing tells its server), zone_wrong, emitter_fails_at_fractions (the module of that time failed at limits that are no whole minutes), ambiguous_local_hour, skipped_local_hour. */
  readonly no_lua_reason: string | null
  /** How the Lua payload arrived: message, gametimes, or message_and_gametimes. */
  readonly lua_source: string | null
  /** Whether a Lua payload is linked to the round: linked_round_id or unlinked. */
  readonly lua_link_status: string
  /** How sure that link is: high when end and stamp agree within 5 seconds, else medium. Null without Lua. */
  readonly lua_confidence: string | null
  /** Version of the Lua module that told of the round, as its payload says. */
  readonly emitter_version: string | null
  /** Where the duration comes from. `lua_playtime`, `playtime_field`: a measured clock. `header_time`: the time that was set, or the limit that was held. `player_time`: the longest time of a player. `legacy_row`: the time that an existing database has of a round that was set. Null when the duration is unknown. */
  readonly duration_source: string | null
  /** The clock of the stats file that the Lua playtime is compared with: playtime_field, header_time or player_time. */
  readonly file_clock: string | null
  /** Why the pauses are unknown: no_lua, emitter_too_old (the module could not see pauses before 1.7.1), not_in_payload. */
  readonly pauses_unavailable_reason: string | null
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number
  /** How long the round was played, without warmup and pauses. Unit: seconds. Null when no clock tells; duration_unavailable_reason says so. */
  readonly duration_seconds: number | null
  /** Seconds of play that Lua measured, pauses and warmup left out. */
  readonly lua_playtime_seconds: number | null
  /** Seconds of play that the header of the stats file measured (field 8). */
  readonly playtime_field_seconds: number | null
  /** Seconds that the header implies: the set time, or the limit of a hold that ran its length. */
  readonly header_seconds: number | null
  /** Seconds of the longest player time in the file; rounded to tenths of a minute. */
  readonly player_seconds: number | null
  /** Time limit of the round: in a first half the map's limit, in a second half the time that the first half set. Of a match: the limit of its first half. Unit: seconds. Null when the header cannot be read or there is no first half. */
  readonly timelimit_seconds: number | null
  /** Lua playtime less the clock of the file that `file_clock` names. */
  readonly difference_seconds: number | null
  /** Pauses of the round as Lua counted them. Null when unknown. */
  readonly pause_count: number | null
  /** Seconds of pause as Lua measured them; they are no part of any duration. Null when unknown. */
  readonly pause_seconds: number | null
  /** Seconds between the end that Lua measured and the stamp in the name of the stats file. */
  readonly stamp_offset_seconds: number | null
  /** When it started: a round at its end less its duration, an evening or a map with its first round, a build when it was begun. Unit: UTC. Null when an end or a duration is unknown. */
  readonly started_at: Date | null
  /** When it ended: a round three seconds before the time in its file's name, unless a better clock is known; a map or an evening with its last round. Unit: UTC. Null when the server's clock showed that hour twice, or never, and nothing tells which instant is meant. */
  readonly ended_at: Date | null
  /** Start that Lua states, in UTC, where it adds up with end, playtime and pauses. */
  readonly lua_started_at: Date | null
  /** End that Lua measured, in UTC. */
  readonly lua_ended_at: Date | null
  /** Stamp in the name of the stats file, as an instant in UTC. */
  readonly stamp_at: Date | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One played round. Built from whatever told us about it; the stats file is not required. Files of rounds that were cut off are no rounds, they are rows of fct_round_events only. */
export interface FctRounds {
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The best fingerprint: `map|round|start`, `map|round|end` or `map|round|date|time`, by what the source states. Null when the map or the time is not known. */
  readonly round_fingerprint: string | null
  /** What the fingerprint is made of. `start` or `end`: an instant that a source states; `clock`: date and time of a file's name; `round_id`, `short_key`, `key`, `file_name`: a name of the round itself. */
  readonly fingerprint_level: string | null
  /** First six digits of the round's key, short enough to say aloud; it can belong to several rounds. */
  readonly short_key: string
  /** Key of one map played, first and second half together: the round_id of its first half, or of the second half when the first is not known. */
  readonly match_id: string
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string | null
  /** The round that is the first half of this map. Null when the round is a first half itself, or when no first half is known. */
  readonly first_half_round_id: string | null
  /** The round that is the second half of this map. Null when the round is a second half itself, or when no second half is known. */
  readonly second_half_round_id: string | null
  /** Name of the stats file of the round. Null when the round has none. */
  readonly stats_file_name: string | null
  /** Hash of the bytes behind the row, by which they can be found in the raw tables. Null when not one file is behind it. */
  readonly raw_sha256: string | null
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string
  /** The competition config that the server ran, such as `legacy3`. It does not tell the size of the teams. Null when the header names none. */
  readonly config_name: string | null
  /** The round's part in a map. `first_half`, `second_half`; `superseded`: a first half that was played again; `orphan`: a second half whose first half is not known. */
  readonly round_role: string
  /** The side that defended: Axis or Allies. Null when it is unknown. */
  readonly defender_side_name: string | null
  /** The side that won the round: Axis or Allies. Null when it is unknown. */
  readonly winner_side_name: string | null
  /** Where the duration comes from. `lua_playtime`, `playtime_field`: a measured clock. `header_time`: the time that was set, or the limit that was held. `player_time`: the longest time of a player. `legacy_row`: the time that an existing database has of a round that was set. Null when the duration is unknown. */
  readonly duration_source: string | null
  /** Why the duration is unknown: `no_clock`. Null when it is known. */
  readonly duration_unavailable_reason: string | null
  /** How the round ended: `NORMAL`, `SURRENDER`, `MAP_CHANGE`, `MAP_RESTART` or `SERVER_RESTART`. Null when no source tells; a stats file alone does not tell a surrender from a vote. */
  readonly end_reason: string | null
  /** `stated`: a source says how the round ended. `inferred`: it follows from the sides, the times or the next round. Null when the end reason is unknown. */
  readonly end_reason_source: string | null
  /** Why the end reason is unknown: `side_unknown` or `not_stated`. Null when it is known. */
  readonly end_reason_unavailable_reason: string | null
  /** What the round came to: `FULL_HOLD`, `TIME_SET`, or how it was ended: `SURRENDER_END`, `MAP_CHANGE_END`, `MAP_RESTART_END`, `SERVER_RESTART_END`. Null when none of it is known. */
  readonly round_outcome: string | null
  /** `FULL_HOLD`: the defenders won the round. `TIME_SET`: the attackers did. The sides decide, not the times. Null when a side is unknown or the round ended by surrender, map change or restart. */
  readonly round_stopwatch_state: string | null
  /** How far the sides, and the score made of them, can be trusted. `verified_header`: stated by the game, or by a person. `time_fallback`: derived from times or from the other half. `ambiguous`: sources contradict each other, only an existing database says so, or not every map counts. `missing`: unknown, or there is nothing to score. A map is as sure as its weaker half, or as its second half when that one decides it alone; an evening is as sure as its weakest counted map. */
  readonly score_confidence: string
  /** Why the confidence is what it is. Every code has a sentence in the seed `reason_codes` or `checks`. */
  readonly score_confidence_reason: string
  /** The first reason why it does not count. Null when it counts. Every code has a sentence in the seed `checks` or `reason_codes`. */
  readonly not_counted_reason: string | null
  /** Why the end of the round is not known as an instant: `ambiguous_local_hour` (the clock was set back and showed the hour twice) or `skipped_local_hour` (the clock never showed that hour). Null when the end is known. */
  readonly ended_at_unavailable_reason: string | null
  /** How far the round has come. `source_legacy_only`: only a row of an existing database tells of it. `seen`: announced, its file is missing. `parsed`: its file was read. `linked_round_id`: it has its identity. `enriched`: endstats or Lua data are attached. `published`: its post was sent. `parse_failed`, `link_failed`, `publish_failed`: that step did not work. */
  readonly ingest_state: string
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number
  /** The round number that the source itself gives, kept even when the round it belongs to has another one. Null when it gives none. */
  readonly stated_round_number: number | null
  /** The side that defended: 1 Axis, 2 Allies. Null when no source states it and it cannot be derived; it is never guessed. */
  readonly defender_side: number | null
  /** The side that won the round: 1 Axis, 2 Allies. A side is no team: teams swap sides after the first half. Null when no source states it and it cannot be derived. */
  readonly winner_side: number | null
  /** Time limit of the round: in a first half the map's limit, in a second half the time that the first half set. Of a match: the limit of its first half. Unit: seconds. Null when the header cannot be read or there is no first half. */
  readonly timelimit_seconds: number | null
  /** The time that the header names for the next round: the round's duration when the attackers won it, its limit when it was held. It is a target, not a clock. Unit: seconds. Null when the header gives none (0:00) or cannot be read. */
  readonly nexttime_seconds: number | null
  /** How long the round was played, without warmup and pauses. Unit: seconds. Null when no clock tells; duration_unavailable_reason says so. */
  readonly duration_seconds: number | null
  /** The time that the second half has to beat: the time of the first half when its attackers won, else its limit. Unit: seconds. Null for a second half, when a side is unknown, or, in a live score, when no second half is awaited. */
  readonly time_to_beat_seconds: number | null
  /** Limit of the second half, as its own header states it, else the time to beat in minutes; never rounded up. Unit: minutes. Null for a second half and when a side is unknown and no second half is known. */
  readonly next_timelimit_minutes: number | null
  /** How many players have numbers: in the round (bots included), in the evening or in the team, or how many people are known at all. A round whose file gives nobody numbers has 0. */
  readonly player_count: number
  /** How many bots have a line in the round's file. */
  readonly bot_count: number
  /** Whether the stats file of the round has landed. Without it nobody's numbers of the round are known. */
  readonly has_stats_file: boolean
  /** Whether the server's Lua module told of the round, in a message or a gametimes file. */
  readonly has_lua: boolean
  /** Whether the defenders won before the time was over. Null when the sides or the time played are unknown. */
  readonly ended_early: boolean | null
  /** Whether the row counts: for the numbers of players when it is a round, for points when it is a match. When it does not, a reason stands beside it or with its round. */
  readonly is_counted: boolean
  /** When it started: a round at its end less its duration, an evening or a map with its first round, a build when it was begun. Unit: UTC. Null when an end or a duration is unknown. */
  readonly started_at: Date | null
  /** When it ended: a round three seconds before the time in its file's name, unless a better clock is known; a map or an evening with its last round. Unit: UTC. Null when the server's clock showed that hour twice, or never, and nothing tells which instant is meant. */
  readonly ended_at: Date | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One person in one evening, in numbers of all his rounds that count. */
export interface FctSessionPlayers {
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** Team of the evening: `A` or `B`. Team A are the Axis of its first counted first half. Null when the match does not count, or when the player played for both teams that evening. */
  readonly team: string | null
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** How many maps were played. Of a team or a player only those that count, of a map only those with both halves, else also those whose other half is missing. */
  readonly match_count: number
  /** Counted maps won. */
  readonly matches_won: number
  /** Counted maps in which both halves were held. */
  readonly matches_drawn: number
  /** Time played: the round's exact duration when the player's own clock agrees with it within 0.15 minutes, else his clock; summed over rounds. Unit: seconds. Null when no clock tells, or no round counts. */
  readonly played_seconds: number | null
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number
  /** Hits to an enemy's head, deadly or not. Kills by such a hit are headshot_kills. Unit: hits. */
  readonly headshots: number
  /** Hits on an enemy. One grenade or air strike can hit several times, and a syringe's hits are revives, so accuracy uses guns only. Unit: hits. */
  readonly hits: number
  /** Shots fired or uses of a weapon, knife and syringe included; accuracy uses guns only. Unit: shots. A knife's shots can be a few too low in a second half, because the game does not keep all of them. */
  readonly shots: number
  /** Shots of guns that hit an enemy: pistols, submachine guns, rifles and machine guns. Unit: hits. Null where only totals of both halves are known. */
  readonly gun_hits: number
  /** Shots fired with guns: pistols, submachine guns, rifles and machine guns. Unit: shots. Null where only totals of both halves are known. */
  readonly gun_shots: number
  /** Hits of guns to an enemy's head. Unit: hits. Null where only totals of both halves are known. */
  readonly gun_headshots: number
  /** Damage done to enemies. Unit: hit points. */
  readonly damage_given: number
  /** Damage taken from enemies. Unit: hit points. */
  readonly damage_received: number
  /** Damage done to team mates. Unit: hit points. */
  readonly team_damage_given: number
  /** Damage taken from team mates. Unit: hit points. */
  readonly team_damage_received: number
  /** Enemies' bodies destroyed, so that they could not be revived. Unit: gibs. */
  readonly gibs: number
  /** Deaths by one's own hand or by the world: /kill, own explosives, falling. Unit: self kills. */
  readonly self_kills: number
  /** Team mates killed. Unit: kills. */
  readonly team_kills: number
  /** Team mates' bodies destroyed. Unit: gibs. */
  readonly team_gibs: number
  /** Experience points; can be below zero. Unit: XP. Null when the layout of the file is not known. */
  readonly xp: number | null
  /** Enemies killed by somebody else whom the player had damaged in the last 1.5 seconds. Unit: assists. Null when the layout of the file is not known. */
  readonly kill_assists: number | null
  /** Kills of enemies to whom somebody else had done more damage in the last 1.5 seconds. Unit: kills. Null when the layout of the file is not known. */
  readonly kill_steals: number | null
  /** Kills whose last hit was to the head. Unit: kills. Null when the layout of the file is not known. */
  readonly headshot_kills: number | null
  /** Objectives such as documents taken. Unit: objectives. Null in layouts without the field (files since 2025). */
  readonly objectives_stolen: number | null
  /** Objectives such as documents brought back. Unit: objectives. Null in layouts without the field (files since 2025). */
  readonly objectives_returned: number | null
  /** Dynamites planted. Unit: dynamites. Null when the layout of the file is not known. */
  readonly dynamites_planted: number | null
  /** Dynamites defused. Unit: dynamites. Null when the layout of the file is not known. */
  readonly dynamites_defused: number | null
  /** How often a medic revived the player. Unit: revives. Null when the layout of the file is not known. */
  readonly times_revived: number | null
  /** Kills after which the enemy had to wait at least half of his reinforcement interval. Unit: kills. Null when the layout of the file is not known. */
  readonly useful_kills: number | null
  /** Time that enemies spent dead because of the player's kills, all of them added up, so it can be longer than the round. Unit: seconds. Null in layouts without a trustworthy field. */
  readonly denied_seconds: number | null
  /** Series of exactly two kills, each within three seconds of the one before. Unit: multikills. Null when the layout of the file is not known. */
  readonly double_kills: number | null
  /** Series of exactly three kills, each within three seconds of the one before. Unit: multikills. Null when the layout of the file is not known. */
  readonly triple_kills: number | null
  /** Series of exactly four kills, each within three seconds of the one before. Unit: multikills. Null when the layout of the file is not known. */
  readonly quad_kills: number | null
  /** Series of exactly five kills, each within three seconds of the one before. Unit: multikills. Null when the layout of the file is not known. */
  readonly penta_kills: number | null
  /** Series of six or more kills, each within three seconds of the one before. Unit: multikills. Null when the layout of the file is not known. */
  readonly hexa_kills: number | null
  /** Kills after which the enemy was back in less than five seconds. Unit: kills. Null in layouts without the field (2024). */
  readonly useless_kills: number | null
  /** Uses of /kill when nearly the whole reinforcement interval was still to wait. Unit: self kills. Null in layouts without the field (2024). */
  readonly full_self_kills: number | null
  /** Things repaired or built. Unit: repairs. Null in layouts without the field. */
  readonly repairs: number | null
  /** Team mates revived; where a layout has no field for it, hits with the syringe. Unit: revives. Null where only totals of both halves are known. */
  readonly revives: number
  /** Time spent dead. In older files it follows from the share of time alive, because their own field counts too much; time_dead_source says which. Formula: the game's dead time, at most played_seconds; else (100 − alive_percent) ÷ 100 × played_seconds; summed over rounds. Unit: seconds. Null when neither is known. */
  readonly time_dead_seconds: number | null
  /** Time spent alive, as the game's share of time alive weighs it; with alive_known_seconds it makes alive_percent. Formula: share of time alive × played_seconds, summed over rounds. Unit: seconds. Null when the share is not known. */
  readonly alive_weighted_seconds: number | null
  /** Time played in rounds whose share of time alive is known. Unit: seconds. Null when none is known. */
  readonly alive_known_seconds: number | null
  /** Longest series of kills without a death in one round; the game counts from three. Unit: kills. Null when the layout of the file is not known. */
  readonly killing_spree: number | null
  /** Longest series of deaths without a kill in one round; the game counts from three and only series that a kill ended. Unit: deaths. Null when the layout of the file is not known. */
  readonly death_spree: number | null
  /** Damage done to enemies per minute played, time dead included (DPM). Formula: 60 × damage_given ÷ played_seconds. Unit: hit points per minute. Null when no time played is known. */
  readonly damage_per_minute: number | null
  /** Kills per minute played, time dead included. Formula: 60 × kills ÷ played_seconds. Unit: kills per minute. Null when no time played is known. */
  readonly kills_per_minute: number | null
  /** Deaths by enemies per minute played, time dead included. Formula: 60 × deaths ÷ played_seconds. Unit: deaths per minute. Null when no time played is known. */
  readonly deaths_per_minute: number | null
  /** Time that enemies spent dead because of the player's kills, per minute he played. Formula: 60 × denied_seconds ÷ played_seconds. Unit: seconds per minute. Null when the file does not tell denied time or no time played is known. */
  readonly denied_seconds_per_minute: number | null
  /** Team mates revived per minute played. Formula: 60 × revives ÷ played_seconds. Unit: revives per minute. Null when no time played or no revives are known. */
  readonly revives_per_minute: number | null
  /** Kills per death; without a death, the kills. Formula: kills ÷ deaths, deaths taken as at least 1. Unit: ratio. */
  readonly kill_death_ratio: number
  /** Share of the player's kills in his kills and deaths together. Formula: 100 × kills ÷ (kills + deaths). Unit: percent. Null without a kill and a death. */
  readonly efficiency_percent: number | null
  /** Share of the shots fired with guns that hit an enemy. Formula: 100 × gun_hits ÷ gun_shots. Unit: percent. Null without a shot. */
  readonly accuracy_percent: number | null
  /** Share of the hits with guns that hit the head. It counts hits; the share of kills is headshot_kill_percent. Formula: 100 × gun_headshots ÷ gun_hits. Unit: percent. Null without a hit. */
  readonly headshot_accuracy_percent: number | null
  /** Share of the kills whose last hit was to the head. It counts kills; the share of hits is headshot_accuracy_percent. Formula: 100 × headshot_kills ÷ kills. Unit: percent. Null without a kill, or when the layout of the file is not known. */
  readonly headshot_kill_percent: number | null
  /** Share of the kills after which the enemy had to wait at least half of his reinforcement interval. Formula: 100 × useful_kills ÷ kills. Unit: percent. Null without a kill, or when the layout of the file is not known. */
  readonly useful_kill_percent: number | null
  /** Damage done to enemies per damage taken from them. Formula: damage_given ÷ damage_received. Unit: ratio. Null when no damage was taken. */
  readonly damage_ratio: number | null
  /** Share of the time played that the player was alive. Formula: 100 × alive_weighted_seconds ÷ alive_known_seconds. Unit: percent. Null when no round tells. */
  readonly alive_percent: number | null
  /** Series of two or more kills, each within three seconds of the one before. Formula: double_kills + triple_kills + quad_kills + penta_kills + hexa_kills. Unit: multikills. Null when the layout of the file is not known. */
  readonly multikills: number | null
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One person in one team of one evening; who played for both teams has two rows. */
export interface FctSessionTeamPlayers {
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string
  /** Team of the evening: `A` or `B`. Team A are the Axis of its first counted first half. Null when the match does not count, or when the player played for both teams that evening. */
  readonly team: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string | null
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** How many maps were played. Of a team or a player only those that count, of a map only those with both halves, else also those whose other half is missing. */
  readonly match_count: number
  /** Whether the player joined the team after the evening's first counted map. */
  readonly is_substitute: boolean
}

/** One team of one evening, with its name and points. An evening without a map that counts has none. */
export interface FctSessionTeams {
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string
  /** Team of the evening: `A` or `B`. Team A are the Axis of its first counted first half. Null when the match does not count, or when the player played for both teams that evening. */
  readonly team: string
  /** The team's name: the one a person gave it, else "Team" and the name of its player with most rounds. */
  readonly team_name: string
  /** Whether a person gave the team its name. */
  readonly is_named_by_person: boolean
  /** Points of the team over the counted maps of the evening: 2 for a map won, 1 for a draw. */
  readonly points: number
  /** How many maps were played. Of a team or a player only those that count, of a map only those with both halves, else also those whose other half is missing. */
  readonly match_count: number
  /** Counted maps won. */
  readonly matches_won: number
  /** Counted maps in which both halves were held. */
  readonly matches_drawn: number
  /** Counted maps lost. */
  readonly matches_lost: number
  /** How many players have numbers: in the round (bots included), in the evening or in the team, or how many people are known at all. A round whose file gives nobody numbers has 0. */
  readonly player_count: number
}

/** One evening: a run of rounds of one server whose ends are at most 60 minutes apart, with its score and how far that can be trusted. */
export interface FctSessions {
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The first round of the evening. */
  readonly first_round_id: string
  /** The latest round of the evening. */
  readonly last_round_id: string
  /** Name of team A. Null when no map of the evening counts. */
  readonly team_a_name: string | null
  /** Name of team B. Null when no map of the evening counts. */
  readonly team_b_name: string | null
  /** The team that won the map or the evening: `A`, `B`, or `draw`. Null when nothing tells. */
  readonly winner_team: string | null
  /** How far the sides, and the score made of them, can be trusted. `verified_header`: stated by the game, or by a person. `time_fallback`: derived from times or from the other half. `ambiguous`: sources contradict each other, only an existing database says so, or not every map counts. `missing`: unknown, or there is nothing to score. A map is as sure as its weaker half, or as its second half when that one decides it alone; an evening is as sure as its weakest counted map. */
  readonly score_confidence: string
  /** Why the confidence is what it is. Every code has a sentence in the seed `reason_codes` or `checks`. */
  readonly score_confidence_reason: string
  /** How many of the completed maps count, such as "7 of 8 maps counted". */
  readonly counted_maps_text: string | null
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** How many of the rounds count. */
  readonly counted_round_count: number
  /** How many maps were played. Of a team or a player only those that count, of a map only those with both halves, else also those whose other half is missing. */
  readonly match_count: number
  /** How many maps of the evening have both halves. */
  readonly complete_match_count: number
  /** How many maps of the evening count for the points. */
  readonly counted_match_count: number
  /** How many players have numbers: in the round (bots included), in the evening or in the team, or how many people are known at all. A round whose file gives nobody numbers has 0. */
  readonly player_count: number
  /** Points of team A: 2 for a map won, 1 for a draw. Null when the match does not count, or no match of the evening does. */
  readonly team_a_points: number | null
  /** Points of team B: 2 for a map won, 1 for a draw. Null when the match does not count, or no match of the evening does. */
  readonly team_b_points: number | null
  /** When it started: a round at its end less its duration, an evening or a map with its first round, a build when it was begun. Unit: UTC. Null when an end or a duration is unknown. */
  readonly started_at: Date | null
  /** When it ended: a round three seconds before the time in its file's name, unless a better clock is known; a map or an evening with its last round. Unit: UTC. Null when the server's clock showed that hour twice, or never, and nothing tells which instant is meant. */
  readonly ended_at: Date | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One finding about the defending or the winning side of one round, by the source that it concerns. */
export interface FctSideDiagnostics {
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** Which side the finding is about: `defender` or `winner`. */
  readonly side_kind: string | null
  /** What the row was told by. Of an arrival: `stats_file`, `endstats_file`, `filename_trigger`, `stats_ready`, `proximity_file`, `gametime_fallback`, `demo_analysis` or `legacy_row`. Of a side: `header` (stats file), `payload` (Lua), `annotation` (a person) or `legacy_row` (an existing database, where nothing else speaks); null when several sources or a rule are behind it. */
  readonly source: string | null
  /** What was found about the side: it is missing, invalid, contradicted or annotated, or which rule derived it. */
  readonly finding: string | null
  /** The value behind the finding: what the source wrote, or the side that was derived. Null when the source wrote nothing. */
  readonly stated_text: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** Name of the file, as it was on the server. Null where no file is behind the row. */
  readonly file_name: string | null
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One source of one server and kind of arrival, with what came from it, what was refused, the last look at it and how it does. A webhook that several servers share has the server `-`. */
export interface FctSourceHealth {
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The configured source it came from, such as a folder. */
  readonly source_name: string
  /** Kind of file: `stats`, `endstats` or a further one. Null when what was offered is of no known kind. */
  readonly kind: string
  /** green: nothing is wrong; yellow: something was refused within 24 hours; red: somebody has to do something, `health_reason` says what about. */
  readonly health: string
  /** zone_wrong: files and Lua payloads of the server are apart by whole quarters of an hour, so its time zone is configured wrongly; last_look_failed: the source could not be looked at the last time; something_refused: something it offered within 24 hours was refused. */
  readonly health_reason: string | null
  /** Name of the file that arrived last from the source. Null when none was landed. */
  readonly newest_file_name: string | null
  /** Name of the file that was refused last. Null when none was. */
  readonly newest_refused_file_name: string | null
  /** Why the last refused file was refused. Null when none was. */
  readonly newest_refusal_reason: string | null
  /** What went wrong when the source was looked at in vain the last time. */
  readonly last_error: string | null
  /** How many file versions were landed from the source. */
  readonly file_count: number
  /** How many of them arrived in the 24 hours before the build's as_of. */
  readonly file_count_24_hours: number
  /** How many offered things were refused. */
  readonly refusal_count: number
  /** When the last file of the source was landed (UTC). Null when none was. */
  readonly newest_received_at: Date | null
  /** When the source was looked at last, in UTC, as far as it was recorded (on change and hourly). */
  readonly last_look_at: Date | null
  /** When the source was looked at in vain the last time, in UTC. */
  readonly last_error_at: Date | null
}

/** One ordered pair of opponents in a round: how often the subject killed the opponent and was killed by him, in this round alone. A duel is told by both, so each pair of players normally has two rows. */
export interface FctVersus {
  /** Key of one row of a duel: the round, the file and the line. */
  readonly versus_id: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The player whose duel it is. Null when that is not certain; subject_unavailable_reason says why. */
  readonly subject_player_id: string | null
  /** The player the subject met. Null when his name does not tell who he is; opponent_unavailable_reason says why. */
  readonly opponent_player_id: string | null
  /** Name of the subject in the file. Null when the rows do not tell whose they are. */
  readonly subject_name: string | null
  /** How the subject is known. `vs_header`: the file says it. `mirrored`: the only assignment in which all rows mirror each other. Null when it is unknown. */
  readonly subject_source: string | null
  /** Why subject_player_id is null: `versus_subject_unknown` (the file can be read in no way, or in several), `name_unknown` (nobody in the round bears the name) or `name_not_unique` (several do). Null when it is known. */
  readonly subject_unavailable_reason: string | null
  /** Name of the opponent in the file. */
  readonly opponent_name: string
  /** Why opponent_player_id is null: `name_unknown` (nobody in the round bears the name) or `name_not_unique` (several do). Null when it is known. */
  readonly opponent_unavailable_reason: string | null
  /** Name of the file, as it was on the server. Null where no file is behind the row. */
  readonly file_name: string
  /** Hash of the bytes behind the row, by which they can be found in the raw tables. Null when not one file is behind it. */
  readonly raw_sha256: string
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number
  /** Line of the file, from 1. */
  readonly line_number: number
  /** Whether the opponent's own row tells the same duel. Null when the subject is unknown. */
  readonly has_mirror: boolean | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One row: the build that made these tables, and how much is in them. */
export interface MetaBuild {
  /** Key of the build that made these tables. */
  readonly build_id: string
  /** How they were built: `full` (everything anew, with all tests) or `live` (only what arrived). */
  readonly lane: string
  /** Hash of the models and the configuration that made these tables. */
  readonly code_sha256: string
  /** Version of fullhold that made these tables. */
  readonly fullhold_version: string
  /** Version of dbt that made these tables. */
  readonly dbt_version: string
  /** Version of DuckDB that made these tables. */
  readonly duckdb_version: string
  /** How many versions of files have landed. */
  readonly raw_file_count: number
  /** How many offered things were refused. */
  readonly refusal_count: number
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** How many maps were played. Of a team or a player only those that count, of a map only those with both halves, else also those whose other half is missing. */
  readonly match_count: number
  /** How many evenings there are: those the person played in, or all of them. */
  readonly session_count: number
  /** How many players have numbers: in the round (bots included), in the evening or in the team, or how many people are known at all. A round whose file gives nobody numbers has 0. */
  readonly player_count: number
  /** How many findings there are. */
  readonly check_count: number
  /** The moment up to which the tables speak; periods such as "the last 30 days" end here. Unit: UTC. */
  readonly as_of: Date
  /** When it started: a round at its end less its duration, an evening or a map with its first round, a build when it was begun. Unit: UTC. Null when an end or a duration is unknown. */
  readonly started_at: Date
}

/** One mart, as its contract describes it. */
export interface MetaMarts {
  /** Name of the mart. */
  readonly mart: string
  /** What one row of the mart is, and what it leaves out. */
  readonly description: string
  /** Whether a live build replaces the rows of the evenings that it worked on and keeps all others; the other marts it computes anew. */
  readonly is_exchanged: boolean
}

/** The build that wrote these marts; a single row. */
export interface MetaProximityBuild {
  /** Key of the build that made these tables. */
  readonly build_id: string
  /** Hash of the models and the configuration that made these tables. */
  readonly code_sha256: string
  /** The moment up to which the tables speak; periods such as "the last 30 days" end here. Unit: UTC. */
  readonly as_of: Date
  /** How many file versions were landed from the source. */
  readonly file_count: number | null
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** Proximity files that count for their name and are to be read. */
  readonly asked_file_count: number
  /** Proximity files whose rows stand in every mart. Fewer than asked for: the rest is still to be read. */
  readonly done_file_count: number
}

/** One person and one award in one period: how often it was his, and his best. */
export interface RptAwardTotals {
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** Key of the award, the same whatever label the file gave it. */
  readonly award: string
  /** The round of that value. */
  readonly best_round_id: string
  /** Kind of period: `last_30_days` (the 30 days before the data end), `season` (a calendar quarter) or `all_time`. */
  readonly period_kind: string
  /** The period: `last_30_days`, a season such as `2025-Q3`, or `all_time`. */
  readonly period: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** The award's name for people. */
  readonly award_label: string
  /** What the number counts. */
  readonly unit: string
  /** The highest value with which he got it, as the file writes it. */
  readonly best_value_text: string
  /** Place of the award in the order in which the game shows them, from 1. */
  readonly sort_order: number
  /** How often the award was the player's. */
  readonly award_count: number
  /** The highest number with which he got it, in the unit given beside it. */
  readonly best_value: number
}

/** One of the last fifty builds, with how it ended. */
export interface RptBuilds {
  /** Key of the build that made these tables. */
  readonly build_id: string
  /** How they were built: `full` (everything anew, with all tests) or `live` (only what arrived). */
  readonly lane: string
  /** What it came to, in words: of a round who held or set what time, of an evening who won with how many points, of a build how it ended. */
  readonly result_text: string
  /** What failed. Null when nothing did. */
  readonly failures: string | null
  /** Whether it is the one that counts now: the name the person used last, or the version of a file that is used. */
  readonly is_current: boolean
  /** Whether both halves of the map are known. */
  readonly is_complete: boolean
  /** The moment up to which the tables speak; periods such as "the last 30 days" end here. Unit: UTC. */
  readonly as_of: Date
  /** When it started: a round at its end less its duration, an evening or a map with its first round, a build when it was begun. Unit: UTC. Null when an end or a duration is unknown. */
  readonly started_at: Date
  /** When the build ended. Unit: UTC. Null when it did not finish, or is the one that made these tables. */
  readonly finished_at: Date | null
}

/** One kind of finding, with how often it stands in the warehouse. */
export interface RptCheckCounts {
  /** Key of the kind of finding; the seed `checks` lists them all. */
  readonly check_code: string
  /** How bad it is. `info`: as it should be, good to know. `warn`: somebody should look. `error`: something could not be read. */
  readonly severity: string
  /** What was found, in words for people. */
  readonly sentence: string
  /** The first file, line or round with this finding, in alphabetical order. */
  readonly example_subject: string
  /** Place of the award in the order in which the game shows them, from 1. */
  readonly sort_order: number
  /** How many findings of this kind stand in the warehouse now. */
  readonly finding_count: number
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** Whether a round with such a finding does not count. */
  readonly blocks_counting: boolean
}

/** One day on one server: how much was played, and how well it is known. */
export interface RptDailyRounds {
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** How many of the rounds count. */
  readonly counted_round_count: number
  /** How many players have numbers: in the round (bots included), in the evening or in the team, or how many people are known at all. A round whose file gives nobody numbers has 0. */
  readonly player_count: number
  /** How many rounds of the day have no known winner. */
  readonly winner_missing_count: number
  /** How many rounds of the day have no known defender. */
  readonly defender_missing_count: number
  /** How many rounds of the day are verified. */
  readonly verified_count: number
  /** How many rounds of the day have a side that was derived. */
  readonly derived_count: number
  /** How many rounds of the day have sources that contradict each other. */
  readonly ambiguous_count: number
  /** How many rounds of the day have a side that is missing. */
  readonly missing_count: number
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One person who played in the last five evenings, against his own average over all evenings. */
export interface RptFormMovers {
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** How many of the last five evenings the player took part in. */
  readonly recent_session_count: number
  /** How many rounds of the last five evenings stand behind the form. */
  readonly recent_round_count: number
  /** How many evenings there are: those the person played in, or all of them. */
  readonly session_count: number
  /** Damage per minute over the last five evenings. Formula: 60 × damage_given ÷ played_seconds, summed over those evenings first. Unit: damage per minute. */
  readonly recent_damage_per_minute: number | null
  /** Damage per minute over all evenings of the player. Formula: 60 × damage_given ÷ played_seconds, summed over all evenings first. Unit: damage per minute. */
  readonly own_damage_per_minute: number | null
  /** How far the player is above or below his own average. Formula: recent_damage_per_minute − own_damage_per_minute. Unit: damage per minute. */
  readonly form_difference: number | null
}

/** One source of one server and one day: what landed, and of rounds what is missing. The source `round` stands for the rounds that came of it all. */
export interface RptIngestDaily {
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** What the row was told by. Of an arrival: `stats_file`, `endstats_file`, `filename_trigger`, `stats_ready`, `proximity_file`, `gametime_fallback`, `demo_analysis` or `legacy_row`. Of a side: `header` (stats file), `payload` (Lua), `annotation` (a person) or `legacy_row` (an existing database, where nothing else speaks); null when several sources or a rule are behind it. */
  readonly source: string
  /** Rows of that day. */
  readonly row_count: number
  /** Rows up to and with that day. */
  readonly total_row_count: number
  /** Of those, linked to a round (rounds: counted). */
  readonly linked_count: number
  /** Of those, linked to no round (rounds: not counted). */
  readonly unlinked_count: number
  /** Of those, not wholly readable. */
  readonly defect_count: number | null
  /** Rounds of that day whose winner is unknown. Null for arrivals. */
  readonly missing_winner_count: number | null
  /** Rounds of that day whose defender is unknown. Null for arrivals. */
  readonly missing_defender_count: number | null
  /** Rounds of which no Lua payload tells. */
  readonly without_lua_count: number | null
  /** The day: of arrivals the one on which they landed (UTC), of rounds the one on which they were played (local). */
  readonly day_on: LocalDate
}

/** One person on one leaderboard in one period, if he has played enough in it. */
export interface RptLeaderboards {
  /** Key of the leaderboard. */
  readonly board: string
  /** The leaderboard's name for people. */
  readonly board_title: string
  /** Kind of period: `last_30_days` (the 30 days before the data end), `season` (a calendar quarter) or `all_time`. */
  readonly period_kind: string
  /** The period: `last_30_days`, a season such as `2025-Q3`, or `all_time`. */
  readonly period: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** What the number counts. */
  readonly unit: string
  /** What is counted to decide whether a player has played enough to be ranked, such as rounds, gun shots or kills. */
  readonly sample: string
  /** Place from 1, the best first. On a leaderboard equal values share a place; among records the earlier one comes first. */
  readonly place: number
  /** The number that is compared, in the unit given beside it. */
  readonly value: number
  /** How much of the sample the player has in the period. */
  readonly sample_size: number
  /** How much of the sample a player must have to be ranked in such a period. */
  readonly sample_minimum: number
}

/** One kind of finding about one existing database, with how often it was found. */
export interface RptLegacyFindings {
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The configured source it came from, such as a folder. */
  readonly source_name: string
  /** What is wrong, as a code of the list legacy_findings. */
  readonly finding: string
  /** What the finding is about: a side, a link, or a number. */
  readonly about: string
  /** How bad it is. `info`: as it should be, good to know. `warn`: somebody should look. `error`: something could not be read. */
  readonly severity: string
  /** What is wrong, as a sentence for people. */
  readonly sentence: string
  /** Place of the award in the order in which the game shows them, from 1. */
  readonly sort_order: number
  /** How many findings of this kind stand in the warehouse now. */
  readonly finding_count: number
  /** How many rows of the table it concerns. */
  readonly row_count: number
  /** How many of the findings `fullhold backfill` proposes to repair. */
  readonly proposed_count: number
  /** When the latest round with the finding was played. */
  readonly newest_at: Date
}

/** One kind of finding about one existing database and one reason why no repair of it is proposed, or that one is; with how often. */
export interface RptLegacyReasons {
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The configured source it came from, such as a folder. */
  readonly source_name: string
  /** What is wrong, as a code of the list legacy_findings. */
  readonly finding: string
  /** What the finding is about: a side, a link, or a number. */
  readonly about: string
  /** How bad it is. `info`: as it should be, good to know. `warn`: somebody should look. `error`: something could not be read. */
  readonly severity: string
  /** What is wrong, as a sentence for people. */
  readonly sentence: string
  /** Why no repair is proposed: nothing but what the raw files state for certain is. Null when one is. */
  readonly not_proposed_reason: string | null
  /** Why no repair is proposed, or that one is, as a sentence. */
  readonly reason_sentence: string
  /** Place of the award in the order in which the game shows them, from 1. */
  readonly sort_order: number
  /** How many findings of this kind stand in the warehouse now. */
  readonly finding_count: number
  /** How many rows of the table it concerns. */
  readonly row_count: number
  /** Whether `fullhold backfill` proposes a repair. */
  readonly is_proposed: boolean
  /** When the latest round with the finding was played. */
  readonly newest_at: Date
}

/** One server on which an evening is being played, as people read it. Empty an hour after the last round. */
export interface RptLivePages {
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string
  /** Name of team A. Null when no map of the evening counts. */
  readonly team_a_name: string | null
  /** Name of team B. Null when no map of the evening counts. */
  readonly team_b_name: string | null
  /** The evening's score for team A and team B: after this map, or at its end. Null when the map does not count. */
  readonly score_text: string
  /** How far the sides, and the score made of them, can be trusted. `verified_header`: stated by the game, or by a person. `time_fallback`: derived from times or from the other half. `ambiguous`: sources contradict each other, only an existing database says so, or not every map counts. `missing`: unknown, or there is nothing to score. A map is as sure as its weaker half, or as its second half when that one decides it alone; an evening is as sure as its weakest counted map. */
  readonly score_confidence: string
  /** One shape for each confidence: ✔ verified, ◔ derived from time, ⚠ sources disagree, – missing. */
  readonly confidence_mark: string
  /** The confidence in words: verified, derived from time, sources disagree, missing. */
  readonly confidence_words: string
  /** Why the confidence is what it is, as a sentence. */
  readonly confidence_sentence: string
  /** How many of the completed maps count, such as "7 of 8 maps counted". */
  readonly counted_maps_text: string | null
  /** Name for people of the map of the evening's latest round. */
  readonly last_map_title: string
  /** Name for people of the map whose second half is awaited. Null when the latest round is no such first half. */
  readonly map_in_progress_title: string | null
  /** The time that the second half has to beat, as people say it. Null when there is none. */
  readonly time_to_beat_text: string | null
  /** Half of the evening's latest round: 1 or 2. */
  readonly last_round_number: number
  /** When the latest round of the evening ended. Unit: UTC. */
  readonly last_round_ended_at: Date
}

/** One server on which an evening is being played: its score as it stands. Empty an hour after the last round. */
export interface RptLiveScore {
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string
  /** Name of team A. Null when no map of the evening counts. */
  readonly team_a_name: string | null
  /** Name of team B. Null when no map of the evening counts. */
  readonly team_b_name: string | null
  /** Points of team A: 2 for a map won, 1 for a draw. Null when the match does not count, or no match of the evening does. */
  readonly team_a_points: number | null
  /** Points of team B: 2 for a map won, 1 for a draw. Null when the match does not count, or no match of the evening does. */
  readonly team_b_points: number | null
  /** How far the sides, and the score made of them, can be trusted. `verified_header`: stated by the game, or by a person. `time_fallback`: derived from times or from the other half. `ambiguous`: sources contradict each other, only an existing database says so, or not every map counts. `missing`: unknown, or there is nothing to score. A map is as sure as its weaker half, or as its second half when that one decides it alone; an evening is as sure as its weakest counted map. */
  readonly score_confidence: string
  /** Why the confidence is what it is. Every code has a sentence in the seed `reason_codes` or `checks`. */
  readonly score_confidence_reason: string
  /** How many of the completed maps count, such as "7 of 8 maps counted". */
  readonly counted_maps_text: string | null
  /** The latest round of the evening. */
  readonly last_round_id: string
  /** The map of the evening's latest round. */
  readonly last_map_name: string
  /** Half of the evening's latest round: 1 or 2. */
  readonly last_round_number: number
  /** Stopwatch state of the evening's latest round: `FULL_HOLD` or `TIME_SET`. Null when it is unknown. */
  readonly last_round_state: string | null
  /** The map whose first half is played and whose second half is awaited. Null when the latest round is no such first half. */
  readonly map_in_progress: string | null
  /** The time that the second half has to beat: the time of the first half when its attackers won, else its limit. Unit: seconds. Null for a second half, when a side is unknown, or, in a live score, when no second half is awaited. */
  readonly time_to_beat_seconds: number | null
  /** When the latest round of the evening ended. Unit: UTC. */
  readonly last_round_ended_at: Date
}

/** One server, half and period: how many rounds have Lua. */
export interface RptLuaCoverage {
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The rounds that are counted: last_24_hours or last_30_days before `as_of`, or all_time. */
  readonly period: string
  /** healthy: at least 90 % of the rounds have Lua; degraded: at least 50 %; poor: less. */
  readonly coverage_status: string
  /** The most common reason why there is no Lua. */
  readonly most_common_reason: string | null
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** Rounds of which a Lua payload tells. */
  readonly with_lua_count: number
  /** Rounds of which no Lua payload tells. */
  readonly without_lua_count: number
  /** Share of the rounds of which a Lua payload tells. */
  readonly coverage_percent: number
  /** End of the newest round of which a Lua payload tells, in UTC. */
  readonly newest_with_lua_at: Date | null
}

/** One half of one map, by the side that defended it, over rounds that count and whose sides are known. */
export interface RptMapSides {
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string
  /** The map's name for people; the technical name when none is listed. */
  readonly map_title: string
  /** The side that defended: Axis or Allies. Null when it is unknown. */
  readonly defender_side_name: string
  /** Median time in which the attackers took the map in this half, as people say it. Null when they never did. */
  readonly median_set_text: string | null
  /** Fastest time in which the attackers took the map in this half, as people say it. Null when they never did. */
  readonly fastest_set_text: string | null
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** How many of the rounds were held. */
  readonly held_count: number
  /** How many of the rounds were taken by the attackers. */
  readonly set_count: number
  /** Share of the rounds that were held. Formula: 100 × held_count ÷ round_count. Unit: percent. */
  readonly hold_percent: number | null
  /** Share of the rounds that the attackers took. Formula: 100 × set_count ÷ round_count. Unit: percent. */
  readonly set_percent: number | null
  /** Median time in which the attackers took the map in a first half. Unit: seconds. Null when no counted first half was taken. */
  readonly median_set_seconds: number | null
  /** Fastest time in which the attackers took the map, in either half. Unit: seconds. Null when no counted round was taken. */
  readonly fastest_set_seconds: number | null
}

/** One map played, with everything that a post or a command shows of it. */
export interface RptMatchFacts {
  /** Key of one map played, first and second half together: the round_id of its first half, or of the second half when the first is not known. */
  readonly match_id: string
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The round by which the post finds its subject again: when rounds get a better identity, the round this one has become leads to the match and the evening it belongs to now. */
  readonly anchor_round_id: string
  /** Everything that is shown, and nothing else, as JSON: texts made here, so that posts, commands and pages say the same. */
  readonly facts: string
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One map played, as people read it: its halves, its points, the evening's score after it. */
export interface RptMatchPages {
  /** Key of one map played, first and second half together: the round_id of its first half, or of the second half when the first is not known. */
  readonly match_id: string
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The round that is the first half of this map. Null when the round is a first half itself, or when no first half is known. */
  readonly first_half_round_id: string | null
  /** The round that is the second half of this map. Null when the round is a second half itself, or when no second half is known. */
  readonly second_half_round_id: string | null
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string
  /** The map's name for people; the technical name when none is listed. */
  readonly map_title: string
  /** The day it was played, on the server's clock, with its weekday. */
  readonly day_text: string
  /** Name of team A. Null when no map of the evening counts. */
  readonly team_a_name: string | null
  /** Name of team B. Null when no map of the evening counts. */
  readonly team_b_name: string | null
  /** The team that won the map or the evening: `A`, `B`, or `draw`. Null when nothing tells. */
  readonly winner_team: string | null
  /** Who won: of a round the side, of a map the team, or why that is unavailable. */
  readonly winner_text: string
  /** Points of the map for team A and team B. Null when it does not count. */
  readonly points_text: string | null
  /** The evening's score for team A and team B: after this map, or at its end. Null when the map does not count. */
  readonly score_text: string | null
  /** What the first half came to, or why that is unavailable. */
  readonly first_half_text: string
  /** What the second half came to, or why that is unavailable. */
  readonly second_half_text: string
  /** What the first half came to, without saying who. */
  readonly first_half_short_text: string
  /** What the second half came to, without saying who. */
  readonly second_half_short_text: string
  /** How the map was decided, as a sentence. */
  readonly map_result_sentence: string
  /** The sides of team A in the first and the second half. Null when that is not known. */
  readonly team_a_sides_text: string | null
  /** The sides of team B in the first and the second half. Null when that is not known. */
  readonly team_b_sides_text: string | null
  /** How far the sides, and the score made of them, can be trusted. `verified_header`: stated by the game, or by a person. `time_fallback`: derived from times or from the other half. `ambiguous`: sources contradict each other, only an existing database says so, or not every map counts. `missing`: unknown, or there is nothing to score. A map is as sure as its weaker half, or as its second half when that one decides it alone; an evening is as sure as its weakest counted map. */
  readonly score_confidence: string
  /** One shape for each confidence: ✔ verified, ◔ derived from time, ⚠ sources disagree, – missing. */
  readonly confidence_mark: string
  /** The confidence in words: verified, derived from time, sources disagree, missing. */
  readonly confidence_words: string
  /** Why the confidence is what it is, as a sentence. */
  readonly confidence_sentence: string
  /** Why it does not count, as a sentence. Null when it counts. */
  readonly not_counted_sentence: string | null
  /** Who takes the map. `attackers_r1`: the attackers of the first half set a time that was not beaten. `attackers_r2`: those of the second half made it. `draw`: both halves were held. Null when a half is missing or too little is known of its sides. */
  readonly map_result: string | null
  /** Place of the map in its evening, from 1. */
  readonly match_number: number
  /** Points of team A: 2 for a map won, 1 for a draw. Null when the match does not count, or no match of the evening does. */
  readonly team_a_points: number | null
  /** Points of team B: 2 for a map won, 1 for a draw. Null when the match does not count, or no match of the evening does. */
  readonly team_b_points: number | null
  /** Points of team A in the evening after this map. */
  readonly team_a_score: number | null
  /** Points of team B in the evening after this map. */
  readonly team_b_score: number | null
  /** Duration of the first half. Unit: seconds. Null when there is no first half or no clock tells. */
  readonly first_half_seconds: number | null
  /** Duration of the second half. Unit: seconds. Null when there is no second half or no clock tells. */
  readonly second_half_seconds: number | null
  /** Whether the row counts: for the numbers of players when it is a round, for points when it is a match. When it does not, a reason stands beside it or with its round. */
  readonly is_counted: boolean
  /** Whether both halves of the map are known. */
  readonly is_complete: boolean
  /** Whether one of the halves was held and ended before its time was over. */
  readonly has_early_end: boolean
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One player against another over the halves of a map, as far as endstats files tell for certain who they are. */
export interface RptMatchVersus {
  /** Key of one map played, first and second half together: the round_id of its first half, or of the second half when the first is not known. */
  readonly match_id: string
  /** The player whose duel it is. Null when that is not certain; subject_unavailable_reason says why. */
  readonly subject_player_id: string
  /** The player the subject met. Null when his name does not tell who he is; opponent_unavailable_reason says why. */
  readonly opponent_player_id: string
  /** Name of the subject in the file. Null when the rows do not tell whose they are. */
  readonly subject_name: string
  /** Name of the opponent in the file. */
  readonly opponent_name: string
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One weapon of one player over the halves of a map; weapons without a kill and a death are left out. */
export interface RptMatchWeapons {
  /** Key of one map played, first and second half together: the round_id of its first half, or of the second half when the first is not known. */
  readonly match_id: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** Key of the weapon. */
  readonly weapon: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** The weapon's name for people. */
  readonly weapon_name: string
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number
  /** Hits to an enemy's head, deadly or not. Kills by such a hit are headshot_kills. Unit: hits. */
  readonly headshots: number
  /** Hits on an enemy. One grenade or air strike can hit several times, and a syringe's hits are revives, so accuracy uses guns only. Unit: hits. */
  readonly hits: number
  /** Shots fired or uses of a weapon, knife and syringe included; accuracy uses guns only. Unit: shots. A knife's shots can be a few too low in a second half, because the game does not keep all of them. */
  readonly shots: number
  /** Share of the shots fired with guns that hit an enemy. Formula: 100 × gun_hits ÷ gun_shots. Unit: percent. Null without a shot. */
  readonly accuracy_percent: number | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One person on one map, over all rounds that count. */
export interface RptPlayerMaps {
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** The map's name for people; the technical name when none is listed. */
  readonly map_title: string
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** How many maps were played. Of a team or a player only those that count, of a map only those with both halves, else also those whose other half is missing. */
  readonly match_count: number
  /** Counted maps won. */
  readonly matches_won: number
  /** Share of the counted maps that the player won. Formula: 100 × matches_won ÷ match_count. Unit: percent. Null without a counted map. */
  readonly match_win_percent: number | null
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number
  /** Damage done to enemies per minute played, time dead included (DPM). Formula: 60 × damage_given ÷ played_seconds. Unit: hit points per minute. Null when no time played is known. */
  readonly damage_per_minute: number | null
  /** Kills per death; without a death, the kills. Formula: kills ÷ deaths, deaths taken as at least 1. Unit: ratio. */
  readonly kill_death_ratio: number
  /** Share of the shots fired with guns that hit an enemy. Formula: 100 × gun_hits ÷ gun_shots. Unit: percent. Null without a shot. */
  readonly accuracy_percent: number | null
  /** The latest day on which the map was played, on the server's clock. */
  readonly last_played_on: LocalDate
}

/** One person and another, as team mates or as opponents, over the counted maps they played together. */
export interface RptPlayerPartners {
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** Key of the other person. */
  readonly other_player_id: string
  /** `with`: both played for one team. `against`: for different teams. */
  readonly relation: string
  /** Name of the other person. */
  readonly other_player_name: string
  /** How many maps were played. Of a team or a player only those that count, of a map only those with both halves, else also those whose other half is missing. */
  readonly match_count: number
  /** Counted maps won. */
  readonly matches_won: number
  /** Counted maps in which both halves were held. */
  readonly matches_drawn: number
  /** Share of the counted maps that the player won. Formula: 100 × matches_won ÷ match_count. Unit: percent. Null without a counted map. */
  readonly match_win_percent: number | null
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number | null
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number | null
}

/** One person in one period, with all his numbers; periods of one kind never overlap. */
export interface RptPlayerPeriods {
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** Kind of period: `last_30_days` (the 30 days before the data end), `season` (a calendar quarter) or `all_time`. */
  readonly period_kind: string
  /** The period: `last_30_days`, a season such as `2025-Q3`, or `all_time`. */
  readonly period: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** How many maps were played. Of a team or a player only those that count, of a map only those with both halves, else also those whose other half is missing. */
  readonly match_count: number
  /** Counted maps won. */
  readonly matches_won: number
  /** Share of the counted maps that the player won. Formula: 100 × matches_won ÷ match_count. Unit: percent. Null without a counted map. */
  readonly match_win_percent: number | null
  /** Time played: the round's exact duration when the player's own clock agrees with it within 0.15 minutes, else his clock; summed over rounds. Unit: seconds. Null when no clock tells, or no round counts. */
  readonly played_seconds: number | null
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number
  /** Damage done to enemies. Unit: hit points. */
  readonly damage_given: number | null
  /** Damage taken from enemies. Unit: hit points. */
  readonly damage_received: number | null
  /** Enemies' bodies destroyed, so that they could not be revived. Unit: gibs. */
  readonly gibs: number | null
  /** Deaths by one's own hand or by the world: /kill, own explosives, falling. Unit: self kills. */
  readonly self_kills: number | null
  /** Team mates killed. Unit: kills. */
  readonly team_kills: number | null
  /** Team mates revived; where a layout has no field for it, hits with the syringe. Unit: revives. Null where only totals of both halves are known. */
  readonly revives: number | null
  /** How often a medic revived the player. Unit: revives. Null when the layout of the file is not known. */
  readonly times_revived: number | null
  /** Kills whose last hit was to the head. Unit: kills. Null when the layout of the file is not known. */
  readonly headshot_kills: number | null
  /** Kills after which the enemy had to wait at least half of his reinforcement interval. Unit: kills. Null when the layout of the file is not known. */
  readonly useful_kills: number | null
  /** Enemies killed by somebody else whom the player had damaged in the last 1.5 seconds. Unit: assists. Null when the layout of the file is not known. */
  readonly kill_assists: number | null
  /** Objectives such as documents taken. Unit: objectives. Null in layouts without the field (files since 2025). */
  readonly objectives_stolen: number | null
  /** Objectives such as documents brought back. Unit: objectives. Null in layouts without the field (files since 2025). */
  readonly objectives_returned: number | null
  /** Dynamites planted. Unit: dynamites. Null when the layout of the file is not known. */
  readonly dynamites_planted: number | null
  /** Dynamites defused. Unit: dynamites. Null when the layout of the file is not known. */
  readonly dynamites_defused: number | null
  /** Longest series of kills without a death in one round; the game counts from three. Unit: kills. Null when the layout of the file is not known. */
  readonly killing_spree: number | null
  /** Experience points; can be below zero. Unit: XP. Null when the layout of the file is not known. */
  readonly xp: number | null
  /** Damage done to enemies per minute played, time dead included (DPM). Formula: 60 × damage_given ÷ played_seconds. Unit: hit points per minute. Null when no time played is known. */
  readonly damage_per_minute: number | null
  /** Kills per minute played, time dead included. Formula: 60 × kills ÷ played_seconds. Unit: kills per minute. Null when no time played is known. */
  readonly kills_per_minute: number | null
  /** Deaths by enemies per minute played, time dead included. Formula: 60 × deaths ÷ played_seconds. Unit: deaths per minute. Null when no time played is known. */
  readonly deaths_per_minute: number | null
  /** Time that enemies spent dead because of the player's kills, per minute he played. Formula: 60 × denied_seconds ÷ played_seconds. Unit: seconds per minute. Null when the file does not tell denied time or no time played is known. */
  readonly denied_seconds_per_minute: number | null
  /** Team mates revived per minute played. Formula: 60 × revives ÷ played_seconds. Unit: revives per minute. Null when no time played or no revives are known. */
  readonly revives_per_minute: number | null
  /** Kills per death; without a death, the kills. Formula: kills ÷ deaths, deaths taken as at least 1. Unit: ratio. */
  readonly kill_death_ratio: number | null
  /** Share of the player's kills in his kills and deaths together. Formula: 100 × kills ÷ (kills + deaths). Unit: percent. Null without a kill and a death. */
  readonly efficiency_percent: number | null
  /** Share of the shots fired with guns that hit an enemy. Formula: 100 × gun_hits ÷ gun_shots. Unit: percent. Null without a shot. */
  readonly accuracy_percent: number | null
  /** Share of the hits with guns that hit the head. It counts hits; the share of kills is headshot_kill_percent. Formula: 100 × gun_headshots ÷ gun_hits. Unit: percent. Null without a hit. */
  readonly headshot_accuracy_percent: number | null
  /** Share of the kills whose last hit was to the head. It counts kills; the share of hits is headshot_accuracy_percent. Formula: 100 × headshot_kills ÷ kills. Unit: percent. Null without a kill, or when the layout of the file is not known. */
  readonly headshot_kill_percent: number | null
  /** Share of the kills after which the enemy had to wait at least half of his reinforcement interval. Formula: 100 × useful_kills ÷ kills. Unit: percent. Null without a kill, or when the layout of the file is not known. */
  readonly useful_kill_percent: number | null
  /** Damage done to enemies per damage taken from them. Formula: damage_given ÷ damage_received. Unit: ratio. Null when no damage was taken. */
  readonly damage_ratio: number | null
  /** Share of the time played that the player was alive. Formula: 100 × alive_weighted_seconds ÷ alive_known_seconds. Unit: percent. Null when no round tells. */
  readonly alive_percent: number | null
}

/** One person with one weapon in one period, over all rounds that count. */
export interface RptPlayerWeapons {
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** Key of the weapon. */
  readonly weapon: string
  /** Kind of period: `last_30_days` (the 30 days before the data end), `season` (a calendar quarter) or `all_time`. */
  readonly period_kind: string
  /** The period: `last_30_days`, a season such as `2025-Q3`, or `all_time`. */
  readonly period: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** The weapon's name for people. */
  readonly weapon_name: string
  /** Kind of weapon: melee, pistol, smg, rifle, heavy, explosive or support. */
  readonly weapon_class: string
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number
  /** Hits to an enemy's head, deadly or not. Kills by such a hit are headshot_kills. Unit: hits. */
  readonly headshots: number
  /** Hits on an enemy. One grenade or air strike can hit several times, and a syringe's hits are revives, so accuracy uses guns only. Unit: hits. */
  readonly hits: number
  /** Shots fired or uses of a weapon, knife and syringe included; accuracy uses guns only. Unit: shots. A knife's shots can be a few too low in a second half, because the game does not keep all of them. */
  readonly shots: number
  /** Share of the shots fired with guns that hit an enemy. Formula: 100 × gun_hits ÷ gun_shots. Unit: percent. Null without a shot. */
  readonly accuracy_percent: number | null
  /** Share of the hits with guns that hit the head. It counts hits; the share of kills is headshot_kill_percent. Formula: 100 × gun_headshots ÷ gun_hits. Unit: percent. Null without a hit. */
  readonly headshot_accuracy_percent: number | null
}

/** One pair of players and their crossfires over all rounds that count. */
export interface RptProximityDuos {
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** The other player of the pair; the pair is written once, smaller id first. */
  readonly mate_player_id: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string | null
  /** Name of the other player of the pair. */
  readonly mate_player_name: string | null
  /** Crossfires: fights in which a second attacker hit within a second after the first. */
  readonly crossfire_count: number
  /** Kills of enemies; of a pair of attackers, crossfires that ended with a death. */
  readonly kill_count: number
  /** Crossfires in which one of the two made the kill. */
  readonly final_blow_count: number | null
  /** Damage done in these engagements, not capped by health. */
  readonly damage: number | null
  /** Mean time between the first hits of the first two attackers. Unit: milliseconds. */
  readonly mean_delay_ms: number | null
  /** Crossfires that ended with a death, of all. Unit: percent. */
  readonly kill_percent: number | null
  /** Chances: teammates alive within 800 units of a victim, or moments in which two could hit an enemy from two sides. Null for trackers that do not write the latter. */
  readonly opportunity_count: number | null
  /** Opportunities in which both did hit the target within two seconds. Null for trackers that do not write opportunities. */
  readonly executed_count: number | null
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** How far the number can be trusted by the cases behind it: `High` from 20, `Medium` from 8, else `Low`. */
  readonly sample_confidence: string
  /** Place from 1, the best first. On a leaderboard equal values share a place; among records the earlier one comes first. */
  readonly place: number | null
}

/** One broken promise of ours. Any row stops the publish; empty when published. */
export interface RptProximityGate {
  /** The promise that is broken: one of the product's own, never a fault of the data. */
  readonly gate: string
  /** What it is about: the name of a file, file name and line number, or the key of a row. */
  readonly subject: string
  /** What was found in this case: figures, the line as it is written, or the other side of it. Null when there is nothing to add. */
  readonly detail: string
}

/** Eight characters that begin the GUIDs of different people: they would be one player. Empty as a rule. */
export interface RptProximityGuidCollisions {
  /** The player's id as the file gives it, before players are merged. */
  readonly line_player_id: string | null
  /** How many GUIDs belong to the person; more than one after players were merged. */
  readonly guid_count: number | null
  /** The GUIDs that share the eight characters. */
  readonly guids: string | null
  /** Names under which they appear. */
  readonly player_names: string | null
  /** End of the first file. Unit: UTC. */
  readonly first_seen_at: Date | null
  /** End of the last file. Unit: UTC. */
  readonly last_seen_at: Date | null
}

/** One square of a map and one side over all rounds that count. */
export interface RptProximityHotZones {
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number | null
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** Column of the square of 512 units on the map: floor(x / 512). */
  readonly cell_x: number
  /** Row of the square of 512 units on the map: floor(y / 512). */
  readonly cell_y: number
  /** Lower edge of the square. Unit: game units; the square is 512 wide. */
  readonly from_x: number | null
  /** Lower edge of the square. Unit: game units; the square is 512 high. */
  readonly from_y: number | null
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number | null
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number | null
  /** Time that was spent in the square. Unit: seconds of samples, so that files of different intervals compare. */
  readonly presence_seconds: number | null
  /** Share of the map's kills. Unit: percent. */
  readonly kill_share_percent: number | null
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** How far the number can be trusted by the cases behind it: `High` from 20, `Medium` from 8, else `Low`. */
  readonly sample_confidence: string
}

/** One player on one board in one period, of rounds that count. */
export interface RptProximityLeaderboards {
  /** Key of the leaderboard. */
  readonly board: string
  /** The period: `last_30_days`, a season such as `2025-Q3`, or `all_time`. */
  readonly period: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** The leaderboard's name for people. */
  readonly board_title: string
  /** What was found, in words for people. */
  readonly sentence: string
  /** What the number counts. */
  readonly unit: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string | null
  /** How far the number can be trusted by the cases behind it: `High` from 20, `Medium` from 8, else `Low`. */
  readonly sample_confidence: string
  /** Why there is no place: `described_only` or `sample_too_small`. Null when there is one. */
  readonly no_place_reason: string | null
  /** Place of the award in the order in which the game shows them, from 1. */
  readonly sort_order: number
  /** Place from 1, the best first. On a leaderboard equal values share a place; among records the earlier one comes first. */
  readonly place: number | null
  /** The number that is compared, in the unit given beside it. */
  readonly value: number
  /** Cases or samples behind the number. */
  readonly sample_count: number
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** Cases that a place needs. */
  readonly minimum_sample: number
  /** Whether the board gives places. Metrics that are known to point the wrong way, or nowhere, are described and not ranked. */
  readonly is_ranked: boolean
}

/** Two players and their crossfires in a round, a map played, an evening, on a map, or over all rounds that count. */
export interface RptProximityPairs {
  /** What the row sums up: `round`, `match` (a map played), `session` (an evening), `map`, `player`, or `all` rounds that count. */
  readonly scope_kind: string
  /** Key of what the row sums up: round_id, match_id, session_id, map_name, player_id, or `all`. */
  readonly scope_id: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** The other player of the pair; the pair is written once, smaller id first. */
  readonly mate_player_id: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string | null
  /** Name of the other player of the pair. */
  readonly mate_player_name: string | null
  /** How far the number can be trusted by the cases behind it: `High` from 20, `Medium` from 8, else `Low`. */
  readonly sample_confidence: string
  /** Crossfires: fights in which a second attacker hit within a second after the first. */
  readonly crossfire_count: number
  /** Kills of enemies; of a pair of attackers, crossfires that ended with a death. */
  readonly kill_count: number
  /** Crossfires that ended with a death, of all. Unit: percent. */
  readonly kill_percent: number | null
  /** Crossfires in which one of the two made the kill. */
  readonly final_blow_count: number | null
  /** Damage done in these engagements, not capped by health. */
  readonly damage: number | null
  /** Mean time between the first hits of the first two attackers. Unit: milliseconds. */
  readonly mean_delay_ms: number | null
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** Place from 1, the best first. On a leaderboard equal values share a place; among records the earlier one comes first. */
  readonly place: number
}

/** One player in a map played, an evening, on a map, or over all rounds that count. */
export interface RptProximityPlayers {
  /** What the row sums up: `round`, `match` (a map played), `session` (an evening), `map`, `player`, or `all` rounds that count. */
  readonly scope_kind: string
  /** Key of what the row sums up: round_id, match_id, session_id, map_name, player_id, or `all`. */
  readonly scope_id: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string | null
  /** How far rates of fights can be trusted: `High` from 20 fights, `Medium` from 8, else `Low`. */
  readonly fight_confidence: string
  /** How far rates of trades can be trusted: `High` from 20 deaths by an enemy, `Medium` from 8, else `Low`. */
  readonly trade_confidence: string
  /** How far measures of movement can be trusted: `High` from 20 lives, `Medium` from 8, else `Low`. */
  readonly life_confidence: string
  /** Why there is no sprint percentage, for people. Null when there is one. */
  readonly sprint_unavailable_sentence: string | null
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** Fights as the target. */
  readonly targeted_count: number
  /** Fights as the target that he left alive, of all. Unit: percent. */
  readonly escape_percent: number | null
  /** Fights as the target of at least two enemies. */
  readonly focused_count: number
  /** Escapes of the fights in which at least two enemies hit him. Unit: percent. Null when there was none. */
  readonly focused_escape_percent: number | null
  /** Crossfires: fights in which a second attacker hit within a second after the first. */
  readonly crossfire_count: number
  /** Crossfires that ended with the death of the target, whoever made the last hit. */
  readonly crossfire_kill_count: number
  /** Deaths by an enemy; suicides, falls and team kills cannot be traded. */
  readonly tradeable_death_count: number
  /** Deaths that the team avenged within three seconds, of all deaths by an enemy. Unit: percent. Null when nobody died by an enemy. */
  readonly traded_percent: number | null
  /** Deaths by an enemy with no teammate within 1200 units, of all. Unit: percent. Null when nobody died by an enemy. */
  readonly isolated_percent: number | null
  /** Deaths of teammates that happened within 800 units of him. */
  readonly trade_opportunity_count: number
  /** Deaths of teammates within 800 units that he avenged within three seconds, of all such deaths. Unit: percent. Null when there was none. */
  readonly trade_success_percent: number | null
  /** Samples in which a teammate in combat was within 600 units, of all. Unit: percent. */
  readonly support_percent: number | null
  /** Lives from spawn to death or the end of the round. A life after a revive is not tracked and not counted. */
  readonly life_count: number
  /** Mean length of a life, from spawn to death or the end of the round. Unit: seconds. Null when no life was seen. */
  readonly mean_life_seconds: number | null
  /** How far he moved in a minute alive. Describes, does not rank. Unit: game units a minute. Null when nothing was sampled. */
  readonly distance_per_minute: number | null
  /** Mean time from a spawn to the first move. Describes, does not rank. Unit: milliseconds. Null when it is unknown for every life. */
  readonly mean_first_move_ms: number | null
  /** Lives of which the first move is known. */
  readonly first_move_count: number | null
  /** Samples in which he sprinted, of all. Unit: percent. Null when the tracker could not see sprinting: never 0 for that. Describes, does not rank. */
  readonly sprint_percent: number | null
  /** Rounds whose tracker could see sprinting. */
  readonly sprint_round_count: number
}

/** One round, map played, evening or map with proximity, or all rounds that count, in numbers and in one line. */
export interface RptProximitySummaries {
  /** What the row sums up: `round`, `match` (a map played), `session` (an evening), `map`, `player`, or `all` rounds that count. */
  readonly scope_kind: string
  /** Key of what the row sums up: round_id, match_id, session_id, map_name, player_id, or `all`. */
  readonly scope_id: string
  /** The first round of what the row sums up; posts are known by it. */
  readonly anchor_round_id: string
  /** The round in one line, for posts. */
  readonly summary_text: string
  /** Name of one of the two players with most deaths in their crossfires. Null when no crossfire killed. */
  readonly best_duo_player_name: string | null
  /** Name of the other. Null when no crossfire killed. */
  readonly best_duo_mate_player_name: string | null
  /** How far rates of fights can be trusted: `High` from 20 fights, `Medium` from 8, else `Low`. */
  readonly fight_confidence: string
  /** How far rates of trades can be trusted: `High` from 20 deaths by an enemy, `Medium` from 8, else `Low`. */
  readonly trade_confidence: string
  /** How far rates of crossfires can be trusted: `High` from 20 crossfires, `Medium` from 8, else `Low`. */
  readonly crossfire_confidence: string
  /** How far measures of movement can be trusted: `High` from 20 lives, `Medium` from 8, else `Low`. */
  readonly life_confidence: string
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** Rounds whose file broke off. */
  readonly truncated_round_count: number
  /** Engagements in which somebody alive was hit by an enemy. */
  readonly fight_count: number
  /** Fights as the target that he left alive, of all. Unit: percent. */
  readonly escape_percent: number | null
  /** Crossfires: fights in which a second attacker hit within a second after the first. */
  readonly crossfire_count: number
  /** Deaths by an enemy; suicides, falls and team kills cannot be traded. */
  readonly tradeable_death_count: number
  /** Deaths that the team avenged within three seconds, of all deaths by an enemy. Unit: percent. Null when nobody died by an enemy. */
  readonly traded_percent: number | null
  /** Deaths by an enemy with no teammate within 1200 units, of all. Unit: percent. Null when nobody died by an enemy. */
  readonly isolated_percent: number | null
  /** Deaths of teammates that happened within 800 units of him. */
  readonly trade_opportunity_count: number
  /** Lives from spawn to death or the end of the round. A life after a revive is not tracked and not counted. */
  readonly life_count: number
  /** Samples in which a teammate in combat was within 600 units, of all. Unit: percent. */
  readonly support_percent: number | null
  /** Deaths in the crossfires of the best duo. */
  readonly best_duo_kill_count: number | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One square of a map and one side: kills, deaths and time there, in a round, an evening, on a map, or of a player on the three maps where most is known of him. */
export interface RptProximityZones {
  /** What the row sums up: `round`, `match` (a map played), `session` (an evening), `map`, `player`, or `all` rounds that count. */
  readonly scope_kind: string
  /** Key of what the row sums up: round_id, match_id, session_id, map_name, player_id, or `all`. */
  readonly scope_id: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string | null
  /** The side the player played on: Axis or Allies. Null when it cannot be told. */
  readonly side_name: string | null
  /** How far the number can be trusted by the cases behind it: `High` from 20, `Medium` from 8, else `Low`. */
  readonly sample_confidence: string
  /** The side the player played on: 1 Axis, 2 Allies. Null when he was a spectator at the end and his side cannot be told. */
  readonly side: number | null
  /** Column of the square of 512 units on the map: floor(x / 512). */
  readonly cell_x: number
  /** Row of the square of 512 units on the map: floor(y / 512). */
  readonly cell_y: number
  /** Lower edge of the square. Unit: game units; the square is 512 wide. */
  readonly from_x: number | null
  /** Lower edge of the square. Unit: game units; the square is 512 high. */
  readonly from_y: number | null
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number | null
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number | null
  /** Time that was spent in the square. Unit: seconds of samples, so that files of different intervals compare. */
  readonly presence_seconds: number | null
  /** Kills of all squares of this map. */
  readonly map_kill_count: number | null
  /** Deaths of all squares of this map. */
  readonly map_death_count: number | null
  /** Time of all squares of this map. Unit: minutes alive of players. */
  readonly map_presence_minutes: number | null
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
}

/** One broken promise of the product's own on one row; a single row stops a publish. Faults of the data are rows of fct_round_checks and stop nothing. */
export interface RptPublishGate {
  /** The promise that is broken: one of the product's own, never a fault of the data. */
  readonly gate: string
  /** What it is about: the name of a file, file name and line number, or the key of a row. */
  readonly subject: string
  /** What was found in this case: figures, the line as it is written, or the other side of it. Null when there is nothing to add. */
  readonly detail: string
}

/** One place among the best five of one record in one period, on one map (scope map) or on all of them (scope all_maps), with the round to look at. Of a season on one map only the best is kept. */
export interface RptRecords {
  /** Key of the record. */
  readonly record: string
  /** The record's name for people. */
  readonly record_title: string
  /** What the number counts. */
  readonly unit: string
  /** Kind of period: `last_30_days` (the 30 days before the data end), `season` (a calendar quarter) or `all_time`. */
  readonly period_kind: string
  /** The period: `last_30_days`, a season such as `2025-Q3`, or `all_time`. */
  readonly period: string
  /** What the row spans. Of a record: rounds of one map (`map`) or of all maps (`all_maps`). Of an award: this round alone (`round`), or, in a second round, both rounds of the match (`match`). */
  readonly scope: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string | null
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string | null
  /** Place from 1, the best first. On a leaderboard equal values share a place; among records the earlier one comes first. */
  readonly place: number
  /** The number that is compared, in the unit given beside it. */
  readonly value: number
  /** The number of the record as people read it: a time as minutes and seconds, everything else as a whole number of its unit. */
  readonly record_value_text: string
  /** How many rounds of players were compared in the period, on the map or on all maps; for a time, how many rounds that set one. */
  readonly sample_size: number
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One round, with everything that a post or a command shows of it. */
export interface RptRoundFacts {
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** Key of one map played, first and second half together: the round_id of its first half, or of the second half when the first is not known. */
  readonly match_id: string
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** Everything that is shown, and nothing else, as JSON: texts made here, so that posts, commands and pages say the same. */
  readonly facts: string
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One round as people read it: every text that a page or a post shows of it. */
export interface RptRoundPages {
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** Key of one map played, first and second half together: the round_id of its first half, or of the second half when the first is not known. */
  readonly match_id: string
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** First six digits of the round's key, short enough to say aloud; it can belong to several rounds. */
  readonly short_key: string
  /** The map's technical name in lower case, without colour codes. Null when the file or message does not name a map. */
  readonly map_name: string
  /** The map's name for people; the technical name when none is listed. */
  readonly map_title: string
  /** The round's part in a map. `first_half`, `second_half`; `superseded`: a first half that was played again; `orphan`: a second half whose first half is not known. */
  readonly round_role: string
  /** The day it was played, on the server's clock, with its weekday. */
  readonly day_text: string
  /** When the round ended, on the server's clock. Null when the end is not known. */
  readonly ended_clock_text: string | null
  /** The side that defended, or why it is unavailable. */
  readonly defender_text: string
  /** Who won: of a round the side, of a map the team, or why that is unavailable. */
  readonly winner_text: string
  /** What it came to, in words: of a round who held or set what time, of an evening who won with how many points, of a build how it ended. */
  readonly result_text: string
  /** What the round came to, without saying who: held, set, made it in, and the time. */
  readonly half_text: string
  /** What the round came to: `FULL_HOLD`, `TIME_SET`, or how it was ended: `SURRENDER_END`, `MAP_CHANGE_END`, `MAP_RESTART_END`, `SERVER_RESTART_END`. Null when none of it is known. */
  readonly round_outcome: string | null
  /** How long the round was played, as people say it, or why that is unavailable. */
  readonly duration_text: string
  /** The time limit of the round, as people say it. */
  readonly timelimit_text: string
  /** The time that the second half has to beat, as people say it. Null when there is none. */
  readonly time_to_beat_text: string | null
  /** Where the duration comes from, in words. */
  readonly duration_source_text: string
  /** How the round ended, in words, or why that is unavailable. */
  readonly end_reason_text: string
  /** How far the sides, and the score made of them, can be trusted. `verified_header`: stated by the game, or by a person. `time_fallback`: derived from times or from the other half. `ambiguous`: sources contradict each other, only an existing database says so, or not every map counts. `missing`: unknown, or there is nothing to score. A map is as sure as its weaker half, or as its second half when that one decides it alone; an evening is as sure as its weakest counted map. */
  readonly score_confidence: string
  /** One shape for each confidence: ✔ verified, ◔ derived from time, ⚠ sources disagree, – missing. */
  readonly confidence_mark: string
  /** The confidence in words: verified, derived from time, sources disagree, missing. */
  readonly confidence_words: string
  /** Why the confidence is what it is, as a sentence. */
  readonly confidence_sentence: string
  /** Why it does not count, as a sentence. Null when it counts. */
  readonly not_counted_sentence: string | null
  /** How far the round has come. `source_legacy_only`: only a row of an existing database tells of it. `seen`: announced, its file is missing. `parsed`: its file was read. `linked_round_id`: it has its identity. `enriched`: endstats or Lua data are attached. `published`: its post was sent. `parse_failed`, `link_failed`, `publish_failed`: that step did not work. */
  readonly ingest_state: string
  /** Name of the stats file of the round. Null when the round has none. */
  readonly stats_file_name: string | null
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number
  /** Place of the round in its evening, from 1. Null outside every evening. */
  readonly session_round_number: number | null
  /** How long the round was played, without warmup and pauses. Unit: seconds. Null when no clock tells; duration_unavailable_reason says so. */
  readonly duration_seconds: number | null
  /** How many players have numbers: in the round (bots included), in the evening or in the team, or how many people are known at all. A round whose file gives nobody numbers has 0. */
  readonly player_count: number
  /** How many arrivals (files and messages) are linked to the round. */
  readonly event_count: number
  /** Whether the row counts: for the numbers of players when it is a round, for points when it is a match. When it does not, a reason stands beside it or with its round. */
  readonly is_counted: boolean
  /** Whether the defenders won before the time was over. Null when the sides or the time played are unknown. */
  readonly ended_early: boolean | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One title of an evening, with the player who earned it and the number that decided. Who played less than half of what the keenest played is left out. */
export interface RptSessionBests {
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string
  /** Key of the title. */
  readonly title_code: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** What the title is given for. */
  readonly title: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** Team of the evening: `A` or `B`. Team A are the Axis of its first counted first half. Null when the match does not count, or when the player played for both teams that evening. */
  readonly team: string | null
  /** The value as the file writes it. */
  readonly value_text: string
  /** What the number counts. */
  readonly unit: string
  /** Place of the award in the order in which the game shows them, from 1. */
  readonly sort_order: number
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** The number that is compared, in the unit given beside it. */
  readonly value: number
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One evening, with everything that a post or a command shows of it. */
export interface RptSessionFacts {
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The round by which the post finds its subject again: when rounds get a better identity, the round this one has become leads to the match and the evening it belongs to now. */
  readonly anchor_round_id: string
  /** Everything that is shown, and nothing else, as JSON: texts made here, so that posts, commands and pages say the same. */
  readonly facts: string
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One evening as people read it. */
export interface RptSessionPages {
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The day it was played, on the server's clock, with its weekday. */
  readonly day_text: string
  /** From when to when the evening was played, on the server's clock. */
  readonly hours_text: string
  /** Name of team A. Null when no map of the evening counts. */
  readonly team_a_name: string | null
  /** Name of team B. Null when no map of the evening counts. */
  readonly team_b_name: string | null
  /** The team that won the map or the evening: `A`, `B`, or `draw`. Null when nothing tells. */
  readonly winner_team: string | null
  /** The evening's score for team A and team B: after this map, or at its end. Null when the map does not count. */
  readonly score_text: string
  /** What it came to, in words: of a round who held or set what time, of an evening who won with how many points, of a build how it ended. */
  readonly result_text: string
  /** How far the sides, and the score made of them, can be trusted. `verified_header`: stated by the game, or by a person. `time_fallback`: derived from times or from the other half. `ambiguous`: sources contradict each other, only an existing database says so, or not every map counts. `missing`: unknown, or there is nothing to score. A map is as sure as its weaker half, or as its second half when that one decides it alone; an evening is as sure as its weakest counted map. */
  readonly score_confidence: string
  /** One shape for each confidence: ✔ verified, ◔ derived from time, ⚠ sources disagree, – missing. */
  readonly confidence_mark: string
  /** The confidence in words: verified, derived from time, sources disagree, missing. */
  readonly confidence_words: string
  /** Why the confidence is what it is, as a sentence. */
  readonly confidence_sentence: string
  /** How many of the completed maps count, such as "7 of 8 maps counted". */
  readonly counted_maps_text: string | null
  /** Which arrivals are linked to the rounds of the evening, counted by source. */
  readonly arrivals_text: string
  /** Points of team A: 2 for a map won, 1 for a draw. Null when the match does not count, or no match of the evening does. */
  readonly team_a_points: number | null
  /** Points of team B: 2 for a map won, 1 for a draw. Null when the match does not count, or no match of the evening does. */
  readonly team_b_points: number | null
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** How many maps were played. Of a team or a player only those that count, of a map only those with both halves, else also those whose other half is missing. */
  readonly match_count: number
  /** How many maps of the evening count for the points. */
  readonly counted_match_count: number
  /** How many maps of the evening do not count, unfinished ones included. */
  readonly not_counted_count: number
  /** How many players have numbers: in the round (bots included), in the evening or in the team, or how many people are known at all. A round whose file gives nobody numbers has 0. */
  readonly player_count: number
  /** How many arrivals (files and messages) are linked to the rounds of the evening. */
  readonly arrival_count: number
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One player of an evening while he attacked, or while he defended. */
export interface RptSessionPlayerRoles {
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string
  /** Key of the person: the first eight characters of his GUID in capitals, for a bot `bot:` and its name, and after a merge the id of the person it was merged into. Null where the row is not about one player, or where nothing tells for certain who he is. */
  readonly player_id: string
  /** What the player's side did in the round: `attack` or `defence`. */
  readonly stopwatch_role: string
  /** The player's name without colour codes: as he bore it there, or, in tables of people, the one he used last. Null when no name of his is known, or the row is not about one player. */
  readonly player_name: string
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** Time played: the round's exact duration when the player's own clock agrees with it within 0.15 minutes, else his clock; summed over rounds. Unit: seconds. Null when no clock tells, or no round counts. */
  readonly played_seconds: number | null
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number
  /** Damage done to enemies per minute played, time dead included (DPM). Formula: 60 × damage_given ÷ played_seconds. Unit: hit points per minute. Null when no time played is known. */
  readonly damage_per_minute: number | null
  /** Kills per death; without a death, the kills. Formula: kills ÷ deaths, deaths taken as at least 1. Unit: ratio. */
  readonly kill_death_ratio: number
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One evening by its clocks: how many of its rounds have Lua, and how far the clocks are apart. */
export interface RptSessionTimings {
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The most common reason why rounds of the evening have no Lua. */
  readonly most_common_no_lua_reason: string | null
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** Rounds of which a Lua payload tells. */
  readonly with_lua_count: number
  /** Rounds whose clocks agree within 30 seconds. */
  readonly aligned_count: number
  /** Rounds whose clocks are 31 to 60 seconds apart. */
  readonly minor_count: number
  /** Rounds whose clocks are more than 60 seconds apart. */
  readonly discrepancy_count: number
  /** Rounds of which Lua tells and no other clock does. */
  readonly lua_alone_count: number
  /** The largest difference between the clocks of a round of the evening. */
  readonly largest_difference_seconds: number | null
  /** Seconds of pause as Lua measured them; they are no part of any duration. Null when unknown. */
  readonly pause_seconds: number | null
  /** How long the round was played, without warmup and pauses. Unit: seconds. Null when no clock tells; duration_unavailable_reason says so. */
  readonly duration_seconds: number | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One kind of source and one half on one server: how many rounds it told something about. */
export interface RptSourceCoverage {
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** What the row was told by. Of an arrival: `stats_file`, `endstats_file`, `filename_trigger`, `stats_ready`, `proximity_file`, `gametime_fallback`, `demo_analysis` or `legacy_row`. Of a side: `header` (stats file), `payload` (Lua), `annotation` (a person) or `legacy_row` (an existing database, where nothing else speaks); null when several sources or a rule are behind it. */
  readonly source: string
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number
  /** How many rounds stand behind the row. Of a player in an evening or of a team only rounds that count, else all of them. */
  readonly round_count: number
  /** How many rounds the source told something about. */
  readonly covered_round_count: number
  /** Share of the rounds that the source told something about. Formula: 100 × covered_round_count ÷ round_count. Unit: percent. */
  readonly coverage_percent: number | null
  /** The newest round that the source told something about. Unit: UTC. Null when it told nothing. */
  readonly newest_covered_at: Date | null
}

/** One evening, with the clocks of its rounds side by side. */
export interface RptTimingFacts {
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** The round by which the post finds its subject again: when rounds get a better identity, the round this one has become leads to the match and the evening it belongs to now. */
  readonly anchor_round_id: string
  /** Everything that is shown, and nothing else, as JSON: texts made here, so that posts, commands and pages say the same. */
  readonly facts: string
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
}

/** One round with its clocks side by side, as people read them: each clock, how far Lua is from the file, and why there is no Lua. */
export interface RptTimingPages {
  /** Key of the round: 16 hexadecimal digits, the same in every table and after every rebuild. Null only where a row belongs to no round for certain. */
  readonly round_id: string
  /** Key of one map played, first and second half together: the round_id of its first half, or of the second half when the first is not known. */
  readonly match_id: string
  /** Key of the evening: a run of rounds of one server whose ends are at most 60 minutes apart. Null when the round lies outside every evening: rounds with bots, without a player or with an unreadable file neither open nor extend one, and rounds that only an existing database tells of belong to none. */
  readonly session_id: string | null
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** First six digits of the round's key, short enough to say aloud; it can belong to several rounds. */
  readonly short_key: string
  /** The map's name for people; the technical name when none is listed. */
  readonly map_title: string
  /** The day it was played, on the server's clock, with its weekday. */
  readonly day_text: string
  /** When the round ended, on the server's clock. Null when the end is not known. */
  readonly ended_clock_text: string | null
  /** The time that is shown for the round, as people say it. Null when no clock tells it. */
  readonly shown_text: string | null
  /** The time that Lua measured, as people say it. Null when no payload tells of the round. */
  readonly lua_text: string | null
  /** The time that the game measured (field 8 of the header), as people say it. Null when the header has none. */
  readonly playtime_field_text: string | null
  /** The time that the header implies, as people say it: the set time, or the limit of a hold that ran its length. Null when it implies none. */
  readonly header_text: string | null
  /** The longest time of a player, as people say it. Null when nobody has one. */
  readonly player_text: string | null
  /** The time limit of the round, as people say it. */
  readonly timelimit_text: string | null
  /** How many seconds Lua measured more or less than the clock of the file. Null when one of them is missing. */
  readonly difference_text: string | null
  /** How often and how long the round was paused. Null when it was not, or when that is unknown. */
  readonly pauses_text: string | null
  /** How far the Lua playtime is from the best clock of the stats file. aligned: at most 30 seconds; minor: at most 60; discrepancy: more; lua_alone: no clock of a file to compare with; no_lua: no payload tells of the round, `no_lua_reason` says why. */
  readonly timing_status: string
  /** Whether the clocks agree, in words. */
  readonly timing_words: string
  /** One shape for each state of the clocks: ✔ agree, ◔ differ a little, ⚠ differ, ◌ Lua alone, – no Lua. */
  readonly timing_mark: string
  /** Why no Lua payload tells of the round, as a sentence. Null when one does. */
  readonly no_lua_sentence: string | null
  /** Why the pauses are unknown, as a sentence. Null when they are known. */
  readonly pauses_unavailable_sentence: string | null
  /** How the Lua payload arrived, in words. Null without one. */
  readonly lua_source_text: string | null
  /** How sure that link is: high when end and stamp agree within 5 seconds, else medium. Null without Lua. */
  readonly lua_confidence: string | null
  /** Version of the Lua module that told of the round, as its payload says. */
  readonly emitter_version: string | null
  /** 1 for the first half of a map, 2 for the second. Null when the arrival belongs to no round and states no number. */
  readonly round_number: number
  /** Lua playtime less the clock of the file that `file_clock` names. */
  readonly difference_seconds: number | null
  /** Seconds between the end that Lua measured and the stamp in the name of the stats file. */
  readonly stamp_offset_seconds: number | null
  /** An instant to sort by: the end of the round, of a map's first known half or of an evening's first round; where two readings of the clock are possible, the earlier one. Unit: UTC. Never null, but not a statement of when it was played. */
  readonly order_at: Date
  /** The day on which it was played, on the server's clock. A map or an evening has the day of its first round. */
  readonly played_on: LocalDate
}

/** One source of one server and one reason: arrivals that belong to no round. */
export interface RptUnlinkedEvents {
  /** The game server, as it is named in the configuration. Rounds of different servers are never linked. */
  readonly server: string
  /** What the row was told by. Of an arrival: `stats_file`, `endstats_file`, `filename_trigger`, `stats_ready`, `proximity_file`, `gametime_fallback`, `demo_analysis` or `legacy_row`. Of a side: `header` (stats file), `payload` (Lua), `annotation` (a person) or `legacy_row` (an existing database, where nothing else speaks); null when several sources or a rule are behind it. */
  readonly source: string
  /** Why the arrival belongs to no round, or counts for nothing although its round is known. Null when nothing speaks against it. Every code has a sentence in the seed `reason_codes`. */
  readonly reason_code: string
  /** What was found, in words for people. */
  readonly sentence: string
  /** File name or message id of the newest one. */
  readonly newest_name: string | null
  /** Arrivals of this kind that belong to no round. */
  readonly event_count: number
  /** Of those, the ones of the last 24 hours before `as_of`, by the time they tell of. */
  readonly event_count_24_hours: number
  /** The time that the newest one tells of, in UTC. */
  readonly newest_at: Date | null
}

/** One weapon in one period, over everybody. */
export interface RptWeaponTotals {
  /** Key of the weapon. */
  readonly weapon: string
  /** Kind of period: `last_30_days` (the 30 days before the data end), `season` (a calendar quarter) or `all_time`. */
  readonly period_kind: string
  /** The period: `last_30_days`, a season such as `2025-Q3`, or `all_time`. */
  readonly period: string
  /** The weapon's name for people. */
  readonly weapon_name: string
  /** Kind of weapon: melee, pistol, smg, rifle, heavy, explosive or support. */
  readonly weapon_class: string
  /** How many players have numbers: in the round (bots included), in the evening or in the team, or how many people are known at all. A round whose file gives nobody numbers has 0. */
  readonly player_count: number
  /** Enemies killed: by the player over all weapons, with this weapon, or in a duel, of the opponent by the subject. Unit: kills. */
  readonly kills: number
  /** Deaths by an enemy's hand: of the player, by this weapon, or in a duel, of the subject by the opponent. Self kills, falls and team kills are not in it. Unit: deaths. */
  readonly deaths: number
  /** Hits to an enemy's head, deadly or not. Kills by such a hit are headshot_kills. Unit: hits. */
  readonly headshots: number
  /** Hits on an enemy. One grenade or air strike can hit several times, and a syringe's hits are revives, so accuracy uses guns only. Unit: hits. */
  readonly hits: number
  /** Shots fired or uses of a weapon, knife and syringe included; accuracy uses guns only. Unit: shots. A knife's shots can be a few too low in a second half, because the game does not keep all of them. */
  readonly shots: number
  /** Share of all kills of the period that were made with the weapon. Formula: 100 × kills ÷ kills with all weapons. Unit: percent. */
  readonly kill_share_percent: number | null
  /** Share of the shots fired with guns that hit an enemy. Formula: 100 × gun_hits ÷ gun_shots. Unit: percent. Null without a shot. */
  readonly accuracy_percent: number | null
  /** Share of the hits with guns that hit the head. It counts hits; the share of kills is headshot_kill_percent. Formula: 100 × gun_headshots ÷ gun_hits. Unit: percent. Null without a hit. */
  readonly headshot_accuracy_percent: number | null
}

/** The tables of marts.duckdb. */
export interface Database {
  readonly bdg_round_fingerprints: BdgRoundFingerprints
  readonly dim_maps: DimMaps
  readonly dim_player_links: DimPlayerLinks
  readonly dim_player_names: DimPlayerNames
  readonly dim_players: DimPlayers
  readonly dim_reasons: DimReasons
  readonly dim_weapons: DimWeapons
  readonly fct_awards: FctAwards
  readonly fct_legacy_link_findings: FctLegacyLinkFindings
  readonly fct_legacy_side_findings: FctLegacySideFindings
  readonly fct_legacy_stat_findings: FctLegacyStatFindings
  readonly fct_legacy_tables: FctLegacyTables
  readonly fct_matches: FctMatches
  readonly fct_player_matches: FctPlayerMatches
  readonly fct_player_round_spawns: FctPlayerRoundSpawns
  readonly fct_player_round_timings: FctPlayerRoundTimings
  readonly fct_player_rounds: FctPlayerRounds
  readonly fct_player_weapon_rounds: FctPlayerWeaponRounds
  readonly fct_post_queue: FctPostQueue
  readonly fct_posts: FctPosts
  readonly fct_raw_files: FctRawFiles
  readonly fct_refusals: FctRefusals
  readonly fct_round_checks: FctRoundChecks
  readonly fct_round_completeness: FctRoundCompleteness
  readonly fct_round_events: FctRoundEvents
  readonly fct_round_timings: FctRoundTimings
  readonly fct_rounds: FctRounds
  readonly fct_session_players: FctSessionPlayers
  readonly fct_session_team_players: FctSessionTeamPlayers
  readonly fct_session_teams: FctSessionTeams
  readonly fct_sessions: FctSessions
  readonly fct_side_diagnostics: FctSideDiagnostics
  readonly fct_source_health: FctSourceHealth
  readonly fct_versus: FctVersus
  readonly meta_build: MetaBuild
  readonly meta_marts: MetaMarts
  readonly rpt_award_totals: RptAwardTotals
  readonly rpt_builds: RptBuilds
  readonly rpt_check_counts: RptCheckCounts
  readonly rpt_daily_rounds: RptDailyRounds
  readonly rpt_form_movers: RptFormMovers
  readonly rpt_ingest_daily: RptIngestDaily
  readonly rpt_leaderboards: RptLeaderboards
  readonly rpt_legacy_findings: RptLegacyFindings
  readonly rpt_legacy_reasons: RptLegacyReasons
  readonly rpt_live_pages: RptLivePages
  readonly rpt_live_score: RptLiveScore
  readonly rpt_lua_coverage: RptLuaCoverage
  readonly rpt_map_sides: RptMapSides
  readonly rpt_match_facts: RptMatchFacts
  readonly rpt_match_pages: RptMatchPages
  readonly rpt_match_versus: RptMatchVersus
  readonly rpt_match_weapons: RptMatchWeapons
  readonly rpt_player_maps: RptPlayerMaps
  readonly rpt_player_partners: RptPlayerPartners
  readonly rpt_player_periods: RptPlayerPeriods
  readonly rpt_player_weapons: RptPlayerWeapons
  readonly rpt_publish_gate: RptPublishGate
  readonly rpt_records: RptRecords
  readonly rpt_round_facts: RptRoundFacts
  readonly rpt_round_pages: RptRoundPages
  readonly rpt_session_bests: RptSessionBests
  readonly rpt_session_facts: RptSessionFacts
  readonly rpt_session_pages: RptSessionPages
  readonly rpt_session_player_roles: RptSessionPlayerRoles
  readonly rpt_session_timings: RptSessionTimings
  readonly rpt_source_coverage: RptSourceCoverage
  readonly rpt_timing_facts: RptTimingFacts
  readonly rpt_timing_pages: RptTimingPages
  readonly rpt_unlinked_events: RptUnlinkedEvents
  readonly rpt_weapon_totals: RptWeaponTotals
}

/** The tables of marts_proximity.duckdb. */
export interface ProximityDatabase {
  readonly fct_proximity_cells: FctProximityCells
  readonly fct_proximity_checks: FctProximityChecks
  readonly fct_proximity_cohesion: FctProximityCohesion
  readonly fct_proximity_crossfire_pairs: FctProximityCrossfirePairs
  readonly fct_proximity_engagement_players: FctProximityEngagementPlayers
  readonly fct_proximity_engagements: FctProximityEngagements
  readonly fct_proximity_files: FctProximityFiles
  readonly fct_proximity_focus_fire: FctProximityFocusFire
  readonly fct_proximity_kill_outcomes: FctProximityKillOutcomes
  readonly fct_proximity_lives: FctProximityLives
  readonly fct_proximity_objective_focus: FctProximityObjectiveFocus
  readonly fct_proximity_player_rounds: FctProximityPlayerRounds
  readonly fct_proximity_players: FctProximityPlayers
  readonly fct_proximity_pushes: FctProximityPushes
  readonly fct_proximity_reactions: FctProximityReactions
  readonly fct_proximity_rounds: FctProximityRounds
  readonly fct_proximity_row_defects: FctProximityRowDefects
  readonly fct_proximity_sections: FctProximitySections
  readonly fct_proximity_spawn_timings: FctProximitySpawnTimings
  readonly fct_proximity_support: FctProximitySupport
  readonly fct_proximity_timeline: FctProximityTimeline
  readonly fct_proximity_trades: FctProximityTrades
  readonly meta_proximity_build: MetaProximityBuild
  readonly rpt_proximity_duos: RptProximityDuos
  readonly rpt_proximity_gate: RptProximityGate
  readonly rpt_proximity_guid_collisions: RptProximityGuidCollisions
  readonly rpt_proximity_hot_zones: RptProximityHotZones
  readonly rpt_proximity_leaderboards: RptProximityLeaderboards
  readonly rpt_proximity_pairs: RptProximityPairs
  readonly rpt_proximity_players: RptProximityPlayers
  readonly rpt_proximity_summaries: RptProximitySummaries
  readonly rpt_proximity_zones: RptProximityZones
}
