import type { APIEmbed } from 'discord.js'
import { expect, test } from 'vitest'
import type { Block } from '../../bot/card.ts'
import { brokenLimits } from '../../bot/embed_limits.ts'
import { inPagesWhereLong } from '../../bot/in_pages.ts'
import { layOut } from '../../bot/lay_out.ts'
import { nameText, sentenceText, tableName } from '../../bot/name_text.ts'
import { renderPost } from '../../bot/post_kinds.ts'
import { roundCard, roundFactsSchema } from '../../bot/posts/round.ts'
import { sessionCard, sessionFactsSchema } from '../../bot/posts/session.ts'
import { textOfEmbeds } from '../../bot/text_of_embeds.ts'
import { seededRandom } from '../warehouse/scratch.ts'

const hostileNames = [
  'vidra',
  '',
  ' ',
  '\u200b\u200b\u200b',
  '@everyone',
  '<@123456789012345678>',
  '<@&1>',
  '<#1>',
  '</cmd:1>',
  '[free](https://evil.invalid)',
  'https://evil.invalid/x',
  '**bold** __u__ ~~s~~ ||spoiler||',
  '```\nbreak out',
  '`tick`',
  '> quote',
  '# heading',
  '- list',
  '\\',
  '\\\\*',
  '\u202eekans',
  '\u2066isolate\u2069',
  '名前名前名前名前名前名前名前名前名前名前',
  'žščćđ',
  '👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦',
  `Z${'\u0351\u036b'.repeat(400)}algo`,
  'x'.repeat(2000),
  '*'.repeat(500),
  'a b '.repeat(400),
  '\ud800 alone',
  '\u0000\u001b[31mred',
  '<t:0:R>',
  ':smile:',
  '\u3164\u115f',
  '1234567890123456789012345678901234567890',
]

const random = seededRandom(11)
const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!
const upTo = (most: number): number => Math.floor(random() * (most + 1))
const someName = () =>
  random() < 0.7 ? pick(hostileNames) : String.fromCodePoint(...Array.from({ length: upTo(30) + 1 }, () => 32 + upTo(0xd000)))
const number = () => pick(['–', '0', '7', '12', '99', '1234', '2147483647', '-5'])

const someProximity = () =>
  pick([
    undefined,
    { text: '34 fights, 12 escaped · sample: Low', duo: null },
    {
      text: '134 fights, 12 escaped · 5 of 20 deaths traded · support 43 % · sample: High',
      duo: { name: someName(), mate: someName(), kills: upTo(99) },
    },
  ])

function roundPost(players: number) {
  const side = (name: string | null, role: string | null, count: number) => ({
    side: name,
    role,
    players: Array.from({ length: count }, (_, place) => ({
      place: place + 1,
      name: someName(),
      kd: `${number()}/${number()}`,
      dpm: number(),
      damage: `${number()}/${number()}`,
      accuracy: pick(['–', '38%', '100%']),
      headshots: number(),
      revives: number(),
      played: pick(['–', '8:51', '1440:00']),
      dead: pick(['–', '1:20 (15%)']),
      denied: pick(['–', '0:45', '99:59']),
      multikills: number(),
    })),
  })
  return {
    map: someName(),
    number: 1 + upTo(1),
    winner: pick(['Allies won', 'winner unavailable (Neither the defending nor the winning side is known.)']),
    winner_side: 'Allies',
    result: pick(['Allies set 8:51 of 12:00', 'result unavailable, played (time unavailable)']),
    clock: pick([null, 'measured by Lua']),
    to_beat: pick([null, '8:51']),
    confidence: pick(['✔ verified', '⚠ sources disagree (Two sources state different sides)', '– missing (The winning side is unknown)']),
    not_counted: pick([null, 'The first half was played again; the later one counts.']),
    sides: [
      side('Axis', 'defending', Math.ceil(players / 2)),
      side('Allies', 'attacking', Math.floor(players / 2)),
      ...(random() < 0.3 ? [side(null, null, upTo(8))] : []),
    ],
    notes: [{ text: 'longest spree 6', name: someName() }],
    proximity: someProximity(),
  }
}

function teams(players: number) {
  return ['A', 'B'].map((team) => ({
    team,
    name: someName(),
    points: upTo(40),
    roster: Array.from({ length: Math.ceil(players / 2) }, () => ({
      name: pick([someName(), null]),
      is_substitute: random() < 0.2,
      rounds: upTo(30),
    })),
  }))
}

