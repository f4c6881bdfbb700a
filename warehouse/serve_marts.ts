import { createHash } from 'node:crypto'
import { createReadStream, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { type Client, escapeIdentifier as id, escapeLiteral as literal } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { z } from 'zod'
import { inTransaction } from '../postgres/connect.ts'
import { quotedName, quotedText } from './quoted.ts'
import { type Contracts, type ServedMart, servedMarts } from './served_shape.ts'

export type ServeOptions = {
  /** The published marts.duckdb. */
  marts: string
  contracts: Contracts
  /** The marts lie in `<schema>_v1`, `<schema>_v2`, …; what was served lies in `<schema>`. */
  schema: string
  /** Roles that may read. */
  grantTo: string[]
  /** A file that may be written while rows are on their way. */
  scratchFile: string
  memoryLimit?: string
  onProgress?: (mart: string, came: number, went: number) => void
}

export type Served =
  | {
      ok: true
      buildId: string
      schema: string
      isNewVersion: boolean
      marts: { mart: string; came: number; went: number }[]
      unchanged: number
    }
  | { ok: false; reason: string }

/** The column by which a served row is known: a digest of what it says. */
const rowColumn = 'fullhold_row'
const rowsPerDelete = 20_000

type Part = { part: string; digest: string }
type Known = { shape: string; comments: string; parts: Map<string, string> }

const partSchema = z.object({ part: z.string(), digest: z.string() })
const servedSchema = z.object({ mart: z.string(), shape: z.string(), comments: z.string() })

/**
 * Makes the marts of a PostgreSQL schema equal to the published file, in one repeatable-read transaction: a reader sees the state before or
 * the state after, and never waits. Rows that differ are deleted and inserted; tables live on, so views of others do too. Marts, and months of
 * marts, that did not change are not looked at. Another shape of a mart makes a new versioned schema beside the old one, which stays as it is.
 * Refuses while another publish runs. Throws what PostgreSQL throws; then nothing has changed.
 */
export async function serveMarts(client: Client, options: ServeOptions): Promise<Served> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: options.memoryLimit ?? '3GB' })
  const connection = await instance.connect()
  try {
    await connection.run(`set TimeZone = 'UTC'`)
    await connection.run(`attach ${quotedText(options.marts)} as marts (read_only)`)
    const marts = await servedMarts(connection, options.contracts)
    return await inTransaction(client, 'isolation level repeatable read', () => serve(client, connection, marts, options))
  } finally {
    connection.closeSync()
    instance.closeSync()
    rmSync(options.scratchFile, { force: true })
  }
}

async function serve(client: Client, connection: DuckDBConnection, marts: ServedMart[], options: ServeOptions): Promise<Served> {
  const { schema, grantTo } = options
  const lock = await client.query(`select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as is_mine`, [`fullhold serve ${schema}`])
  if (!lock.rows[0].is_mine) return { ok: false, reason: 'another publish into this schema is running. Nothing was written' }
  await ensureBookkeeping(client, schema)
  const { version, isNewVersion, known } = await versionFor(client, schema, marts)
  const target = `${schema}_v${version}`
  const changed: { mart: string; came: number; went: number }[] = []
  for (const mart of marts) {
    const before = known.get(mart.name)
    if (!before) await createTable(client, target, mart)
    const { came, went } = await exchangeRows(client, connection, mart, target, before?.parts ?? new Map(), options)
    if (!before) await createIndexes(client, target, mart)
    await writeComments(client, target, mart, before?.comments)
    await client.query(
      `insert into ${id(schema)}.served_marts (schema_name, mart, shape, comments, served_at) values ($1, $2, $3, $4, clock_timestamp())
       on conflict (schema_name, mart) do update set shape = excluded.shape, comments = excluded.comments, served_at = excluded.served_at`,
      [target, mart.name, shapeOf(mart), commentsOf(mart)],
    )
    if (came + went > 0) changed.push({ mart: mart.name, came, went })
  }
  for (const role of grantTo) await grantReading(client, [schema, target], role)
  const buildId = await buildOf(connection, marts)
  await client.query(`insert into ${id(schema)}.publishes (schema_name, build_id, rows_came, rows_went) values ($1, $2, $3, $4)`, [
    ...[target, buildId],
    changed.reduce((sum, { came }) => sum + came, 0),
    changed.reduce((sum, { went }) => sum + went, 0),
  ])
  return { ok: true, buildId, schema: target, isNewVersion, marts: changed, unchanged: marts.length - changed.length }
}

