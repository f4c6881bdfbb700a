import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { daysSpannedBy, replicateSeason } from '../../simulator/replicate_season.ts'
import { simulateSeason } from '../../simulator/simulate_season.ts'
import { writeSeason } from '../../simulator/write_season.ts'

const folder = await mkdtemp(join(tmpdir(), 'fullhold-season-'))
afterAll(() => rm(folder, { recursive: true }))
const season = simulateSeason({ seed: 2, evenings: 2, mapsPerEvening: 3, incidents: {} })

test('a season is written flat, each file with the instant at which the server wrote it, the truth apart', async () => {
  await writeSeason(season, join(folder, 'stats'), join(folder, 'truth'))
  expect((await readdir(join(folder, 'stats'))).sort()).toEqual(season.files.map((file) => file.file_name).sort())
  for (const file of season.files) {
    const path = join(folder, 'stats', file.file_name)
    expect(Buffer.compare(await readFile(path), file.bytes)).toBe(0)
    expect(Math.round((await stat(path)).mtimeMs)).toBe(file.writtenAt)
  }
  expect(await readdir(join(folder, 'truth'))).toEqual(['truth.json'])
  expect(JSON.parse(await readFile(join(folder, 'truth', 'truth.json'), 'utf8'))).toEqual(season.truth)
})

test('copies of a season never share a name and keep their bytes', () => {
  const copies = [...replicateSeason(season.files, 40, daysSpannedBy(season.files))]
  expect(copies.length).toBe(40 * season.files.length)
  expect(new Set(copies.map((file) => file.file_name)).size).toBe(copies.length)
  const names = copies.filter((_, index) => index % season.files.length === 0).map((file) => file.file_name)
  expect(names).toEqual([...names].sort())
  expect(copies[season.files.length]!.bytes).toBe(season.files[0]!.bytes)
  expect(copies.slice(0, season.files.length)).toEqual(season.files)
})