function sessionPost(players: number) {
  return {
    day: 'Wed 3 Sep 2025',
    hours: '20:46–23:10',
    server: 'main',
    result: 'A draw, 6 – 6',
    score: '6 – 6',
    confidence: '◔ derived from time (The defending side is taken from the other half of the map)',
    counted: '7 of 8 maps counted',
    size: '14 rounds, 8 players',
    proximity: someProximity(),
    teams: teams(players),
    maps: Array.from({ length: 1 + upTo(30) }, () => ({
      map: someName(),
      winner_team: pick(['A', 'B', 'draw', null]),
      points: pick([null, '2 – 0']),
      first_half: 'set 8:51 of 12:00',
      second_half: 'held 8:51',
      confidence: '⚠ sources disagree (Two sources state different sides)',
      is_verified: random() < 0.5,
      not_counted: pick([null, 'The players of the match fit neither orientation.']),
    })),
    awards: Array.from({ length: upTo(12) }, () => ({
      title: 'Most kills',
      name: someName(),
      team: pick(['A', 'B', null]),
      value: '190 kills',
    })),
    players: Array.from({ length: players }, (_, place) => ({
      place: place + 1,
      name: someName(),
      team: pick(['A', 'B', null]),
      rounds: '14',
      kd: '190/125',
      dpm: number(),
      accuracy: '49%',
      revives: number(),
    })),
  }
}

const livePost = (players: number) => ({
  server: 'main',
  is_over: random() < 0.3,
  teams: teams(players),
  result: 'No score: no map counts',
  confidence: '✔ verified',
  counted: '3 of 3 maps counted',
  last: `${someName()}, round 1: Axis held 12:00`,
  last_confidence: '✔ verified',
  last_ended_unix: 1_758_000_000,
  next: pick([null, `${someName()}, round 2: 12:00 to beat`]),
})

const mapPost = (players: number) => ({
  map: someName(),
  team_a: someName(),
  team_b: someName(),
  points: pick([null, '2 – 0']),
  winner: 'not counted',
  why: 'Nobody got through: a double full hold.',
  first_half: 'Axis held 12:00',
  first_half_confidence: '✔',
  to_beat: '12:00',
  second_half: 'Axis held 12:00',
  second_half_confidence: '✔',
  confidence: '✔ verified',
  not_counted: 'The first half of this second half is not known.',
  bests: Array.from({ length: Math.min(players, 5) }, () => ({
    name: someName(),
    team: 'A',
    kd: '22/12',
    dpm: '345',
    sides: 'Allies, then Axis',
  })),
  evening: { score: '4 – 10', counted: '7 maps counted, 1 not', confidence: '⚠ sources disagree' },
})

const awardsPost = (players: number) => ({
  map: someName(),
  number: 2,
  awards: Array.from({ length: players }, () => ({
    label: 'Most damage given',
    name: someName(),
    value: '2848',
    is_both_halves: random() < 0.5,
  })),
})

const timingPost = (players: number) => ({
  day: 'Wed 3 Sep 2025',
  server: 'main',
  rounds: Array.from({ length: players }, () => ({
    key: '3f9a1c',
    map: someName(),
    number: 1 + upTo(1),
    shown: pick([null, '8:51']),
    lua: pick([null, '8:51']),
    playtime: pick([null, '8:51']),
    header: pick([null, '8:51']),
    players: pick([null, '8:48']),
    limit: pick([null, '12:00']),
    difference: pick([null, '+3 s', '-412 s']),
    pauses: pick([null, '2 pauses, 1:10']),
    status: pick(['agree', 'no Lua']),
    why_no_lua: pick([null, 'No Lua payload tells of the round.']),
  })),
  no_lua: pick([null, '3 of 14 rounds without Lua; the last with it: Supply, round 1, ended 21:14']),
})

const healthPost = (players: number) => ({
  server: someName(),
  silences: Array.from({ length: 1 + (players % 6) }, () => ({
    source: someName(),
    silent_rounds: 3 + upTo(40),
    last: `${someName()}, round 2, ended 21:14`,
    is_back: random() < 0.3,
  })),
  others: pick([null, 'endstats file, stats file']),
})

const posts: Record<string, (players: number) => object> = {
  round: roundPost,
  session: sessionPost,
  live: livePost,
  map: mapPost,
  awards: awardsPost,
  timing: timingPost,
  health: healthPost,
}

/** Every text of a message as Discord reads it. */
function textsOf(embeds: APIEmbed[]): string[] {
  return embeds.flatMap(({ title, description, fields, footer }) => [
    title ?? '',
    description ?? '',
    footer?.text ?? '',
    ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
  ])
}

