import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type DataPaths, dataPaths } from '../../warehouse/data_paths.ts'
import { openMarts } from '../../warehouse/open_marts.ts'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { publish, publishedFiles, rollBack } from '../../warehouse/publish.ts'
import { scratchFolder } from './scratch.ts'

async function fill(paths: DataPaths, number: number, broken = ''): Promise<void> {
  using warehouse = await openWarehouse(paths.warehouse)
  await warehouse.connection.run(`
    create schema if not exists marts;
    create or replace table marts.numbers as select ${number} as number from range(1000);
    create or replace table marts.rpt_publish_gate (gate varchar, subject varchar, detail varchar);
    ${broken}`)
}

async function publishNumber(paths: DataPaths, number: number, keep = 5) {
  await fill(paths, number)
  return await publish(paths, { buildId: `b${number}`, publishedAt: new Date(Date.UTC(2026, 0, number)), keep })
}

async function publishedNumber(path: string): Promise<number> {
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' })
  const connection = await instance.connect()
  const reader = await connection.runAndReadAll('select min(number)::integer, count(*)::integer from numbers')
  connection.closeSync()
  instance.closeSync()
  expect(reader.getRows()[0]![1]).toBe(1000)
  return Number(reader.getRows()[0]![0])
}

test('marts become tables of the published file; the last ones are kept and can be gone back to', async () => {
  const paths = dataPaths(scratchFolder())
  for (const number of [1, 2, 3, 4]) expect(await publishNumber(paths, number, 3)).toMatchObject({ ok: true, tables: 2 })
  expect(publishedFiles(paths).map(({ buildId, isCurrent }) => [buildId, isCurrent])).toEqual([
    ['b2', false],
    ['b3', false],
    ['b4', true],
  ])
  expect(rollBack(paths)).toMatchObject({ ok: true, buildId: 'b3' })
  expect(await publishedNumber(paths.marts)).toBe(3)
  expect(rollBack(paths)).toMatchObject({ ok: true, buildId: 'b2' })
  expect(rollBack(paths)).toMatchObject({ ok: false })
  expect(await publishedNumber(paths.marts)).toBe(2)
})

test('a broken promise stops the publish, names its rows, and leaves the file as it was', async () => {
  const paths = dataPaths(scratchFolder())
  await publishNumber(paths, 1)
  const before = readFileSync(paths.marts)
  await fill(paths, 2, "insert into marts.rpt_publish_gate values ('key_not_unique', 'fct_rounds', null)")
  const stopped = await publish(paths, { buildId: 'b2', publishedAt: new Date(Date.UTC(2026, 0, 2)), keep: 5 })
  expect(stopped).toMatchObject({ ok: false, brokenPromises: [{ gate: 'key_not_unique', subject: 'fct_rounds', detail: '' }] })
  expect(readFileSync(paths.marts).equals(before)).toBe(true)
  expect(readdirSync(paths.published)).toHaveLength(1)
})

test('without a gate, and without a warehouse, nothing is published', async () => {
  const paths = dataPaths(scratchFolder())
  const options = { buildId: 'b1', publishedAt: new Date(0), keep: 5 }
  expect(await publish(paths, options)).toMatchObject({ ok: false })
  await fill(paths, 1, 'drop table marts.rpt_publish_gate')
  expect(await publish(paths, options)).toMatchObject({ ok: false })
  expect(existsSync(paths.marts)).toBe(false)
})

test('a reader that is open keeps its file across the rename; the next read sees the new one', async () => {
  const paths = dataPaths(scratchFolder())
  await publishNumber(paths, 1)
  await using marts = openMarts(paths.marts)!
  const question = sql<{ number: number }>`select any_value(number) as number from numbers`
  const seen = await marts.read(async (database) => {
    const first = (await question.execute(database)).rows[0]!.number
    await publishNumber(paths, 2)
    const duringTheSameRead = (await question.execute(database)).rows[0]!.number
    const inAnotherRead = await marts.read(async (other) => (await question.execute(other)).rows[0]!.number)
    return [first, duringTheSameRead, inAnotherRead]
  })
  expect(seen).toEqual([1, 1, 2])
})

test('what a killed publish left is cleaned up by the next', async () => {
  const paths = dataPaths(scratchFolder())
  await publishNumber(paths, 1)
  for (const name of ['marts.next-99999.duckdb', 'marts.next-99999.duckdb.wal']) writeFileSync(join(paths.folder, name), 'half')
  linkSync(paths.marts, join(paths.published, 'marts-20260102T000000000Z-killed.duckdb'))
  await publishNumber(paths, 3)
  expect(readdirSync(paths.folder).filter((name) => name.startsWith('marts.next'))).toEqual([])
  expect(await publishedNumber(paths.marts)).toBe(3)
})

test('a publish killed at any instant leaves a whole file, and the next one finishes', async () => {
  const paths = dataPaths(scratchFolder())
  await publishNumber(paths, 1)
  await fill(paths, 2)
  const program = `
    import { dataPaths } from ${JSON.stringify(join(import.meta.dirname, '../../warehouse/data_paths.ts'))}
    import { publish } from ${JSON.stringify(join(import.meta.dirname, '../../warehouse/publish.ts'))}
    console.log('begun')
    for (let run = 0; ; run += 1) await publish(dataPaths(${JSON.stringify(paths.folder)}), { buildId: 'k' + run, publishedAt: new Date(Date.UTC(2026, 1, 1, 0, 0, run)), keep: 5 })`
  for (const afterWrites of [1, 2, 3, 5, 8, 13]) {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    // killed by what it has done, not by the clock: after so many changes of the folder
    for (let changes = 0, before = ''; changes < afterWrites; ) {
      const now = readdirSync(paths.folder).join()
      if (now !== before) changes += 1
      before = now
      await new Promise((resolve) => setImmediate(resolve))
    }
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect([1, 2]).toContain(await publishedNumber(paths.marts))
  }
  await publishNumber(paths, 3)
  expect(await publishedNumber(paths.marts)).toBe(3)
  expect(readdirSync(paths.folder).filter((name) => name.startsWith('marts.next'))).toEqual([])
})
