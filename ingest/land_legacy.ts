import type { DuckDBConnection } from '@duckdb/node-api'
import type { LegacyTableName } from './legacy_tables.ts'
import type { KnownRows, LegacySnapshot, OfferedTable } from './sources/postgres.ts'

export type LegacyPlace = { server: string; sourceName: string; readFrom: string }

/** What a look at one table gave. `added` are new rows, `changed` rows that stand differently now, `gone` rows that are no longer there. */
export type LandedTable = {
  table: LegacyTableName
  status: 'landed' | 'missing'
  rowCount: number
  added: number
  changed: number
  gone: number
  isWhole: boolean
  missingColumns: string[]
}

/** What the warehouse knows of each table of a source, from its newest looks. Needs an upgraded raw schema. */
export async function knownLegacyRows(
  connection: DuckDBConnection,
  { server, sourceName }: LegacyPlace,
  tables: readonly LegacyTableName[],
): Promise<Map<LegacyTableName, KnownRows>> {
  const known = new Map<LegacyTableName, KnownRows>()
  for (const table of tables) {
    const reader = await connection.runAndReadAll(
      `select count(*), coalesce(max(try_cast(row_key as bigint)), 0) from (${newestRows(table)}) where row_state = 'present'`,
      [server, sourceName],
    )
    const [count, highestKey] = reader.getRows()[0]!
    known.set(table, { count: Number(count), highestKey: highestKey as bigint })
  }
  return known
}

/**
 * Appends what changed since the last look: a new version of every row that is new or stands differently, and a row `gone` for each that
 * vanished. Rows are kept as PostgreSQL wrote them. One transaction, so a look is landed as a whole or not at all; a look at which nothing
 * changed adds nothing.
 */
export async function landLegacySnapshot(
  connection: DuckDBConnection,
  place: LegacyPlace,
  snapshot: LegacySnapshot,
  { receivedAt = new Date(), onProgress }: { receivedAt?: Date; onProgress?: (table: string, rows: number) => void } = {},
): Promise<LandedTable[]> {
  for (const offered of snapshot.tables) if (offered.status === 'offered') await fillIncoming(connection, offered, onProgress)
  const { server, sourceName } = place
  const counted = await connection.runAndReadAll(
    'select coalesce(max(look_number), 0) + 1 from raw.legacy_looks where server = $1 and source_name = $2',
    [server, sourceName],
  )
  const look = counted.getRows()[0]![0] as bigint
  const landed: LandedTable[] = []
  await connection.run('begin')
  try {
    for (const offered of snapshot.tables) landed.push(await landTable(connection, place, snapshot, offered, look, receivedAt))
    await connection.run('commit')
  } catch (error) {
    await connection.run('rollback')
    throw error
  }
  for (const { table } of snapshot.tables) await connection.run(`drop table if exists ${incoming(table)}`)
  return landed
}

async function fillIncoming(
  connection: DuckDBConnection,
  offered: OfferedTable & { status: 'offered' },
  onProgress: ((table: string, rows: number) => void) | undefined,
): Promise<void> {
  const { table } = offered
  await connection.run(`create or replace temp table ${incoming(table)} (row_key varchar, content varchar)`)
  const appender = await connection.createAppender(incoming(table))
  let rows = 0
  for await (const batch of offered.rows()) {
    for (const { key, content } of batch) {
      appender.appendVarchar(key)
      appender.appendVarchar(content)
      appender.endRow()
    }
    appender.flushSync()
    rows += batch.length
    if (rows % 50_000 === 0) onProgress?.(table, rows)
  }
  appender.closeSync()
}

async function landTable(
  connection: DuckDBConnection,
  { server, sourceName, readFrom }: LegacyPlace,
  { serverVersion, snapshotAt }: LegacySnapshot,
  offered: OfferedTable,
  look: bigint,
  receivedAt: Date,
): Promise<LandedTable> {
  const { table } = offered
  const at = receivedAt.toISOString()
  const landed: LandedTable = { table, status: 'missing', rowCount: 0, added: 0, changed: 0, gone: 0, isWhole: true, missingColumns: [] }
  if (offered.status === 'offered') {
    const { rowCount, isWhole, missingColumns } = offered
    Object.assign(landed, { status: 'landed', rowCount, isWhole, missingColumns })
    await connection.run(`create or replace temp table newest_rows as ${newestRows(table)}`, [server, sourceName])
    await connection.run(
      `create or replace temp table came as
       select incoming.row_key, incoming.content, sha256(incoming.content) as sha256, newest.row_state = 'present' as is_known
       from ${incoming(table)} as incoming
       left join newest_rows as newest on newest.row_key = incoming.row_key
       where newest.row_key is null or newest.row_state = 'gone' or newest.sha256 <> sha256(incoming.content)`,
    )
    await connection.run(
      `insert into raw.legacy_${table} (server, source_name, row_key, row_state, content, sha256, look_number, received_at)
       select $1, $2, row_key, 'present', content, sha256, $3, $4::timestamptz from came`,
      [server, sourceName, look, at],
    )
    const counted = await connection.runAndReadAll('select count(*) filter (is_known), count(*) from came')
    const [changed, came] = counted.getRows()[0]!
    landed.changed = Number(changed)
    landed.added = Number(came) - landed.changed
    if (isWhole) {
      const gone = await connection.run(
        `insert into raw.legacy_${table} (server, source_name, row_key, row_state, content, sha256, look_number, received_at)
         select $1, $2, newest.row_key, 'gone', null, null, $3, $4::timestamptz
         from newest_rows as newest
         anti join ${incoming(table)} as incoming on incoming.row_key = newest.row_key
         where newest.row_state = 'present'`,
        [server, sourceName, look, at],
      )
      landed.gone = gone.rowsChanged
    }
  }
  const columns = offered.status === 'offered' ? JSON.stringify(offered.columns) : null
  const isQuiet = landed.added + landed.changed + landed.gone === 0
  // without a change only a different shape of the table is worth a row
  await connection.run(
    `insert into raw.legacy_looks (server, source_name, table_name, table_state, look_number, read_from, server_version, row_count, columns, missing_columns, snapshot_at, received_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::timestamptz, $12::timestamptz
     where not $13 or ($4, $9) is distinct from (
         select max_by((table_state, columns), look_number) from raw.legacy_looks where server = $1 and source_name = $2 and table_name = $3)`,
    [
      ...[server, sourceName, table, landed.status, look, readFrom, serverVersion],
      ...[BigInt(landed.rowCount), columns, landed.missingColumns.join(', '), snapshotAt.toISOString(), at, isQuiet],
    ],
  )
  return landed
}

function incoming(table: LegacyTableName): string {
  return `incoming_legacy_${table}`
}

/** The newest version of every row of a source ($1 server, $2 source), gone ones included. */
function newestRows(table: LegacyTableName): string {
  return `
    select row_key, row_state, sha256 from raw.legacy_${table}
    where server = $1 and source_name = $2
    qualify row_number() over (partition by row_key order by look_number desc) = 1`
}
