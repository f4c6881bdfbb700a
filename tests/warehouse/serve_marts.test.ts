import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { connectPostgres } from '../../postgres/connect.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import { dropOldVersions } from '../../warehouse/drop_old_versions.ts'
import { duckDbDialect } from '../../warehouse/duckdb_dialect.ts'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { type ServeOptions, serveMarts } from '../../warehouse/serve_marts.ts'
import type { Contracts } from '../../warehouse/served_shape.ts'
import { servedTypes } from '../../warehouse/served_types.ts'
import { type PostgresServer, postgresServer } from '../peers/postgres.ts'
import { scratchFolder } from './scratch.ts'

let server: PostgresServer

beforeAll(async () => {
  server = await postgresServer()
})

const contracts: Contracts = new Map([
  [
    'fct_rounds',
    {
      description: 'One\nround.',
      columns: new Map([['round_id', { description: "The round's key.", constraints: [{ type: 'not_null' }] }]]),
    },
  ],
])

/** A published file of one round per evening, whose total is told by another mart: a state is whole when the two agree. */
async function publishedFile(folder: string, rounds: number, more = ''): Promise<string> {
  const path = join(folder, 'marts.duckdb')
  rmSync(path, { force: true })
  using written = await openWarehouse(path)
  await written.connection.run(`
    create table meta_build as select 'build ${rounds}' as build_id;
    create table fct_rounds as
      select 'round ' || n as round_id, n as number, n / 4 as share, timestamptz '2026-01-01 20:00:00+00' + to_days(n::integer) as order_at
      from range(${rounds}) as evenings (n);
    create table dim_totals as select ${rounds}::bigint as round_count;
    ${more}`)
  return path
}

async function target(schema = 'served') {
  const database = await server.createDatabase()
  const folder = scratchFolder()
  const connection = await connectPostgres(server.url(database), { statementSeconds: 30, lockSeconds: 2 })
  onTestFinished(() => connection[Symbol.asyncDispose]())
  const options: ServeOptions = {
    marts: join(folder, 'marts.duckdb'),
    contracts,
    schema,
    grantTo: [],
    scratchFile: join(folder, 'rows.csv'),
  }
  return { database, folder, options, client: connection.client, rows: (sql: string) => server.rows(database, sql) }
}

test('marts arrive with their types, comments, keys and grants; what did not change is left alone', async () => {
  const { folder, options, client, rows } = await target()
  await rows(`do $$ begin if to_regrole('website') is null then create role website; end if; end $$`)
  await publishedFile(folder, 100)
  expect(await serveMarts(client, { ...options, grantTo: ['website'] })).toMatchObject({
    ok: true,
    buildId: 'build 100',
    schema: 'served_v1',
    isNewVersion: true,
    unchanged: 0,
  })
  expect(
    await rows(`
      select column_name, data_type, is_nullable, col_description('served_v1.fct_rounds'::regclass, ordinal_position) as comment
      from information_schema.columns where table_schema = 'served_v1' and table_name = 'fct_rounds' order by ordinal_position limit 4`),
  ).toEqual([
    { column_name: 'round_id', data_type: 'text', is_nullable: 'NO', comment: "The round's key." },
    { column_name: 'number', data_type: 'bigint', is_nullable: 'YES', comment: null },
    { column_name: 'share', data_type: 'double precision', is_nullable: 'YES', comment: null },
    { column_name: 'order_at', data_type: 'timestamp with time zone', is_nullable: 'YES', comment: null },
  ])
  expect(await rows(`select obj_description('served_v1.fct_rounds'::regclass) as comment`)).toEqual([{ comment: 'One round.' }])
  expect(await rows('set role website; select count(*)::integer as n, sum(number)::integer as total from served_v1.fct_rounds')).toEqual([
    { n: 100, total: 4950 },
  ])
  const before = await rows('select oid, relfilenode from pg_class where relnamespace = to_regnamespace($$served_v1$$) order by oid')
  expect(await serveMarts(client, options)).toMatchObject({ marts: [], unchanged: 3 })
  await publishedFile(folder, 101, 'update fct_rounds set share = -1 where number = 40; delete from fct_rounds where number = 3')
  expect(await serveMarts(client, options)).toMatchObject({
    isNewVersion: false,
    marts: [
      { mart: 'dim_totals', came: 1, went: 1 },
      { mart: 'fct_rounds', came: 2, went: 2 },
      { mart: 'meta_build', came: 1, went: 1 },
    ],
  })
  // the tables are the ones they were
  expect(await rows('select oid, relfilenode from pg_class where relnamespace = to_regnamespace($$served_v1$$) order by oid')).toEqual(
    before,
  )
  expect(await rows('select round_id, share from served_v1.fct_rounds where number in (3, 40, 100) order by number')).toEqual([
    { round_id: 'round 40', share: -1 },
    { round_id: 'round 100', share: 25 },
  ])
})

