/** The generations of the game's stats writer, oldest first. A file does not name its own; it shows in the number of tab fields and header fields. */
export const generationNames = ['g33', 'g36', 'g37', 'g38', 'c0rnp0rn7', 'c0rnp0rn8'] as const
export type GenerationName = (typeof generationNames)[number]

/** The fields behind a player's weapon blocks, by the name of what they count. */
export type TabField = (typeof widestLayout)[number]

const widestLayout = [
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
  'dpm',
  'minutes_played',
  'tank',
  'time_dead_ratio',
  'time_dead_minutes',
  'kd',
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

export type Generation = {
  name: GenerationName
  layout: readonly TabField[]
  /** Header field 8, the measured playtime in milliseconds. */
  hasPlaytime: boolean
  /** Every snapshot adds the whole time since death again. */
  overcountsDeadTime: boolean
  /** Every snapshot adds all shots again to field 20. */
  overcountsBullets: boolean
  /** Some players' denied time is absurdly large. */
  inflatesDenied: boolean
  /** Header field 7 of every second half says `0:00`. */
  losesSecondNexttime: boolean
  /** Header field 7 of an aborted first half is the nonsense of a faulty fallback. */
  hasNonsenseNexttime: boolean
  /** Flags and documents are counted. */
  countsObjectives: boolean
  endstats: 'none' | 'plain' | 'vs_header'
}

const older = {
  hasPlaytime: false,
  overcountsDeadTime: true,
  overcountsBullets: true,
  inflatesDenied: false,
  losesSecondNexttime: false,
  hasNonsenseNexttime: false,
  countsObjectives: false,
  endstats: 'none',
} as const
const newer = { ...older, layout: widestLayout, overcountsBullets: false, hasNonsenseNexttime: true, endstats: 'plain' } as const

/** How each generation writes (docs/formats/stats-files.md, writer generations). */
export const generations: Readonly<Record<GenerationName, Generation>> = {
  g33: { ...older, name: 'g33', layout: widestLayout.slice(0, 34).filter((field) => field !== 'denied_seconds'), countsObjectives: true },
  g36: { ...older, name: 'g36', layout: widestLayout.slice(0, 36), inflatesDenied: true, losesSecondNexttime: true },
  g37: { ...older, name: 'g37', layout: widestLayout.slice(0, 37), endstats: 'plain' },
  g38: { ...newer, name: 'g38' },
  c0rnp0rn7: { ...newer, name: 'c0rnp0rn7' },
  c0rnp0rn8: { ...newer, name: 'c0rnp0rn8', hasPlaytime: true, overcountsDeadTime: false, endstats: 'vs_header' },
}