async function ensureBookkeeping(client: Client, schema: string): Promise<void> {
  const found = await client.query(`select to_regclass($1) is not null as is_there`, [`${id(schema)}.publishes`])
  if (found.rows[0].is_there) return
  await client.query(`create schema if not exists ${id(schema)};
    create table ${id(schema)}.versions (version integer primary key, schema_name text not null, created_at timestamptz not null default clock_timestamp(), superseded_at timestamptz);
    create table ${id(schema)}.served_marts (schema_name text, mart text, shape text not null, comments text not null, served_at timestamptz not null, primary key (schema_name, mart));
    create table ${id(schema)}.served_parts (schema_name text, mart text, part text, digest text not null, primary key (schema_name, mart, part));
    create table ${id(schema)}.publishes (schema_name text not null, build_id text not null, rows_came bigint not null, rows_went bigint not null, published_at timestamptz not null default clock_timestamp());
    comment on schema ${id(schema)} is 'What fullhold publish --to postgres served, and when. The marts lie in the schema that versions names last.';`)
}

/** The version that can hold the marts as they are now: the newest one, or a new one where a mart is gone or has another shape. */
async function versionFor(
  client: Client,
  schema: string,
  marts: ServedMart[],
): Promise<{ version: number; isNewVersion: boolean; known: Map<string, Known> }> {
  const versions = await client.query(`select max(version) as version from ${id(schema)}.versions`)
  const current = z.number().nullable().parse(versions.rows[0].version)
  if (current !== null) {
    const known = await knownMarts(client, schema, `${schema}_v${current}`)
    const fits = [...known].every(([name, { shape }]) => marts.some((mart) => mart.name === name && shapeOf(mart) === shape))
    if (fits) return { version: current, isNewVersion: false, known }
    await client.query(`update ${id(schema)}.versions set superseded_at = clock_timestamp() where version = $1`, [current])
    const note = `The marts as they were before ${schema}_v${current + 1}; no longer updated.`
    await client.query(`comment on schema ${id(`${schema}_v${current}`)} is ${literal(note)}`)
  }
  const version = (current ?? 0) + 1
  await client.query(`create schema ${id(`${schema}_v${version}`)}`)
  await client.query(`insert into ${id(schema)}.versions (version, schema_name) values ($1, $2)`, [version, `${schema}_v${version}`])
  return { version, isNewVersion: true, known: new Map() }
}

async function knownMarts(client: Client, schema: string, target: string): Promise<Map<string, Known>> {
  const served = await client.query(`select mart, shape, comments from ${id(schema)}.served_marts where schema_name = $1`, [target])
  const known = new Map<string, Known>()
  for (const { mart, shape, comments } of z.array(servedSchema).parse(served.rows)) known.set(mart, { shape, comments, parts: new Map() })
  const parts = await client.query(`select mart, part, digest from ${id(schema)}.served_parts where schema_name = $1`, [target])
  for (const { mart, part, digest } of z.array(partSchema.extend({ mart: z.string() })).parse(parts.rows))
    known.get(mart)?.parts.set(part, digest)
  return known
}

async function createTable(client: Client, target: string, { name, columns }: ServedMart): Promise<void> {
  const written = columns.map((column) => `${id(column.name)} ${column.type}${column.isNeverNull ? ' not null' : ''}`)
  await client.query(`create table ${id(target)}.${id(name)} (${[...written, `${rowColumn} uuid primary key`].join(', ')})`)
}