test('every kind of value comes out as it is in the published file, by the same types', async () => {
  const { database, folder, options, client } = await target()
  const path = await publishedFile(
    folder,
    1,
    `create table fct_values as
     select * from (values
       (1, 'a,"b"', '', null, true, 1::tinyint, 170141183460469231731687303715884105727::hugeint % 1000000, 0.1::double, 1.10::decimal(12, 3), date '2025-10-26', timestamp '2025-10-26 02:30:00', timestamptz '2026-01-01 20:00:00.123456+00'),
       (2, e'line\\nbreak\\t\\\\N', 'ožbalt ^1', 'x', false, (-1)::tinyint, -5::hugeint, 1e-300::double, -0.001::decimal(12, 3), date '1999-01-01', timestamp '2025-03-30 02:30:00', null),
       (3, 'twin', null, null, null, null, null, null, null, null, null, null),
       (3, 'twin', null, null, null, null, null, null, null, null, null, null))
     as written (n, quoted, empty, nothing, flag, tiny, huge, ratio, exact, day, local, order_at)`,
  )
  expect(await serveMarts(client, options)).toMatchObject({ ok: true })
  type Tables = { fct_values: Record<'n' | 'quoted', unknown> & { fullhold_row?: string } }
  const published = new Kysely<Tables>({ dialect: duckDbDialect(path) })
  const served = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: server.url(database), types: servedTypes }) }),
  })
  onTestFinished(async () => void (await Promise.all([published.destroy(), served.destroy()])))
  const ours = await published.selectFrom('fct_values').selectAll().orderBy('n').execute()
  const theirs = await served.withSchema('served_v1').selectFrom('fct_values').selectAll().orderBy('n').execute()
  expect(theirs.map(({ fullhold_row, ...row }) => row)).toEqual(ours)
  expect(new Set(theirs.map(({ fullhold_row }) => fullhold_row)).size).toBe(4)
})

test('another shape goes into a new schema; the old one stays with its rows and views until it is dropped on demand', async () => {
  const { folder, options, client, rows } = await target()
  await publishedFile(folder, 5)
  await serveMarts(client, options)
  await rows('create view site as select count(*)::integer as rounds from served_v1.fct_rounds')
  // one more mart is no other shape of those that are there
  await publishedFile(folder, 6, 'create table fct_more as select 1 as one')
  expect(await serveMarts(client, options)).toMatchObject({ schema: 'served_v1', isNewVersion: false })
  expect(await rows('select * from site')).toEqual([{ rounds: 6 }])
  await publishedFile(folder, 7, 'create table fct_more as select 1 as one; alter table fct_rounds add column added integer')
  expect(await serveMarts(client, options)).toMatchObject({ schema: 'served_v2', isNewVersion: true })
  expect(await rows('select (select count(*) from served_v2.fct_rounds)::integer as now, rounds from site')).toEqual([
    { now: 7, rounds: 6 },
  ])
  expect(await dropOldVersions(client, 'served')).toEqual([])
  await publishedFile(folder, 8)
  expect(await serveMarts(client, options)).toMatchObject({ schema: 'served_v3' })
  await expect(dropOldVersions(client, 'served')).rejects.toMatchObject({ code: '2BP01' })
  expect(await rows('select * from site')).toEqual([{ rounds: 6 }])
  await rows('drop view site')
  expect(await dropOldVersions(client, 'served')).toEqual(['served_v1'])
})

