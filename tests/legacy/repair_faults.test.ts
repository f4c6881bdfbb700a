import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { connectPostgres } from '../../postgres/connect.ts'
import { explainPostgresError } from '../../postgres/explain_error.ts'
import { applyPlan, rollBackRun } from '../../repair/apply_plan.ts'
import { batchesOf } from '../../repair/batches.ts'
import { verifyRun } from '../../repair/verify_run.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import { type PostgresServer, postgresServer } from '../peers/postgres.ts'
import { scratchFolder } from '../warehouse/scratch.ts'
import { inventedDatabase, planForLinks, planForSides } from './invented_database.ts'
import { databaseDifference } from './legacy_session.ts'

const options = { schema: 'public', batchSize: 10, attempts: 1 }

let server: PostgresServer
let template: string

beforeAll(async () => {
  server = await postgresServer()
  template = await inventedDatabase(server, 100)
})

async function freshDatabase() {
  const database = await server.createDatabase(template)
  return { database, open: () => opened(database) }
}

async function opened(database: string, user = 'postgres') {
  const connection = await connectPostgres(server.url(database, user), { statementSeconds: 30, lockSeconds: 1 })
  onTestFinished(() => connection[Symbol.asyncDispose]())
  return connection.client
}

/** Whether every row of the first `planned` is written and audited, or neither. */
async function isWholeBatches(database: string): Promise<number> {
  const [{ written, audited }] = (await server.rows(
    database,
    `select (select count(*) from rounds where defender_team = 1 and winner_team = 2)::integer as written,
            (select count(*) from fullhold_repair.changes where action = 'apply')::integer as audited`,
  )) as [{ written: number; audited: number }]
  expect(written).toBe(audited)
  return written
}

test('a connection that is cut in the middle of a batch leaves whole batches, which the same plan goes on from', async () => {
  const { database, open } = await freshDatabase()
  const plan = await planForSides(server, database, 60)
  await server.rows(
    database,
    `create function cut() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
     create trigger cut after update on rounds for each row when (new.id = 35) execute function cut()`,
  )
  const cut = await applyPlan(await open(), plan, options).catch((error: unknown) => error)
  const place = { purpose: 'repair' as const, host: '127.0.0.1', port: '1', database, user: 'u' }
  expect(explainPostgresError(cut, place)).toContain('Run the same command again')
  expect(await isWholeBatches(database)).toBe(30)
  const client = await open()
  const runId = `${plan.plan_id}-1`
  expect(await verifyRun(client, runId)).toMatchObject({
    run: { finished_at: null },
    counts: { applied: 30, not_applied: 30 },
    exceptions: [],
  })
  await server.rows(database, 'drop trigger cut on rounds; drop function cut()')
  expect(await applyPlan(client, plan, options)).toMatchObject({ ok: true, written: 30, alreadyWritten: 30, refused: [] })
  expect(await verifyRun(client, runId)).toMatchObject({ counts: { applied: 60 }, exceptions: [] })
  expect(await rollBackRun(client, runId, options)).toMatchObject({ ok: true, written: 60, refused: [] })
  expect(await databaseDifference(server, template, database)).toEqual([])
})

test('of two applies at once one writes and the other is told so', async () => {
  const { database, open } = await freshDatabase()
  const plan = await planForSides(server, database, 60)
  const clients = [await open(), await open()] as const
  const done = await Promise.all(clients.map((client) => applyPlan(client, plan, options)))
  expect(done.filter(({ ok }) => ok)).toMatchObject([{ written: 60, refused: [] }])
  expect(done.find(({ ok }) => !ok)).toMatchObject({ reason: expect.stringContaining('another backfill is writing') })
  expect(await isWholeBatches(database)).toBe(60)
  const [winner] = clients.filter((_, index) => done[index]!.ok) as [(typeof clients)[0]]
  expect(await verifyRun(winner, `${plan.plan_id}-1`)).toMatchObject({ counts: { applied: 60 }, exceptions: [] })
  expect(await rollBackRun(winner, `${plan.plan_id}-1`, options)).toMatchObject({ ok: true, written: 60, refused: [] })
  expect(await databaseDifference(server, template, database)).toEqual([])
})

test('a row that somebody changed since the plan is refused and left alone, the others are written', async () => {
  const { database, open } = await freshDatabase()
  const plan = await planForSides(server, database, 20)
  await server.rows(database, `update rounds set round_status = 'cancelled' where id = 3; delete from rounds where id = 4`)
  const client = await open()
  expect(await applyPlan(client, plan, options)).toMatchObject({
    ok: true,
    written: 18,
    refused: [
      { row_key: '3', reason: 'row_changed' },
      { row_key: '4', reason: 'row_missing' },
    ],
  })
  expect(await server.rows(database, 'select defender_team from rounds where id = 3')).toEqual([{ defender_team: 0 }])
  expect(await verifyRun(client, `${plan.plan_id}-1`)).toMatchObject({ counts: { applied: 18, changed_before: 1, row_missing: 1 } })
  expect(await rollBackRun(client, `${plan.plan_id}-1`, options)).toMatchObject({ ok: true, written: 18, refused: [] })
  // what somebody else did there stays: a row that was changed and one that was deleted
  expect(await databaseDifference(server, template, database)).toEqual(['rounds: 3'])
})

