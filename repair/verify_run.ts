import { type Client, escapeIdentifier } from 'pg'
import { z } from 'zod'
import { hasAuditSchema } from './audit_schema.ts'
import { auditedChanges, type RepairRun, repairRuns, rowName } from './repair_runs.ts'
import { rowSha256 } from './write_batch.ts'

/**
 * What has become of one planned row: `applied` as it was written; `rolled_back` as it was before; `not_applied` as it was planned for;
 * `changed_before` somebody changed it after the plan and it was refused; `changed_since` somebody changed another column after it was
 * written; `overwritten` somebody changed what was written; `row_missing`.
 */
export type RowState = 'applied' | 'rolled_back' | 'not_applied' | 'changed_before' | 'changed_since' | 'overwritten' | 'row_missing'

export type Verified = {
  run: Pick<RepairRun, 'run_id' | 'plan_id' | 'applied_by' | 'started_at' | 'finished_at' | 'rolled_back_at'>
  counts: Partial<Record<RowState, number>>
  /** Rows that are neither as they were written nor as they were before. */
  exceptions: { table: string; row_key: string; subject: string; state: RowState }[]
}

const rowSchema = z.object({ row_key: z.string(), row_sha256: z.string(), values: z.record(z.string(), z.string().nullable()) })

/** Looks at every row of a run's plan as it stands now. Changes nothing. Undefined when this database knows no such run. */
export async function verifyRun(client: Client, runId: string): Promise<Verified | undefined> {
  if (!(await hasAuditSchema(client))) return undefined
  const run = (await repairRuns(client)).find(({ run_id }) => run_id === runId)
  if (!run) return undefined
  const audited = await auditedChanges(client, runId)
  const named = audited.map(
    (change) => [`${change.action} ${rowName({ table: change.table_name, row_key: change.row_key })}`, change] as const,
  )
  const auditOf = new Map(named)
  const counts: Verified['counts'] = {}
  const exceptions: Verified['exceptions'] = []
  for (const table of new Set(run.plan.changes.map((change) => change.table))) {
    const planned = run.plan.changes.filter((change) => change.table === table)
    const rows = await currentRows(client, run.target_schema, table, planned)
    for (const change of planned) {
      const row = rows.get(change.row_key)
      const applied = auditOf.get(`apply ${rowName(change)}`)
      const back = auditOf.get(`roll_back ${rowName(change)}`)
      const state = stateOf(row, change.row_sha256, applied, back)
      counts[state] = (counts[state] ?? 0) + 1
      if (!['applied', 'rolled_back', 'not_applied'].includes(state)) {
        exceptions.push({ table, row_key: change.row_key, subject: change.subject, state })
      }
    }
  }
  return { run, counts, exceptions }
}

type CurrentRow = z.output<typeof rowSchema>
type Audited = { new_values: Record<string, string | null>; row_sha256_after: string }

function stateOf(row: CurrentRow | undefined, plannedSha256: string, applied: Audited | undefined, back: Audited | undefined): RowState {
  if (!row) return 'row_missing'
  const last = back ?? applied
  if (!last) return row.row_sha256 === plannedSha256 ? 'not_applied' : 'changed_before'
  if (row.row_sha256 === last.row_sha256_after) return back ? 'rolled_back' : 'applied'
  const isKept = Object.entries(last.new_values).every(([column, value]) => row.values[column] === value)
  return isKept ? 'changed_since' : 'overwritten'
}

async function currentRows(
  client: Client,
  schema: string,
  table: string,
  planned: { row_key: string }[],
): Promise<Map<string, CurrentRow>> {
  const found = await client.query(
    `select id::text as row_key, ${rowSha256('legacy')} as row_sha256,
       (select jsonb_object_agg(key, value) from jsonb_each_text(to_jsonb(legacy)) where key in ('defender_team', 'winner_team', 'round_id')) as values
     from ${escapeIdentifier(schema)}.${escapeIdentifier(table)} as legacy where id = any($1::bigint[])`,
    [planned.map(({ row_key }) => row_key)],
  )
  return new Map(
    z
      .array(rowSchema)
      .parse(found.rows)
      .map((row) => [row.row_key, row]),
  )
}
