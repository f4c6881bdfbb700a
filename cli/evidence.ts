import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { Command } from 'commander'
import { openMarts } from '../warehouse/open_marts.ts'
import { evidencePage } from './evidence_page.ts'
import { Failure } from './failure.ts'
import { readTrace, type Traced } from './read_trace.ts'
import { openSession, print, type Session, say } from './session.ts'

/** Everything that proves a round: what the marts say of it, each arrival of it, and what arrived around it. */
export type Evidence = Traced & {
  build: { build_id: string; as_of: Date; code_sha256: string; fullhold_version: string }
  /** Rows of each mart about the round. */
  rows: Record<string, Record<string, unknown>[]>
  /** Arrivals within the hour around the round that belong to another round or to none, with the reason. */
  refused: Traced['events']
  /** Rows landed before the first and after the last arrival of the round, by source. */
  counts: { source: string; before: number; after: number }[]
}

export const evidence = new Command('evidence')
  .description('Bundle everything that proves a round: arrivals accepted and refused, links, counts, marts, clocks')
  .argument('<round>', 'round id, short key, fingerprint, file name, message id or link to a message')
  .option('--out <file>', 'where to write it; .json gives JSON, anything else a page in Markdown, with the JSON beside it')
  .addHelpText(
    'after',
    '\nExamples:\n  fullhold evidence 3f9a1c --out supply.md\n  fullhold evidence 2026-01-31-210144-supply-round-1.txt --json',
  )
  .action(async (what: string, { out }: { out?: string }, command: Command) => {
    const session = openSession(command, { isQuiet: true })
    const gathered = await gatherEvidence(session, what)
    const json = `${JSON.stringify(gathered, null, 2)}\n`
    if (out === undefined) {
      print(session.isJson ? json.trimEnd() : evidencePage(gathered))
      return
    }
    if (extname(out) === '.json') write(out, json)
    else {
      write(out, evidencePage(gathered))
      write(`${out}.json`, json)
    }
  })

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new Failure(`${file} cannot be written: ${error instanceof Error ? error.message : error}.\n  Name another file with --out.`)
  }
  say(`wrote ${file}`)
}

/** Marts with rows of one round, and the columns they are ordered by. */
const martsOfRounds = {
  fct_rounds: 'round_id',
  fct_round_timings: 'round_id',
  fct_round_completeness: 'round_id',
  fct_side_diagnostics: 'finding',
  fct_player_round_timings: 'player_id',
  fct_player_round_spawns: 'player_id',
  fct_awards: 'award_label',
} as const

async function gatherEvidence(session: Session, what: string): Promise<Evidence> {
  const traced = await readTrace(session, what)
  const { round, events } = traced
  await using marts = openMarts(session.paths.marts)
  if (!marts) throw new Failure(`nothing is published in ${session.paths.folder} yet.\n  Run: fullhold build`)
  return await marts.read(async (database) => {
    const build = await database
      .selectFrom('meta_build')
      .select(['build_id', 'as_of', 'code_sha256', 'fullhold_version'])
      .executeTakeFirstOrThrow()
    const rows: Evidence['rows'] = {}
    if (round)
      for (const [mart, order] of Object.entries(martsOfRounds) as [keyof typeof martsOfRounds, string][])
        rows[mart] = await database
          .selectFrom(mart)
          .selectAll()
          .where('round_id', '=', round.round_id as never)
          .orderBy(order as never)
          .execute()
    const hour = 3_600_000
    const refused = round
      ? await database
          .selectFrom('fct_round_events')
          .selectAll()
          .where('order_at', '>=', new Date(round.order_at.getTime() - hour))
          .where('order_at', '<=', new Date(round.order_at.getTime() + hour))
          .where((match) => match.or([match('server', '=', round.server), match('server', 'is', null)]))
          .where((match) => match.or([match('round_id', 'is', null), match('round_id', '!=', round.round_id)]))
          .where('map_name', '=', round.map_name)
          .orderBy('order_at')
          .orderBy('event_id')
          .execute()
      : []
    return { ...traced, build, rows, refused, counts: await countAround(database, events) }
  })
}

async function countAround(
  database: Parameters<Parameters<NonNullable<ReturnType<typeof openMarts>>['read']>[0]>[0],
  events: Traced['events'],
) {
  const times = events.map(({ received_at }) => received_at.getTime())
  if (times.length === 0) return []
  const first = new Date(Math.min(...times))
  const last = new Date(Math.max(...times))
  const counted = await database
    .selectFrom('fct_round_events')
    .select(({ fn, eb }) => [
      'source',
      fn.sum<number>(eb.case().when('received_at', '<', first).then(1).else(0).end()).as('before'),
      fn.sum<number>(eb.case().when('received_at', '<=', last).then(1).else(0).end()).as('after'),
    ])
    .groupBy('source')
    .orderBy('source')
    .execute()
  return counted.map(({ source, before, after }) => ({ source, before: Number(before), after: Number(after) }))
}