test('a rollback refuses what somebody changed since, names it, and puts the rest back', async () => {
  const { database, open } = await freshDatabase()
  const plan = await planForSides(server, database, 20)
  const client = await open()
  await applyPlan(client, plan, options)
  await server.rows(database, `update rounds set winner_team = 1 where id = 5; update rounds set round_status = 'cancelled' where id = 6`)
  const runId = `${plan.plan_id}-1`
  expect(await verifyRun(client, runId)).toMatchObject({
    counts: { applied: 18, overwritten: 1, changed_since: 1 },
    exceptions: [
      { row_key: '5', state: 'overwritten' },
      { row_key: '6', state: 'changed_since' },
    ],
  })
  const back = await rollBackRun(client, runId, options)
  expect(back).toMatchObject({ ok: true, written: 18 })
  expect(back.ok && back.refused.map(({ row_key, reason }) => `${row_key} ${reason}`).sort()).toEqual(['5 row_changed', '6 row_changed'])
  expect(await server.rows(database, 'select id, winner_team from rounds where winner_team <> 0 order by id')).toEqual([
    { id: 5, winner_team: 1 },
    { id: 6, winner_team: 2 },
  ])
})

test('a lock that somebody else holds stops the run at that batch; released, the same plan goes on', async () => {
  const { database, open } = await freshDatabase()
  const plan = await planForSides(server, database, 30)
  const other = await open()
  await other.query('begin; select * from rounds where id = 15 for update')
  const client = await open()
  await expect(applyPlan(client, plan, options)).rejects.toMatchObject({ code: '55P03' })
  expect(await isWholeBatches(database)).toBe(10)
  expect(await verifyRun(client, `${plan.plan_id}-1`)).toMatchObject({ counts: { applied: 10, not_applied: 20 } })
  let waited = 0
  const applying = applyPlan(client, plan, {
    ...options,
    attempts: 5,
    onWaiting() {
      waited += 1
      void other.query('rollback')
    },
  })
  expect(await applying).toMatchObject({ ok: true, written: 20, alreadyWritten: 10 })
  expect(waited).toBe(1)
  expect(await rollBackRun(client, `${plan.plan_id}-1`, options)).toMatchObject({ ok: true, written: 30, refused: [] })
  expect(await databaseDifference(server, template, database)).toEqual([])
})

test('a killed process leaves whole batches; verify explains them, the same command goes on, rollback undoes all', async () => {
  const { database, open } = await freshDatabase()
  const plan = await planForSides(server, database, 60)
  const folder = scratchFolder()
  mkdirSync(join(folder, 'data/backfill'), { recursive: true })
  writeFileSync(join(folder, 'data/backfill', `${plan.plan_id}.json`), JSON.stringify(plan))
  writeFileSync(join(folder, 'fullhold.yaml'), 'legacy: {server: main}\n')
  const command = [
    '--data',
    join(folder, 'data'),
    '--config',
    join(folder, 'fullhold.yaml'),
    'backfill',
    'sides',
    '--apply',
    plan.plan_id,
    '--batch-size',
    '1',
  ]
  const child = spawn(process.execPath, [join(projectFolder, 'bin/fullhold.mjs'), ...command], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, FULLHOLD_REPAIR_URL: server.url(database) },
  })
  let lines = 0
  for await (const _ of createInterface({ input: child.stderr })) {
    lines += 1
    if (lines === 5) child.kill('SIGKILL')
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  const written = await isWholeBatches(database)
  expect(written).toBeGreaterThanOrEqual(5)
  expect(written).toBeLessThan(60)
  const client = await open()
  const runId = `${plan.plan_id}-1`
  expect(await verifyRun(client, runId)).toMatchObject({ counts: { applied: written, not_applied: 60 - written }, exceptions: [] })
  // the lock of a killed process is gone as soon as the server noticed
  let resumed = await applyPlan(client, plan, options)
  while (!resumed.ok) resumed = await applyPlan(client, plan, options)
  expect(resumed).toMatchObject({ written: 60 - written, alreadyWritten: written })
  expect(await rollBackRun(client, runId, options)).toMatchObject({ ok: true, written: 60 })
  expect(await databaseDifference(server, template, database)).toEqual([])
})

test('a rollback that is cut goes on where it was; in between the plan cannot be applied', async () => {
  const { database, open } = await freshDatabase()
  const plan = await planForSides(server, database, 30)
  const first = await open()
  await applyPlan(first, plan, options)
  await server.rows(
    database,
    `create function cut() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
     create trigger cut after update on rounds for each row when (new.id = 15) execute function cut()`,
  )
  await expect(rollBackRun(first, `${plan.plan_id}-1`, options)).rejects.toThrow()
  const client = await open()
  expect(await verifyRun(client, `${plan.plan_id}-1`)).toMatchObject({ counts: { rolled_back: 10, applied: 20 }, exceptions: [] })
  expect(await applyPlan(client, plan, options)).toMatchObject({ ok: false, reason: expect.stringContaining('rolled back in part') })
  await server.rows(database, 'drop trigger cut on rounds; drop function cut()')
  expect(await rollBackRun(client, `${plan.plan_id}-1`, options)).toMatchObject({ ok: true, written: 20, alreadyWritten: 10 })
  expect(await databaseDifference(server, template, database)).toEqual([])
})

