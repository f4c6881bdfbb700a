import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { type DbtPlace, describeFailures, startDbt } from '../../warehouse/dbt.ts'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { rowsOf, scratchFolder } from './scratch.ts'

const dbt = startDbt(join(import.meta.dirname, '../../logs'))
afterAll(() => dbt[Symbol.dispose]())

function tinyProject(models: Record<string, string>): DbtPlace {
  const folder = scratchFolder()
  mkdirSync(join(folder, 'models'))
  writeFileSync(
    join(folder, 'dbt_project.yml'),
    'name: tiny\nversion: "1.0.0"\nprofile: fullhold\nmodels: {tiny: {+materialized: table}}\n',
  )
  for (const [name, text] of Object.entries(models)) writeFileSync(join(folder, 'models', name), text)
  return {
    warehouse: join(folder, 'warehouse.duckdb'),
    target: join(folder, 'target'),
    logs: join(folder, 'logs'),
    code: 'first',
    project: folder,
  }
}

async function query(place: DbtPlace, sql: string): Promise<unknown[][]> {
  using warehouse = await openWarehouse(place.warehouse, { isReadOnly: true, patienceSeconds: 0 })
  return await rowsOf(warehouse.connection, sql)
}

test('a run fills the warehouse and lets go of the file', async () => {
  const place = tinyProject({ 'answers.sql': "select 42 as answer, current_setting('TimeZone') as zone" })
  const progress: string[] = []
  const answer = await dbt.run(['run'], place, ({ unique_id, status }) => progress.push(`${unique_id} ${status}`))
  expect(answer).toMatchObject({ success: true, error: null, results: [{ unique_id: 'model.tiny.answers', status: 'success' }] })
  expect(progress).toEqual(['model.tiny.answers success'])
  expect(await query(place, 'select * from answers')).toEqual([[42, 'UTC']])
})

test('one parsed project serves several warehouses, and again with ephemeral models', async () => {
  const place = tinyProject({
    'base.sql': "{{ config(materialized='ephemeral') }} select 1 as a",
    'grown.sql':
      "{{ config(materialized='incremental') }} select * from {{ ref('base') }} {% if is_incremental() %} where false {% endif %}",
  })
  const second = { ...place, warehouse: join(scratchFolder(), 'warehouse.duckdb') }
  for (const each of [place, place, second, place]) expect(await dbt.run(['run'], each)).toMatchObject({ success: true })
  expect(await query(place, 'select * from grown')).toEqual([[1]])
  expect(await query(second, 'select * from grown')).toEqual([[1]])
})

test('a changed project is parsed again when its code has another name', async () => {
  const place = tinyProject({ 'answers.sql': 'select 1 as answer' })
  await dbt.run(['run'], place)
  writeFileSync(join(place.project!, 'models/answers.sql'), 'select 2 as answer')
  await dbt.run(['run'], { ...place, code: 'second' })
  expect(await query(place, 'select * from answers')).toEqual([[2]])
})

test('what fails is named with its message, and the worker goes on', async () => {
  const place = tinyProject({
    'broken.sql': 'select no_such_column from (select 1 as a)',
    'fine.sql': 'select 1 as a',
    'fine.yml': 'models: [{name: fine, columns: [{name: a, data_tests: [{accepted_values: {arguments: {values: [2], quote: false}}}]}]}]',
  })
  const answer = await dbt.run(['build'], place)
  expect(answer.success).toBe(false)
  const failures = describeFailures(answer).join('\n')
  expect(failures).toMatch(/model broken: .*no_such_column/s)
  expect(failures).toMatch(/test accepted_values_fine_a__False__2.*: 1 rows; Got 1 result/)
  expect(await dbt.run(['run', '--select', 'fine'], place)).toMatchObject({ success: true })
})

test('data tests run as dbt compiled them: rows that fail are counted, what cannot run says why, and a threshold is refused', async () => {
  const yaml = (config: string) =>
    `models: [{name: fine, columns: [{name: a, data_tests: [not_null, {accepted_values: {arguments: {values: [2], quote: false}${config}}}]}]}]`
  const place = tinyProject({ 'fine.sql': 'select unnest([1, 2, 3]) as a', 'fine.yml': yaml('') })
  mkdirSync(join(place.project!, 'tests'))
  writeFileSync(join(place.project!, 'tests/lost.sql'), "select * from {{ ref('fine') }} where no_such_column")
  await dbt.run(['run'], place)
  const answer = await dbt.runTests(['--select', 'resource_type:test'], place)
  expect(answer.success).toBe(false)
  expect(answer.results.filter(({ status }) => status === 'pass').map(({ unique_id }) => unique_id)).toEqual([
    expect.stringMatching(/^test\.tiny\.not_null_fine_a/),
  ])
  const failures = describeFailures(answer).join('\n')
  expect(failures).toMatch(/test accepted_values_fine_a__False__2.*: 2 rows; Got 2 results/)
  expect(failures).toMatch(/test lost: .*no_such_column/)
  const chosen = await dbt.runTests(['--select', 'resource_type:test', '--exclude', 'lost', 'test_name:accepted_values'], place)
  expect(chosen).toMatchObject({ success: true, results: [{ status: 'pass', failures: 0 }] })
  writeFileSync(join(place.project!, 'models/fine.yml'), yaml(', config: {error_if: ">5"}'))
  const refused = await dbt.runTests(['--select', 'resource_type:test'], { ...place, code: 'second' })
  expect(describeFailures(refused).join()).toMatch(/accepted_values_fine_a.* is configured in a way that is not known here/)
})

test('a project that cannot be parsed and a warehouse that cannot be opened are answers too', async () => {
  const place = tinyProject({ 'broken.sql': "select * from {{ ref('nowhere') }}" })
  expect(describeFailures(await dbt.run(['run'], place)).join()).toMatch(/nowhere/)
  const other = { ...tinyProject({ 'fine.sql': 'select 1 as a' }), warehouse: '/proc/warehouse.duckdb' }
  expect(await dbt.run(['run'], other)).toMatchObject({ success: false })
})

test('the worker dies with its parent, even when that is killed', async () => {
  const logs = scratchFolder()
  const program = `
    import { startDbt } from ${JSON.stringify(join(import.meta.dirname, '../../warehouse/dbt.ts'))}
    const dbt = startDbt(${JSON.stringify(logs)})
    console.log(dbt.pid)
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pid = Number(await new Promise<Buffer>((resolve) => parent.stdout.once('data', resolve)))
  await until(() => readFileSync(`/proc/${pid}/status`, 'utf8').includes('python'))
  parent.kill('SIGKILL')
  await until(() => !isRunning(pid))
  expect(isRunning(pid)).toBe(false)
})

function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
}

async function until(isTrue: () => boolean): Promise<void> {
  for (const giveUpAt = Date.now() + 30_000; !isTrue(); ) {
    if (Date.now() > giveUpAt) throw new Error(`waited for 30 s; processes now:\n${execFileSync('ps', ['ax']).toString()}`)
    await delay(20)
  }
}
