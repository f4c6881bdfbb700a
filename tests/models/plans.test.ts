import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { simulateSeason } from '../../simulator/simulate_season.ts'
import { buildProximity } from '../../warehouse/build_proximity.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { offeredProximity, offeredSeason } from '../season/simulated_files.ts'
import { type BuiltWarehouse, buildFrom, residentDbt } from '../warehouse/built_warehouse.ts'

const nodeSchema = z.object({
  resource_type: z.string(),
  name: z.string(),
  description: z.string(),
  original_file_path: z.string(),
  schema: z.string(),
  config: z.object({ materialized: z.string().nullish() }),
  depends_on: z.object({ nodes: z.array(z.string()).optional() }),
  columns: z.record(z.string(), z.object({ description: z.string() })),
})
const manifestSchema = z.object({ nodes: z.record(z.string(), nodeSchema) })

let warehouse: BuiltWarehouse
let models: z.output<typeof nodeSchema>[]
let nodes: Record<string, z.output<typeof nodeSchema>>

beforeAll(async () => {
  const season = simulateSeason({ seed: 'plans', evenings: 2, mapsPerEvening: 3, sources: ['proximity'], trackers: ['v4', 'v611'] })
  const tracked = [season.proximity[0]!, season.proximity.at(-1)!].map((file) => offeredProximity(file))
  warehouse = await buildFrom([...offeredSeason(season), ...tracked], {
    timeZone: season.truth.time_zone,
    asOf: '2026-01-01T00:00:00Z',
  })
  const { paths, configuration } = warehouse
  expect(await buildProximity({ paths, configuration, dbt: residentDbt(), lane: 'full' })).toMatchObject({ ok: true, filesRead: 2 })
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(warehouse.paths.target, 'manifest.json'), 'utf8')))
  nodes = manifest.nodes
  models = Object.values(nodes).filter((node) => node.resource_type === 'model')
}, 300_000)
afterAll(() => warehouse?.remove())

/** All SQL files below a folder. */
function sqlBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sql'))
    .map((name) => join(folder, name))
}

/** The SQL that dbt made of the models: `compiled` holds the selects, `run` what was executed. */
function sqlOfModels(kind: 'compiled' | 'run'): string[] {
  return sqlBelow(join(warehouse.paths.target, kind)).filter((file) => file.includes('/models/'))
}

type Plan = { name: string; children: Plan[] }
const planSchema: z.ZodType<Plan> = z.object({ name: z.string(), children: z.lazy(() => z.array(planSchema)) })

function operators(plan: Plan): string[] {
  return [plan.name.trim(), ...plan.children.flatMap(operators)]
}

test('no compiled model plans a nested-loop join', async () => {
  const files = sqlOfModels('compiled')
  expect(files.length).toBeGreaterThanOrEqual(models.length)
  const slow: string[] = []
  using opened = await openWarehouse(warehouse.paths.warehouse, { isReadOnly: true })
  // as for tables of any size: over a handful of rows a loop is cheapest, and rightly planned
  for (const name of ['nested_loop_join_threshold', 'asof_loop_join_threshold', 'merge_join_threshold'])
    await opened.connection.run(`set ${name} = 0`)
  for (const file of files) {
    const sql = readFileSync(file, 'utf8')
    const explained = await opened.connection.runAndReadAll(`explain (format json) ${sql}`)
    const plans = z.array(planSchema).parse(JSON.parse(String(explained.getRows()[0]![1])))
    const found = plans.flatMap(operators).filter((name) => /NL_JOIN|NESTED_LOOP/.test(name))
    if (found.length > 0) slow.push(`${file.split('/models/')[1]}: ${found}`)
  }
  expect(slow).toEqual([])
})

test('no model, macro or data test reads the clock or draws lots', () => {
  const clocks =
    /\b(now|today|get_current_time(stamp|)|current_localtimestamp|current_localtime|transaction_timestamp|random|uuid|gen_random_uuid)\s*\(|\b(current_date|current_time|current_timestamp|localtime|localtimestamp)\b|run_started_at|modules\.datetime/i
  const written = ['models', 'macros', 'tests/dbt', 'analyses'].flatMap((folder) => sqlBelow(join(projectFolder, folder)))
  const readers = [...written, ...sqlOfModels('run')]
  expect(readers.length).toBeGreaterThan(100)
  expect(readers.filter((file) => clocks.test(withoutComments(readFileSync(file, 'utf8'))))).toEqual([])
})

function withoutComments(sql: string): string {
  return sql.replace(/--.*$/gm, '').replace(/\{#.*?#\}/gs, '')
}

test('marts hold plain columns only', async () => {
  const nested = await warehouse.rows(`
    select table_name, column_name, data_type from duckdb_columns()
    where schema_name in ('marts', 'marts_proximity') and regexp_matches(data_type, '\\[|STRUCT|ENUM|MAP|UNION|BLOB')`)
  expect(nested).toEqual([])
})

test('every model and every column of a mart is described, and every mart has a table', async () => {
  expect(models.filter((model) => model.description.trim() === '').map((model) => model.name)).toEqual([])
  const columns = await warehouse.rows(
    "select table_name, column_name from duckdb_columns() where schema_name in ('marts', 'marts_proximity')",
  )
  const described = new Map(models.map((model) => [model.name, model.columns]))
  expect(columns.length).toBeGreaterThan(500)
  const silent = columns.filter(
    ({ table_name: table, column_name: column }) => !described.get(String(table))?.[String(column)]?.description.trim(),
  )
  expect(silent.map(({ table_name: table, column_name: column }) => `${table}.${column}`)).toEqual([])
  const tables = new Set(columns.map((column) => column.table_name))
  expect(models.filter((model) => model.schema === 'marts' && !tables.has(model.name)).map((model) => model.name)).toEqual([])
})

/** The models that a model is made of, as far as the next one that keeps all history. */
function madeOf(name: string, found = new Set<string>()): Set<string> {
  for (const parent of nodes[name]?.depends_on.nodes ?? []) {
    const node = nodes[parent]
    if (!node || found.has(node.name)) continue
    found.add(node.name)
    if (node.config.materialized !== 'exchanged') madeOf(parent, found)
  }
  return found
}

test('a mart that keeps no history itself is made of models that do, not of what the live lane happens to work on', () => {
  // the gate alone looks at what was worked on, and says so
  const anew = Object.entries(nodes).filter(
    ([, node]) => node.schema === 'marts' && node.config.materialized !== 'exchanged' && node.name !== 'rpt_publish_gate',
  )
  expect(anew.length).toBeGreaterThan(10)
  expect(anew.filter(([id]) => madeOf(id).has('int_arrivals__in_scope')).map(([, node]) => node.name)).toEqual([])
})
