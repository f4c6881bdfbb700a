import { DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'

export type SqlTable = { columns: string[]; rows: DuckDBValue[][] }
export type SqlOptions = { memoryLimit?: string; threads?: number; timeoutSeconds?: number }

/**
 * Runs anybody's SQL on the published marts: read-only, no other file, no network, no setting that could open them again,
 * with bounded memory, threads and time. Throws DuckDB's own error, or one that says the time is up.
 */
export async function sandboxedSql(marts: string, sql: string, options: SqlOptions = {}): Promise<SqlTable> {
  const { memoryLimit = '1GB', threads = 2, timeoutSeconds = 60 } = options
  const instance = await DuckDBInstance.create(marts, {
    access_mode: 'READ_ONLY',
    enable_external_access: 'false',
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
    allow_community_extensions: 'false',
    memory_limit: memoryLimit,
    threads: String(threads),
  })
  const connection = await instance.connect()
  let isTimeUp = false
  const timer = setTimeout(() => {
    isTimeUp = true
    connection.interrupt()
  }, timeoutSeconds * 1000)
  try {
    await connection.run(`set TimeZone = 'UTC'`)
    await connection.run('set lock_configuration = true')
    const reader = await connection.runAndReadAll(sql)
    return { columns: reader.deduplicatedColumnNames(), rows: reader.getRows() }
  } catch (error) {
    if (isTimeUp) throw new Error(`the query was stopped after ${timeoutSeconds} s`)
    throw error
  } finally {
    clearTimeout(timer)
    connection.closeSync()
    instance.closeSync()
  }
}
