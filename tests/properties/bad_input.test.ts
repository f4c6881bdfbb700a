import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LandingCounts, OfferedFile } from '../../ingest/land.ts'
import { type BuiltWarehouse, type Row, startWarehouse } from '../warehouse/built_warehouse.ts'
import { fileText, type Header, header, hostileNames, type Line, lines, lineText, oddNumbers, offeredText } from './broken_files.ts'

const whole = fileText()
const cuts = Array.from({ length: whole.length + 1 }, (_, bytes) => ({ server: `cut${bytes}`, text: whole.slice(0, bytes) }))

/** Every place of the first line that holds a number, with the column that shows it. */
const linePlaces: { place: string; column: string; put: (text: string) => Line }[] = [
  { place: 'rounds', column: 'kills', put: (text) => ({ ...first, rounds: text }) },
  { place: 'side', column: 'side', put: (text) => ({ ...first, side: text }) },
  { place: 'mask', column: 'kills', put: (text) => ({ ...first, mask: text }) },
  { place: 'weaponkills', column: 'kills', put: (text) => ({ ...first, weapons: first.weapons.with(2, text) }) },
  { place: 'weapondeaths', column: 'deaths', put: (text) => ({ ...first, weapons: first.weapons.with(8, text) }) },
  { place: 'given', column: 'damage_given', put: (text) => ({ ...first, fields: first.fields.with(0, text) }) },
  { place: 'teamgibs', column: 'team_gibs', put: (text) => ({ ...first, fields: first.fields.with(7, text) }) },
  { place: 'alive', column: 'alive_percent', put: (text) => ({ ...first, fields: first.fields.with(8, text) }) },
  { place: 'xp', column: 'xp', put: (text) => ({ ...first, fields: first.fields.with(9, text) }) },
  { place: 'minutes', column: 'minutes_played', put: (text) => ({ ...first, fields: first.fields.with(22, text) }) },
  { place: 'denied', column: 'denied_seconds', put: (text) => ({ ...first, fields: first.fields.with(28, text) }) },
  { place: 'revives', column: 'revives', put: (text) => ({ ...first, fields: first.fields.with(37, text) }) },
]
const first = lines[0]!
const oddLines = linePlaces.flatMap(({ place, column, put }) =>
  oddNumbers.map((text, index) => ({
    server: `line-${place}-${index}`,
    place,
    column,
    text,
    file: fileText(header, [put(text), ...lines.slice(1)]),
  })),
)

const headerPlaces = ['round', 'defender', 'winner', 'limit', 'next'] as const
const oddHeaders = headerPlaces.flatMap((place) =>
  [...oddNumbers, '0', '3', '99:99', '12:60', '-1:00', '1e3:00', '12:00:00'].map((text, index) => ({
    server: `header-${place}-${index}`,
    place,
    text,
    file: fileText({ ...header, [place]: text } as Header),
  })),
)

const named = hostileNames.map((name, index) => ({
  server: `name${index}`,
  name,
  file: fileText(header, [{ ...first, name }, ...lines.slice(1)]),
}))

/** Whole files that are sound in all but form: the numbers of all three players must come out. */
const reshaped: Record<string, string | Uint8Array> = {
  crlf: whole.replaceAll('\n', '\r\n'),
  swapped: fileText(header, lines.toReversed()),
  'duplicated-line': `${whole}${lineText(first)}\n`,
  'two-headers': `${whole}${whole.split('\n')[0]}\n`,
  'latin-1': Buffer.from(fileText(header, [{ ...first, name: 'ågård' }, ...lines.slice(1)]), 'latin1'),
  'blank-lines': whole.replaceAll('\n', '\n\n'),
  'many-lines': whole + 'x\n'.repeat(3_000),
  'long-line': `${whole}${'y'.repeat(100_000)}\n`,
  'text-after': `${whole}<html>\\nothing\n`,
}

/** Files of which nothing can be known. */
const hopeless: Record<string, string> = {
  empty: '',
  newlines: '\n\n\n\n',
  'return-ends': whole.replaceAll('\n', '\r'),
  html: '<!doctype html><p>404</p>\n',
  'a-field-short': `${Object.values(header).slice(0, 7).join('\\')}\n`,
}

const impossibleTimes = ['2025-13-45-220707', '2025-02-30-220707', '2025-10-14-256199', '0000-01-01-000000', '9999-12-31-235959']
const oddMaps = ["'; drop table x; --round-1", '<script>', '../../etc/passwd', '\u{1f98a}\u202e']
const oddNames = [
  ...impossibleTimes.map((time) => ({ name: `${time}-supply-round-1.txt`, file: whole })),
  ...oddMaps.map((map) => ({ name: `2025-10-14-220707-${map}-round-1.txt`, file: fileText({ ...header, map }) })),
]

