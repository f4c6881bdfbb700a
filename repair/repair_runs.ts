import type { Client } from 'pg'
import { z } from 'zod'
import { auditSchema } from './audit_schema.ts'
import { repairPlanSchema } from './plan_repair.ts'

const runSchema = z.object({
  run_id: z.string(),
  plan_id: z.string(),
  target_schema: z.string(),
  plan: repairPlanSchema,
  applied_by: z.string(),
  started_at: z.date(),
  finished_at: z.date().nullable(),
  rolled_back_at: z.date().nullable(),
})

const auditedSchema = z.object({
  action: z.enum(['apply', 'roll_back']),
  table_name: z.enum(['rounds', 'lua_round_teams', 'lua_spawn_stats']),
  row_key: z.string(),
  batch_number: z.number(),
  old_values: z.record(z.string(), z.string().nullable()),
  new_values: z.record(z.string(), z.string().nullable()),
  row_sha256_before: z.string(),
  row_sha256_after: z.string(),
  finding: z.string(),
  evidence: z.string(),
  confidence: z.string(),
})

/** One application of a plan, as the repaired database remembers it. */
export type RepairRun = z.output<typeof runSchema>
export type AuditedChange = z.output<typeof auditedSchema>

/** The runs of this database, oldest first; of one plan or of all. Needs the audit schema. */
export async function repairRuns(client: Client, planId?: string): Promise<RepairRun[]> {
  const found = await client.query(
    `select run_id, plan_id, target_schema, plan, applied_by, started_at, finished_at, rolled_back_at
     from ${auditSchema}.runs where $1::text is null or plan_id = $1 order by started_at, run_id`,
    [planId ?? null],
  )
  return z.array(runSchema).parse(found.rows)
}

/** What a run wrote, in the order in which it did. */
export async function auditedChanges(client: Client, runId: string): Promise<AuditedChange[]> {
  const found = await client.query(
    `select action, table_name, row_key, batch_number, old_values, new_values, row_sha256_before, row_sha256_after, finding, evidence, confidence
     from ${auditSchema}.changes where run_id = $1 order by action, batch_number, table_name, row_key`,
    [runId],
  )
  return z.array(auditedSchema).parse(found.rows)
}

/** A row of a table as one text, for maps and sets. */
export function rowName({ table, row_key }: { table: string; row_key: string }): string {
  return `${table} ${row_key}`
}

export type OnlyWriter = { ok: true } | { ok: false; reason: string }

/** Makes this connection the only one that repairs this database, until it is closed or lost. */
export async function becomeOnlyWriter(client: Client): Promise<OnlyWriter> {
  const key = `hashtextextended('${auditSchema}', 0)`
  const taken = await client.query(`select pg_try_advisory_lock(${key}) as is_mine`)
  if (taken.rows[0].is_mine) return { ok: true }
  const holder = await client.query(
    `select pid from pg_locks where locktype = 'advisory' and granted
       and ((classid::bigint << 32) | objid::bigint) = ${key} and database = (select oid from pg_database where datname = current_database())`,
  )
  const who = holder.rows[0] ? `the connection with pid ${holder.rows[0].pid}` : 'another connection'
  return { ok: false, reason: `another backfill is writing this database at this moment (${who}). Nothing was written` }
}
