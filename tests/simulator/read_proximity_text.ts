/** A reader of proximity files written from the format's description alone, so that the simulator is not checked by itself. */
export type ReadProximity = {
  family: number
  header: Map<string, string>
  sections: Map<string, { columns: string[]; rows: string[][] }>
}

export function readProximityText(text: string): ReadProximity {
  const header = new Map<string, string>()
  const sections: ReadProximity['sections'] = new Map()
  let family = 0
  let current: { columns: string[]; rows: string[][] } | undefined
  for (const line of text.split('\n')) {
    const section = /^# ([A-Z][A-Z0-9_]*)$/.exec(line)?.[1]
    const setting = /^# ([a-z_]+)=(.*)$/.exec(line)
    if (line === '') continue
    if (section?.startsWith('PROXIMITY_TRACKER_V')) family = Number(section.slice(19))
    else if (section) {
      current = { columns: [], rows: [] }
      sections.set(section, current)
    } else if (setting && !current) header.set(setting[1]!, setting[2]!)
    else if (line.startsWith('#')) {
      if (current?.columns.length === 0) current.columns = line.slice(2).split(';')
    } else {
      const parts = line.split(';')
      const width = current!.columns.length
      current!.rows.push(width === 24 ? [...parts.slice(0, 23), parts.slice(23).join(';')] : parts)
    }
  }
  return { family, header, sections }
}

/** The values of one column; throws where the section has no such column. */
export function column(read: ReadProximity, section: string, name: string): string[] {
  const found = read.sections.get(section)
  if (!found) return []
  const place = found.columns.indexOf(name)
  if (place < 0) throw new Error(`${section} has no column ${name}`)
  return found.rows.map((row) => row[place]!)
}
