import { join } from 'node:path'
import { Kysely, sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { duckDbDialect } from '../../warehouse/duckdb_dialect.ts'
import { scratchFolder } from './scratch.ts'

type Tables = { t: { id: number; name: string | null; played_at: Date; amount: number } }

async function database(): Promise<Kysely<Tables>> {
  const opened = new Kysely<Tables>({ dialect: duckDbDialect(join(scratchFolder(), 't.duckdb'), {}) })
  onTestFinished(() => opened.destroy())
  await sql`create table t (id bigint, name varchar, played_at timestamptz, amount decimal(10, 3))`.execute(opened)
  return opened
}

test('values go in and come out as plain JavaScript', async () => {
  const opened = await database()
  const played_at = new Date('2026-10-25T01:30:00.123Z')
  await opened.insertInto('t').values({ id: 1, name: "o'neil", played_at, amount: 466.98 }).execute()
  expect(await opened.selectFrom('t').selectAll().where('played_at', '=', played_at).execute()).toEqual([
    { id: 1, name: "o'neil", played_at, amount: 466.98 },
  ])
})

test('a column may be called count', async () => {
  const opened = await database()
  const counted = await opened
    .selectFrom('t')
    .select((row) => row.fn.countAll<number>().as('count'))
    .execute()
  expect(counted).toEqual([{ count: 0 }])
})

test('local times stay text, whole numbers stay whole or are refused', async () => {
  const opened = await database()
  const plain =
    await sql`select timestamp '2026-01-12 22:46:06' as local, date '2026-01-12' as day, sum(2::integer) as total, [1, 2] as list, null as nothing`.execute(
      opened,
    )
  expect(plain.rows).toEqual([{ local: '2026-01-12T22:46:06', day: '2026-01-12', total: 2, list: [1, 2], nothing: null }])
  await expect(sql`select 9007199254740993 as unsafe`.execute(opened)).rejects.toThrow('9007199254740993')
})

test('a failed transaction leaves nothing', async () => {
  const opened = await database()
  const failed = opened.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('t')
      .values({ id: 1, name: null, played_at: new Date(0), amount: 1 })
      .execute()
    throw new Error('on purpose')
  })
  await expect(failed).rejects.toThrow('on purpose')
  expect(await opened.selectFrom('t').selectAll().execute()).toEqual([])
})