/** What programs look up by: ids and the time of play. After the first load, which is faster without. */
async function createIndexes(client: Client, target: string, { name, columns }: ServedMart): Promise<void> {
  for (const column of columns) {
    if (!/^(round_id|match_id|session_id|player_id|order_at)$/.test(column.name)) continue
    await client.query(`create index on ${id(target)}.${id(name)} (${id(column.name)})`)
  }
}

/** Deletes the rows of a mart that are no more and inserts those that are new, in the months that changed. */
async function exchangeRows(
  client: Client,
  connection: DuckDBConnection,
  mart: ServedMart,
  target: string,
  before: Map<string, string>,
  { schema, scratchFile, onProgress }: ServeOptions,
): Promise<{ came: number; went: number }> {
  const now = await partsOf(connection, mart)
  const isChanged = (part: string) => before.get(part) !== now.get(part)
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter(isChanged).sort()
  if (changed.length === 0) return { came: 0, went: 0 }
  const into = `${id(target)}.${id(mart.name)}`
  await readServedKeys(
    client,
    connection,
    into,
    mart,
    changed.filter((part) => before.has(part)),
  )
  await connection.run(`
    create or replace temp table wanted_keys as
    select position, md5(said || if(twin > 1, '#' || twin, '')) as row_key
    from (
        select rowid as position, to_json(whole_row)::varchar as said, row_number() over (partition by to_json(whole_row)::varchar) as twin
        from marts.main.${quotedName(mart.name)} as whole_row
        where ${partOf(mart)} in (${changed.map(quotedText).join(', ')}))`)
  const gone = await connection.runAndReadAll('select row_key from served_keys anti join wanted_keys using (row_key)')
  const goneKeys = gone.getRows().map(([key]) => String(key))
  for (let from = 0; from < goneKeys.length; from += rowsPerDelete) {
    await client.query(`delete from ${into} where ${rowColumn} = any($1::uuid[])`, [goneKeys.slice(from, from + rowsPerDelete)])
  }
  const came = await copyRows(client, connection, mart, into, scratchFile)
  for (const part of changed) await rememberPart(client, schema, target, mart.name, part, now.get(part))
  onProgress?.(mart.name, came, goneKeys.length)
  return { came, went: goneKeys.length }
}

/** A digest of each month of a mart, or of the whole mart where it has no time. Order of rows plays no part; twins do. */
async function partsOf(connection: DuckDBConnection, mart: ServedMart): Promise<Map<string, string>> {
  const reader = await connection.runAndReadAll(`
    select ${partOf(mart)} as part, concat_ws(' ', count(*), bit_xor(hash(whole_row)), sum(hash(whole_row)::hugeint)) as digest
    from marts.main.${quotedName(mart.name)} as whole_row group by all`)
  return new Map(
    z
      .array(partSchema)
      .parse(reader.getRowObjects())
      .map(({ part, digest }: Part) => [part, digest]),
  )
}

function partOf({ columns }: ServedMart): string {
  return columns.some(({ name }) => name === 'order_at') ? `coalesce(strftime(order_at, '%Y-%m'), '')` : `''`
}

/** The keys that PostgreSQL holds of some months of a mart, as temp table served_keys. */
async function readServedKeys(
  client: Client,
  connection: DuckDBConnection,
  into: string,
  mart: ServedMart,
  parts: string[],
): Promise<void> {
  await connection.run('create or replace temp table served_keys (row_key varchar)')
  if (parts.length === 0) return
  const hasTime = mart.columns.some(({ name }) => name === 'order_at')
  const ranges = parts.map((part) => {
    if (!hasTime) return 'true'
    return part === ''
      ? 'order_at is null'
      : `order_at >= '${part}-01T00:00:00Z' and order_at < timestamptz '${part}-01T00:00:00Z' + interval '1 month'`
  })
  const appender = await connection.createAppender('served_keys')
  const stream = client.query(
    copyTo(`copy (select replace(${rowColumn}::text, '-', '') from ${into} where ${ranges.join(' or ')}) to stdout`),
  )
  for await (const line of createInterface({ input: stream })) {
    appender.appendVarchar(line)
    appender.endRow()
  }
  appender.closeSync()
}