test.each(Object.keys(posts))(
  'a post of kind %s keeps every limit for 2 to 64 players of any name, and shows a score with its confidence',
  (kind) => {
    for (let players = 2; players <= 64; players += 1) {
      for (let time = 0; time < 2; time += 1) {
        const facts = posts[kind]!(players)
        const shown = { post_kind: kind, post_key: `${kind} 3f9a1c`, facts: JSON.stringify(facts), page_path: 'matches/1' }
        const embeds = renderPost(shown, pick([undefined, 'https://stats.invalid/']))
        expect(brokenLimits(embeds)).toEqual([])
        expect(embeds.at(-1)!.footer).toEqual({ text: `${kind} 3f9a1c` })
        const texts = textsOf(embeds)
        if (!['awards', 'timing', 'health'].includes(kind)) expect(texts[1]).toMatch(/[✔◔⚠–] \w/)
        for (const text of texts) {
          expect((text.match(/```/g) ?? []).length % 2).toBe(0)
          const outside = text.split('```').filter((_, position) => position % 2 === 0)
          expect(outside.filter((part) => /(?<!\\)(@everyone|<[@#/]|<t:0|https?:\/\/evil)/.test(part))).toEqual([])
          expect(text.replaceAll('\u200b', '')).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}|\p{Cs}/u)
        }
      }
    }
  },
)

test('a table that does not fit ends after a whole player and says how many more there are', () => {
  const facts = roundPost(64)
  const embeds = renderPost({ post_kind: 'round', post_key: 'round 3f9a1c', facts: JSON.stringify(facts), page_path: null }, undefined)
  for (const [position, side] of facts.sides.slice(0, 2).entries()) {
    const table = embeds[position + 1]!.description!
    const shown = [...table.matchAll(/^ {3}played /gm)].length
    const more = Number(/… and (\d+) more/.exec(table)?.[1] ?? 0)
    expect(shown).toBeGreaterThan(5)
    expect(shown + more).toBe(side.players.length)
  }
})

test('sources that went silent together are one piece of news, and it says which of them is back', () => {
  const silence = (source: string, isBack: boolean) => ({ source, silent_rounds: 3, last: 'Supply, round 1, ended 21:14', is_back: isBack })
  const shown = (...silences: object[]) =>
    textOfEmbeds(
      renderPost(
        {
          post_kind: 'health',
          post_key: 'health 3f9a1c',
          facts: JSON.stringify({ server: 'main', silences, others: 'stats file' }),
          page_path: 'health',
        },
        undefined,
      ),
    ).split('\n')
  expect(shown(silence('gametime fallback', false), silence('stats ready', false))[0]).toBe(
    '⚠ gametime fallback and stats ready went silent on main',
  )
  const [title, first] = shown(silence('gametime fallback', true), silence('stats ready', false))
  expect([title, first]).toEqual([
    '⚠ stats ready went silent on main',
    'No gametime fallback for 3 rounds. The last it told of: Supply, round 1, ended 21:14. It is back.',
  ])
  expect(shown(silence('stats ready', true))[0]).toBe('stats ready is back on main')
  expect(shown(silence('stats ready', false)).join(' ')).toContain('Still arriving for these rounds: stats file')
})

test('a command shows in pages what one message cannot hold: every line once, no entry parted, every page within the limits', () => {
  const evening = sessionPost(64)
  const card = {
    ...sessionCard(sessionFactsSchema.parse({ ...evening, maps: evening.maps.concat(sessionPost(2).maps, sessionPost(2).maps) })),
    footer: 'x',
  }
  const crowd = { ...roundCard(roundFactsSchema.parse(roundPost(64))), footer: 'x' }
  const allOnOneSide = { ...crowd, blocks: [{ ...crowd.blocks[0]!, lines: crowd.blocks.flatMap(({ lines }, at) => lines.slice(at && 1)) }] }
  for (const long of [card, crowd, allOnOneSide]) {
    const pages = inPagesWhereLong(long)
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) {
      const embeds = layOut(page)
      expect(brokenLimits(embeds)).toEqual([])
      expect(JSON.stringify(embeds)).not.toMatch(/… and \d+ more/)
      for (const { lines, linesPerEntry = 1, hasColumnNames } of page.blocks)
        expect((lines.length - (hasColumnNames ? 1 : 0)) % linesPerEntry).toBe(0)
    }
    const linesOf = (blocks: Block[]) => blocks.flatMap(({ lines, hasColumnNames }) => lines.slice(hasColumnNames ? 1 : 0))
    expect(pages.flatMap(({ blocks }) => linesOf(blocks))).toEqual(linesOf(long.blocks))
    expect(layOut(long).length).toBeGreaterThan(0)
  }
  const short = { title: 'x', lines: [], blocks: [{ heading: 'x', lines: ['y'] }], footer: 'x' }
  expect(inPagesWhereLong(short)).toEqual([short])
})

test('numbers are never cut: a line that is too long ends before a word', () => {
  const line = Array.from({ length: 900 }, (_, index) => String(1_000_000 + index)).join(' ')
  const embeds = layOut({ title: line, lines: [line], blocks: [{ heading: line, lines: [line, line] }], footer: line })
  for (const text of textsOf(embeds)) {
    expect(text.split(/\s+/).filter((word) => word !== '…' && word !== '' && !/^\d{7}$/.test(word))).toEqual([])
  }
})

test('names are plain text wherever they stand', () => {
  expect(nameText('@everyone')).toBe('\\@everyone')
  expect(nameText('[x](https://e.invalid)', 40)).toBe('\\[x\\]\\(https\\:\\/\\/e.invalid\\)')
  expect(nameText('\u202eekans\u200b')).toBe('ekans')
  expect(nameText('\u200b')).toBe('\\(no name\\)')
  expect(nameText('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`)
  expect(tableName('a`b')).toBe('aˋb')
  expect(sentenceText('8:51 of 12:00')).toBe('8:51 of 12:00')
  expect(textOfEmbeds([{ title: nameText('*x* @everyone'), description: '**a** b' }])).toBe('*x* @everyone\na b\n')
})
