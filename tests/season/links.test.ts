import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ArtefactTruth } from '../../simulator/artefact_truth.ts'
import { traceSources } from '../../simulator/leave_traces.ts'
import { type Season, simulateSeason } from '../../simulator/simulate_season.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import { type BuiltWarehouse, type Row, startWarehouse } from '../warehouse/built_warehouse.ts'
import { offeredProximity, offeredSeason } from './simulated_files.ts'
import { arrivedMessages, offeredGametimes, webhooksOf } from './simulated_messages.ts'

const season = simulateSeason({ seed: 'all that goes wrong', evenings: 12, mapsPerEvening: 6, sources: traceSources, defects: 'all' })
/** Of the proximity files, those of which something is wrong and some of the others: each takes a while to write. */
const proximityNames = new Set(
  season.truth
    .artefacts!.filter(({ artefact }) => artefact === 'proximity_file')
    .filter(({ defects }, index) => defects.length > 0 || index % 5 === 0)
    .map(({ server, name }) => `${server} ${name}`),
)
const proximityFiles = season.proximity.filter(({ server, file_name }) => proximityNames.has(`${server} ${file_name}`))
const artefacts = season.truth.artefacts!.filter(
  ({ artefact, server, name }) => artefact !== 'proximity_file' || proximityNames.has(`${server} ${name}`),
)
let warehouse: BuiltWarehouse
let events: Map<string, Row>

/** A warehouse with everything that a season left, built. */
async function buildSeason(season: Season): Promise<BuiltWarehouse> {
  const built = await startWarehouse({
    timeZone: season.truth.time_zone,
    asOf: '2026-06-01T00:00:00Z',
    servers: ['main', 'main-2'],
    webhooks: webhooksOf(season),
  })
  await built.land([...offeredSeason(season), ...season.gametimes.map(offeredGametimes), ...proximityFiles.map(offeredProximity)])
  await built.landMessages(arrivedMessages(season))
  await built.build('full')
  return built
}

beforeAll(async () => {
  warehouse = await buildSeason(season)
  const rows = await warehouse.rows('select * from marts.fct_round_events')
  events = new Map(
    rows.map((row) => [
      `${row.source} ${row.source === 'stats_ready' || row.source === 'filename_trigger' ? '' : row.server} ${row.message_id ?? row.filename}`,
      row,
    ]),
  )
}, 300_000)
afterAll(() => warehouse?.remove())

const sourceOf: Record<ArtefactTruth['artefact'], string> = {
  stats_file: 'stats_file',
  endstats_file: 'endstats_file',
  gametimes_file: 'gametime_fallback',
  stats_ready: 'stats_ready',
  filename_trigger: 'filename_trigger',
  proximity_file: 'proximity_file',
  other_message: 'other_message',
}

function eventOf({ artefact, server, name }: ArtefactTruth): Row | undefined {
  const isMessage = artefact === 'stats_ready' || artefact === 'filename_trigger'
  return events.get(`${sourceOf[artefact]} ${isMessage ? '' : server} ${name}`)
}

test('no event is linked to a wrong round, what could be found is found, and what is not linked says why', async () => {
  const idOf = (server: string, key: string) => createHash('sha256').update(`${server}|${key}`).digest('hex').slice(0, 16)
  const wrong: string[] = []
  const missed: string[] = []
  let linked = 0
  let findable = 0
  const unlinked: Record<string, number> = {}
  const rounds = new Map((await warehouse.rows('select * from marts.fct_rounds')).map((row) => [row.round_id, row]))
  const own = new Map<string, string>()
  for (const truth of artefacts) {
    const event = eventOf(truth)
    if (truth.artefact === 'other_message') continue
    if (!event) {
      missed.push(`no event: ${truth.artefact} ${truth.server} ${truth.name}`)
      continue
    }
    if (event.round_id) {
      linked += 1
      // a round without a stats file has an id of its own: all that is linked to it must be about one and the same round
      const expected = truth.round_key === null ? null : `${truth.server}|${truth.round_key}`
      const round = rounds.get(event.round_id)
      const byFile = expected && event.round_id === idOf(truth.server, truth.round_key!)
      if (!byFile) {
        const before = own.get(String(event.round_id))
        if (round?.stats_file_name !== null || expected === null || (before !== undefined && before !== expected))
          wrong.push(
            `${truth.artefact} ${truth.server} ${truth.name} is about ${expected} (${truth.none_because}), linked to ${event.round_id} ${round?.stats_file_name} [${truth.defects}] ${truth.hindrance}`,
          )
        if (expected) own.set(String(event.round_id), expected)
      }
    } else {
      unlinked[String(event.reason_code)] = (unlinked[String(event.reason_code)] ?? 0) + 1
    }
    if (truth.round_key !== null && truth.hindrance === null) {
      findable += 1
      if (!event.round_id)
        missed.push(`${truth.artefact} ${truth.server} ${truth.name} about ${truth.round_key}: ${event.reason_code} [${truth.defects}]`)
    }
  }
  console.log(
    `${artefacts.length} artefacts, ${linked} linked, ${wrong.length} wrong; of ${findable} that can be found ${findable - missed.length} were; not linked: ${JSON.stringify(unlinked)}`,
  )
  expect(wrong.slice(0, 20)).toEqual([])
  expect(missed.slice(0, 20)).toEqual([])
  expect([...events.values()].filter((event) => event.round_id === null && event.reason_code === null)).toEqual([])
})

/** Two rounds of the season as the events that led to them, and the arrivals that belong to none, one for each reason. */
async function exampleLines(): Promise<string[]> {
  const told = await warehouse.rows(`
    with whole as (
        select round_id from marts.fct_round_completeness
        where server = 'main' and has_stats_file and has_endstats_file and has_stats_ready and has_gametime_fallback and has_filename_trigger and has_proximity_file
        order by order_at limit 1),
    without as (
        select event_id from marts.fct_round_events where round_id is null
        qualify row_number() over (partition by reason_code order by order_at, event_id) = 1)
    select source, coalesce(filename, 'message') as name, parse_status, coalesce(confidence, link_status) as link, round_id, reason_code, round_fingerprint
    from marts.fct_round_events
    where round_id in (from whole) or event_id in (from without)
    order by round_id is null, source, order_at, event_id`)
  const names = ['source', 'name', 'parse_status', 'link', 'round_id', 'reason_code', 'round_fingerprint']
  const cells = [names, ...told.map((row) => names.map((name) => String(row[name] ?? '')))]
  const widths = names.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)))
  return cells.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
}

test('the examples of the contract are what the simulated season gives', async () => {
  const file = join(projectFolder, 'docs/contracts/round-event.md')
  const text = readFileSync(file, 'utf8')
  const examples = `<!-- examples -->\n\`\`\`\n${(await exampleLines()).join('\n')}\n\`\`\`\n<!-- /examples -->`
  const current = text.replace(/<!-- examples -->[\s\S]*<!-- \/examples -->/, () => examples)
  if (process.env.FULLHOLD_WRITE_EXAMPLES) writeFileSync(file, current)
  else expect(text).toBe(current)
})
