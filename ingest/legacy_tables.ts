/** How a table of an earlier bot's database is read: `whole` each time, or only `new_keys` where old rows do not change by themselves. */
export type LegacyTable = { reads: 'whole' | 'new_keys'; key: string; columns: readonly string[] }

/** The tables that are landed, with the columns that the models read. A table or column that a database lacks is reported, and everything else is landed. */
export const legacyTables = {
  rounds: {
    reads: 'whole',
    key: 'id',
    columns: [
      ...[
        'id',
        'match_id',
        'round_number',
        'round_date',
        'round_time',
        'map_name',
        'time_limit',
        'actual_time',
        'defender_team',
        'winner_team',
        'round_status',
        'is_valid',
      ],
      ...['score_confidence', 'round_stopwatch_state', 'time_to_beat_seconds', 'next_timelimit_minutes', 'end_reason'],
    ],
  },
  player_comprehensive_stats: {
    reads: 'new_keys',
    key: 'id',
    columns: [
      ...['id', 'round_id', 'round_number', 'player_guid', 'player_name', 'team', 'kills', 'deaths', 'damage_given', 'damage_received'],
      ...[
        'team_damage_given',
        'team_damage_received',
        'gibs',
        'self_kills',
        'team_kills',
        'team_gibs',
        'headshot_kills',
        'headshots',
        'xp',
      ],
      ...['kill_assists', 'kill_steals', 'objectives_stolen', 'objectives_returned', 'dynamites_planted', 'dynamites_defused'],
      ...['times_revived', 'revives_given', 'most_useful_kills', 'useless_kills', 'denied_playtime', 'constructions', 'double_kills'],
      ...['triple_kills', 'quad_kills', 'multi_kills', 'mega_kills', 'killing_spree_best', 'death_spree_worst', 'full_selfkills'],
      ...['time_played_minutes'],
    ],
  },
  weapon_comprehensive_stats: { reads: 'new_keys', key: 'id', columns: ['id', 'round_id', 'player_guid', 'weapon_name'] },
  lua_round_teams: {
    reads: 'whole',
    key: 'id',
    columns: ['id', 'match_id', 'round_number', 'round_id', 'map_name', 'round_start_unix', 'round_end_unix', 'actual_duration_seconds'],
  },
  lua_spawn_stats: { reads: 'whole', key: 'id', columns: ['id', 'match_id', 'round_number', 'round_id', 'map_name', 'player_guid'] },
  processed_files: { reads: 'whole', key: 'id', columns: ['id', 'filename', 'success'] },
  processed_endstats_files: { reads: 'whole', key: 'id', columns: ['id', 'filename', 'success'] },
  player_aliases: { reads: 'whole', key: 'id', columns: ['id', 'guid', 'alias'] },
  session_teams: { reads: 'whole', key: 'id', columns: ['id', 'session_start_date', 'team_name'] },
  session_results: { reads: 'whole', key: 'id', columns: ['id', 'session_date', 'map_name'] },
  round_awards: { reads: 'new_keys', key: 'id', columns: ['id', 'round_id', 'award_name'] },
  round_vs_stats: { reads: 'new_keys', key: 'id', columns: ['id', 'round_id', 'player_name'] },
} as const satisfies Record<string, LegacyTable>

export type LegacyTableName = keyof typeof legacyTables

/** The names of those tables, in the order in which they are landed. */
export const legacyTableNames = Object.keys(legacyTables) as LegacyTableName[]
