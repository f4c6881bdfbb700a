/** A reader of stats files written from the format's description alone, so that the simulator is not checked by itself. */
export type ReadLine = {
  guid8: string
  name: string
  rounds: number
  team: number
  mask: number
  cells: Map<number, number[]>
  tabs: string[]
}
export type ReadFile = { header: string[]; lines: ReadLine[] }

export function readStatsText(text: string): ReadFile {
  if (!text.endsWith('\n')) throw new Error('The last line has no end')
  const [first, ...rest] = text.slice(0, -1).split('\n')
  return { header: first!.split('\\'), lines: rest.map(readLine) }
}

function readLine(line: string): ReadLine {
  const parts = line.split('\\')
  if (parts.length !== 5) throw new Error(`${parts.length} parts: ${line}`)
  const [segment, ...tabs] = parts[4]!.split('\t')
  if (!segment!.endsWith(' ')) throw new Error(`No space before the first tab: ${line}`)
  const tokens = segment!.slice(0, -1).split(' ').map(whole)
  const mask = tokens[0]!
  const bits = Array.from({ length: 28 }, (_, bit) => bit).filter((bit) => Math.floor(mask / 2 ** bit) % 2 === 1)
  if (tokens.length !== 1 + 5 * bits.length) throw new Error(`${tokens.length} tokens for ${bits.length} weapons: ${line}`)
  const cells = new Map(bits.map((bit, index) => [bit, tokens.slice(1 + index * 5, 6 + index * 5)]))
  return { guid8: parts[0]!, name: parts[1]!, rounds: whole(parts[2]!), team: whole(parts[3]!), mask, cells, tabs }
}

function whole(text: string): number {
  if (!/^-?\d+$/.test(text)) throw new Error(`Not a whole number: ${text}`)
  return Number(text)
}

/** Σ of one number of the blocks (0 hits, 1 shots, 2 kills, 3 deaths, 4 headshots) by weapon, over lines. */
export function sumByWeapon(lines: readonly { cells: ReadonlyMap<number, readonly number[]> }[], place: number): number[] {
  return Array.from({ length: 28 }, (_, bit) => lines.reduce((sum, line) => sum + (line.cells.get(bit)?.[place] ?? 0), 0))
}

export type Difference = {
  line: ReadLine
  mode: 'continued' | 'reset' | 'new' | 'absent'
  cells: Map<number, number[]>
  counters: number[]
  minutes: number
}

/** What of a second half's lines belongs to the second half alone, by the rules of the format's description. */
export function difference(first: ReadFile, second: ReadFile): Difference[] {
  const keyOf = (line: ReadLine) => (line.guid8.startsWith('OMNIBOT') ? line.guid8 + line.name : line.guid8)
  const before = new Map(first.lines.map((line) => [keyOf(line), line]))
  const gains = second.lines.flatMap((line) => (before.has(keyOf(line)) ? [line.rounds - before.get(keyOf(line))!.rounds] : []))
  const usual = [...new Set(gains)].sort((left, right) => countOf(gains, right) - countOf(gains, left))[0]
  return second.lines.map((line) => {
    const earlier = before.get(keyOf(line))
    const isReset = earlier !== undefined && line.rounds - earlier.rounds < usual!
    const base = isReset ? undefined : earlier
    const minutes = Number((Number(line.tabs[22]) - (base ? Number(base.tabs[22]) : 0)).toFixed(1))
    const mode = earlier === undefined ? 'new' : isReset ? 'reset' : minutes > 0 ? 'continued' : 'absent'
    const bits = new Set([...line.cells.keys(), ...(base?.cells.keys() ?? [])])
    const cells = new Map(
      [...bits].map((bit) => [
        bit,
        [0, 1, 2, 3, 4].map((place) => Math.max(0, (line.cells.get(bit)?.[place] ?? 0) - (base?.cells.get(bit)?.[place] ?? 0))),
      ]),
    )
    const counters = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => Number(line.tabs[index]) - (base ? Number(base.tabs[index]) : 0))
    return { line, mode, cells, counters, minutes }
  })
}

function countOf(list: readonly number[], value: number): number {
  return list.filter((one) => one === value).length
}
