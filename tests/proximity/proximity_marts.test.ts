import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OfferedFile } from '../../ingest/land.ts'
import { simulateSeason } from '../../simulator/simulate_season.ts'
import { type BuiltProximity, buildProximity, type ProximityOptions } from '../../warehouse/build_proximity.ts'
import { projectFolder, startDbt } from '../../warehouse/dbt.ts'
import { quotedName, quotedText } from '../../warehouse/quoted.ts'
import { offeredSeason } from '../season/simulated_files.ts'
import { column, readProximityText } from '../simulator/read_proximity_text.ts'
import { type BuiltWarehouse, type Row, residentDbt, startWarehouse } from '../warehouse/built_warehouse.ts'
import { seededRandom } from '../warehouse/scratch.ts'
import { countTrades } from './count_trades.ts'
import { guids, handmadeFile, header, life } from './handmade_files.ts'

const seed = 20260216
const random = seededRandom(seed)
const season = simulateSeason({
  seed: 'proximity',
  evenings: 4,
  mapsPerEvening: 3,
  playersPerTeam: 3,
  sources: ['proximity'],
  trackers: ['v4', 'v4r', 'v52', 'v611'],
  defects: {
    negative_times: 0.3,
    clock_drift: 0.3,
    says_one: 0.3,
    no_sprint: 0.3,
    truncated_file: 0.2,
    unknown_parts: 0.2,
    twin_server: 0.4,
    proximity_lost: 0.1,
  },
})
const truth = season.truth
const artefacts = new Map(
  (truth.artefacts ?? []).filter(({ artefact }) => artefact === 'proximity_file').map((each) => [`${each.server} ${each.name}`, each]),
)
const isDamaged = (file: { server: string; file_name: string }) =>
  artefacts.get(`${file.server} ${file.file_name}`)!.defects.some((defect) => defect === 'truncated_file' || defect === 'unknown_parts')

type Text = { server: string; name: string; text: string; isSound: boolean }