test('rows that hand links to each other change hands at once; a link that a stranger holds is refused', async () => {
  const { database, open } = await freshDatabase()
  await server.rows(
    database,
    'update lua_round_teams set round_id = 11 where id = 1; update lua_round_teams set round_id = 12 where id = 2; update lua_round_teams set round_id = 13 where id = 3; update lua_round_teams set round_id = 50 where id = 9',
  )
  // a ring of three, one that takes what nobody gives, and one whose wish depends on it
  const plan = await planForLinks(server, database, [
    ['1', '12'],
    ['2', '13'],
    ['3', '11'],
    ['4', '50'],
    ['5', null],
  ])
  const before = await server.rows(database, 'select id, round_id from lua_round_teams order by id')
  const client = await open()
  expect(await applyPlan(client, plan, { ...options, batchSize: 1 })).toMatchObject({
    ok: true,
    written: 4,
    refused: [{ row_key: '4', reason: 'link_taken' }],
  })
  expect(await server.rows(database, 'select id, round_id from lua_round_teams where round_id is not null order by id')).toEqual([
    { id: 1, round_id: 12 },
    { id: 2, round_id: 13 },
    { id: 3, round_id: 11 },
    { id: 9, round_id: 50 },
  ])
  expect(await rollBackRun(client, `${plan.plan_id}-1`, { ...options, batchSize: 1 })).toMatchObject({ ok: true, written: 4, refused: [] })
  expect(await server.rows(database, 'select id, round_id from lua_round_teams order by id')).toEqual(before)
})

test('batches are bounded, and only rows that share a link are kept together beyond that', () => {
  const link = (row_key: string, from: string | null, to: string | null) => ({ table: 't', row_key, set: { round_id: { from, to } } })
  const chain = [link('1', 'a', 'b'), link('2', null, 'x'), link('3', 'c', 'd'), link('4', 'b', 'c'), link('5', null, 'y')]
  expect(batchesOf(chain, 2).map((batch) => batch.map(({ row_key }) => row_key))).toEqual([
    ['1', '3', '4'],
    ['2', '5'],
  ])
})

test('an edited plan is refused', async () => {
  const { database, open } = await freshDatabase()
  const plan = await planForSides(server, database, 3)
  plan.changes[0]!.set.winner_team!.to = '1'
  expect(await applyPlan(await open(), plan, options)).toMatchObject({ ok: false, reason: expect.stringContaining('edited') })
})

test('a full disk, a server that only reads, a slow one, a missing table and a role without rights end in a sentence, with nothing half written', async () => {
  const { database, open } = await freshDatabase()
  const plan = await planForSides(server, database, 30)
  const place = { purpose: 'repair' as const, host: 'h', port: '1', database, user: 'u' }
  async function sentence(attempt: Promise<unknown>): Promise<string | undefined> {
    return explainPostgresError(await attempt.catch((error: unknown) => error), place)
  }
  const client = await open()
  await client.query('set default_transaction_read_only = on')
  expect(await sentence(applyPlan(client, plan, options))).toContain('read-only')
  await client.query('set default_transaction_read_only = off')
  await server.rows(
    database,
    `create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
     create trigger full_disk after update on rounds for each row when (new.id = 15) execute function full_disk()`,
  )
  expect(await sentence(applyPlan(client, plan, options))).toContain('disk is full')
  expect(await isWholeBatches(database)).toBe(10)
  await server.rows(
    database,
    `create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(60); return new; end $$;
     drop trigger full_disk on rounds; create trigger slow after update on rounds for each row when (new.id = 15) execute function slow()`,
  )
  await client.query('set statement_timeout = 200')
  expect(await sentence(applyPlan(client, plan, options))).toContain('statement_timeout_seconds')
  expect(await isWholeBatches(database)).toBe(10)
  await server.rows(database, 'drop trigger slow on rounds; alter table rounds rename to renamed')
  expect(await sentence(applyPlan(client, plan, options))).toContain('a table is missing')
  await server.rows(database, 'alter table renamed rename to rounds')
  expect(await verifyRun(client, `${plan.plan_id}-1`)).toMatchObject({ counts: { applied: 10, not_applied: 20 }, exceptions: [] })
  expect(await rollBackRun(client, `${plan.plan_id}-1`, options)).toMatchObject({ ok: true, written: 10, refused: [] })
  expect(await databaseDifference(server, template, database)).toEqual([])
  await client.end()
  await server.rows(database, `create role stranger login password 'password'`)
  expect(await sentence(opened(database, 'stranger').then((stranger) => applyPlan(stranger, plan, options)))).toContain(
    'legacy_repairer.sql',
  )
})
