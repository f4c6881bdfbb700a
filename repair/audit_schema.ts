import type { Client } from 'pg'

/** Where every repair is written down, in the repaired database itself. */
export const auditSchema = 'fullhold_repair'

const tables = `
create table if not exists ${auditSchema}.runs (
  run_id text primary key,
  plan_id text not null,
  kind text not null,
  target_schema text not null,
  plan jsonb not null,
  applied_by text not null default session_user,
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  rolled_back_at timestamptz);
create table if not exists ${auditSchema}.changes (
  run_id text not null references ${auditSchema}.runs (run_id),
  action text not null check (action in ('apply', 'roll_back')),
  table_name text not null,
  row_key text not null,
  batch_number integer not null,
  old_values jsonb not null,
  new_values jsonb not null,
  row_sha256_before text not null,
  row_sha256_after text not null,
  finding text not null,
  evidence text not null,
  confidence text not null,
  written_by text not null default session_user,
  written_at timestamptz not null default clock_timestamp(),
  primary key (run_id, table_name, row_key, action));
comment on table ${auditSchema}.runs is 'What fullhold backfill wrote into this database: one application of a plan.';
comment on table ${auditSchema}.changes is 'What fullhold backfill wrote into this database: one row with its values before and after.';
`

/** Makes the audit schema and its tables where they are missing. */
export async function ensureAuditSchema(client: Client): Promise<void> {
  const found = await client.query(
    `select to_regclass('${auditSchema}.changes') is not null as is_there, to_regnamespace($1) is not null as has_schema`,
    [auditSchema],
  )
  if (found.rows[0].is_there) return
  if (!found.rows[0].has_schema) await client.query(`create schema if not exists ${auditSchema}`)
  await client.query(tables)
}

/** Whether anything was ever repaired here. */
export async function hasAuditSchema(client: Client): Promise<boolean> {
  return (await client.query(`select to_regclass('${auditSchema}.changes') is not null as is_there`)).rows[0].is_there === true
}