const refused: OfferedFile[] = [
  offeredText('refused', whole.replace('one', 'o\0e')),
  { ...offeredText('refused', Buffer.alloc(300 * 1024, 'z'), '2025-10-14-220708-supply-round-1.txt') },
  { status: 'refused', server: 'refused', sourceName: 'broken', fileName: '2025-10-14-round-1.txt', reason: 'unrecognised_name' },
]

let warehouse: BuiltWarehouse
let counts: LandingCounts
let checks: Map<unknown, string[]>
let players: Map<unknown, Row[]>

beforeAll(async () => {
  const files = [
    ...cuts.map(({ server, text }) => offeredText(server, text)),
    ...[...oddLines, ...oddHeaders, ...named].map(({ server, file }) => offeredText(server, file)),
    ...Object.entries({ ...reshaped, ...hopeless }).map(([server, text]) => offeredText(server, text)),
    offeredText('mask-0', fileText(header, [{ ...first, mask: '0', weapons: [] }, ...lines.slice(1)])),
    offeredText('two-of-one', fileText(header, [...lines, { ...first, name: 'renamed', fields: first.fields.with(22, '3.1') }])),
    ...oddNames.map(({ name, file }, index) => offeredText(`odd-name-${index}`, file, name)),
    ...refused,
  ]
  const servers = [...new Set(files.map(({ server }) => server))]
  warehouse = await startWarehouse({ timeZone: 'UTC', asOf: '2025-11-01T00:00:00Z', servers })
  counts = await warehouse.land(files)
  await warehouse.build('full')
  checks = grouped(await warehouse.rows('select server, check_code from marts.fct_round_checks'), (row) => String(row.check_code))
  players = grouped(await warehouse.rows('select * from marts.fct_player_rounds order by line_player_id'), (row) => row)
  console.log(`${files.length} broken files of ${servers.length} servers`)
}, 400_000)
afterAll(() => warehouse?.remove())

function grouped<Value>(rows: Row[], take: (row: Row) => Value): Map<unknown, Value[]> {
  const groups = new Map<unknown, Value[]>()
  for (const row of rows) groups.set(row.server, [...(groups.get(row.server) ?? []), take(row)])
  return groups
}

function numbersOf(server: string): unknown[][] {
  return (players.get(server) ?? []).map((row) => [row.line_player_id, row.kills, row.deaths, row.damage_given, row.xp, row.minutes_played])
}

/** What the marts must show of sound lines. */
function numbersOfLines(sound: readonly Line[]): unknown[][] {
  const told = sound.map(({ guid, weapons, fields }) => [guid, ...[weapons[2], weapons[8], fields[0], fields[9], fields[22]].map(Number)])
  return told.sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1))
}

test('a file cut off at any byte gives the numbers of its complete lines, and the rest is a finding', () => {
  for (const { server, text } of cuts) {
    const complete = text.split('\n').length - 1
    expect([server, numbersOf(server)]).toEqual([server, numbersOfLines(lines.slice(0, Math.max(0, complete - 1)))])
    const found = checks.get(server) ?? []
    if (complete === 0) expect([server, found]).toEqual([server, expect.arrayContaining(['file_unreadable'])])
    else if (complete === 1 && text.endsWith('\n')) expect([server, found]).toEqual([server, expect.arrayContaining(['header_only'])])
    else if (!text.endsWith('\n')) expect([server, found.some((code) => code.startsWith('line_'))]).toEqual([server, true])
  }
})

test('a text that is no number gives a finding and no number, and the other lines count', () => {
  let asWritten = 0
  for (const { server, place, column, text } of oddLines) {
    const [one, ...others] = players.get(server) ?? []
    const where = `${place} = ${JSON.stringify(text)}`
    if (one?.line_player_id !== first.guid) {
      expect([where, numbersOf(server)]).toEqual([where, numbersOfLines(lines.slice(1))])
      expect([where, (checks.get(server) ?? []).some((code) => code.startsWith('line_'))]).toEqual([where, true])
      continue
    }
    asWritten += 1
    expect([where, others.length]).toEqual([where, 2])
    expect([where, /^-?\d+(\.\d+)?$/.test(text)]).toEqual([where, true])
    if (place === 'side' || place === 'alive') expect([where, [null, Number(text)].includes(one[column] as number)]).toEqual([where, true])
    else if (place !== 'rounds' && place !== 'mask') expect([where, one[column]]).toEqual([where, Number(text)])
  }
  console.log(`${oddLines.length} odd numbers in lines: ${asWritten} are numbers after all`)
  expect(asWritten).toBeLessThan(oddLines.length / 5)
})

