import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { configurationSchema } from '../../config/configuration.ts'
import { landFiles } from '../../ingest/land.ts'
import type { Lane } from '../../ingest/land_rows.ts'
import { type Built, build } from '../../warehouse/build.ts'
import { type DataPaths, dataPaths } from '../../warehouse/data_paths.ts'
import { projectFolder, startDbt } from '../../warehouse/dbt.ts'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { writeWarehouse } from '../../warehouse/write_warehouse.ts'
import { offered, rowsOf, scratchFolder } from './scratch.ts'

const dbt = startDbt(join(projectFolder, 'logs'))
afterAll(() => dbt[Symbol.dispose]())
const configuration = configurationSchema.parse({})

/** A throw-away project: files staged, counted in a mart, with a gate that a file name can break. */
function tinyProject(): string {
  const project = scratchFolder()
  for (const folder of ['models/staging', 'models/intermediate', 'models/marts', 'seeds', 'macros', 'tests/dbt/macros', 'warehouse'])
    mkdirSync(join(project, folder), { recursive: true })
  cpSync(join(projectFolder, 'macros/generate_schema_name.sql'), join(project, 'macros/generate_schema_name.sql'))
  cpSync(join(projectFolder, 'warehouse/profiles.yml'), join(project, 'warehouse/profiles.yml'))
  const files: Record<string, string> = {
    'dbt_project.yml':
      'name: tiny\nversion: "1.0.0"\nprofile: fullhold\ntest-paths: [tests/dbt]\nmodels: {tiny: {staging: {+schema: staging}, intermediate: {+schema: intermediate}, marts: {+schema: marts, +materialized: table}}}\nseeds: {tiny: {+schema: seeds}}\n',
    'models/_sources.yml': 'sources: [{name: raw, schema: raw, tables: [{name: stats_files}, {name: endstats_files}, {name: builds}]}]\n',
    'models/staging/stg_files.sql': "{{ config(materialized='table') }} select file_name, sha256 from {{ source('raw', 'stats_files') }}",
    'models/intermediate/int_arrivals.sql': "select sha256 as arrival_id from {{ source('raw', 'stats_files') }}",
    'models/marts/fct_files.sql':
      "select count(*) as files, list_sum(list_transform(range(100000), lambda x: x % 3)) as work from {{ ref('stg_files') }}",
    'models/intermediate/int_scope.sql': "select now() as from_at, now() as until_at from {{ ref('int_arrivals') }} limit 1",
    'models/marts/meta_marts.sql': "select 'fct_files' as mart, false as is_exchanged",
    'models/marts/meta_build.sql': "select max(started_at) as started_at, count(*) as builds from {{ source('raw', 'builds') }}",
    'models/marts/rpt_publish_gate.sql':
      "select 'bad_name' as gate, file_name as subject, 'on purpose' as detail from {{ ref('stg_files') }} where contains(file_name, 'broken')",
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text)
  return project
}

async function landNames(paths: DataPaths, ...names: string[]): Promise<void> {
  await writeWarehouse(paths, '1GB', ({ connection }) =>
    landFiles(
      connection,
      names.map((name) => offered(name, `${name}\n`)),
    ),
  )
}

async function run(paths: DataPaths, project: string, lane: Lane): Promise<Built> {
  return await build({ paths, configuration, dbt, lane, asOf: new Date(), project })
}

async function published(paths: DataPaths): Promise<unknown> {
  using marts = await openWarehouse(paths.marts, { isReadOnly: true })
  return Number((await rowsOf(marts.connection, 'select files from fct_files'))[0]![0])
}

