/** Layouts of the position tracker's files, oldest first. */
export const trackerNames = ['v4', 'v4r', 'v52', 'v611'] as const
export type TrackerName = (typeof trackerNames)[number]

export type Tracker = {
  name: TrackerName
  /** As the first line says it. */
  family: 4 | 5 | 6
  hasReactions: boolean
  /** Damage by a mate opens an engagement, silence never closes one, pauses count, what is cut off leaves no file. */
  isOld: boolean
  /** Damage on bodies is lost. */
  losesBodyHits: boolean
  /** Name and header say 1 in both halves. */
  saysOne: boolean
}

/** How each layout writes (proximity files reference). */
export const trackers: Readonly<Record<TrackerName, Tracker>> = {
  v4: { name: 'v4', family: 4, hasReactions: false, isOld: true, losesBodyHits: false, saysOne: true },
  v4r: { name: 'v4r', family: 4, hasReactions: true, isOld: true, losesBodyHits: false, saysOne: true },
  v52: { name: 'v52', family: 5, hasReactions: true, isOld: false, losesBodyHits: true, saysOne: false },
  v611: { name: 'v611', family: 6, hasReactions: true, isOld: false, losesBodyHits: false, saysOne: false },
}

const capabilities = [
  'engagement_tracking',
  'crossfire_detection',
  'escape_detection',
  'heatmap_generation',
  'reaction_tracking',
  'spawn_timing',
  'team_cohesion',
  'crossfire_opportunities',
  'focus_fire',
  'team_push_detection',
  'trade_kills',
  'kill_outcome_tracking',
  'hit_region_tracking',
  'combat_positions',
  'carrier_tracking',
  'carrier_returns',
  'vehicle_tracking',
  'construction_tracking',
  'objective_run_tracking',
  'shot_fired',
  'aim_lock',
]
const switchedOff = ['spawn_select', 'skill_snapshot', 'comm_events']

/** The header line's list of what is on and off. */
export const capabilityText = [...capabilities.map((name) => `${name}:1`), ...switchedOff.map((name) => `${name}:0`)].join(',')

export type Objective = { name: string; x: number; y: number; z: number }

const supply = [
  { name: 'crane_controls', x: 656, y: -1_360, z: 372 },
  { name: 'truck_escape', x: 2_720, y: 1_376, z: 192 },
]

/** Coordinates that the tracker knows; other maps have none. */
export const objectivesOfMap: Readonly<Record<string, readonly Objective[]>> = {
  supply,
  sw_goldrush_te: [
    { name: 'tank_breakout', x: 1_860, y: -80, z: -96 },
    { name: 'truck_escape', x: -3_310, y: -1_060, z: -31 },
  ],
}

/** The vehicle of a map, where it has one. */
export const vehicleOfMap: Readonly<Record<string, string>> = { supply: 'truck', sw_goldrush_te: 'tank' }

/** The engine's weapon number for a bit of the stats mask, by the side of who holds it. */
export function weaponNumber(bit: number, side: 1 | 2): number {
  const numbers = [
    1,
    48,
    2,
    7,
    3,
    8,
    10,
    32,
    5,
    53,
    6,
    side === 1 ? 4 : 9,
    34,
    51,
    15,
    55,
    13,
    27,
    side === 1 ? 37 : 38,
    26,
    30,
    49,
    24,
    23,
    25,
    31,
    54,
    11,
  ]
  return numbers[bit]!
}

/** The engine's means of death for a bit of the stats mask. */
export function meansOfDeath(bit: number, side: 1 | 2): number {
  const numbers = [
    5,
    61,
    6,
    7,
    8,
    9,
    10,
    13,
    15,
    64,
    17,
    side === 1 ? 4 : 18,
    52,
    63,
    22,
    23,
    26,
    42,
    side === 1 ? 39 : 40,
    41,
    44,
    62,
    37,
    38,
    11,
    50,
    66,
    24,
  ]
  return numbers[bit]!
}
