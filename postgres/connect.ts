import { Client, type ClientConfig } from 'pg'

/** The environment variables that hold a connection address (`postgres://user:password@host:port/database?sslmode=verify-full`), by what it is for. */
export const addressVariables = {
  legacy: 'FULLHOLD_LEGACY_URL',
  repair: 'FULLHOLD_REPAIR_URL',
  serve: 'FULLHOLD_SERVE_URL',
} as const

export type PostgresPurpose = keyof typeof addressVariables

/** Where a connection goes, without its secret. */
export type PostgresPlace = { purpose: PostgresPurpose; host: string; port: string; database: string; user: string }

export type PostgresAddress = { ok: true; url: string; place: PostgresPlace } | { ok: false; reason: string }

/** The address for a purpose, from the environment alone. TLS options (`sslmode`, `sslrootcert`, `sslcert`, `sslkey`) are part of it. */
export function postgresAddress(purpose: PostgresPurpose, environment: NodeJS.ProcessEnv = process.env): PostgresAddress {
  const variable = addressVariables[purpose]
  const url = environment[variable]
  if (!url) {
    return {
      ok: false,
      reason: `${variable} is not set, so it is not known where PostgreSQL is.\n  Set it to postgres://user:password@host:5432/database (never in a file of the configuration).`,
    }
  }
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol) || parsed.pathname.length < 2) {
    return {
      ok: false,
      reason: `${variable} is no address of a PostgreSQL database.\n  Write postgres://user:password@host:5432/database.`,
    }
  }
  return {
    ok: true,
    url,
    place: {
      purpose,
      host: parsed.hostname,
      port: parsed.port || '5432',
      database: decodeURIComponent(parsed.pathname.slice(1)),
      user: decodeURIComponent(parsed.username),
    },
  }
}

export type PostgresTimeouts = { statementSeconds: number; lockSeconds: number }

/** One connection, closed when it is disposed. */
export type PostgresConnection = { client: Client; [Symbol.asyncDispose]: () => Promise<void> }

/**
 * Connects, in UTC and with timeouts on everything that could wait for ever. Throws what `explainPostgresError` explains.
 * A connection that breaks between two queries is no uncaught error: the next query rejects.
 */
export async function connectPostgres(url: string, { statementSeconds, lockSeconds }: PostgresTimeouts): Promise<PostgresConnection> {
  const settings: ClientConfig = {
    connectionString: url,
    application_name: 'fullhold',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    statement_timeout: statementSeconds * 1000,
    lock_timeout: lockSeconds * 1000,
    idle_in_transaction_session_timeout: 300_000,
  }
  const client = new Client(settings)
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(
      `set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'iso_8601'; set extra_float_digits = 1; set bytea_output = 'hex'`,
    )
  } catch (error) {
    await client.end().catch(() => {})
    throw error
  }
  return { client, [Symbol.asyncDispose]: () => client.end().catch(() => {}) }
}

/** Runs work in one transaction of a connection: committed when it returns, rolled back when it throws. */
export async function inTransaction<Result>(client: Client, mode: string, work: () => Promise<Result>): Promise<Result> {
  await client.query(`begin ${mode}`)
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
