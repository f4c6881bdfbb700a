import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { landLegacy } from '../../cli/land_legacy.ts'
import type { Session } from '../../cli/session.ts'
import { configurationSchema } from '../../config/configuration.ts'
import { readLegacySnapshot } from '../../ingest/sources/postgres.ts'
import { connectPostgres } from '../../postgres/connect.ts'
import { applyPlan, rollBackRun } from '../../repair/apply_plan.ts'
import { dataPaths } from '../../warehouse/data_paths.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { type PostgresServer, postgresServer } from '../peers/postgres.ts'
import { rowsOf, scratchFolder } from '../warehouse/scratch.ts'
import { inventedDatabase, planForSides } from './invented_database.ts'
import { landDatabase } from './legacy_session.ts'

let server: PostgresServer
let template: string

beforeAll(async () => {
  server = await postgresServer()
  template = await inventedDatabase(server, 100)
})

function newSession(legacy: Record<string, unknown> = {}): Session {
  const configuration = configurationSchema.parse({ legacy: { server: 'main', ...legacy } })
  return { paths: dataPaths(scratchFolder()), configuration, configurationPath: undefined, isJson: false }
}

async function raw(session: Session, sql: string): Promise<unknown[][]> {
  using warehouse = await openWarehouse(session.paths.warehouse, { isReadOnly: true })
  return await rowsOf(warehouse.connection, sql)
}

async function failure(session: Session, url: string | undefined): Promise<string> {
  if (url === undefined) delete process.env.FULLHOLD_LEGACY_URL
  else process.env.FULLHOLD_LEGACY_URL = url
  return await landLegacy(session, { isWhole: false }).then(
    () => 'nothing failed',
    (error: Error) => error.message,
  )
}

async function ownerRuns(database: string, file: string, role: string): Promise<void> {
  await server.rows(
    database,
    `do $$ begin if to_regrole('${role}') is not null then execute 'drop owned by ${role}'; drop role ${role}; end if; end $$`,
  )
  await server.rows(
    database,
    `${readFileSync(join(projectFolder, 'deploy/postgres', file), 'utf8')}; alter role ${role} password 'password'`,
  )
}

test('rows are landed as they stand, and again only what changed, came or went', async () => {
  const session = newSession()
  const database = await server.createDatabase(template)
  const first = await landDatabase(session, server.url(database))
  expect(first.get('rounds')).toMatchObject({ rowCount: 100, added: 100, changed: 0, gone: 0 })
  expect(await raw(session, "select content from raw.legacy_player_comprehensive_stats where row_key = '7'")).toEqual([
    [
      '{"id":7,"round_id":7,"round_number":1,"player_guid":"0A1B2C3D","player_name":"kestrel ^1!","kills":7,"weight":1.10,"seen":"2026-01-01T20:00:00.123456+00:00"}',
    ],
  ])
  const looks = await raw(session, 'select count(*) from raw.legacy_looks')
  expect(
    [...(await landDatabase(session, server.url(database))).values()].every(({ added, changed, gone }) => added + changed + gone === 0),
  ).toBe(true)
  // a look at which nothing had changed is no arrival
  expect(await raw(session, 'select count(*) from raw.legacy_looks')).toEqual(looks)

  await server.rows(
    database,
    `update rounds set winner_team = 2 where id = 3; delete from rounds where id = 4;
     insert into player_comprehensive_stats (id, kills) values (101, 5); update player_comprehensive_stats set kills = 99 where id = 1`,
  )
  const second = await landDatabase(session, server.url(database))
  expect(second.get('rounds')).toMatchObject({ added: 0, changed: 1, gone: 1 })
  // numbers of players do not change by themselves: only new keys are read
  expect(second.get('player_comprehensive_stats')).toMatchObject({ isWhole: false, added: 1, changed: 0 })
  expect((await landDatabase(session, server.url(database), true)).get('player_comprehensive_stats')).toMatchObject({
    isWhole: true,
    added: 0,
    changed: 1,
  })
  // and all of them where one went away
  await server.rows(database, 'delete from player_comprehensive_stats where id = 50')
  expect((await landDatabase(session, server.url(database))).get('player_comprehensive_stats')).toMatchObject({ isWhole: true, gone: 1 })
  // a row that comes back as it was is a version again
  await server.rows(database, 'update rounds set winner_team = 0 where id = 3')
  expect((await landDatabase(session, server.url(database))).get('rounds')).toMatchObject({ added: 0, changed: 1 })
})

test('all tables are read as they were at one moment, whatever is written meanwhile', async () => {
  const database = await server.createDatabase(template)
  await using connection = await connectPostgres(server.url(database), { statementSeconds: 30, lockSeconds: 2 })
  await connection.client.query('begin isolation level repeatable read read only')
  const snapshot = await readLegacySnapshot(connection.client, {
    schema: 'public',
    tables: ['rounds', 'lua_round_teams'],
    known: new Map(),
    isWhole: false,
  })
  await server.rows(database, 'delete from lua_round_teams; update rounds set winner_team = 9')
  const counts: number[] = []
  for (const table of snapshot.tables) {
    if (table.status !== 'offered') continue
    for await (const rows of table.rows()) counts.push(rows.filter(({ content }) => !content.includes('"winner_team":9')).length)
  }
  expect(counts).toEqual([100, 100])
  await expect(connection.client.query('update rounds set winner_team = 1')).rejects.toMatchObject({ code: '25006' })
})

