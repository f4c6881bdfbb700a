import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defectNames } from '../../simulator/defects.ts'
import type { SeasonTruth } from '../../simulator/truth.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import { scratchFolder } from '../warehouse/scratch.ts'

function simulate(...args: string[]): { code: number | null; out: string; error: string } {
  const command = [join(projectFolder, 'bin/fullhold.mjs'), '--config', join(projectFolder, 'fullhold.example.yaml'), 'simulate', ...args]
  const done = spawnSync(process.execPath, command, { encoding: 'utf8' })
  return { code: done.status, out: done.stdout, error: done.stderr }
}

test('an evening with every source and every defect lies where each source would have it, and the truth knows each file and message', () => {
  const folder = join(scratchFolder(), 'evening')
  const short = ['--evenings', '2', '--maps', '2', '--players', '2']
  const done = simulate(folder, ...short, '--sources', 'all', '--defects', 'all', '--emitters', '1.7.2', '--trackers', 'v4,v611')
  expect([done.code, done.error]).toEqual([0, ''])
  expect(done.out).toMatch(/ messages: /)
  const lines = readFileSync(join(folder, 'discord/messages.jsonl'), 'utf8').trimEnd().split('\n')
  const ids = new Set(lines.map((line) => (JSON.parse(line) as { id: string }).id))
  const homes = [
    folder,
    ...(existsSync(join(folder, 'servers')) ? readdirSync(join(folder, 'servers')).map((name) => join(folder, 'servers', name)) : []),
  ]
  const names = homes.flatMap((home) =>
    ['', 'gametimes', 'proximity'].flatMap((part) => {
      const entries = existsSync(join(home, part)) ? readdirSync(join(home, part), { withFileTypes: true }) : []
      return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
    }),
  )
  const truth = JSON.parse(readFileSync(join(folder, 'truth/truth.json'), 'utf8')) as SeasonTruth
  expect(truth.artefacts!.map((one) => one.name).sort()).toEqual([...names, ...ids].sort())
})

test('single defects are asked for by name, certain or with a probability', () => {
  const folder = join(scratchFolder(), 'evening')
  const short = ['--evenings', '1', '--maps', '2', '--players', '2', '--emitters', '1.7.2']
  expect(simulate(folder, ...short, '--sources', 'gametimes', '--defects', 'wrong_round_number,ghost=0').code).toBe(0)
  expect(readdirSync(join(folder, 'gametimes')).length).toBeGreaterThan(2)
  expect(existsSync(join(folder, 'discord'))).toBe(false)
  const truth = JSON.parse(readFileSync(join(folder, 'truth/truth.json'), 'utf8')) as SeasonTruth
  expect(new Set(truth.artefacts!.flatMap((one) => one.defects))).toEqual(new Set(['wrong_round_number']))
})

test('help names every defect; what is not known is refused with what is', () => {
  const help = simulate('--help').out
  for (const name of defectNames) expect(help).toContain(`  ${name} `)
  for (const [option, value, said] of [
    ['--defects', 'rain', 'there is no defect "rain"'],
    ['--defects', 'late=2', '2 is no probability'],
    ['--sources', 'telepathy', 'there is no source "telepathy"'],
    ['--emitters', '9.9.9', 'there is no version "9.9.9"'],
    ['--trackers', 'v9', 'there is no layout "v9"'],
  ] as const) {
    const done = simulate(join(scratchFolder(), 'x'), option, value)
    expect(done.code).toBe(2)
    expect(done.error).toContain(said)
  }
})