test('a header with impossible values is a finding, states no such value, and costs no player', async () => {
  const rounds = new Map((await warehouse.rows('select * from marts.fct_rounds')).map((row) => [row.server, row]))
  const columns = {
    round: 'round_number',
    defender: 'defender_side',
    winner: 'winner_side',
    limit: 'timelimit_seconds',
    next: 'nexttime_seconds',
  }
  for (const { server, place, text } of oddHeaders) {
    const found = rounds.get(server)
    const where = `${place} = ${JSON.stringify(text)}`
    const codes = checks.get(server) ?? []
    if (place === 'round' || place === 'limit') expect([where, codes]).toEqual([where, expect.arrayContaining(['file_unreadable'])])
    else expect([where, found?.[columns[place]] ?? null]).toEqual([where, null])
    if (place === 'defender' || place === 'winner') expect([where, codes.some((code) => code.startsWith('side_'))]).toEqual([where, true])
    if (place !== 'round' && place !== 'limit') expect([where, numbersOf(server)]).toEqual([where, numbersOfLines(lines)])
  }
})

test('names are shown without colours, invisible and direction-changing characters, and hurt nobody', () => {
  for (const { server, name } of named) {
    expect([name, numbersOf(server)]).toEqual([name, numbersOfLines(lines)])
    const shown = String(players.get(server)?.[0]?.player_name)
    expect([name, /[\p{Cc}\p{Cf}]|\^[0-9a-z]/u.test(shown)]).toEqual([name, false])
  }
  expect(players.get('name1')?.[0]?.player_name).toBe('<script>alert(1)</script>')
  expect(players.get('name2')?.[0]?.player_name).toBe("'); drop table raw.stats_files; --")
})

test('another order, line end, encoding or repetition of lines changes no number', () => {
  for (const server of Object.keys(reshaped)) expect([server, numbersOf(server)]).toEqual([server, numbersOfLines(lines)])
  expect(players.get('latin-1')?.[0]?.player_name).toBe('ågård')
  expect(checks.get('duplicated-line')).toContain('line_player_twice_in_file')
  for (const server of ['two-headers', 'text-after', 'long-line']) expect(checks.get(server)).toContain('line_wrong_part_count')
  expect(checks.get('many-lines')?.length).toBeGreaterThanOrEqual(3_000)
  expect(numbersOf('two-of-one')).toEqual(numbersOfLines(lines))
  expect(checks.get('two-of-one')).toContain('line_player_twice_in_file')
  expect(numbersOf('mask-0').slice(1)).toEqual(numbersOfLines(lines.slice(1)))
  expect(players.get('mask-0')?.[0]).toMatchObject({ line_player_id: first.guid, kills: 0, damage_given: 400 })
})

test('a file of which nothing can be known is a finding and no number', () => {
  for (const server of Object.keys(hopeless)) {
    expect([server, numbersOf(server)]).toEqual([server, []])
    expect([server, checks.get(server)]).toEqual([server, expect.arrayContaining(['file_unreadable'])])
  }
})

test('a file name with an impossible time makes no round but a finding; odd characters do no harm', async () => {
  for (const [index, { name }] of oddNames.entries()) {
    const server = `odd-name-${index}`
    const [round] = await warehouse.rows(`select * from marts.fct_rounds where server = '${server}'`)
    if (index < impossibleTimes.length) {
      expect([name, round, numbersOf(server)]).toEqual([name, undefined, []])
      expect([name, checks.get(server)]).toEqual([name, expect.arrayContaining(['stamp_impossible'])])
      continue
    }
    expect([name, round?.stats_file_name, numbersOf(server)]).toEqual([name, name, numbersOfLines(lines)])
    expect([name, round?.map_name]).toEqual([name, expect.stringMatching(/^[a-z0-9_-]+$/)])
  }
})

test('a NUL byte, too many bytes and a wrong name are refused with the reason, and everything else was published', async () => {
  expect(counts.refused).toEqual({ nul_byte: 1, too_large: 1, unrecognised_name: 1 })
  const refusals = await warehouse.rows("select reason from marts.fct_refusals where server = 'refused' order by reason")
  expect(refusals.map(({ reason }) => reason)).toEqual(['nul_byte', 'too_large', 'unrecognised_name'])
  expect(existsSync(warehouse.paths.marts)).toBe(true)
  const [known] = await warehouse.rows('select count(*)::integer as files from marts.fct_raw_files')
  expect(known?.files).toBe(counts.landed)
  expect(await warehouse.rows('select * from marts.rpt_publish_gate')).toEqual([])
})
