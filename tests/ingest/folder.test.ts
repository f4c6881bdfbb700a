import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { OfferedFile } from '../../ingest/land.ts'
import { listFolder } from '../../ingest/sources/folder.ts'
import { scratchFolder } from '../warehouse/scratch.ts'

const largestBytes = { stats: 100, endstats: 100, gametimes: 100, proximity: 100 }

async function list(path: string): Promise<string[]> {
  const found: OfferedFile[] = []
  for await (const file of listFolder({ server: 'main', sourceName: 'folder', path, largestBytes })) found.push(file)
  return found.map((file) => `${file.fileName} ${file.status === 'offered' ? file.kind : file.reason}`)
}

test('files are offered by their names, in name order; dumps and strangers are passed over', async () => {
  const folder = scratchFolder()
  for (const name of [
    '2026-01-12-224606-te_escape2-round-2.txt',
    '2026-01-12-224606-te_escape2-round-2-endstats.txt',
    '2026-01-12-224606-te_escape2-round-2_ws.txt',
    '2026-01-12-224606-te_escape2-round-2_endstats.txt',
    '2026-01-12-224606-te_escape2-round-3.txt',
    '2026-01-12-2246-te_escape2-round-1.txt',
    'readme.txt',
    'server.log',
  ]) {
    writeFileSync(join(folder, name), 'x\n')
  }
  mkdirSync(join(folder, '2026-01-12-224606-folder-round-1.txt'))
  expect(await list(folder)).toEqual([
    '2026-01-12-2246-te_escape2-round-1.txt unrecognised_name',
    '2026-01-12-224606-te_escape2-round-2-endstats.txt endstats',
    '2026-01-12-224606-te_escape2-round-2.txt stats',
    '2026-01-12-224606-te_escape2-round-3.txt unrecognised_name',
  ])
})

test('a file over the cap is refused unread', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, '2026-01-12-224606-supply-round-1.txt'), 'x'.repeat(101))
  expect(await list(folder)).toEqual(['2026-01-12-224606-supply-round-1.txt too_large'])
})

test('links are not followed, dangling or not', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'secret'), 'x')
  symlinkSync(join(folder, 'secret'), join(folder, '2026-01-12-224606-supply-round-1.txt'))
  symlinkSync(join(folder, 'nothing'), join(folder, '2026-01-12-224606-supply-round-2.txt'))
  expect(await list(folder)).toEqual([
    '2026-01-12-224606-supply-round-1.txt not_a_regular_file',
    '2026-01-12-224606-supply-round-2.txt not_a_regular_file',
  ])
})

test('one file can be named, and a name that is none of ours is refused', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, '2026-01-12-224606-supply-round-1.txt'), 'x\n')
  writeFileSync(join(folder, 'notes.md'), 'x\n')
  expect(await list(join(folder, '2026-01-12-224606-supply-round-1.txt'))).toEqual(['2026-01-12-224606-supply-round-1.txt stats'])
  expect(await list(join(folder, 'notes.md'))).toEqual(['notes.md unrecognised_name'])
})
