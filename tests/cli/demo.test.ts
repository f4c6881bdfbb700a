import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
})

test('status tells what was landed, refused and found', () => {
  const status = JSON.parse(fullhold(played, 'status', '--json').out)
  const files = readdirSync(join(played, 'gamestats'))
  expect(status.sources).toMatchObject([
    { kind: 'endstats', file_count: files.filter((name) => name.includes('endstats')).length },
    { kind: 'stats', file_count: files.filter((name) => !name.includes('endstats')).length, refusal_count: 0 },
  ])
  expect(status.build).toMatchObject({ lane: 'full' })
  expect(fullhold(played, 'status').out).toContain('stats: ')
})

test('trace leads from a file name to the round, its arrivals and players, and gives the bytes back', () => {
  const name = readdirSync(join(played, 'gamestats')).find((file) => file.endsWith('-round-1.txt'))!
  const traced = fullhold(played, 'trace', name, '--raw')
  expect(traced.out).toMatch(/^round {6}[0-9a-f]{16} /)
  expect(traced.out).toContain('defended')
  expect(traced.out).toContain(readFileSync(join(played, 'gamestats', name), 'utf8'))
  const { round } = JSON.parse(fullhold(played, 'trace', name, '--json').out)
  expect(JSON.parse(fullhold(played, 'trace', round.short_key, '--json').out).round).toEqual(round)
})

test('what nothing is known about, and a folder without marts, are said plainly', () => {
  const unknown = fullhold(played, 'trace', 'no-such-round')
  expect([unknown.code, unknown.error]).toEqual([1, expect.stringContaining('no round and no file is known as "no-such-round"')])
  for (const command of [['status'], ['trace', 'x']]) {
    const done = fullhold(join(data, 'nothing'), ...command)
    expect([done.code, done.error]).toEqual([1, expect.stringContaining('nothing is published')])
  }
})
