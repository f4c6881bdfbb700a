import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { sandboxedSql } from '../../warehouse/sandboxed_sql.ts'
import { scratchFolder } from './scratch.ts'

async function marts(): Promise<{ folder: string; path: string }> {
  const folder = scratchFolder()
  const path = join(folder, 'marts.duckdb')
  using written = await openWarehouse(path)
  await written.connection.run('create table numbers as select range as number from range(10)')
  return { folder, path }
}

test('a query sees the marts', async () => {
  const { path } = await marts()
  expect(await sandboxedSql(path, 'select count(*) as count, sum(number) as count from numbers')).toEqual({
    columns: ['count', 'count:1'],
    rows: [[10n, 45n]],
  })
})

test('no file can be read, attached or written, no extension loaded, no setting opened again, no table changed', async () => {
  const { folder, path } = await marts()
  writeFileSync(join(folder, 'secret.csv'), 'a\n1\n')
  for (const attempt of [
    `from '${folder}/secret.csv'`,
    `select * from read_text('${folder}/secret.csv')`,
    `select * from glob('${folder}/*')`,
    `attach '${folder}/other.duckdb' as other`,
    `copy numbers to '${folder}/out.csv'`,
    `select * from read_csv('http://127.0.0.1:9/x.csv')`,
    'install httpfs',
    'load httpfs',
    'set enable_external_access = true',
    'set lock_configuration = false',
    "set memory_limit = '100GB'",
    'delete from numbers',
    'create table more as select 1 as a',
    `export database '${folder}/export'`,
  ]) {
    await expect(sandboxedSql(path, attempt), attempt).rejects.toThrow()
  }
  expect(existsSync(join(folder, 'out.csv')) || existsSync(join(folder, 'other.duckdb'))).toBe(false)
  expect((await sandboxedSql(path, 'select count(*) from numbers')).rows).toEqual([[10n]])
})

test('a query that takes too long is stopped', async () => {
  const { path } = await marts()
  const endless = 'select count(*) from range(1000000000) as a, range(1000000000) as b where a.range * b.range % 7 = 3'
  await expect(sandboxedSql(path, endless, { timeoutSeconds: 1 })).rejects.toThrow('stopped after 1 s')
})