/** Files that make no use of the simulator: the samples, and many short ones of another generator. Empty where that is not at hand. */
function filesOfOthers(): Text[] {
  const shared = join(projectFolder, '../shared')
  const generator = join(shared, 'tools/gen_prox.py')
  if (!existsSync(generator)) return []
  const folder = mkdtempSync(join(tmpdir(), 'fullhold-generated-'))
  const script = `
import itertools, runpy, sys
for number, flavor in zip(range(200), itertools.cycle(['v4', 'v4r', 'v52', 'v611'])):
    end = ['--end', 'shutdown'] if number % 16 in (2, 3) else []
    sys.argv = ['gen', '--flavor', flavor, '--players', str(4 + number % 3), '--minutes', '0.4', '--seed', str(number), '--map', 'lab',
        '--interval', '500' if number % 5 == 0 else '200', '--sprint', 'zero' if number % 7 == 0 else 'real', '--start', str(1771000000 + 600 * number), '--out', '${folder}', *end]
    runpy.run_path('${generator}', run_name='__main__')`
  const made = spawnSync('python3', ['-c', script], { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(made.stderr)
  const samples = join(shared, 'data/proximity')
  const paths = [
    ...readdirSync(folder).map((name) => join(folder, name)),
    ...readdirSync(samples).flatMap((each) => readdirSync(join(samples, each)).map((name) => join(samples, each, name))),
  ]
  return paths.map((path) => ({ server: 'lab', name: path.split('/').at(-1)!, text: readFileSync(path, 'utf8'), isSound: true }))
}

const bot = { guid: 'OMNIBOT0100000000000000000000000', name: '[BOT]rook' }
const handmade: Record<string, string> = {
  unknown_section: handmadeFile({ more: ['', '# FOOTSTEPS', '# time;guid;loudness', '100;x;3', '200;y;4', ''] }),
  unknown_column: handmadeFile({ more: ['', '# REVIVES', '# time;medic_guid;medic_name;mood', `3000;${guids.heron};heron;glad`] }),
  no_column_list: handmadeFile({ more: ['', '# REVIVES', `3000;${guids.heron};heron`] }),
  cut_off: handmadeFile().slice(0, handmadeFile().lastIndexOf('owl;ALLIES') + 60),
  crlf: handmadeFile().replaceAll('\n', '\r\n'),
  nine_columns: handmadeFile({
    lives: [life(guids.finch, 'finch', 'AXIS', { columns: 9 })],
    lifeColumns: '# guid;name;team;class;spawn_time;death_time;first_move_time;samples;path',
  }),
  renamed_columns: handmadeFile({
    head: header({ family: 'V5', more: ['# axis_spawn_interval=30000', '# allies_spawn_interval=20000'] }),
    more: [
      '',
      '# CROSSFIRE_OPPORTUNITIES',
      '# event_time;target_guid;teammate1_guid;teammate2_guid',
      `900;${guids.finch};${guids.owl};${guids.wren}`,
    ],
  }),
  bots: handmadeFile({ lives: [life(bot.guid, bot.name, 'AXIS'), life('SLOT3', 'nobody', 'AXIS'), life('', '', 'ALLIES')] }),
  twin_prefix: handmadeFile({ lives: [life(guids.finch, 'finch', 'AXIS'), life(`${guids.finch.slice(0, 31)}F`, 'other', 'AXIS')] }),
  no_sprint: handmadeFile({ lives: [life(guids.finch, 'finch', 'AXIS', { sprint: 0 })] }),
  bad_rows: handmadeFile({
    lives: [life(guids.finch, 'finch', 'AXIS'), 'short;row', life(guids.owl, 'owl', 'ALLIES').replace(';500;', ';5e2;')],
  }),
  repeated_life: handmadeFile({ lives: [life(guids.finch, 'finch', 'AXIS'), life(guids.finch, 'finch', 'AXIS')] }),
  garbage: 'this is no proximity file\n1;2;3\n',
}

const others = filesOfOthers()
const seasonTexts: Text[] = season.proximity.map((file) => ({
  server: file.server,
  name: file.file_name,
  text: Buffer.from(file.read()).toString('utf8'),
  isSound: !isDamaged(file),
}))
const handmadeTexts: Text[] = Object.keys(handmade).map((what, index) => ({
  server: 'hand',
  name: `2026-02-13-1800${String(10 + index)}-${what}-round-1_engagements.txt`,
  text: handmade[what]!,
  isSound: false,
}))
const allTexts = [...seasonTexts, ...others, ...handmadeTexts]

function offered({ server, name, text }: Text): OfferedFile {
  return {
    status: 'offered',
    kind: 'proximity',
    server,
    sourceName: 'tracker',
    fileName: name,
    largestBytes: 64e6,
    read: async () => Buffer.from(text),
  }
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

let warehouse: BuiltWarehouse
let grown: string
const kills: string[] = []

async function proximity(options: Partial<ProximityOptions>): Promise<Extract<BuiltProximity, { ok: true }>> {
  const { paths, configuration } = warehouse
  const built = await buildProximity({ paths, configuration, dbt: residentDbt(), lane: 'live', ...options })
  if (!built.ok) throw new Error([...built.reasons, ...built.brokenPromises.map((each) => JSON.stringify(each))].join('\n'))
  return built
}

/** A run of the slower part whose dbt is killed after so many models. */
async function proximityKilledAfter(nodes: number): Promise<void> {
  const dbt = startDbt(join(warehouse.paths.folder, 'logs'))
  let finished = 0
  const running = proximity({
    dbt,
    batchMegabytes: 6,
    onProgress({ unique_id }) {
      finished += 1
      if (finished !== nodes) return
      kills.push(unique_id)
      dbt[Symbol.dispose]()
    },
  })
  await expect(running).rejects.toThrow('dbt was stopped')
}

beforeAll(async () => {
  const asOf = '2026-09-01T00:00:00Z'
  warehouse = await startWarehouse({ timeZone: truth.time_zone, asOf, servers: ['main', 'main-2', 'lab', 'hand'] })
  const arrivals = shuffled(allTexts)
  await warehouse.land([...offeredSeason(season), ...arrivals.slice(0, arrivals.length / 2).map(offered)])
  await warehouse.build('full')
  await proximity({ lane: 'full' })
  const again = await warehouse.land(shuffled(allTexts).map(offered))
  expect(again.landed).toBe(allTexts.length - Math.floor(arrivals.length / 2))
  expect((await warehouse.land(shuffled(allTexts).map(offered))).landed).toBe(0)
  await warehouse.build('live')
  await proximityKilledAfter(20)
  await proximityKilledAfter(45)
  for (let left = 1; left > 0; ) left = (await proximity({ batchMegabytes: 12 })).filesLeft
  grown = join(warehouse.paths.folder, 'grown.duckdb')
  copyFileSync(warehouse.paths.martsProximity, grown)
  await proximity({ lane: 'full' })
}, 600_000)
afterAll(() => warehouse?.remove())

async function marts(sql: string): Promise<Row[]> {
  return await warehouse.rows(sql.replaceAll(/\b(fct|rpt|meta)_proximity/g, 'marts_proximity.$1_proximity'))
}

test('files in any order, twice, in batches, with kills between, give the marts that one run over everything gives', async () => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`attach ${quotedText(grown)} as grown (read_only)`)
  await connection.run(`attach ${quotedText(warehouse.paths.martsProximity)} as rebuilt (read_only)`)
  const tables = (await connection.runAndReadAll("select table_name from duckdb_tables() where database_name = 'rebuilt'"))
    .getRows()
    .flat()
    .map(String)
  const differences: string[] = []
  let rows = 0
  for (const table of tables.filter((name) => name !== 'meta_proximity_build')) {
    const [one, other] = [`grown.main.${quotedName(table)}`, `rebuilt.main.${quotedName(table)}`]
    const counted = await connection.runAndReadAll(`
      select (select count(*) from ${other}), (select count(*) from (from ${one} except all from ${other})), (select count(*) from (from ${other} except all from ${one}))`)
    const [all, gone, come] = counted.getRows()[0]!.map(Number)
    rows += all!
    if (gone! + come! > 0) differences.push(`${table}: ${gone} rows only grown, ${come} only rebuilt`)
  }
  connection.closeSync()
  instance.closeSync()
  console.log(
    `${allTexts.length} proximity files, killed at ${kills}: ${rows} rows of ${tables.length} marts are those of a rebuild (seed ${seed})`,
  )
  expect(differences).toEqual([])
  expect(kills.length).toBe(2)
  expect(rows).toBeGreaterThan(10_000)
  expect(await proximity({})).toMatchObject({ filesRead: 0, isPublished: false })
}, 120_000)

test('every landed file is there byte for byte, and every row of it is read or reported', async () => {
  const pieces = await warehouse.rows(
    "select server || ' ' || file_name as key, content from raw.proximity_files inner join (select file_number, string_agg(piece, '' order by piece_number) as content from raw.proximity_pieces group by all) using (file_number)",
  )
  const landed = new Map(pieces.map((row) => [row.key, row.content]))
  for (const { server, name, text } of allTexts) expect(landed.get(`${server} ${name}`) === text, name).toBe(true)
  const sections = await marts(`
    select files.server || ' ' || files.file_name as key, sum(sections.row_count)::integer as row_count, sum(sections.sound_row_count + sections.defect_row_count + sections.unread_row_count)::integer as accounted
    from fct_proximity_files as files inner join fct_proximity_sections as sections using (file_id) group by all`)
  const found = new Map(sections.map((row) => [row.key, row]))
  for (const { server, name, text } of allTexts) {
    const written = text.split('\n').filter((line) => line.trimEnd() !== '' && !line.startsWith('#')).length
    expect(found.get(`${server} ${name}`), name).toMatchObject({ row_count: written, accounted: written })
  }
})

test('totals of sound files are those of an independent reader', async () => {
  const totals = await marts(`
    select files.server || ' ' || files.file_name as key, files.sample_count, files.sprint_sample_count, files.section_count, files.sound_row_count,
        (select count(*) from fct_proximity_engagements as rows where rows.file_id = files.file_id)::integer as engagements,
        coalesce((select sum(total_damage) from fct_proximity_engagements as rows where rows.file_id = files.file_id), 0)::integer as damage,
        (select count(*) from fct_proximity_engagements as rows where rows.file_id = files.file_id and death_cause is not null)::integer as deaths,
        (select count(*) from fct_proximity_engagement_players as rows where rows.file_id = files.file_id)::integer as attackers,
        coalesce((select sum(hits) from fct_proximity_engagement_players as rows where rows.file_id = files.file_id), 0)::integer as hits,
        (select count(*) from fct_proximity_lives as rows where rows.file_id = files.file_id)::integer as lives,
        (select count(*) from fct_proximity_pushes as rows where rows.file_id = files.file_id)::integer as pushes,
        (select count(*) from fct_proximity_kill_outcomes as rows where rows.file_id = files.file_id)::integer as outcomes,
        (select sum(moment_count) from fct_proximity_cohesion as rows where rows.file_id = files.file_id)::integer as moments,
        coalesce((select sum(deaths) from fct_proximity_cells as rows where rows.file_id = files.file_id), 0)::integer as cell_deaths,
        coalesce((select sum(spawn_timing_score) from fct_proximity_spawn_timings as rows where rows.file_id = files.file_id), 0)::decimal(12, 3)::double as timing
    from fct_proximity_files as files where coalesce(reason_code, '') <> 'fuller_file_counts'`)
  const found = new Map(totals.map((row) => [row.key, row]))
  const sound = allTexts.filter(({ isSound, server, name }) => isSound && found.has(`${server} ${name}`))
  expect(sound.length).toBeGreaterThanOrEqual(others.length > 0 ? 220 : 15)
  for (const { server, name, text } of sound) {
    const read = readProximityText(text)
    const sum = (section: string, of: string) => column(read, section, of).reduce((total, value) => total + Number(value), 0)
    const attackers = column(read, 'ENGAGEMENTS', 'attackers').flatMap((list) =>
      list === '' ? [] : list.split('|').map((each) => each.split(',')),
    )
    const samples = column(read, 'PLAYER_TRACKS', 'path').flatMap((path) => path.split('|').map((item) => item.split(',')))
    const row = found.get(`${server} ${name}`)!
    expect(row, name).toMatchObject({
      section_count: read.sections.size,
      sound_row_count: [...read.sections.values()].reduce((total, { rows }) => total + rows.length, 0),
      sample_count: samples.length,
      sprint_sample_count: samples.filter((item) => item[8] === '1').length,
      engagements: column(read, 'ENGAGEMENTS', 'id').length,
      damage: sum('ENGAGEMENTS', 'total_damage'),
      deaths: column(read, 'ENGAGEMENTS', 'outcome').filter((outcome) => outcome === 'killed').length,
      attackers: attackers.length,
      hits: attackers.reduce((total, each) => total + Number(each[4]), 0),
      lives: column(read, 'PLAYER_TRACKS', 'guid').length,
      pushes: column(read, 'TEAM_PUSHES', 'team').length,
      outcomes: column(read, 'KILL_OUTCOME', 'outcome').length,
      moments: column(read, 'TEAM_COHESION', 'time').length === 0 ? null : column(read, 'TEAM_COHESION', 'time').length,
      cell_deaths: row.deaths,
    })
    expect(row.timing).toBeCloseTo(sum('SPAWN_TIMING', 'spawn_timing_score'), 2)
  }
})

test('opportunities, attempts, trades, lonely deaths and support are those of a reader that compares everybody with everybody', async () => {
  const chosen = [...shuffled(seasonTexts.filter(({ isSound }) => isSound)).slice(0, 4), ...shuffled(others).slice(0, 30)]
  const rows = await marts(`
    select files.server || ' ' || files.file_name as key,
        (select count(*) from fct_proximity_trades as rows where rows.file_id = files.file_id)::integer as deaths,
        coalesce((select sum(opportunity_count) from fct_proximity_trades as rows where rows.file_id = files.file_id), 0)::integer as opportunities,
        coalesce((select sum(attempt_count) from fct_proximity_trades as rows where rows.file_id = files.file_id), 0)::integer as attempts,
        coalesce((select sum(success_count) from fct_proximity_trades as rows where rows.file_id = files.file_id), 0)::integer as successes,
        (select count(*) from fct_proximity_trades as rows where rows.file_id = files.file_id and is_isolated)::integer as isolated,
        coalesce((select sum(frame_count) from fct_proximity_support as rows where rows.file_id = files.file_id), 0)::integer as frames,
        coalesce((select sum(supported_frame_count) from fct_proximity_support as rows where rows.file_id = files.file_id), 0)::integer as supported
    from fct_proximity_files as files`)
  const found = new Map(rows.map(({ key, ...row }) => [key, row]))
  for (const { server, name, text } of chosen) expect(found.get(`${server} ${name}`), name).toEqual(countTrades(readProximityText(text)))
})

test('sound files have no finding but those that say how trackers are', async () => {
  const known =
    "('hits_after_death', 'rifle_kills_misnamed', 'clock_shifted', 'sprint_unavailable', 'shut_down', 'escort_distances_unusable', 'interval_differs', 'pauses_or_warmup_included', 'clients_excluded', 'side_changed')"
  const names = allTexts.filter(({ isSound }) => isSound).map(({ server, name }) => `${server} ${name}`)
  const findings = await marts(
    `select server || ' ' || file_name as key, check_code, found_count, detail from fct_proximity_checks inner join fct_proximity_files using (file_id, server) where check_code not in ${known}`,
  )
  expect(findings.filter(({ key }) => names.includes(String(key)))).toEqual([])
})

test('a file belongs to its true round whatever number it says, or to none with a reason, and never to a neighbour', async () => {
  const events = await warehouse.rows(`
    select events.server || ' ' || events.filename as key, lower(replace(rounds.stats_file_name, '.txt', '')) as stem, events.reason_code, events.stated_round_number, events.round_number
    from marts.fct_round_events as events left join marts.fct_rounds as rounds using (round_id)
    where events.source = 'proximity_file' and events.server in ('main', 'main-2')`)
  expect(events.length).toBe(seasonTexts.length)
  let linked = 0
  for (const event of events) {
    const told = artefacts.get(String(event.key))!
    if (event.stem === null) expect(event.reason_code, String(event.key)).not.toBeNull()
    else expect(event.stem, String(event.key)).toBe(told.round_key)
    if (told.hindrance === null && told.round_key !== null) expect(event.stem, String(event.key)).toBe(told.round_key)
    if (event.stem !== null) linked += 1
  }
  expect(linked).toBeGreaterThan(15)
  expect(events.some((event) => event.round_number === 2 && event.stated_round_number === 1)).toBe(true)
  const overruled = await warehouse.rows(
    "select count(*)::integer as findings from marts.fct_round_checks where check_code = 'round_number_overruled' and detail like '%_engagements.txt%'",
  )
  expect(overruled[0]!.findings).toBeGreaterThan(0)
})

test('kills and deaths of the tracks are those that happened, and times count from the start of play', async () => {
  const rows = await marts(`
    select files.server || ' ' || files.file_name as key, files.duration_seconds,
        (select count(*) from fct_proximity_timeline as events where events.file_id = files.file_id and event_kind = 'kill')::integer as kills
    from fct_proximity_files as files where server in ('main', 'main-2') and coalesce(reason_code, '') <> 'fuller_file_counts'`)
  const found = new Map(rows.map((row) => [row.key, row]))
  let compared = 0
  for (const track of truth.tracks ?? []) {
    const row = found.get(`${track.server} ${track.file_name}`)
    if (!row || track.is_truncated) continue
    compared += 1
    expect(row.kills, track.file_name).toBe(track.deaths.filter(({ kind }) => kind === 'kill').length)
    expect(Math.abs(Number(row.duration_seconds) - (track.round_end_unix - track.round_start_unix)), track.file_name).toBeLessThan(3)
  }
  expect(compared).toBeGreaterThan(15)
})

test('sprint is a percentage or unavailable with a reason, never nothing at all', async () => {
  const rows = await marts(
    'select sprint_percent, sprint_unavailable_reason, count(*)::integer as n from fct_proximity_player_rounds group by all',
  )
  expect(rows.filter((row) => (row.sprint_percent === null) === (row.sprint_unavailable_reason === null))).toEqual([])
  expect(rows.some((row) => Number(row.sprint_percent) > 0)).toBe(true)
  expect(rows.some((row) => row.sprint_unavailable_reason === 'sprint_never_recorded')).toBe(true)
})

test('boards give places to enough cases only, and to nothing that is known to point the wrong way', async () => {
  const rows = await marts('select * from rpt_proximity_leaderboards')
  expect(rows.length).toBeGreaterThan(50)
  expect(rows.filter((row) => row.place !== null && (!row.is_ranked || Number(row.sample_count) < Number(row.minimum_sample)))).toEqual([])
  expect(rows.filter((row) => ['sprint', 'dodge', 'return_fire'].includes(String(row.board)) && row.place !== null)).toEqual([])
  const label = (count: number) => (count >= 20 ? 'High' : count >= 8 ? 'Medium' : 'Low')
  expect(rows.filter((row) => row.sample_confidence !== label(Number(row.sample_count)))).toEqual([])
})

/** What the marts say about a handmade file: its facts and its findings. */
async function facts(what: string): Promise<{ file: Row; findings: Record<string, unknown> }> {
  const [file] = await marts(`select * from fct_proximity_files where server = 'hand' and file_name like '%-${what}-round-1%'`)
  const rows = await marts(`select check_code, found_count from fct_proximity_checks where file_id = '${file!.file_id}'`)
  return { file: file!, findings: Object.fromEntries(rows.map((row) => [row.check_code, row.found_count])) }
}

test('unknown sections and columns are counted, named and left alone', async () => {
  expect(await facts('unknown_section')).toMatchObject({
    file: { unread_row_count: 2, unknown_section_count: 1 },
    findings: { unknown_section: 1 },
  })
  expect(await facts('unknown_column')).toMatchObject({ file: { defect_row_count: 0 }, findings: { unknown_columns: 1 } })
  expect(await facts('no_column_list')).toMatchObject({ file: { defect_row_count: 1 }, findings: { row_unreadable: 1 } })
})

test('a file that was cut off keeps what is sound', async () => {
  const { file, findings } = await facts('cut_off')
  expect(file).toMatchObject({ is_truncated: true, defect_row_count: 1, sound_row_count: 3 })
  expect(findings).toMatchObject({ row_unreadable: 1 })
})

test('line ends of a copy, older layouts and renamed columns change nothing', async () => {
  const { file: plain } = await facts('no_sprint')
  expect((await facts('crlf')).file).toMatchObject({ sound_row_count: 7, defect_row_count: 0, is_truncated: false, sample_count: 16 })
  expect((await facts('nine_columns')).file).toMatchObject({ sound_row_count: plain.sound_row_count, defect_row_count: 0, sample_count: 4 })
  expect((await facts('renamed_columns')).file).toMatchObject({ defect_row_count: 0, unknown_section_count: 0 })
  const [pair] = await marts(
    "select opportunity_count, crossfire_count, kill_count, damage, delay_sum_ms::integer as delay from fct_proximity_crossfire_pairs where file_id = (select file_id from fct_proximity_files where file_name like '%renamed_columns%')",
  )
  expect(pair).toEqual({ opportunity_count: 1, crossfire_count: 1, kill_count: 1, damage: 90, delay: 400 })
})

test('bots, slots and clients without an id are no players, and two people with one prefix are a finding', async () => {
  const { file, findings } = await facts('bots')
  expect(findings).toMatchObject({ clients_excluded: 3 })
  const players = await marts(`select player_id from fct_proximity_player_rounds where file_id = '${file.file_id}'`)
  expect(players.map((row) => row.player_id).sort()).toEqual(['A1A1A1A1', 'C3C3C3C3', 'D4D4D4D4'])
  expect((await facts('twin_prefix')).findings).toMatchObject({ guid_prefix_shared: 1 })
  expect(await marts("select guid_count from rpt_proximity_guid_collisions where line_player_id = 'A1A1A1A1'")).toEqual([{ guid_count: 2 }])
})

test('rows that cannot be read are listed with a reason, a repeated life counts once, and garbage stops nothing', async () => {
  const { file } = await facts('bad_rows')
  const rows = await marts(`select row_defect from fct_proximity_row_defects where file_id = '${file.file_id}' order by line_number`)
  expect(rows.map((row) => row.row_defect)).toEqual(['too_few_fields', 'not_a_number'])
  const repeated = await facts('repeated_life')
  expect(repeated.findings).toMatchObject({ life_repeated: 1 })
  expect(
    await marts(`select life_count from fct_proximity_player_rounds where file_id = '${repeated.file.file_id}' and player_id = 'A1A1A1A1'`),
  ).toEqual([{ life_count: 1 }])
  expect((await facts('garbage')).file).toMatchObject({ family: null, row_count: 2, unread_row_count: 2, is_truncated: true })
})
