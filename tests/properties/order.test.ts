import { afterAll, expect, test } from 'vitest'
import type { OfferedFile } from '../../ingest/land.ts'
import { landLegacySnapshot } from '../../ingest/land_legacy.ts'
import type { ArrivedMessage } from '../../ingest/land_messages.ts'
import type { Annotation } from '../../ingest/land_rows.ts'
import { traceSources } from '../../simulator/leave_traces.ts'
import { type SimulatedFile, simulateSeason } from '../../simulator/simulate_season.ts'
import { writeWarehouse } from '../../warehouse/write_warehouse.ts'
import { rowsOfAnEarlierBot } from '../legacy/rows_of_an_earlier_bot.ts'
import { offeredFile, offeredSeason } from '../season/simulated_files.ts'
import { arrivedMessages, offeredGametimes, webhooksOf } from '../season/simulated_messages.ts'
import { type BuiltWarehouse, startWarehouse } from '../warehouse/built_warehouse.ts'
import { seededRandom } from '../warehouse/scratch.ts'
import { compareMarts } from './marts_difference.ts'

const seed = 20251026
const random = seededRandom(seed)
const liveBuilds = 7

/** Three evenings, of which the second falls into the doubled hour and the third goes past midnight. */
const season = simulateSeason({
  seed,
  firstEvening: '2025-10-22',
  evenings: 3,
  mapsPerEvening: 4,
  generations: ['g33', 'c0rnp0rn7', 'c0rnp0rn8'],
  incidents: {
    atMatch: {
      0: 'double_hold',
      1: 'same_map_again',
      2: 'replayed_r1',
      3: 'orphan_r2',
      4: 'aborted_r1',
      5: 'aborted_r2',
      6: ['reconnect_in_r2', 'rename_between'],
      7: 'bots',
      8: 'substitution_between',
      9: 'header_only',
      10: 'r1_only',
      11: ['aborted_r1_map_change', 'reconnect_between'],
    },
  },
})

/** Other bytes under the same names: cut off within a line and at a line's end, other line ends, another name in the last line. */
function otherVersions(files: readonly SimulatedFile[]): SimulatedFile[] {
  const text = (file: SimulatedFile) => Buffer.from(file.bytes).toString('latin1')
  const version = (file: SimulatedFile, content: string): SimulatedFile => ({ ...file, bytes: Buffer.from(content, 'latin1') })
  return files.flatMap((file, index) => {
    const content = text(file)
    if (index % 5 === 0) return [version(file, content.slice(0, Math.floor(content.length * 0.6)))]
    if (index % 5 === 1) return [version(file, content.replaceAll('\n', '\r\n'))]
    if (index % 5 === 2) return [version(file, content.slice(0, content.lastIndexOf('\n', content.length - 2) + 1))]
    return index % 5 === 3 ? [version(file, content.replace(/a/g, 'e'))] : []
  })
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const list = [...items]
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    ;[list[last], list[other]] = [list[other]!, list[last]!]
  }
  return list
}

const warehouses: BuiltWarehouse[] = []
afterAll(() => {
  for (const warehouse of warehouses) warehouse.remove()
})

async function emptyWarehouse(): Promise<BuiltWarehouse> {
  const warehouse = await startWarehouse({ timeZone: season.truth.time_zone, asOf: '2025-11-01T00:00:00Z' })
  warehouses.push(warehouse)
  return warehouse
}

const statement = { reason: 'it is so', author: 'an admin' }
const annotatedAt = (day: number) => new Date(Date.UTC(2025, 10, day))

test('files in any order, in batches, twice and in several versions give the marts that one rebuild gives', async () => {
  const versions = otherVersions(season.files)
  const all = [...season.files, ...versions]
  const arrivals = shuffled([...all, ...shuffled(all).slice(0, Math.floor(all.length / 5))])
  expect(lateFirstHalves(arrivals)).toBeGreaterThan(0)

  const grown = await emptyWarehouse()
  const lanes: string[] = []
  const statements: Annotation[] = []
  const state = async (annotation: Annotation) => {
    statements.push(annotation)
    return await grown.annotate(annotation, annotatedAt(statements.length))
  }
  let undone = ''
  for (let batch = 0; batch <= liveBuilds; batch += 1) {
    const [from, to] = [batch, batch + 1].map((part) => Math.floor((arrivals.length * part) / (liveBuilds + 1)))
    await grown.land(
      arrivals.slice(from, to).map((file) => offeredFile(file)),
      annotatedAt(10 + batch),
    )
    if (batch === 2) {
      const [one, other] = await somePlayers(grown)
      undone = await state({ ...statement, kind: 'merge_players', subject: one!, value: other! })
    }
    if (batch === 3) {
      const [excluded] = await grown.rows("select min(round_id) as id from marts.fct_rounds where round_role = 'second_half'")
      await state({ ...statement, kind: 'exclude_round', subject: String(excluded?.id) })
    }
    if (batch === 4) await state({ ...statement, kind: 'undo', subject: undone })
    if (batch === 5) {
      const [, , one, other] = await somePlayers(grown)
      await state({ ...statement, kind: 'merge_players', subject: one!, value: other! })
    }
    lanes.push(await grown.build('live'))
  }
  expect(lanes).toEqual(['full', ...Array.from({ length: liveBuilds }, () => 'live')])

  const rebuilt = await emptyWarehouse()
  await rebuilt.land(all.map((file) => offeredFile(file)))
  let undoneHere = ''
  for (const [index, annotation] of statements.entries()) {
    const subject = annotation.kind === 'undo' ? undoneHere : annotation.subject
    const id = await rebuilt.annotate({ ...annotation, subject }, annotatedAt(index + 1))
    if (index === 0) undoneHere = id
  }
  await rebuilt.build('full')

  const { rows, tables, differences } = await compareMarts(grown.paths.warehouse, rebuilt.paths.warehouse)
  console.log(
    `${arrivals.length} arrivals in ${lanes.length} builds: ${rows} rows of ${tables} marts are those of a rebuild (seed ${seed})`,
  )
  expect(differences, `seed ${seed}; first: grown by ${liveBuilds} live builds, second: rebuilt`).toEqual([])
  expect(rows).toBeGreaterThan(3_000)
  const roles = await rebuilt.rows('select round_role, count(*)::integer as rounds from marts.fct_rounds group by all order by all')
  expect(roles.map((row) => row.round_role)).toEqual(['first_half', 'orphan', 'second_half', 'superseded'])
}, 500_000)

