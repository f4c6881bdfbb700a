import type { Configuration } from '../config/configuration.ts'
import { knownLegacyRows, type LandedTable, type LegacyPlace, landLegacySnapshot } from '../ingest/land_legacy.ts'
import { readLegacySnapshot } from '../ingest/sources/postgres.ts'
import { connectPostgres, inTransaction, type PostgresPlace, type PostgresPurpose, postgresAddress } from '../postgres/connect.ts'
import { explainPostgresError } from '../postgres/explain_error.ts'
import { writeWarehouse } from '../warehouse/write_warehouse.ts'
import { Failure } from './failure.ts'
import { type Session, say } from './session.ts'

/** The `legacy` part of the configuration. Fails where there is none, or where its server is not configured. */
export function legacyConfiguration({ configuration }: Session): NonNullable<Configuration['legacy']> {
  const { legacy, servers } = configuration
  if (!legacy)
    throw new Failure('no existing database is configured.\n  Write `legacy:` into fullhold.yaml; fullhold.example.yaml explains it.', 2)
  if (!servers.some(({ name }) => name === legacy.server)) {
    throw new Failure(
      `legacy: server: there is no server "${legacy.server}".\n  Name one of: ${servers.map(({ name }) => name).join(', ')}.`,
      2,
    )
  }
  return legacy
}

/** Runs work with the address for a purpose; what PostgreSQL, the network or TLS refuses becomes a sentence. */
export async function withPostgres<Result>(
  purpose: PostgresPurpose,
  work: (url: string, place: PostgresPlace) => Promise<Result>,
): Promise<Result> {
  const address = postgresAddress(purpose)
  if (!address.ok) throw new Failure(address.reason, 2)
  try {
    return await work(address.url, address.place)
  } catch (error) {
    const reason = explainPostgresError(error, address.place)
    if (reason === undefined) throw error
    throw new Failure(reason)
  }
}

/** Lands what changed in the configured tables of the existing database since the last look, under the lock that the caller holds. */
export async function landLegacy(session: Session, { isWhole }: { isWhole: boolean }): Promise<LandedTable[]> {
  const { name, server, schema, tables, statement_timeout_seconds, lock_timeout_seconds } = legacyConfiguration(session)
  return await withPostgres('legacy', async (url, { host, port, database }) => {
    await using connection = await connectPostgres(url, { statementSeconds: statement_timeout_seconds, lockSeconds: lock_timeout_seconds })
    const place: LegacyPlace = { server, sourceName: name, readFrom: `${host}:${port}/${database}` }
    return await writeWarehouse(session.paths, session.configuration.warehouse.memory_limit, async ({ connection: warehouse }) => {
      const known = await knownLegacyRows(warehouse, place, tables)
      return await inTransaction(connection.client, 'isolation level repeatable read read only', async () => {
        const snapshot = await readLegacySnapshot(connection.client, { schema, tables, known, isWhole })
        if (snapshot.tables.every(({ status }) => status === 'missing')) {
          throw new Failure(
            `none of the tables lies in schema "${schema}" of ${place.readFrom}, or they cannot be read.\n  Correct legacy: schema.`,
          )
        }
        return await landLegacySnapshot(warehouse, place, snapshot, { onProgress: (table, rows) => say(`  ${table}: ${rows} rows read`) })
      })
    })
  })
}

/** What was landed, a line a table. */
export function describeLanded(tables: LandedTable[]): string {
  return tables
    .map(({ table, status, rowCount, added, changed, gone, isWhole, missingColumns }) => {
      if (status === 'missing') return `${table}: not there`
      const lacks = missingColumns.length > 0 ? `; without ${missingColumns.join(', ')}` : ''
      return `${table}: ${rowCount} rows, ${added} new, ${changed} changed, ${gone} gone${isWhole ? '' : ' (only new keys were read)'}${lacks}`
    })
    .join('\n')
}