test('the live lane runs what arrived, and becomes the full lane where only that is right', async () => {
  const paths = dataPaths(scratchFolder())
  const project = tinyProject()
  await landNames(paths, 'a')
  expect(await run(paths, project, 'live')).toMatchObject({ ok: true, lane: 'full' })
  expect(await published(paths)).toBe(1)
  expect(await run(paths, project, 'live')).toMatchObject({ ok: true, lane: 'none', file: undefined })
  await landNames(paths, 'a', 'b', 'c')
  expect(await run(paths, project, 'live')).toMatchObject({ ok: true, lane: 'live', nodeCount: 4 })
  expect(await published(paths)).toBe(3)
  writeFileSync(join(project, 'models/marts/fct_more.sql'), 'select 1 as a')
  expect(await run(paths, project, 'live')).toMatchObject({ ok: true, lane: 'full', nodeCount: 8 })
})

test('a gate stops the publish, is said, and what was published stays', async () => {
  const paths = dataPaths(scratchFolder())
  const project = tinyProject()
  await landNames(paths, 'a')
  await run(paths, project, 'full')
  await landNames(paths, 'broken')
  const stopped = await run(paths, project, 'live')
  expect(stopped).toMatchObject({ ok: false, stage: 'publish', brokenPromises: [{ gate: 'bad_name', subject: 'broken' }] })
  expect(await published(paths)).toBe(1)
})

test('a data test that fails stops the publish and is named with how many rows, and what was published stays', async () => {
  const paths = dataPaths(scratchFolder())
  const project = tinyProject()
  await landNames(paths, 'a')
  await run(paths, project, 'full')
  await landNames(paths, 'b')
  writeFileSync(join(project, 'models/marts/fct_more.sql'), 'select unnest([1, 2, 3]) as a')
  const yaml = 'models: [{name: fct_more, columns: [{name: a, data_tests: [{accepted_values: {arguments: {values: [2], quote: false}}}]}]}]'
  writeFileSync(join(project, 'models/marts/fct_more.yml'), yaml)
  const stopped = await run(paths, project, 'full')
  expect(stopped).toMatchObject({
    ok: false,
    stage: 'build',
    reasons: [expect.stringMatching(/test accepted_values_fct_more_a.*: 2 rows; /)],
  })
  expect(await published(paths)).toBe(1)
})

test('a model that fails is named, and the next build does the work', async () => {
  const paths = dataPaths(scratchFolder())
  const project = tinyProject()
  await landNames(paths, 'a')
  const model = join(project, 'models/marts/fct_more.sql')
  writeFileSync(model, 'select nonsense')
  const failed = await run(paths, project, 'full')
  expect(failed).toMatchObject({ ok: false, stage: 'build', reasons: [expect.stringMatching(/model fct_more: .*nonsense/s)] })
  writeFileSync(model, 'select 1 as a')
  expect(await run(paths, project, 'live')).toMatchObject({ ok: true, lane: 'full' })
})

test('a build that is killed loses nothing, and the next one finishes its work', async () => {
  const paths = dataPaths(scratchFolder())
  const project = tinyProject()
  await landNames(paths, 'a')
  await run(paths, project, 'full')
  for (const [kills, name] of ['b', 'c'].entries()) {
    await landNames(paths, name)
    const program = `
      import { configurationSchema } from '${projectFolder}/config/configuration.ts'
      import { build } from '${projectFolder}/warehouse/build.ts'
      import { dataPaths } from '${projectFolder}/warehouse/data_paths.ts'
      import { startDbt } from '${projectFolder}/warehouse/dbt.ts'
      const paths = dataPaths(${JSON.stringify(paths.folder)})
      const dbt = startDbt(paths.logs)
      await build({ paths, configuration: configurationSchema.parse({}), dbt, lane: 'live', asOf: new Date(), project: ${JSON.stringify(project)},
        onProgress: (progress) => console.log(progress.unique_id) })`
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    for (let seen = 0; seen <= kills; seen += 1) await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await published(paths)).toBe(1 + kills)
    expect(await run(paths, project, 'live')).toMatchObject({ ok: true, lane: 'live' })
    expect(await published(paths)).toBe(2 + kills)
  }
  expect(readdirSync(paths.folder).filter((name) => name.startsWith('marts.next'))).toEqual([])
})
