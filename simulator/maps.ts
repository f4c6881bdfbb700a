import type { Side } from './round_events.ts'

export type GameMap = { name: string; defender: Side; limitMinutes: number; axisIntervalMs: number; alliesIntervalMs: number }

/** The maps of a season: who defends, how long the attackers have, how long each side waits for reinforcements. */
export const gameMaps: readonly GameMap[] = [
  { name: 'supply', defender: 1, limitMinutes: 12, axisIntervalMs: 30_000, alliesIntervalMs: 20_000 },
  { name: 'te_escape2', defender: 1, limitMinutes: 12, axisIntervalMs: 30_000, alliesIntervalMs: 20_000 },
  { name: 'etl_adlernest', defender: 1, limitMinutes: 10, axisIntervalMs: 30_000, alliesIntervalMs: 20_000 },
  { name: 'etl_sp_delivery', defender: 1, limitMinutes: 12, axisIntervalMs: 30_000, alliesIntervalMs: 20_000 },
  { name: 'sw_goldrush_te', defender: 1, limitMinutes: 12, axisIntervalMs: 30_000, alliesIntervalMs: 20_000 },
  { name: 'et_brewdog', defender: 1, limitMinutes: 10, axisIntervalMs: 25_000, alliesIntervalMs: 15_000 },
  { name: 'etl_frostbite', defender: 1, limitMinutes: 10, axisIntervalMs: 30_000, alliesIntervalMs: 15_000 },
  { name: 'erdenberg_t2', defender: 1, limitMinutes: 15, axisIntervalMs: 30_000, alliesIntervalMs: 20_000 },
  { name: 'braundorf_b4', defender: 1, limitMinutes: 12, axisIntervalMs: 30_000, alliesIntervalMs: 20_000 },
  { name: 'etl_ice', defender: 2, limitMinutes: 10, axisIntervalMs: 15_000, alliesIntervalMs: 25_000 },
  { name: 'bremen_b3', defender: 1, limitMinutes: 12, axisIntervalMs: 30_000, alliesIntervalMs: 20_000 },
  { name: 'frost2_base', defender: 2, limitMinutes: 12, axisIntervalMs: 20_000, alliesIntervalMs: 30_000 },
]
