import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from 'pg'
import { inTransaction } from '../postgres/connect.ts'
import { auditSchema, ensureAuditSchema } from './audit_schema.ts'
import { batchesOf } from './batches.ts'
import { planIdOf, type RepairPlan } from './plan_repair.ts'
import { auditedChanges, becomeOnlyWriter, repairRuns, rowName } from './repair_runs.ts'
import { type Refused, type RowChange, writeBatch } from './write_batch.ts'

export type RepairOptions = {
  schema: string
  batchSize: number
  /** How often a batch is tried while somebody else holds a lock on one of its rows. */
  attempts: number
  onProgress?: (done: number, of: number) => void
  onWaiting?: (attempt: number) => void
}

export type Repaired =
  | { ok: true; runId: string; written: number; alreadyWritten: number; refused: Refused[] }
  | { ok: false; reason: string }

/**
 * Writes a plan, batch by batch, each in a transaction of its own with its audit rows: cut at any instant, what is written is audited and
 * what is audited is written. The same plan again goes on where it was cut, and writes nothing twice. Refuses single rows, never guesses.
 * Throws what PostgreSQL throws; batches before that stay.
 */
export async function applyPlan(client: Client, plan: RepairPlan, options: RepairOptions): Promise<Repaired> {
  if (planIdOf(plan) !== plan.plan_id)
    return { ok: false, reason: 'the plan was edited after it was made, so it proves nothing. Make it again' }
  const only = await becomeOnlyWriter(client)
  if (!only.ok) return only
  await ensureAuditSchema(client)
  const run = await runOf(client, plan, options.schema)
  if (!run.ok) return run
  const { runId } = run
  const audited = await auditedChanges(client, runId)
  const written = new Set(audited.map(({ table_name: table, row_key }) => rowName({ table, row_key })))
  const open: RowChange[] = plan.changes
    .filter((change) => !written.has(rowName(change)))
    .map(({ row_sha256, ...change }) => ({ ...change, expected_sha256: row_sha256 }))
  const lastBatch = Math.max(0, ...audited.map(({ batch_number }) => batch_number))
  const { count, refused } = await writeBatches(client, { schema: options.schema, runId, action: 'apply', lastBatch }, open, options)
  await client.query(`update ${auditSchema}.runs set finished_at = clock_timestamp() where run_id = $1`, [runId])
  return { ok: true, runId, written: count, alreadyWritten: written.size, refused }
}

/**
 * Puts the rows of a run back to what they were, latest batch first. A row that somebody changed since is left alone and named. The same
 * call again goes on where it was cut.
 */
export async function rollBackRun(client: Client, runId: string, options: RepairOptions): Promise<Repaired> {
  const only = await becomeOnlyWriter(client)
  if (!only.ok) return only
  await ensureAuditSchema(client)
  const run = (await repairRuns(client)).find(({ run_id }) => run_id === runId)
  if (!run) return { ok: false, reason: `this database knows no run "${runId}"` }
  const audited = await auditedChanges(client, runId)
  const back = audited.filter(({ action }) => action === 'roll_back')
  const rolledBack = new Set(back.map(({ table_name: table, row_key }) => rowName({ table, row_key })))
  const open = audited
    .filter(({ action, table_name: table, row_key }) => action === 'apply' && !rolledBack.has(rowName({ table, row_key })))
    .reverse()
    .map(reversed)
  const lastBatch = Math.max(0, ...back.map(({ batch_number }) => batch_number))
  const place = { schema: run.target_schema, runId, action: 'roll_back' as const, lastBatch }
  const { count, refused } = await writeBatches(client, place, open, options)
  if (refused.length === 0) {
    await client.query(`update ${auditSchema}.runs set rolled_back_at = coalesce(rolled_back_at, clock_timestamp()) where run_id = $1`, [
      runId,
    ])
  }
  return { ok: true, runId, written: count, alreadyWritten: rolledBack.size, refused }
}

/** The open run of a plan, or a new one. A plan that was rolled back can be applied again; one half rolled back cannot. */
async function runOf(
  client: Client,
  plan: RepairPlan,
  schema: string,
): Promise<{ ok: true; runId: string } | { ok: false; reason: string }> {
  const runs = await repairRuns(client, plan.plan_id)
  const last = runs.at(-1)
  if (last && last.rolled_back_at === null) {
    const isHalfBack = (await auditedChanges(client, last.run_id)).some(({ action }) => action === 'roll_back')
    if (isHalfBack)
      return { ok: false, reason: `run ${last.run_id} of this plan is rolled back in part; finish that first (--rollback ${last.run_id})` }
    return { ok: true, runId: last.run_id }
  }
  const runId = `${plan.plan_id}-${runs.length + 1}`
  await client.query(`insert into ${auditSchema}.runs (run_id, plan_id, kind, target_schema, plan) values ($1, $2, $3, $4, $5::jsonb)`, [
    ...[runId, plan.plan_id, plan.kind, schema],
    JSON.stringify(plan),
  ])
  return { ok: true, runId }
}

async function writeBatches(
  client: Client,
  { lastBatch, ...place }: { schema: string; runId: string; action: 'apply' | 'roll_back'; lastBatch: number },
  changes: RowChange[],
  { batchSize, attempts, onProgress, onWaiting }: RepairOptions,
): Promise<{ count: number; refused: Refused[] }> {
  const refused: Refused[] = []
  let done = 0
  for (const [index, batch] of batchesOf(changes, batchSize).entries()) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const target = { ...place, batchNumber: lastBatch + index + 1 }
        refused.push(...(await inTransaction(client, '', () => writeBatch(client, target, batch))))
        break
      } catch (error) {
        if (attempt >= attempts || !isPassing(error)) throw error
        onWaiting?.(attempt)
        await delay(200 * attempt)
      }
    }
    done += batch.length
    onProgress?.(done, changes.length)
  }
  return { count: done - refused.length, refused }
}

/** Somebody else held a lock, or a deadlock was resolved against this transaction. */
function isPassing(error: unknown): boolean {
  return ['55P03', '40P01', '40001'].includes((error as { code?: string }).code ?? '')
}

function reversed(audited: Awaited<ReturnType<typeof auditedChanges>>[number]): RowChange {
  const { table_name: table, row_key, old_values, new_values, row_sha256_after, finding, evidence, confidence } = audited
  const set = Object.fromEntries(Object.entries(new_values).map(([column, from]) => [column, { from, to: old_values[column] ?? null }]))
  return { table, row_key, set: set as RowChange['set'], expected_sha256: row_sha256_after, finding, evidence, confidence }
}