test('a reader sees whole states only and waits for no publish, its own view goes on, during 50 publishes', async () => {
  const { database, folder, options, client, rows } = await target()
  await publishedFile(folder, 400)
  await serveMarts(client, options)
  await rows(
    `create view site as
     select (select count(*) from served_v1.fct_rounds) as rounds, (select sum(round_count) from served_v1.dim_totals) as total, (select build_id from served_v1.meta_build) as build_id`,
  )
  // in a process of its own, so that it waits for nothing but the server
  const program = `
    import { Client } from 'pg'
    const client = new Client({ connectionString: ${JSON.stringify(server.url(database))} })
    await client.connect()
    // the server itself says when a publish makes a reader wait, for longer than this; a clock here would measure how busy the machine is
    await client.query("set lock_timeout = '10ms'")
    let isPublishing = true
    process.stdin.on('end', () => { isPublishing = false }).resume()
    const seen = new Set(), torn = []
    let polls = 0, waited = null
    while (isPublishing && waited === null) {
      const { rows: [row] } = await client.query('select * from site').catch((error) => ({ rows: [{ error: error.message }] }))
      polls += 1
      waited = row.error ?? null
      seen.add(row.build_id)
      if (row.rounds !== row.total || row.build_id !== 'build ' + row.rounds) torn.push(row)
      if (polls === 1) console.log('reading')
    }
    await client.end()
    console.log(JSON.stringify({ states: seen.size, torn, polls, waited }))`
  const reader = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'], cwd: projectFolder })
  const told = createInterface({ input: reader.stdout })[Symbol.asyncIterator]()
  expect((await told.next()).value).toBe('reading')
  for (let publish = 1; publish <= 50; publish += 1) {
    await publishedFile(folder, publish % 2 === 0 ? 400 + publish : 300)
    expect(await serveMarts(client, options)).toMatchObject({ ok: true, isNewVersion: false })
  }
  reader.stdin.end()
  const { states, torn, polls, waited } = JSON.parse((await told.next()).value!)
  expect({ waited, torn }).toEqual({ waited: null, torn: [] })
  expect(states).toBeGreaterThan(2)
  expect(polls).toBeGreaterThan(50)
})

test('of two publishes at once one serves and the other is told so; a cut one changes nothing', async () => {
  const { database, folder, options, client, rows } = await target()
  await publishedFile(folder, 50)
  await serveMarts(client, options)
  await publishedFile(folder, 60)
  const other = await connectPostgres(server.url(database), { statementSeconds: 30, lockSeconds: 2 })
  await other.client.query(`begin; select pg_advisory_xact_lock(hashtextextended('fullhold serve served', 0))`)
  expect(await serveMarts(client, options)).toMatchObject({ ok: false, reason: expect.stringContaining('another publish') })
  await other.client.query('rollback')
  await rows(
    `create function cut() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
     create trigger cut after insert on served_v1.meta_build for each row execute function cut()`,
  )
  await expect(serveMarts(client, options)).rejects.toThrow()
  expect(
    await rows('select count(*)::integer as n, (select build_id from served_v1.meta_build) as build_id from served_v1.fct_rounds'),
  ).toEqual([{ n: 50, build_id: 'build 50' }])
  await rows('drop trigger cut on served_v1.meta_build')
  expect(await serveMarts(other.client, options)).toMatchObject({ ok: true, buildId: 'build 60' })
  await other[Symbol.asyncDispose]()
})
