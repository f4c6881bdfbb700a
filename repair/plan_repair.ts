import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '../warehouse/marts.ts'

const valueSchema = z.string().nullable()

const changeSchema = z.strictObject({
  table: z.enum(['rounds', 'lua_round_teams', 'lua_spawn_stats']),
  row_key: z.string().regex(/^-?\d+$/),
  /** sha256 of the row, as PostgreSQL writes it as JSON, for which the change is right. */
  row_sha256: z.string().regex(/^[0-9a-f]{64}$/),
  set: z.partialRecord(z.enum(['defender_team', 'winner_team', 'round_id']), z.strictObject({ from: valueSchema, to: valueSchema })),
  subject: z.string(),
  finding: z.string(),
  evidence: z.string(),
  confidence: z.string(),
})

const leftAloneSchema = z.strictObject({
  table: z.string(),
  row_key: z.string(),
  subject: z.string(),
  finding: z.string(),
  reason: z.string(),
})

/** A repair as it is saved: what would be written, why, and what is left alone, with the reason. The same findings give the same `plan_id`. */
export const repairPlanSchema = z.strictObject({
  version: z.literal(1),
  plan_id: z.string().regex(/^(sides|links)-[0-9a-f]{12}$/),
  kind: z.enum(['sides', 'links']),
  server: z.string(),
  source_name: z.string(),
  read_from: z.string(),
  build_id: z.string(),
  changes: z.array(changeSchema),
  left_alone: z.array(leftAloneSchema),
})

export type RepairPlan = z.output<typeof repairPlanSchema>
export type RepairKind = RepairPlan['kind']
export type PlannedChange = RepairPlan['changes'][number]
export type RepairColumn = 'defender_team' | 'winner_team' | 'round_id'

export type Planned = { ok: true; plan: RepairPlan } | { ok: false; reason: string }

/** The plan that the published findings give for one source, rows in their order of play. Changes of one row are one change. */
export async function planRepair(database: Kysely<Database>, kind: RepairKind, sourceName: string): Promise<Planned> {
  const tables = await database.selectFrom('fct_legacy_tables').selectAll().where('source_name', '=', sourceName).execute()
  const [first] = tables
  if (!first) return { ok: false, reason: `no row of the existing database "${sourceName}" is among what is published` }
  const { build_id } = await database.selectFrom('meta_build').select('build_id').executeTakeFirstOrThrow()
  const { changes, left_alone } = kind === 'sides' ? await planSides(database, sourceName) : await planLinks(database, sourceName)
  const digest = createHash('sha256')
    .update(JSON.stringify([first.server, sourceName, changes]))
    .digest('hex')
  const plan_id = `${kind}-${digest.slice(0, 12)}`
  const { server, read_from } = first
  return { ok: true, plan: { version: 1, plan_id, kind, server, source_name: sourceName, read_from, build_id, changes, left_alone } }
}

/** The id that a plan's own content gives: an edited plan no longer has its id. */
export function planIdOf({ kind, server, source_name, changes }: RepairPlan): string {
  return `${kind}-${createHash('sha256')
    .update(JSON.stringify([server, source_name, changes]))
    .digest('hex')
    .slice(0, 12)}`
}

type PlannedRows = { changes: PlannedChange[]; left_alone: RepairPlan['left_alone'] }

async function planSides(database: Kysely<Database>, sourceName: string): Promise<PlannedRows> {
  const findings = await database
    .selectFrom('fct_legacy_side_findings')
    .selectAll()
    .where('source_name', '=', sourceName)
    .orderBy('order_at')
    .orderBy('row_key')
    .orderBy('side_kind')
    .execute()
  const changes = new Map<string, PlannedChange>()
  const left_alone: RepairPlan['left_alone'] = []
  for (const finding of findings) {
    const { row_key, row_sha256, column_name, stored_text, proven_text } = finding
    const what = finding.round_number === 0 ? 'map' : `round ${finding.round_number}`
    const subject = `${finding.stats_file_name ?? finding.map_name ?? 'unknown'} (${what})`
    if (!finding.is_proposed) {
      left_alone.push({ table: 'rounds', row_key, subject, finding: finding.finding, reason: finding.not_proposed_reason ?? '' })
      continue
    }
    const change: PlannedChange = changes.get(row_key) ?? {
      table: 'rounds',
      row_key,
      row_sha256,
      set: {},
      subject,
      finding: finding.finding,
      evidence: `${finding.evidence}; sha256 ${finding.raw_sha256}`,
      confidence: finding.score_confidence ?? '',
    }
    change.set[column_name as RepairColumn] = { from: stored_text, to: proven_text }
    changes.set(row_key, change)
  }
  return { changes: [...changes.values()], left_alone }
}

async function planLinks(database: Kysely<Database>, sourceName: string): Promise<PlannedRows> {
  const findings = await database
    .selectFrom('fct_legacy_link_findings')
    .selectAll()
    .where('source_name', '=', sourceName)
    .orderBy('order_at')
    .orderBy('table_name')
    .orderBy('row_key')
    .execute()
  const changes: PlannedChange[] = []
  const left_alone: RepairPlan['left_alone'] = []
  for (const finding of findings) {
    const { row_key, row_sha256, stored_text, proven_text } = finding
    const table = finding.table_name as PlannedChange['table']
    const ended = finding.ended_at?.toISOString() ?? 'at an unknown time'
    const subject = `${finding.map_name ?? 'unknown map'}, ended ${ended}`
    if (!finding.is_proposed)
      left_alone.push({ table, row_key, subject, finding: finding.finding, reason: finding.not_proposed_reason ?? '' })
    else {
      changes.push({
        table,
        row_key,
        row_sha256,
        set: { round_id: { from: stored_text, to: proven_text } },
        subject,
        finding: finding.finding,
        evidence: finding.evidence ?? '',
        confidence: finding.confidence ?? '',
      })
    }
  }
  return { changes, left_alone }
}
