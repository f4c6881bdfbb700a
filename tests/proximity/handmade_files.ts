/** Small proximity files with one thing wrong each, written by hand after docs/formats/proximity-files.md. All names and ids are invented. */

export const guids = {
  finch: 'A1A1A1A1000000000000000000000001',
  heron: 'B2B2B2B2000000000000000000000002',
  owl: 'C3C3C3C3000000000000000000000003',
  wren: 'D4D4D4D4000000000000000000000004',
}

type Header = { family?: string; map?: string; round?: number; start?: number; end?: number; more?: string[] }

/** The header of a file, without the line end of its last line. */
export function header({ family = 'V4', map = 'handmade', round = 1, start = 1_771_000_000, end = 1_771_000_060, more = [] }: Header = {}) {
  return [
    `# PROXIMITY_TRACKER_${family}`,
    `# map=${map}`,
    `# round=${round}`,
    '# crossfire_window=1000',
    '# escape_time=5000',
    '# escape_distance=300',
    '# position_sample_interval=200',
    `# round_start_unix=${start}`,
    `# round_end_unix=${end}`,
    ...more,
  ].join('\n')
}

const engagementColumns =
  '# id;start_time;end_time;duration;target_guid;target_name;target_team;outcome;total_damage;killer_guid;killer_name;num_attackers;is_crossfire;crossfire_delay;crossfire_participants;start_x;start_y;start_z;end_x;end_y;end_z;distance_traveled;positions;attackers'
const trackColumns = '# guid;name;team;class;spawn_time;death_time;first_move_time;death_type;samples;path'

/** One engagement: the finch (Axis) is hit by owl and wren, crossfire, and dies by the owl. */
export const crossfire = [
  '1;10000;12000;2000',
  guids.finch,
  '^1finch;AXIS;killed;90',
  guids.owl,
  `owl;2;1;400;${guids.owl},${guids.wren}`,
  '0.0;0.0;0.0;10.0;0.0;0.0;10.0',
  '10000,0.0,0.0,0.0,start|10000,0.0,0.0,0.0,hit|12000,10.0,0.0,0.0,death',
  `${guids.owl},owl,ALLIES,60,2,10000,12000,1,8:2;|${guids.wren},wr_en,ALLIES,30,1,10400,10400,0,3:1;`,
].join(';')

/** One life with three samples, of which the last sprints where asked. */
export function life(
  guid: string,
  name: string,
  team: string,
  { spawn = 500, death = 12_000, kind = 'killed', sprint = 1, columns = 10 } = {},
) {
  const path = [
    `${spawn},0.0,0.0,24.0,100,0.0,8,2,0,spawn`,
    `${spawn + 200},3.0,4.0,24.0,100,25.0,8,0,0,sample`,
    `${spawn + 400},6.0,8.0,24.0,100,300.0,8,0,${sprint},sample`,
    `${death},6.0,8.0,24.0,0,0.0,8,0,0,${columns === 9 ? 'death' : kind}`,
  ]
  const before = [guid, name, team, 'MEDIC', spawn, death, spawn + 200, ...(columns === 9 ? [] : [kind]), path.length]
  return [...before, path.join('|')].join(';')
}

export type HandmadeParts = { head?: string; engagements?: string[]; lives?: string[]; more?: string[]; lifeColumns?: string }

/** A whole file of these parts, with the four sections that every tracker since V4 writes. */
export function handmadeFile({
  head = header(),
  engagements = [crossfire],
  lives,
  more = [],
  lifeColumns = trackColumns,
}: HandmadeParts = {}) {
  const allLives = lives ?? [
    life(guids.finch, '^1finch', 'AXIS'),
    life(guids.heron, 'heron', 'AXIS', { death: 60_000, kind: 'round_end' }),
    life(guids.owl, 'owl', 'ALLIES', { death: 60_000, kind: 'round_end' }),
    life(guids.wren, 'wr_en', 'ALLIES', { death: 60_000, kind: 'round_end' }),
  ]
  return `${[
    head,
    '# ENGAGEMENTS',
    engagementColumns,
    ...engagements,
    '',
    '# PLAYER_TRACKS',
    lifeColumns,
    '# stance: 0=standing, 1=crouching, 2=prone | sprint: 0=no, 1=yes',
    ...allLives,
    '',
    '# KILL_HEATMAP',
    '# grid_x;grid_y;axis_kills;allies_kills',
    '0;0;0;1',
    '',
    '# MOVEMENT_HEATMAP',
    '# grid_x;grid_y;traversal;combat;escape',
    '0;0;8;2;0',
    ...more,
  ].join('\n')}\n`
}