async function copyRows(client: Client, connection: DuckDBConnection, mart: ServedMart, into: string, file: string): Promise<number> {
  const names = mart.columns.map(({ name }) => name)
  const texts = mart.columns.filter(({ type }) => type === 'text').map(({ name }) => quotedName(name))
  // texts are quoted, so that an empty one and none stay apart
  const forced = texts.length > 0 ? `, force_quote (${texts.join(', ')})` : ''
  const written = await connection.run(`
    copy (
        select ${names.map((name) => `mart.${quotedName(name)}`).join(', ')}, keys.row_key
        from marts.main.${quotedName(mart.name)} as mart
        inner join (from wanted_keys anti join served_keys using (row_key)) as keys on keys.position = mart.rowid)
    to ${quotedText(file)} (format csv, header false, delimiter ',', quote '"', escape '"', nullstr ''${forced})`)
  const rows = Number((await written.getRows())[0]?.[0] ?? 0)
  if (rows === 0) return 0
  const list = [...names, rowColumn].map(id).join(', ')
  await pipeline(createReadStream(file), client.query(copyFrom(`copy ${into} (${list}) from stdin with (format csv)`)))
  return rows
}

async function rememberPart(
  client: Client,
  schema: string,
  target: string,
  mart: string,
  part: string,
  digest: string | undefined,
): Promise<void> {
  if (digest === undefined) {
    await client.query(`delete from ${id(schema)}.served_parts where schema_name = $1 and mart = $2 and part = $3`, [target, mart, part])
    return
  }
  await client.query(
    `insert into ${id(schema)}.served_parts (schema_name, mart, part, digest) values ($1, $2, $3, $4)
     on conflict (schema_name, mart, part) do update set digest = excluded.digest`,
    [target, mart, part, digest],
  )
}

async function writeComments(client: Client, target: string, mart: ServedMart, before: string | undefined): Promise<void> {
  if (before === commentsOf(mart)) return
  const table = `${id(target)}.${id(mart.name)}`
  const statements = [`comment on table ${table} is ${literal(mart.comment)}`]
  for (const { name, comment } of mart.columns) statements.push(`comment on column ${table}.${id(name)} is ${literal(comment)}`)
  statements.push(
    `comment on column ${table}.${rowColumn} is 'Digest of the row, by which a publish exchanges it. It changes whenever the row does.'`,
  )
  await client.query(statements.join(';'))
}

/** Grants reading where a role lacks it. */
async function grantReading(client: Client, schemas: string[], role: string): Promise<void> {
  for (const schema of schemas) {
    const lacking = await client.query(
      `select count(*)::integer as tables from pg_class where relnamespace = to_regnamespace($1) and relkind = 'r' and not has_table_privilege($2, oid, 'select')`,
      [id(schema), role],
    )
    if (lacking.rows[0].tables > 0)
      await client.query(
        `grant usage on schema ${id(schema)} to ${id(role)}; grant select on all tables in schema ${id(schema)} to ${id(role)}`,
      )
  }
}

async function buildOf(connection: DuckDBConnection, marts: ServedMart[]): Promise<string> {
  if (!marts.some(({ name }) => name === 'meta_build')) return 'unknown'
  const reader = await connection.runAndReadAll('select any_value(build_id) from marts.main.meta_build')
  return String(reader.getRows()[0]![0])
}

function shapeOf({ columns }: ServedMart): string {
  return columns.map(({ name, type, isNeverNull }) => `${name} ${type}${isNeverNull ? ' not null' : ''}`).join(', ')
}

function commentsOf({ comment, columns }: ServedMart): string {
  return createHash('md5')
    .update(JSON.stringify([comment, columns.map((column) => column.comment)]))
    .digest('hex')
}
