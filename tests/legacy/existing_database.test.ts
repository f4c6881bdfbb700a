import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Session } from '../../cli/session.ts'
import { legacyTableNames } from '../../ingest/legacy_tables.ts'
import { connectPostgres } from '../../postgres/connect.ts'
import { applyPlan, rollBackRun } from '../../repair/apply_plan.ts'
import { verifyRun } from '../../repair/verify_run.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import type { Database } from '../../warehouse/marts.ts'
import { openMarts } from '../../warehouse/open_marts.ts'
import { serveMarts } from '../../warehouse/serve_marts.ts'
import { readContracts } from '../../warehouse/served_shape.ts'
import { type ServedDatabase, servedTypes } from '../../warehouse/served_types.ts'
import { hasLegacyDump, legacyDatabase, type PostgresServer, postgresServer } from '../peers/postgres.ts'
import { compareMarts } from '../properties/marts_difference.ts'
import { type BuiltWarehouse, buildRealFiles, copyOf, realAsOf, realData } from '../warehouse/built_warehouse.ts'
import { scratchFolder } from '../warehouse/scratch.ts'
import { databaseDifference, landDatabase, legacySession, planOf } from './legacy_session.ts'

if (!hasLegacyDump) console.log('../shared/data/legacy is not here: the tests on a real existing database are not run.')

const options = { schema: 'public', batchSize: 7, attempts: 1 }

/**
 * The evenings of three weeks, moved to dates of which no file exists, with all their wrong sides; a row again under another key, one whose target
 * exceeds its limit, one without a date, and one of a round whose file exists, a second late.
 */
const evenings364DaysEarlier = `
  delete from lua_round_teams where captured_at not between '2025-10-10' and '2025-10-31';
  delete from player_comprehensive_stats; delete from weapon_comprehensive_stats;
  create table moved as select * from rounds where round_date between '2025-10-10' and '2025-10-31';
  alter table rounds drop constraint rounds_match_id_round_number_key;
  delete from rounds;
  insert into rounds select * from moved where round_number > 0 order by id limit 1;
  update rounds set round_time = to_char(round_time::time + interval '1 second', 'HH24MISS');
  update moved set id = id + 1000, round_date = to_char(round_date::date - 364, 'YYYY-MM-DD');
  insert into rounds select * from moved;
  update moved set id = id + 1000, winner_team = 9 where id = (select min(id) from moved where round_number = 1);
  insert into rounds select * from moved where id > 2000;
  update moved set id = 3001, round_time = '120000', time_limit = '10:00', actual_time = '71:05' where id > 2000;
  insert into rounds select * from moved where id = 3001;
  update moved set id = 3002, round_date = '2024-02-30' where id = 3001;
  insert into rounds select * from moved where id = 3002;
  drop table moved;
  update lua_round_teams set round_start_unix = round_start_unix - 364 * 86400, round_end_unix = round_end_unix - 364 * 86400`

/** What the header of every real file states, as `<round_date> <round_time> <round_number>`: defender, winner. */
function statedByHeaders(): Map<string, { defender: string; winner: string }> {
  const stated = new Map<string, { defender: string; winner: string }>()
  for (const name of readdirSync(realData.stats)) {
    const [, date, clock, round] = /^(\d{4}-\d{2}-\d{2})-(\d{6})-.+-round-([12])\.txt$/.exec(name)!
    const header = readFileSync(join(realData.stats, name), 'latin1').split('\n')[0]!.split('\\')
    stated.set(`${date} ${clock} ${round}`, { defender: header[4]!, winner: header[5]! })
  }
  return stated
}

