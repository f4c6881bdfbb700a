import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { simulateSeason } from '../../simulator/simulate_season.ts'
import { exportSources } from '../../site/export_sources.ts'
import { readGlossary } from '../../site/read_glossary.ts'
import { reportsFolder } from '../../site/site_paths.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import { offeredSeason } from '../season/simulated_files.ts'
import { type BuiltWarehouse, buildFrom } from '../warehouse/built_warehouse.ts'

const folder = mkdtempSync(join(tmpdir(), 'fullhold-sources-'))
const sources = join(reportsFolder, 'sources/fullhold')
let warehouse: BuiltWarehouse

beforeAll(async () => {
  const season = simulateSeason({ seed: 'sources', evenings: 1, mapsPerEvening: 3 })
  warehouse = await buildFrom(offeredSeason(season), { timeZone: season.truth.time_zone, asOf: '2026-01-01T00:00:00Z' })
}, 300_000)
afterAll(() => {
  warehouse?.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** The sources with one query replaced. */
function sourcesWith(name: string, sql: string): string {
  const changed = mkdtempSync(join(folder, 'sources-'))
  cpSync(sources, changed, { recursive: true })
  writeFileSync(join(changed, `${name}.sql`), sql)
  return changed
}

const exported = (from: string, data = mkdtempSync(join(folder, 'data-'))) =>
  exportSources({ marts: warehouse.paths.marts, sources: from, data, version: '0.0.0' })

test('every source has exactly the rows of its mart, and every page with a key is named', async () => {
  const data = mkdtempSync(join(folder, 'data-'))
  const { rowCounts, entries } = await exported(sources, data)
  const [counted] =
    await warehouse.rows(`select (select count(*) from marts.fct_player_rounds) as players, (select count(*) from marts.fct_matches) as matches,
      (select count(*) from marts.dim_maps) + (select count(*) from marts.dim_players) + (select count(*) from marts.fct_sessions) as others`)
  expect(rowCounts).toMatchObject({ player_rounds: counted!.players, matches: counted!.matches })
  expect(entries.length).toBe(Number(counted!.matches) + Number(counted!.others))
  const { renderedFiles } = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'))
  for (const url of renderedFiles.fullhold) expect(existsSync(join(data, url.replace('static/data/', '')))).toBe(true)
})

test('after a live build every build before it is shown as it ended', async () => {
  const season = simulateSeason({ seed: 'later', evenings: 1, mapsPerEvening: 1, firstEvening: '2025-11-20', endstats: 'none' })
  for (const file of offeredSeason(season)) {
    await warehouse.land([file])
    expect(await warehouse.build('live')).toBe('live')
  }
  const builds = await warehouse.rows('select lane, result_text, is_complete from marts.rpt_builds order by started_at')
  expect(builds.length).toBeGreaterThan(2)
  expect(builds.at(-1)).toMatchObject({ lane: 'live', result_text: 'made this page' })
  expect(builds.filter(({ is_complete: isComplete }) => !isComplete)).toEqual([])
})

test('a source that leaves rows of its mart out fails by name', async () => {
  const changed = sourcesWith('rounds', 'select *\nfrom rpt_round_pages\nwhere round_number = 1\n')
  await expect(exported(changed)).rejects.toThrow(/^source rounds: it has \d+ rows, and its mart rpt_round_pages has \d+$/)
})

test('a source whose query fails fails by name', async () => {
  await expect(exported(sourcesWith('maps', 'select nothing_of_this\nfrom dim_maps\n'))).rejects.toThrow(
    /^source maps: the query failed: .*nothing_of_this/,
  )
  await expect(exported(sourcesWith('maps', 'select 1 as one\n'))).rejects.toThrow('source maps: it must select from one mart')
})

test('where no proximity is published, or what older code published, its sources have no rows and the columns of their contracts', async () => {
  const older = join(folder, 'older_proximity.duckdb')
  const instance = await DuckDBInstance.create(older)
  const connection = await instance.connect()
  await connection.run('create table meta_proximity_build as select 1 as build_id')
  connection.closeSync()
  instance.closeSync()
  for (const marts of [join(folder, 'no_such_file.duckdb'), older]) {
    const data = mkdtempSync(join(folder, 'data-'))
    const proximity = { marts, sources: join(reportsFolder, 'sources/proximity') }
    const { rowCounts } = await exportSources({ marts: warehouse.paths.marts, sources, proximity, data, version: '0.0.0' })
    const counts = Object.entries(rowCounts).filter(([name]) => name.startsWith('proximity.'))
    expect(counts.map(([, count]) => count)).toEqual(counts.map(() => 0))
    const { renderedFiles } = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'))
    expect(renderedFiles.proximity.length).toBe(counts.length)
    const [zones] = renderedFiles.proximity.filter((url: string) => url.endsWith('/zones.parquet'))
    const memory = await DuckDBInstance.create(':memory:')
    const reading = await memory.connect()
    const described = await reading.runAndReadAll(`describe from read_parquet('${join(data, zones.replace('static/data/', ''))}')`)
    expect(described.getRows().map(([name, type]) => `${name} ${type}`)).toEqual(
      expect.arrayContaining(['kills INTEGER', 'presence_seconds DOUBLE', 'square_text VARCHAR']),
    )
    reading.closeSync()
    memory.closeSync()
  }
})

test('the glossary has every term of the marts, with formula, unit and when it is unknown', () => {
  const { terms } = readGlossary(projectFolder)
  expect(terms.damage_per_minute).toMatchObject({ formula: expect.stringContaining('played_seconds'), unit: 'hit points per minute' })
  expect(terms.damage_per_minute!.unknown).toMatch(/^Null when/)
  expect(terms.score_confidence!.used_in).toContain('fct_rounds')
  for (const [name, term] of Object.entries(terms)) expect(`${name}: ${term.text}`).toMatch(/: \S.{3,}/)
})

test('every term that a component names is a term of the glossary', () => {
  const { terms } = readGlossary(projectFolder)
  const named = readdirSync(reportsFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(pages|components)\/.*\.(md|svelte)$/.test(file))
    .flatMap((file) => [...readFileSync(join(reportsFolder, file), 'utf8').matchAll(/term: '(\w+)'/g)].map(([, name]) => name!))
  expect(named.length).toBeGreaterThan(100)
  expect([...new Set(named)].filter((name) => terms[name] === undefined)).toEqual([])
})

test('the sources can be read by the version of DuckDB that the pages use', async () => {
  const data = mkdtempSync(join(folder, 'data-'))
  await exported(sources, data)
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const reader = await connection.runAndReadAll(
    `select distinct encodings, compression from parquet_metadata('${data}/fullhold/*/*.parquet')`,
  )
  // newer encodings (DELTA_*, BYTE_STREAM_SPLIT) came after the browser's version
  for (const [encodings, compression] of reader.getRows())
    expect(`${encodings} ${compression}`).toMatch(/^(PLAIN|RLE_DICTIONARY|PLAIN_DICTIONARY|RLE|, )+ (SNAPPY|UNCOMPRESSED)$/)
  connection.closeSync()
  instance.closeSync()
})
