import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openJournal } from '../../bot/journal.ts'
import { dataPaths } from '../../warehouse/data_paths.ts'
import { projectFolder } from '../../warehouse/dbt.ts'

const data = mkdtempSync(join(tmpdir(), 'fullhold-demo-'))
const played = join(data, 'demo')
let shown = ''

function fullhold(folder: string, ...args: string[]): { code: number | null; out: string; error: string } {
  const executable = join(projectFolder, 'bin/fullhold.mjs')
  const done = spawnSync(process.execPath, [executable, '--data', folder, ...args], { encoding: 'utf8' })
  return { code: done.status, out: done.stdout, error: done.stderr }
}

beforeAll(() => {
  const done = fullhold(data, 'demo', '--evenings', '2', '--no-serve', '--no-site')
  expect([done.code, done.error]).toEqual([0, expect.stringContaining('3/3 full build')])
  shown = done.out
}, 300_000)
afterAll(() => rmSync(data, { recursive: true, force: true }))

test('the demo ends by itself with the evening: a score with its confidence, a line a map, the players, and what to try', () => {
  expect(shown).toMatch(/^\d{4}-\d{2}-\d{2} on demo {3}▲ .+ \d+ – \d+ {2}● .+ {3}(✔ verified|◔|⚠|–)/)
  expect(shown).toMatch(/R1 (set|held) \d+:\d{2} of \d+:\d{2}/)
  expect(shown).toMatch(/PLAYER +ROUNDS +K\/D/)
  expect(shown).toContain('npm run fullhold -- status')
  expect(shown).toMatch(/── round ─+\n.+ · round [12]\n.+(✔|◔|⚠|–)/)
  expect(shown).toMatch(/── map ─/)
  expect(shown).toMatch(/── session ─/)
})

test('status tells what was landed, refused and found', () => {
  const status = JSON.parse(fullhold(played, 'status', '--json').out)
  const files = readdirSync(join(played, 'gamestats')).filter((name) => name.endsWith('.txt'))
  expect(status.sources).toMatchObject([
    { kind: 'endstats', file_count: files.filter((name) => name.includes('endstats')).length },
    { kind: 'gametimes', file_count: readdirSync(join(played, 'gamestats/gametimes')).length },
    { kind: 'proximity', file_count: readdirSync(join(played, 'gamestats', 'proximity')).length, refusal_count: 0 },
    { kind: 'stats', file_count: files.filter((name) => !name.includes('endstats')).length, refusal_count: 0 },
  ])
  expect(status.build).toMatchObject({ lane: 'full' })
  expect(fullhold(played, 'status').out).toContain('stats: ')
})

test('the round and the evening that the demo posts have a line of proximity, with its sample', () => {
  expect(shown.match(/^Proximity: \d+ fights, \d+ escaped · .+ · sample: (High|Medium|Low)/gm)).toHaveLength(2)
})

test('trace leads from a file name, or a post of the bot, to the round, its arrivals and players, and gives the bytes back', () => {
  const name = readdirSync(join(played, 'gamestats')).find((file) => file.endsWith('-round-1.txt'))!
  const traced = fullhold(played, 'trace', name, '--raw')
  expect(traced.out).toMatch(/^round {6}[0-9a-f]{16} /)
  expect(traced.out).toContain('defended')
  expect(traced.out).toContain(readFileSync(join(played, 'gamestats', name), 'utf8'))
  const { round } = JSON.parse(fullhold(played, 'trace', name, '--json').out)
  expect(JSON.parse(fullhold(played, 'trace', round.short_key, '--json').out).round).toEqual(round)
  const [channel_id, message_id] = ['1044123456789012345', '1044123456789012399']
  {
    using journal = openJournal(dataPaths(played).journal)
    const about = { post_kind: 'round', anchor_round_id: round.round_id, facts_hash: 'f', nonce: 'n', channel_id }
    journal.append({ ...about, entry_kind: 'sent', message_id, detail: null }, new Date('2025-01-01T20:00:00Z'))
  }
  const ofPost = fullhold(played, 'trace', `https://discord.com/channels/1/${channel_id}/${message_id}`)
  expect(ofPost.out).toMatch(new RegExp(`^round {6}${round.round_id} `))
  expect(ofPost.out).toContain(`message ${message_id}: sent 2025-01-01T20:00:00.000Z`)
})

test('what nothing is known about, and a folder without marts, are said plainly', () => {
  const unknown = fullhold(played, 'trace', 'no-such-round')
  expect([unknown.code, unknown.error]).toEqual([1, expect.stringContaining('no round and no arrival is known as "no-such-round"')])
  for (const command of [['status'], ['trace', 'x']]) {
    const done = fullhold(join(data, 'nothing'), ...command)
    expect([done.code, done.error]).toEqual([1, expect.stringContaining('nothing is published')])
  }
})

test('a dry run shows every post of the last days as text and as it would be sent, with no token and no channel', () => {
  const asText = fullhold(played, 'post', '--dry-run')
  expect([asText.code, asText.out]).toEqual([0, expect.stringContaining('nothing was sent')])
  expect(asText.out).toMatch(/AXIS \((defending|attacking)\)/)
  const posts: { post_kind: string; embeds: { footer?: { text: string } }[] }[] = JSON.parse(
    fullhold(played, 'post', '--dry-run', '--json').out,
  )
  expect(new Set(posts.map(({ post_kind }) => post_kind))).toEqual(new Set(['round', 'map', 'live', 'session', 'timing', 'awards']))
  expect(posts.every(({ embeds }) => embeds.at(-1)!.footer!.text.length > 0)).toBe(true)
})

test('posting without a channel or a token says what is missing and where it comes from', () => {
  const noChannel = fullhold(played, 'post')
  expect([noChannel.code, noChannel.error]).toEqual([2, expect.stringContaining('Add bot: channels: results:')])
  const configuration = join(data, 'with_bot.yaml')
  writeFileSync(configuration, 'bot:\n  channels:\n    results: "1044123456789012345"\n')
  const noToken = fullhold(played, '--config', configuration, 'post')
  expect([noToken.code, noToken.error]).toEqual([2, expect.stringContaining('set FULLHOLD_BOT_TOKEN')])
  writeFileSync(configuration, 'bot:\n  channels:\n    results: 1044123456789012345\n')
  expect(fullhold(played, '--config', configuration, 'post', '--dry-run').error).toContain('must be a Discord id in quotes')
})