describe.runIf(hasLegacyDump)('a real existing database, compared with the real files', () => {
  let server: PostgresServer
  let withoutDatabase: BuiltWarehouse
  let warehouse: BuiltWarehouse
  let session: Session
  let original: string
  let older: string

  beforeAll(async () => {
    server = await postgresServer()
    original = await legacyDatabase(server)
    older = await server.createDatabase(original)
    await server.rows(older, evenings364DaysEarlier)
    withoutDatabase = await buildRealFiles()
    warehouse = copyOf(withoutDatabase, realAsOf)
    session = legacySession(warehouse, 'legacy')
    await landDatabase(session, server.url(original))
    await landDatabase(legacySession(warehouse, 'older'), server.url(older))
    await warehouse.build('live')
  }, 300_000)
  afterAll(() => warehouse?.remove())

  /** Sides that a database has otherwise than the headers state: row, column, stored, stated. An aborted dump proves nothing. */
  async function wrongSides(database: string): Promise<string[]> {
    const stated = statedByHeaders()
    const rows = await server.rows(
      database,
      'select id, round_date, round_time, round_number, defender_team, winner_team from rounds order by id',
    )
    return rows.flatMap((row) => {
      const truth = stated.get(`${row.round_date} ${row.round_time} ${row.round_number || 2}`)!
      return (['defender', 'winner'] as const).flatMap((side) => {
        const stored = row[`${side}_team`] as number | null
        return String(stored) === truth[side] ? [] : [`${row.id} ${side}_team ${stored} ${truth[side]}`]
      })
    })
  }

  test('changes nothing of what files tell: it only adds rows of its own', async () => {
    // how many arrivals there are of a round or an evening is told with them
    const counts = ['event_count', 'arrival_count', 'arrivals_text']
    const { rows, differences } = await compareMarts(withoutDatabase.paths.warehouse, warehouse.paths.warehouse, counts)
    expect(rows).toBeGreaterThan(10_000)
    const changed = differences.filter((difference) => difference.includes('only_in=first'))
    // findings about its own rounds are counted with all others
    expect(changed.filter((difference) => !difference.startsWith('rpt_check_counts:'))).toEqual([])
  })

  test('has a round for each half that it alone knows, with what the row says and the confidence of a row', async () => {
    // the half of 20:00:01 was cut off: its target exceeds its limit in the row as in its file
    const halves = await server.rows(
      older,
      `select id, lower(round_date || '-' || round_time || '-' || map_name || '-round-' || round_number) || '.txt' as name, map_name, round_number,
         defender_team, winner_team, match_id, round_status, time_limit, actual_time
       from rounds where round_number > 0 and id between 1000 and 1999 and round_time <> '200001' order by name`,
    )
    expect(halves).toHaveLength(154)
    const side = (value: unknown) => (value === 1 || value === 2 ? value : null)
    const found = await warehouse.rows(`
      select rounds.*, keys.fingerprint as name
      from marts.fct_rounds as rounds
      inner join marts.bdg_round_fingerprints as keys on keys.round_id = rounds.round_id and keys.fingerprint_level = 'file_name' and ends_with(keys.fingerprint, '.txt')
      where rounds.ingest_state = 'source_legacy_only' order by name`)
    expect(found.map(({ name }) => name)).toEqual(halves.map(({ name }) => name))
    for (const [index, { map_name, round_number, defender_team, winner_team }] of halves.entries()) {
      const round = found[index]!
      expect(round).toMatchObject({
        ...{ map_name, round_number, has_stats_file: false, has_lua: false, stats_file_name: null, session_id: null, player_count: 0 },
        ...{ is_counted: false, not_counted_reason: 'source_legacy_only', end_reason: null },
      })
      if (side(defender_team) !== null) expect([round.name, round.defender_side]).toEqual([round.name, defender_team])
      if (side(winner_team) !== null) expect([round.name, round.winner_side]).toEqual([round.name, winner_team])
      const isKnown = round.defender_side !== null && round.winner_side !== null
      expect([round.name, round.score_confidence]).toEqual([round.name, isKnown ? 'ambiguous' : 'missing'])
    }
    // the earlier bot's own pairs, where it had both halves
    const pairs = await server.rows(
      older,
      `select first.id as first_id, second.id as second_id from rounds as first inner join rounds as second using (match_id, map_name)
       where first.round_number = 1 and second.round_number = 2 and first.id between 1000 and 1999 and second.id between 1000 and 1999`,
    )
    const idOf = new Map(halves.map(({ id }, index) => [id, found[index]!.round_id]))
    const matches = await warehouse.rows(`
      select first_half_round_id, second_half_round_id, is_counted, not_counted_reason, team_a_points, score_confidence from marts.fct_matches
      where is_complete and not_counted_reason = 'source_legacy_only'`)
    expect(matches.map(({ first_half_round_id: first, second_half_round_id: second }) => `${first} ${second}`).sort()).toEqual(
      pairs.map(({ first_id, second_id }) => `${idOf.get(first_id)} ${idOf.get(second_id)}`).sort(),
    )
    expect(matches.every(({ is_counted, team_a_points }) => !is_counted && team_a_points === null)).toBe(true)
    expect(new Set(matches.map(({ score_confidence }) => score_confidence))).toEqual(new Set(['ambiguous', 'missing']))
  })

  test('has each of its rows as an event, linked for certain or not at all', async () => {
    const events = await warehouse.rows(`
      select string_split(filename, '/')[1] as source, string_split(filename, '/')[2] as table_name, link_status, confidence, reason_code, count(*)::integer as rows
      from marts.fct_round_events where source = 'legacy_row' group by all order by all`)
    const as = (source: string, table_name: string, link_status: string, reason_code: string, rows: number) => ({
      ...{ source, table_name, link_status, confidence: link_status === 'linked_round_id' ? 'low' : null, reason_code, rows },
    })
    expect(events).toEqual([
      as('legacy', 'lua_round_teams', 'linked_round_id', 'compared_only', 37),
      as('legacy', 'lua_round_teams', 'unlinked', 'no_round_fits', 3),
      as('legacy', 'rounds', 'linked_round_id', 'compared_only', 204),
      as('legacy', 'rounds', 'unlinked', 'aborted', 1),
      as('older', 'lua_round_teams', 'linked_round_id', 'compared_only', 36),
      as('older', 'lua_round_teams', 'unlinked', 'no_round_fits', 3),
      as('older', 'rounds', 'linked_round_id', 'compared_only', 1),
      as('older', 'rounds', 'linked_round_id', 'row_repeated', 1),
      as('older', 'rounds', 'linked_round_id', 'source_legacy_only', 154),
      as('older', 'rounds', 'unlinked', 'aborted', 2),
      as('older', 'rounds', 'unlinked', 'stamp_impossible', 1),
    ])
    const unlike = await warehouse.rows(`
      select events.filename, events.round_id, rows.fit from marts.fct_round_events as events
      inner join intermediate.int_legacy_lua_rounds as rows on rows.row_name = events.filename
      left join intermediate.int_legacy_rounds as stored on stored.source_name = rows.source_name and stored.row_key = rows.fitting_round_key
      where events.source = 'legacy_row' and rows.source_name = 'legacy'
        and events.round_id is distinct from if(rows.fit = 'unique', stored.round_id, null)`)
    expect(unlike).toEqual([])
  })

  test('comes back from raw row by row', async () => {
    for (const table of legacyTableNames) {
      const landed = await warehouse.rows(`select content from raw.legacy_${table} where source_name = 'legacy'`)
      const [{ missing, surplus }] = (await server.rows(
        original,
        `with landed as (
           select given.* from jsonb_array_elements_text($1::jsonb) as content, json_populate_record(null::${table}, content::json) as given)
         select (select count(*) from (select to_jsonb(t) from ${table} as t except all select to_jsonb(t) from landed as t) as a) as missing,
                (select count(*) from (select to_jsonb(t) from landed as t except all select to_jsonb(t) from ${table} as t) as b) as surplus`,
        [JSON.stringify(landed.map(({ content }) => content))],
      )) as [{ missing: string; surplus: string }]
      expect([table, missing, surplus]).toEqual([table, '0', '0'])
    }
  })

  test('has every side proposed for repair that the headers prove, and no other', async () => {
    const plan = await planOf(session, 'sides')
    const proposed = plan.changes.flatMap(({ row_key, set }) =>
      Object.entries(set).map(([column, value]) => `${row_key} ${column} ${value!.from} ${value!.to}`),
    )
    const wrong = await wrongSides(original)
    expect(wrong).toHaveLength(116)
    expect(proposed.sort()).toEqual(wrong.sort())
    expect(plan.left_alone).toEqual([])
  })

  test('has a link proposed for each Lua row that ended with one round alone; the others keep their reason', async () => {
    const plan = await planOf(session, 'links')
    const proposed = plan.changes.map(({ row_key, set }) => `${row_key} ${set.round_id!.from} ${set.round_id!.to}`)
    const unique = await server.rows(
      original,
      `select lua.id || ' null ' || min(rounds.id) as link
       from lua_round_teams as lua
       inner join rounds on rounds.map_name = lua.map_name and rounds.round_number > 0
         and abs(extract(epoch from to_timestamp(round_date || round_time, 'YYYY-MM-DDHH24MISS')::timestamp at time zone 'Europe/Ljubljana') - 3 - lua.round_end_unix) <= 30
       where lua.round_id is null group by lua.id having count(*) = 1`,
    )
    expect(proposed.sort()).toEqual(unique.map(({ link }) => link).sort())
    expect(proposed).toHaveLength(22)
    expect(plan.left_alone.map(({ row_key, reason }) => [row_key, reason])).toEqual([
      ['11', 'orphan'],
      ['16', 'replay'],
      ['37', 'orphan'],
    ])
  })

  test('is planned and repaired by the command line, which writes nothing unless it is told to', async () => {
    const database = await server.createDatabase(original)
    const config = join(scratchFolder(), 'fullhold.yaml')
    writeFileSync(config, 'servers: [{name: main, time_zone: Europe/Ljubljana}]\nlegacy: {server: main}\n')
    function fullhold(...args: string[]): { code: number | null; out: string; error: string } {
      const command = [join(projectFolder, 'bin/fullhold.mjs'), '--data', warehouse.paths.folder, '--config', config, ...args]
      const environment = { ...process.env, FULLHOLD_REPAIR_URL: server.url(database), FULLHOLD_LEGACY_URL: server.url(database) }
      const done = spawnSync(process.execPath, command, { encoding: 'utf8', env: environment })
      return { code: done.status, out: done.stdout, error: done.stderr }
    }
    expect(fullhold('status').out).toContain(
      '20  The second half bears the winner of the first half. (inherited_winner; a repair of 20 is proposed)',
    )
    const [alone] = await server.rows(
      older,
      "select round_date || '-' || round_time || '-' || map_name || '-round-1.txt' as name from rounds where id between 1000 and 1999 and round_number = 1 order by id limit 1",
    )
    const traced = fullhold('trace', String(alone!.name), '--raw')
    expect(traced.out).toMatch(/counted +no: Only a row of an existing database tells of this round/)
    expect(traced.out).toMatch(/legacy_row +older\/rounds\/\d+ +ok, linked by what the row states, low/)
    expect(traced.out).toContain('"round_status":"completed"')
    const proof = JSON.parse(fullhold('--json', 'evidence', String(alone!.name)).out)
    expect(proof).toMatchObject({ round: { ingest_state: 'source_legacy_only', score_confidence: expect.any(String) } })
    expect(proof.events).toContainEqual(
      expect.objectContaining({ source: 'legacy_row', reason_code: 'source_legacy_only', confidence: 'low' }),
    )
    const planned = fullhold('backfill', 'sides')
    expect(planned).toMatchObject({ code: 0, out: expect.stringContaining('68 rows would be written, 0 findings are left alone') })
    expect(planned.out).toContain('winner_team 2 → 1')
    expect(planned.out).toContain('Nothing was written.')
    expect(await databaseDifference(server, original, database)).toEqual([])
    const plan = /plan (sides-[0-9a-f]+)/.exec(planned.out)![1]!
    expect(fullhold('backfill', 'links', '--apply', plan)).toMatchObject({ code: 2, error: expect.stringContaining('is a plan of sides') })
    expect(fullhold('backfill', 'sides', '--apply', 'elsewhere')).toMatchObject({
      code: 2,
      error: expect.stringContaining('there is no plan "elsewhere"'),
    })
    await server.rows(database, "update rounds set round_status = 'cancelled' where id = 60")
    const applied = fullhold('backfill', 'sides', '--apply', plan)
    expect(applied).toMatchObject({ code: 1, out: expect.stringContaining('67 rows written, 0 were already, 1 refused') })
    expect(applied.out).toContain('rounds 60: somebody changed it since, so it was left alone')
    expect(fullhold('backfill', 'sides', '--verify', `${plan}-1`)).toMatchObject({ code: 1, out: expect.stringContaining('67 applied') })
    expect(fullhold('backfill', 'sides', '--rollback', `${plan}-1`)).toMatchObject({
      code: 0,
      out: expect.stringContaining('67 rows put back'),
    })
    expect(await databaseDifference(server, original, database)).toEqual(['rounds: 2'])
    expect(fullhold('backfill', 'runs').out).toContain('rolled back')
  })

  test('has the cumulative, spectator and aborted rows that the files tell', async () => {
    const found = await warehouse.rows(`
      select finding, count(*)::integer as findings, sum(row_count)::integer as row_count from marts.fct_legacy_stat_findings
      where source_name = 'legacy' and finding <> 'unknown_stored_as_zero' group by all order by all`)
    expect(found).toEqual([
      { finding: 'aborted_dump_as_round', findings: 1, row_count: 1 },
      { finding: 'contract_column_empty', findings: 5, row_count: 5 * 205 },
      { finding: 'cumulative_second_half', findings: 42, row_count: 42 },
      { finding: 'numbers_differ', findings: 174, row_count: 174 },
      { finding: 'round_not_stored', findings: 1, row_count: 1 },
      { finding: 'spectator_row', findings: 3, row_count: 3 },
    ])
    // the bot read revives and multikills of an older layout from the wrong place, and nothing else
    const columns = await warehouse.rows(`
      select distinct regexp_extract(unnest(string_split(detail, ', ')), '^\\w+') as column_name
      from marts.fct_legacy_stat_findings where source_name = 'legacy' and finding = 'numbers_differ' order by all`)
    expect(columns.map(({ column_name }) => column_name)).toEqual(['double_kills', 'revives_given', 'triple_kills'])
  })

  test('agrees with the raw files on every proven row after the repair, and is as before after the rollback', async () => {
    const database = await server.createDatabase(original)
    await using connection = await connectPostgres(server.url(database), { statementSeconds: 30, lockSeconds: 2 })
    const { client } = connection
    const sides = await planOf(session, 'sides')
    const links = await planOf(session, 'links')
    const repairedSides = await applyPlan(client, sides, options)
    const repairedLinks = await applyPlan(client, links, options)
    expect([repairedSides, repairedLinks]).toMatchObject([
      { ok: true, written: 68, refused: [] },
      { ok: true, written: 22, refused: [] },
    ])
    expect(await wrongSides(database)).toEqual([])
    expect(await databaseDifference(server, original, database)).toEqual(['lua_round_teams: 44', 'rounds: 136'])
    const only = await server.rows(
      database,
      `select count(*) filter (where round_id is null) as unlinked, count(distinct round_id) + count(*) filter (where round_id is null) = count(*) as is_unique from lua_round_teams`,
    )
    expect(only).toEqual([{ unlinked: '3', is_unique: true }])

    // the same plan again writes nothing
    expect(await applyPlan(client, sides, options)).toMatchObject({ ok: true, written: 0, alreadyWritten: 68, refused: [] })
    const runId = `${sides.plan_id}-1`
    expect(await verifyRun(client, runId)).toMatchObject({ counts: { applied: 68 }, exceptions: [] })

    // landed and built again, nothing is left to repair
    expect((await landDatabase(session, server.url(database))).get('rounds')).toMatchObject({ added: 0, changed: 68, gone: 0 })
    await warehouse.build('live')
    expect((await planOf(session, 'sides')).changes).toEqual([])
    expect((await planOf(session, 'links')).changes).toEqual([])

    expect(await rollBackRun(client, `${links.plan_id}-1`, options)).toMatchObject({ ok: true, written: 22, refused: [] })
    expect(await rollBackRun(client, runId, options)).toMatchObject({ ok: true, written: 68, refused: [] })
    expect(await databaseDifference(server, original, database)).toEqual([])
    expect(await verifyRun(client, runId)).toMatchObject({ counts: { rolled_back: 68 }, exceptions: [] })
    // rolled back, it can be applied again, as a run of its own
    expect(await applyPlan(client, sides, options)).toMatchObject({ ok: true, runId: `${sides.plan_id}-2`, written: 68 })
    expect(await rollBackRun(client, `${sides.plan_id}-2`, options)).toMatchObject({ ok: true, written: 68 })
    expect(await databaseDifference(server, original, database)).toEqual([])

    // what was landed in between comes back to the first state with the next look
    expect((await landDatabase(session, server.url(database))).get('rounds')).toMatchObject({ added: 0, changed: 68, gone: 0 })
    await warehouse.build('live')
    expect((await planOf(session, 'sides')).plan_id).toBe(sides.plan_id)
  })

  test('is served back into PostgreSQL: every mart with every row, views for a web site on it, and nothing when nothing changed', async () => {
    const database = await server.createDatabase()
    await server.rows(database, readFileSync(join(projectFolder, 'deploy/postgres/serving_writer.sql'), 'utf8'))
    await server.rows(database, `alter role fullhold_writer password 'password'`)
    await using connection = await connectPostgres(server.url(database, 'fullhold_writer'), { statementSeconds: 60, lockSeconds: 2 })
    const { paths } = warehouse
    const contracts = readContracts(join(paths.target, 'manifest.json'))
    const scratchFile = join(paths.folder, 'served.csv')
    const serve = () => serveMarts(connection.client, { marts: paths.marts, contracts, schema: 'fullhold', grantTo: [], scratchFile })
    expect(await serve()).toMatchObject({ ok: true, isNewVersion: true })
    await using marts = openMarts(paths.marts)!
    const served = new Kysely<ServedDatabase>({
      dialect: new PostgresDialect({ pool: new Pool({ connectionString: server.url(database), types: servedTypes }) }),
    }).withSchema('fullhold_v1')
    const tables = (await server.rows(database, `select mart from fullhold.served_marts order by 1`)).map(
      ({ mart }) => mart as keyof Database,
    )
    expect(tables).toContain('fct_player_weapon_rounds')
    for (const table of tables) {
      const ours = (await marts.read((published) => published.selectFrom(table).selectAll().execute())) as Record<string, unknown>[]
      const theirs = ((await served.selectFrom(table).selectAll().execute()) as Record<string, unknown>[]).map(
        ({ fullhold_row, ...row }) => row,
      )
      const asTexts = (rows: Record<string, unknown>[]) => rows.map((row) => JSON.stringify(row)).sort()
      expect([table, asTexts(theirs)]).toEqual([table, asTexts(ours)])
    }
    await served.destroy()
    const described = await server.rows(
      database,
      `select count(*)::integer as columns, count(*) filter (where not attnotnull)::integer as nullable, count(col_description(attrelid, attnum))::integer as described
       from pg_attribute where attrelid = 'fullhold_v1.fct_rounds'::regclass and attnum > 0`,
    )
    expect(described[0]!.described).toBe(described[0]!.columns)
    expect(described[0]!.nullable).toBeLessThan(Number(described[0]!.columns))
    await server.rows(database, readFileSync(join(projectFolder, 'deploy/postgres/website_views.sql'), 'utf8'))
    expect(
      await server.rows(database, 'select count(*)::integer as evenings, count(score_confidence)::integer as sure from website.evenings'),
    ).toEqual([{ evenings: 32, sure: 32 }])
    expect(await serve()).toMatchObject({ isNewVersion: false, marts: [] })
    await warehouse.annotate(
      { kind: 'name_team', subject: 'nobody', field: 'A', value: 'The Otters', reason: 'test', author: 'test' },
      new Date(),
    )
    await warehouse.build('live')
    // a build that changes no meaning exchanges what tells of builds and nothing else
    const again = await serve()
    expect(again.ok && again.marts.map(({ mart }) => mart)).toEqual(['meta_build', 'rpt_builds'])
  })
})
