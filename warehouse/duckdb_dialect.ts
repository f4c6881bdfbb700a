import { type DuckDBConnection, DuckDBInstance, DuckDBTimestampTZValue, type DuckDBValue } from '@duckdb/node-api'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  DefaultQueryCompiler,
  type Dialect,
  DialectAdapterBase,
  type Driver,
  type QueryResult,
} from 'kysely'
import { plainValue } from './plain_value.ts'

class DuckDbQueryCompiler extends DefaultQueryCompiler {
  protected override getCurrentParameterPlaceholder() {
    return `$${this.numParameters}`
  }
}

class DuckDbAdapter extends DialectAdapterBase {
  override get supportsReturning() {
    return true
  }
  override async acquireMigrationLock() {}
  override async releaseMigrationLock() {}
}

class DuckDbConnection implements DatabaseConnection {
  readonly connection: DuckDBConnection

  constructor(connection: DuckDBConnection) {
    this.connection = connection
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const reader = await this.connection.runAndReadAll(sql, parameters.map(bindable))
    const names = reader.deduplicatedColumnNames()
    const rows = reader.getRows().map((row) => Object.fromEntries(row.map((value, index) => [names[index], plainValue(value)])))
    return { rows: rows as Row[], numAffectedRows: BigInt(reader.rowsChanged) }
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query)
  }
}

class DuckDbDriver implements Driver {
  readonly #path: string
  readonly #options: Record<string, string>
  readonly #idle: DuckDbConnection[] = []
  #instance: DuckDBInstance | undefined

  constructor(path: string, options: Record<string, string>) {
    this.#path = path
    this.#options = options
  }

  async init() {
    this.#instance = await DuckDBInstance.create(this.#path, this.#options)
  }

  async acquireConnection() {
    const idle = this.#idle.pop()
    if (idle) return idle
    const connection = await this.#instance!.connect()
    await connection.run(`set TimeZone = 'UTC'`)
    return new DuckDbConnection(connection)
  }

  async releaseConnection(connection: DuckDbConnection) {
    this.#idle.push(connection)
  }

  async beginTransaction({ connection }: DuckDbConnection) {
    await connection.run('begin')
  }

  async commitTransaction({ connection }: DuckDbConnection) {
    await connection.run('commit')
  }

  async rollbackTransaction({ connection }: DuckDbConnection) {
    await connection.run('rollback')
  }

  async destroy() {
    for (const { connection } of this.#idle.splice(0)) connection.closeSync()
    this.#instance?.closeSync()
    this.#instance = undefined
  }
}

/** Kysely on one DuckDB file; read-only unless the options say otherwise. Types come from the dbt contracts, so nothing is introspected. */
export function duckDbDialect(path: string, options: Record<string, string> = { access_mode: 'READ_ONLY' }): Dialect {
  return {
    createDriver: () => new DuckDbDriver(path, options),
    createQueryCompiler: () => new DuckDbQueryCompiler(),
    createAdapter: () => new DuckDbAdapter(),
    createIntrospector: (): DatabaseIntrospector => {
      throw new Error('the types of marts come from warehouse/marts.ts; nothing is introspected')
    },
  }
}

function bindable(parameter: unknown): DuckDBValue {
  return parameter instanceof Date ? new DuckDBTimestampTZValue(BigInt(parameter.getTime()) * 1000n) : (parameter as DuckDBValue)
}
