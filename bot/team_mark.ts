/** Teams are not sides: one shape each, with a blank after it. Nothing where the team is unknown or was changed. */
export function teamMark(team: string | null): string {
  return team === 'A' ? '▲ ' : team === 'B' ? '● ' : ''
}