/** A season with all defects, told by every source; its Discord messages and gametimes files beside its stats and endstats files. */
const told = simulateSeason({
  seed: `${seed} told by all`,
  firstEvening: '2025-10-22',
  evenings: 3,
  mapsPerEvening: 4,
  sources: traceSources,
  defects: 'all',
})

test('all sources in any order, in batches and twice give the marts that one rebuild gives', async () => {
  const options = {
    timeZone: told.truth.time_zone,
    asOf: '2025-11-01T00:00:00Z',
    servers: ['main', 'main-2'],
    webhooks: webhooksOf(told),
  }
  const startOne = async () => {
    const warehouse = await startWarehouse(options)
    warehouses.push(warehouse)
    return warehouse
  }
  type Arrival = { file: OfferedFile } | { message: ArrivedMessage }
  const all: Arrival[] = [
    ...[...offeredSeason(told), ...told.gametimes.map(offeredGametimes)].map((file) => ({ file })),
    ...arrivedMessages(told).map((message) => ({ message })),
  ]
  const landAll = async (warehouse: BuiltWarehouse, arrivals: Arrival[], receivedAt?: Date) => {
    await warehouse.land(
      arrivals.flatMap((arrival) => ('file' in arrival ? [arrival.file] : [])),
      receivedAt,
    )
    await warehouse.landMessages(
      arrivals.flatMap((arrival) => ('message' in arrival ? [arrival.message] : [])),
      receivedAt,
    )
  }
  // an existing database that knows of every file that was not lost, and of evenings that nothing else tells of
  const landDatabase = (warehouse: BuiltWarehouse) =>
    writeWarehouse(warehouse.paths, '2GB', ({ connection }) =>
      landLegacySnapshot(
        connection,
        { server: 'main', sourceName: 'legacy', readFrom: 'nowhere' },
        rowsOfAnEarlierBot(told.files, told.gametimes, 'main'),
      ),
    )
  const arrivals = shuffled([...all, ...shuffled(all).slice(0, Math.floor(all.length / 5))])
  const batches = 4
  const grown = await startOne()
  await landDatabase(grown)
  for (let batch = 0; batch < batches; batch += 1) {
    const [from, to] = [batch, batch + 1].map((part) => Math.floor((arrivals.length * part) / batches))
    await landAll(grown, arrivals.slice(from, to), annotatedAt(10 + batch))
    await grown.build('live')
  }
  // a second delivery of everything adds no row of raw and changes nothing
  await landAll(grown, all, annotatedAt(20))
  expect(await grown.build('live')).toBe('none')

  const rebuilt = await startOne()
  await landAll(rebuilt, all)
  await landDatabase(rebuilt)
  await rebuilt.build('full')
  const { rows, differences } = await compareMarts(grown.paths.warehouse, rebuilt.paths.warehouse)
  console.log(`${arrivals.length} arrivals of all sources in ${batches} builds: ${rows} rows are those of a rebuild`)
  expect(differences, 'first: grown by live builds, second: rebuilt').toEqual([])
  const states = await rebuilt.rows(
    "select year(played_on) as year, bool_or(ingest_state = 'source_legacy_only') as is_of_database from marts.fct_rounds group by all order by all",
  )
  expect(states).toEqual([
    { year: 2019, is_of_database: true },
    { year: 2025, is_of_database: false },
  ])
}, 500_000)

/** How many first halves arrive after their second half. */
function lateFirstHalves(arrivals: readonly SimulatedFile[]): number {
  const arrivesAt = (key: string | null) => arrivals.findIndex((file) => file.file_name === `${key}.txt`)
  return season.truth.matches.filter(
    ({ first_half: first, second_half: second }) => first && second && arrivesAt(first) > arrivesAt(second),
  ).length
}

async function somePlayers(warehouse: BuiltWarehouse): Promise<string[]> {
  const players = await warehouse.rows('select player_id from marts.dim_players order by first_seen_on, player_id limit 4')
  return players.map((player) => String(player.player_id))
}
