import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { configurationSchema } from '../../config/configuration.ts'
import { landFiles, type OfferedFile } from '../../ingest/land.ts'
import { simulateSeason } from '../../simulator/simulate_season.ts'
import { build } from '../../warehouse/build.ts'
import { dataPaths } from '../../warehouse/data_paths.ts'
import { projectFolder, startDbt } from '../../warehouse/dbt.ts'
import { sandboxedSql } from '../../warehouse/sandboxed_sql.ts'
import { writeWarehouse } from '../../warehouse/write_warehouse.ts'

const analyses = join(projectFolder, 'analyses')
const names = readdirSync(analyses).sort()
const folder = mkdtempSync(join(tmpdir(), 'fullhold-analyses-'))
const paths = dataPaths(folder)

/** Questions that a season without trouble may answer with nothing. */
const mayBeEmpty = new Set(['double_full_holds.sql', 'early_holds.sql', 'existing_database.sql', 'not_counted.sql', 'not_verified.sql'])

function textOf(name: string): string {
  return readFileSync(join(analyses, name), 'utf8')
}

function* filesOf(season: ReturnType<typeof simulateSeason>): Generator<OfferedFile> {
  for (const { kind, file_name: fileName, bytes } of season.files) {
    yield { status: 'offered', server: 'main', sourceName: 'folder', fileName, kind, read: async () => bytes }
  }
}

beforeAll(async () => {
  const configuration = configurationSchema.parse({})
  const season = simulateSeason({ seed: 'analyses', timeZone: 'UTC', evenings: 4 })
  await writeWarehouse(paths, '1GB', ({ connection }) => landFiles(connection, filesOf(season)))
  using dbt = startDbt(paths.logs)
  const built = await build({ paths, configuration, dbt, lane: 'full', asOf: new Date('2026-01-01T00:00:00Z') })
  expect(built).toMatchObject({ ok: true })
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('there are only analyses in the folder, named as they are asked for', () => {
  expect(names.length).toBeGreaterThanOrEqual(14)
  for (const name of names) expect(name).toMatch(/^[a-z0-9_]+\.sql$/)
})

describe.each(names)('%s', (name) => {
  const text = textOf(name)
  const [question, gives] = text.split('\n')

  test('says what it answers and reads the published marts alone', () => {
    expect(question).toMatch(/^-- \S.*\?( \(edit `parameters`\))?$/)
    expect(text.includes('parameters as (')).toBe(question!.endsWith('(edit `parameters`)'))
    expect(text).not.toMatch(/\{\{|\bmarts\.|\braw\./)
  })

  test('gives the columns that it names', async () => {
    const { columns, rows } = await sandboxedSql(paths.marts, text)
    expect(`-- gives: ${columns.join(', ')}`).toBe(gives)
    if (!mayBeEmpty.has(name)) expect(rows.length).toBeGreaterThan(0)
  })
})