test('an older schema lands without what it lacks, and says what that is', async () => {
  const session = newSession()
  const database = await server.createDatabase(template)
  await server.rows(
    database,
    'alter table rounds drop column score_confidence, add column added_by_a_newer_bot text; drop table lua_spawn_stats',
  )
  const landed = await landDatabase(session, server.url(database))
  expect(landed.get('rounds')).toMatchObject({ added: 100, missingColumns: ['score_confidence'] })
  expect(landed.get('lua_spawn_stats')).toMatchObject({ status: 'missing' })
  expect(
    await raw(
      session,
      "select missing_columns, contains(columns, 'added_by_a_newer_bot') from raw.legacy_looks where table_name = 'rounds'",
    ),
  ).toEqual([['score_confidence', true]])
})

test('what is wrong with the connection is a sentence that says what to do, without the password', async () => {
  const session = newSession()
  const database = await server.createDatabase(template)
  const { port } = server
  expect(await failure(session, undefined)).toContain('FULLHOLD_LEGACY_URL is not set')
  expect(await failure(session, 'localhost:5432')).toContain('is no address of a PostgreSQL database')
  const wrong = await failure(session, `postgres://postgres:secret-of-mine@127.0.0.1:${port}/${database}`)
  expect(wrong).toContain('refuses the password of user "postgres"')
  expect(wrong).not.toContain('secret-of-mine')
  expect(await failure(session, server.url('nowhere'))).toContain('has no database "nowhere"')
  expect(await failure(session, 'postgres://u:p@127.0.0.1:1/x')).toContain('nothing listens there')
  expect(await failure(newSession({ schema: 'elsewhere' }), server.url(database))).toContain(
    'none of the tables lies in schema "elsewhere"',
  )
  await server.rows(
    database,
    'alter table rounds rename to stored; create view rounds as select * from stored where pg_sleep(5) is not null or id < 0',
  )
  expect(await failure(newSession({ statement_timeout_seconds: 1 }), server.url(database))).toContain('statement_timeout_seconds')
  expect(await failure(newSession({ server: 'other' }), server.url(database))).toContain('there is no server "other"')
  expect(await failure(session, `${server.url(database)}?sslmode=verify-full`)).toContain('does not support SSL')
})

test('the reading role can read and nothing else; the repairing role can repair and nothing else', async () => {
  const database = await inventedDatabase(server, 20)
  await ownerRuns(database, 'legacy_reader.sql', 'fullhold_reader')
  await ownerRuns(database, 'legacy_repairer.sql', 'fullhold_repairer')
  expect((await landDatabase(newSession(), server.url(database, 'fullhold_reader'))).get('rounds')).toMatchObject({ added: 20 })
  await using reader = await connectPostgres(server.url(database, 'fullhold_reader'), { statementSeconds: 30, lockSeconds: 2 })
  await reader.client.query('set default_transaction_read_only = off')
  await expect(reader.client.query('update rounds set winner_team = 1')).rejects.toMatchObject({
    code: '42501',
  })
  await using repairer = await connectPostgres(server.url(database, 'fullhold_repairer'), { statementSeconds: 30, lockSeconds: 2 })
  const plan = await planForSides(server, database, 20)
  const options = { schema: 'public', batchSize: 7, attempts: 1 }
  expect(await applyPlan(repairer.client, plan, options)).toMatchObject({ ok: true, written: 20 })
  expect(await rollBackRun(repairer.client, `${plan.plan_id}-1`, options)).toMatchObject({ ok: true, written: 20 })
  for (const forbidden of [
    `update rounds set round_status = 'cancelled'`,
    'delete from rounds',
    'update lua_round_teams set round_end_unix = 1',
    'select * from player_comprehensive_stats',
    'create table public.more (id integer)',
  ]) {
    await expect(repairer.client.query(forbidden), forbidden).rejects.toMatchObject({ code: '42501' })
  }
})

test('TLS options of the address are passed through: an unknown certificate is refused, a known one is used', async () => {
  const folder = scratchFolder()
  const key = join(folder, 'server.key')
  const certificate = join(folder, 'server.crt')
  execFileSync(
    'openssl',
    [
      'req',
      '-new',
      '-x509',
      '-days',
      '2',
      '-nodes',
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      key,
      '-out',
      certificate,
    ],
    { stdio: 'ignore' },
  )
  const database = await server.createDatabase(template)
  await server.useTls(readFileSync(key), readFileSync(certificate))
  const address = server.url(database).replace('127.0.0.1', 'localhost')
  const session = newSession()
  expect(await failure(session, `${address}?sslmode=verify-full`)).toContain('sslrootcert')
  expect(await failure(session, `${address}?sslmode=verify-full&sslrootcert=${certificate}`)).toBe('nothing failed')
  const other = `${server.url(database)}?sslmode=verify-full&sslrootcert=${certificate}`
  expect(await failure(newSession(), other)).toContain('another host name')
})
