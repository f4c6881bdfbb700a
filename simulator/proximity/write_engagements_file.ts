import type { GameMap } from '../maps.ts'
import type { Section } from './track_round.ts'
import { capabilityText, type Tracker } from './trackers.ts'

export type EngagementsHeader = { map: GameMap; statedNumber: 1 | 2; intervalMs: number; startUnix: number; endUnix: number }

/** The text of a proximity file. With `hasUnknown` it has a section, and a last column of the tracks' neighbour, that no description knows. */
export function writeEngagementsFile(
  tracker: Tracker,
  header: EngagementsHeader,
  sections: readonly Section[],
  hasUnknown: boolean,
): string {
  const { map } = header
  const lines = [
    `# PROXIMITY_TRACKER_V${tracker.family}`,
    `# map=${map.name}`,
    `# round=${header.statedNumber}`,
    '# crossfire_window=1000',
    '# escape_time=5000',
    '# escape_distance=300',
    `# position_sample_interval=${header.intervalMs}`,
    `# round_start_unix=${header.startUnix}`,
    `# round_end_unix=${header.endUnix}`,
  ]
  if (!tracker.isOld) lines.push(`# axis_spawn_interval=${map.axisIntervalMs}`, `# allies_spawn_interval=${map.alliesIntervalMs}`)
  if (tracker.family === 6) lines.push('# tracker_version_full=6.11', '# test_mode=0', `# capabilities=${capabilityText}`)
  for (const { name, columns, remarks, rows, isAlwaysWritten } of sections) {
    if (rows.length === 0 && !isAlwaysWritten) continue
    const isWidened = hasUnknown && name === 'KILL_HEATMAP'
    if (name !== 'ENGAGEMENTS') lines.push('')
    lines.push(`# ${name}`, `# ${columns}${isWidened ? ';world_kills' : ''}`, ...remarks.map((remark) => `# ${remark}`))
    lines.push(...(isWidened ? rows.map((row) => `${row};0`) : rows))
  }
  if (hasUnknown) lines.push('', '# FOOTSTEP_NOISE', '# time;guid;loudness', '1200;00000000000000000000000000000000;0.4')
  return `${lines.join('\n')}\n`
}
