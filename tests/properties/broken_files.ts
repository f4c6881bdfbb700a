import type { OfferedFile } from '../../ingest/land.ts'

/** One player of the sound file that is broken in every way. */
export type Line = {
  guid: string
  name: string
  rounds: string
  side: string
  mask: string
  /** Hits, shots, kills, deaths, headshots of each of the two weapons of mask 40. */
  weapons: string[]
  /** The 38 tab fields. */
  fields: string[]
}

export type Header = {
  host: string
  map: string
  config: string
  round: string
  defender: string
  winner: string
  limit: string
  next: string
}

export const fileName = '2025-10-14-220707-supply-round-1.txt'
export const header: Header = {
  host: 'h',
  map: 'supply',
  config: 'legacy3',
  round: '1',
  defender: '1',
  winner: '2',
  limit: '12:00',
  next: '8:51',
}

/** Three invented players who conserve kills and damage. */
export const lines: readonly Line[] = [
  player('AAAA0001', 'one', '1', [3, 2], [400, 300]),
  player('AAAA0002', 'two', '2', [1, 3], [200, 500]),
  player('AAAA0003', 'three', '2', [2, 1], [300, 100]),
]

function player(guid: string, name: string, side: string, [kills, deaths]: [number, number], [given, received]: [number, number]): Line {
  const weapons = ['9', '40', String(kills), '0', '1', '4', '20', '0', String(deaths), '2']
  const fields = Array.from({ length: 38 }, () => '0')
  fields.splice(0, 2, String(given), String(received))
  for (const [place, text] of [
    [8, '71.8'],
    [9, '25'],
    [22, '8.9'],
    [25, '1.5'],
    [28, '33'],
  ] as const)
    fields[place] = text
  return { guid, name, rounds: '0', side, mask: '40', weapons, fields }
}

export function lineText({ guid, name, rounds, side, mask, weapons, fields }: Line): string {
  return `${guid}\\${name}\\${rounds}\\${side}\\${[mask, ...weapons].join(' ')} \t${fields.join('\t')}`
}

/** The file of a header and lines, each with its line end. */
export function fileText(head: Header = header, players: readonly Line[] = lines): string {
  return [Object.values(head).join('\\'), ...players.map(lineText)].map((line) => `${line}\n`).join('')
}

/** A file as a source offers it; a server of its own keeps it apart from all others. */
export function offeredText(server: string, content: string | Uint8Array, name = fileName): OfferedFile {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  return { status: 'offered', kind: 'stats', server, sourceName: 'broken', fileName: name, read: async () => bytes }
}

/** Texts that are no number, or none of the kind that the game writes. */
export const oddNumbers = [
  '1e3',
  '0x1F',
  '5.5',
  '-5',
  '99999999999',
  '+5',
  '1_000',
  '1,5',
  '5 ',
  '٣',
  'NaN',
  'inf',
  "5'",
  '5;drop table x',
  '',
]

export const hostileNames = [
  `o'"brien"`,
  '<script>alert(1)</script>',
  `'); drop table raw.stats_files; --`,
  '^1r^2e^3d^^4',
  'ze\u200bro\u2060width\ufeff',
  '\u202etfel ot thgir\u202c',
  'line\u2028separator\u0085next',
  'vertical\vtab\fform\rreturn',
  '{{ ref("x") }} {% raw %}',
  '%s %n $HOME `id`',
  '🦊'.repeat(40),
  '^^^^^^',
  ' ',
]
