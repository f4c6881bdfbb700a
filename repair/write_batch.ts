import { type Client, escapeIdentifier } from 'pg'
import { z } from 'zod'
import { auditSchema } from './audit_schema.ts'
import type { PlannedChange, RepairColumn } from './plan_repair.ts'

/** A change of one row, for or against a plan. */
export type RowChange = Pick<PlannedChange, 'table' | 'row_key' | 'set' | 'finding' | 'evidence' | 'confidence'> & {
  expected_sha256: string
}

export type RefusalReason = 'row_missing' | 'row_changed' | 'link_taken'

export type Refused = { table: string; row_key: string; reason: RefusalReason }

export type BatchTarget = { schema: string; runId: string; action: 'apply' | 'roll_back'; batchNumber: number }

const rowSchema = z.object({ row_key: z.string(), row_sha256: z.string(), link: z.string().nullable() })
const holderSchema = z.object({ row_key: z.string(), link: z.string() })

/** How PostgreSQL writes the row that `landed` rows have their sha256 from. */
export function rowSha256(alias: string): string {
  return `encode(sha256(convert_to(row_to_json(${alias}.*)::text, 'UTF8')), 'hex')`
}

/**
 * Writes the changes of one batch and an audit row for each; call it inside a transaction. Rows are locked first, in the order of their keys.
 * Refuses, and leaves as it is, a row that is missing, that is no longer the one that was expected, or whose link another row holds.
 * Gives what was refused.
 */
export async function writeBatch(client: Client, target: BatchTarget, changes: RowChange[]): Promise<Refused[]> {
  const refused: Refused[] = []
  for (const table of [...new Set(changes.map((change) => change.table))].sort()) {
    const own = changes.filter((change) => change.table === table)
    refused.push(...(await writeTable(client, target, table, own)))
  }
  return refused
}

async function writeTable(client: Client, target: BatchTarget, table: RowChange['table'], changes: RowChange[]): Promise<Refused[]> {
  const into = `${escapeIdentifier(target.schema)}.${escapeIdentifier(table)}`
  const hasLinks = changes.some(({ set }) => set.round_id)
  const locked = await client.query(
    `select id::text as row_key, ${rowSha256('legacy')} as row_sha256, ${hasLinks ? 'round_id::text' : 'null::text'} as link
     from ${into} as legacy where id = any($1::bigint[]) order by id for update`,
    [changes.map(({ row_key }) => row_key)],
  )
  const found = new Map(
    z
      .array(rowSchema)
      .parse(locked.rows)
      .map((row) => [row.row_key, row]),
  )
  const refused: Refused[] = []
  let accepted: RowChange[] = []
  for (const change of changes) {
    const row = found.get(change.row_key)
    if (row?.row_sha256 === change.expected_sha256) accepted.push(change)
    else refused.push({ table, row_key: change.row_key, reason: row ? 'row_changed' : 'row_missing' })
  }
  if (table === 'lua_round_teams') {
    const taken = await takenLinks(client, into, accepted)
    refused.push(...taken.map(({ row_key }) => ({ table, row_key, reason: 'link_taken' as const })))
    accepted = accepted.filter((change) => !taken.includes(change))
    // what one row gives up another one may take: all links are given up before any is taken
    const giving = accepted.filter(({ set }) => set.round_id?.from != null).map(({ row_key }) => row_key)
    if (giving.length > 0) await client.query(`update ${into} set round_id = null where id = any($1::bigint[])`, [giving])
  }
  for (const columns of new Set(accepted.map(({ set }) => Object.keys(set).sort().join(' ')))) {
    const same = accepted.filter(({ set }) => Object.keys(set).sort().join(' ') === columns)
    await writeColumns(client, target, table, into, columns.split(' ') as RepairColumn[], same)
  }
  return refused
}

/** Changes that would take a link which some row outside of them keeps. A change that is refused keeps its own link, so look again. */
async function takenLinks(client: Client, into: string, accepted: RowChange[]): Promise<RowChange[]> {
  const wanted = accepted.flatMap(({ set }) => (set.round_id?.to == null ? [] : [set.round_id.to]))
  if (wanted.length === 0) return []
  const held = await client.query(
    `select id::text as row_key, round_id::text as link from ${into} where round_id = any($1::bigint[]) order by id for update`,
    [wanted],
  )
  const holders = z.array(holderSchema).parse(held.rows)
  let giving = accepted
  for (;;) {
    const keptLinks = new Set(holders.filter(({ row_key }) => !giving.some((change) => change.row_key === row_key)).map(({ link }) => link))
    const left = giving.filter(({ set }) => set.round_id?.to == null || !keptLinks.has(set.round_id.to))
    if (left.length === giving.length) return accepted.filter((change) => !giving.includes(change))
    giving = left
  }
}

async function writeColumns(
  client: Client,
  { schema, runId, action, batchNumber }: BatchTarget,
  table: string,
  into: string,
  columns: RepairColumn[],
  changes: RowChange[],
): Promise<void> {
  const typed = await client.query(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass and attname = any($2)`,
    [`${escapeIdentifier(schema)}.${escapeIdentifier(table)}`, columns],
  )
  const typeOf = new Map(typed.rows.map(({ name, type }) => [name as string, type as string]))
  const sets = columns.map((column) => `${column} = wanted.${column}::${typeOf.get(column)}`)
  const values = columns.map((column) => changes.map(({ set }) => set[column]!.to))
  const written = await client.query(
    `update ${into} as legacy set ${sets.join(', ')}
     from unnest($1::bigint[], ${columns.map((_, index) => `$${index + 2}::text[]`).join(', ')}) as wanted (row_key, ${columns.join(', ')})
     where legacy.id = wanted.row_key
     returning legacy.id::text as row_key, ${rowSha256('legacy')} as row_sha256, null::text as link`,
    [changes.map(({ row_key }) => row_key), ...values],
  )
  const after = new Map(
    z
      .array(rowSchema)
      .parse(written.rows)
      .map((row) => [row.row_key, row.row_sha256]),
  )
  const audited = changes.map(({ row_key, set, expected_sha256, finding, evidence, confidence }) => ({
    row_key,
    old_values: Object.fromEntries(columns.map((column) => [column, set[column]!.from])),
    new_values: Object.fromEntries(columns.map((column) => [column, set[column]!.to])),
    row_sha256_before: expected_sha256,
    row_sha256_after: after.get(row_key),
    finding,
    evidence,
    confidence,
  }))
  await client.query(
    `insert into ${auditSchema}.changes
       (run_id, action, table_name, batch_number, row_key, old_values, new_values, row_sha256_before, row_sha256_after, finding, evidence, confidence)
     select $1, $2, $3, $4, audited.*
     from jsonb_to_recordset($5::jsonb) as audited
       (row_key text, old_values jsonb, new_values jsonb, row_sha256_before text, row_sha256_after text, finding text, evidence text, confidence text)`,
    [runId, action, table, batchNumber, JSON.stringify(audited)],
  )
}
