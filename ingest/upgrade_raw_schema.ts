import type { DuckDBConnection } from '@duckdb/node-api'
import { type RawSchemaStep, rawSchemaSteps } from './raw_schema.ts'

/**
 * Brings schema `raw` to the newest version, each step in its own transaction. Nothing that was landed is touched.
 * Throws when the warehouse was written by a newer fullhold than this one.
 */
export async function upgradeRawSchema(connection: DuckDBConnection, steps: readonly RawSchemaStep[] = rawSchemaSteps): Promise<void> {
  await connection.run(`
    create schema if not exists raw;
    create table if not exists raw.schema_versions (version integer not null, description varchar not null, upgraded_at timestamptz not null)`)
  const found = await rawSchemaVersion(connection)
  const known = steps.at(-1)?.version ?? 0
  if (found > known) {
    throw new Error(
      `this warehouse has raw schema version ${found}, and this fullhold knows ${known}: use the newer fullhold that wrote it`,
    )
  }
  for (const step of steps.filter(({ version }) => version > found)) {
    await connection.run('begin')
    try {
      await connection.run(step.sql)
      await connection.run('insert into raw.schema_versions values ($1, $2, now())', [step.version, step.description])
      await connection.run('commit')
    } catch (error) {
      await connection.run('rollback')
      throw error
    }
  }
}

/** The version of schema `raw`; 0 while it is empty. Needs raw.schema_versions. */
export async function rawSchemaVersion(connection: DuckDBConnection): Promise<number> {
  const reader = await connection.runAndReadAll('select coalesce(max(version), 0)::integer from raw.schema_versions')
  return Number(reader.getRows()[0]![0])
}
