import { createHash } from 'node:crypto'
import type { DuckDBConnection } from '@duckdb/node-api'
import { decode } from './decode.ts'
import { type FileKind, tableOfKind } from './file_kinds.ts'
import { appendProximityFiles, createIncomingPieces, fillIncomingPieces } from './land_pieces.ts'

type Found = {
  server: string
  sourceName: string
  fileName: string
  /** Where it was found, for people: a path or an address. */
  origin?: string
}

export type RefusalReason =
  | 'unrecognised_name'
  | 'not_a_regular_file'
  | 'unreadable'
  | 'too_large'
  | 'nul_byte'
  | 'unsafe_name'
  | 'host_key_changed'
  | 'unknown_webhook'
  | 'empty_message'

/** What a source gives: a file with its bytes on demand, or something that it refuses already. */
export type OfferedFile =
  | (Found & { status: 'offered'; kind: FileKind; modifiedAt?: Date; largestBytes?: number; read: () => Promise<Uint8Array> })
  | (Found & { status: 'refused'; kind?: FileKind; sizeBytes?: number; reason: RefusalReason; detail?: string })

/** `landed` rows are new, `unchanged` files had been landed before (or twice in one go), `refused` counts what was refused now, by reason. */
export type LandingCounts = { landed: number; unchanged: number; refused: Partial<Record<RefusalReason, number>> }

type LandedRow = Found & { kind: FileKind; content: string; encoding: string; sha256: string; sizeBytes: number; modifiedAt?: Date }
type RefusedRow = Found & { kind?: FileKind; sizeBytes?: number; sha256?: string; reason: RefusalReason; detail?: string }
type Judged = { status: 'landed'; row: LandedRow } | { status: 'refused'; row: RefusedRow }

const filesPerBatch = 2000
const bytesPerBatch = 64 * 1024 * 1024
const filesReadAtOnce = 40
const defaultLargestBytes = 256 * 1024

/**
 * Appends files to their raw tables, unchanged and once: the same bytes under the same server and name add nothing, other bytes add a version.
 * What cannot be landed becomes a row of raw.refusals, once. A batch is one transaction, so a killed process leaves whole batches only
 * and the same call again lands the rest. Memory is bounded by the batch. Needs an upgraded raw schema.
 */
export async function landFiles(
  connection: DuckDBConnection,
  files: Iterable<OfferedFile> | AsyncIterable<OfferedFile>,
  { receivedAt = new Date(), onBatch }: { receivedAt?: Date; onBatch?: (counts: LandingCounts) => void } = {},
): Promise<LandingCounts> {
  const counts: LandingCounts = { landed: 0, unchanged: 0, refused: {} }
  await createIncomingTables(connection)
  for await (const batch of batches(files)) {
    const landed = batch.flatMap((judged) => (judged.status === 'landed' ? [judged.row] : []))
    const refused = batch.flatMap((judged) => (judged.status === 'refused' ? [judged.row] : []))
    const added = await appendBatch(connection, landed, refused, receivedAt)
    counts.landed += added
    counts.unchanged += landed.length - added
    for (const { reason } of refused) counts.refused[reason] = (counts.refused[reason] ?? 0) + 1
    onBatch?.(counts)
  }
  return counts
}

/** Adds counts to a total. */
export function addCounts(total: LandingCounts, counts: LandingCounts): void {
  total.landed += counts.landed
  total.unchanged += counts.unchanged
  for (const [reason, count] of Object.entries(counts.refused) as [keyof LandingCounts['refused'], number][]) {
    total.refused[reason] = (total.refused[reason] ?? 0) + count
  }
}

async function* batches(files: Iterable<OfferedFile> | AsyncIterable<OfferedFile>): AsyncGenerator<Judged[]> {
  let batch: Judged[] = []
  let bytes = 0
  let reading: Promise<Judged>[] = []
  async function takeWhatIsRead(): Promise<void> {
    for (const judged of await Promise.all(reading)) {
      batch.push(judged)
      bytes += judged.row.sizeBytes ?? 0
    }
    reading = []
  }
  for await (const file of files) {
    reading.push(judge(file))
    if (reading.length < filesReadAtOnce) continue
    await takeWhatIsRead()
    if (batch.length < filesPerBatch && bytes < bytesPerBatch) continue
    yield batch
    batch = []
    bytes = 0
  }
  await takeWhatIsRead()
  if (batch.length > 0) yield batch
}

/** Reads an offered file and decides whether its bytes can be landed. Looks at bytes only, never at what they say. */
async function judge(file: OfferedFile): Promise<Judged> {
  if (file.status === 'refused') return { status: 'refused', row: file }
  const { server, sourceName, fileName, origin, kind } = file
  const found = { server, sourceName, fileName, kind, ...(origin === undefined ? {} : { origin }) }
  let bytes: Uint8Array
  try {
    bytes = await file.read()
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? String(error)
    return { status: 'refused', row: { ...found, reason: 'unreadable', detail } }
  }
  const sizeBytes = bytes.length
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sizeBytes > (file.largestBytes ?? defaultLargestBytes))
    return { status: 'refused', row: { ...found, sizeBytes, sha256, reason: 'too_large' } }
  if (bytes.includes(0)) return { status: 'refused', row: { ...found, sizeBytes, sha256, reason: 'nul_byte' } }
  const row = { ...found, ...decode(bytes), sha256, sizeBytes, ...(file.modifiedAt ? { modifiedAt: file.modifiedAt } : {}) }
  return { status: 'landed', row }
}

async function createIncomingTables(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    create or replace temp table incoming_files (
      position integer, kind varchar, server varchar, source_name varchar, file_name varchar, content varchar, encoding varchar,
      sha256 varchar, size_bytes bigint, remote_modified_us bigint, origin varchar);
    create or replace temp table incoming_refusals (
      position integer, kind varchar, server varchar, source_name varchar, file_name varchar, size_bytes bigint, sha256 varchar,
      reason varchar, detail varchar)`)
  await createIncomingPieces(connection)
}

async function appendBatch(connection: DuckDBConnection, landed: LandedRow[], refused: RefusedRow[], receivedAt: Date): Promise<number> {
  await connection.run('truncate incoming_files')
  await connection.run('truncate incoming_refusals')
  await fillIncomingFiles(connection, landed)
  await fillIncomingPieces(
    connection,
    landed.flatMap(({ kind, content }, position) => (kind === 'proximity' ? [{ position, content }] : [])),
  )
  await fillIncomingRefusals(connection, refused)
  let added = 0
  await connection.run('begin')
  try {
    for (const kind of new Set(landed.map((row) => row.kind))) {
      if (kind === 'proximity') {
        added += await appendProximityFiles(connection, receivedAt)
        continue
      }
      const table = tableOfKind[kind]
      const inserted = await connection.run(
        `insert into raw.${table}
           (server, source_name, file_name, content, encoding, sha256, size_bytes, remote_modified_at, origin, received_at)
         select server, source_name, file_name, content, encoding, sha256, size_bytes, make_timestamptz(remote_modified_us), origin, $2::timestamptz
         from incoming_files as incoming
         anti join raw.${table} as landed using (server, file_name, sha256)
         where kind = $1
         qualify row_number() over (partition by server, file_name, sha256 order by position) = 1`,
        [kind, receivedAt.toISOString()],
      )
      added += inserted.rowsChanged
    }
    await connection.run(
      `insert into raw.refusals (server, source_name, kind, file_name, size_bytes, sha256, reason, detail, received_at)
       select server, source_name, kind, file_name, size_bytes, sha256, reason, detail, $1::timestamptz
       from incoming_refusals as incoming
       where not exists (
           select 1 from raw.refusals as known
           where known.server = incoming.server
             and known.source_name = incoming.source_name
             and known.file_name = incoming.file_name
             and known.reason = incoming.reason
             and known.size_bytes is not distinct from incoming.size_bytes
             and known.sha256 is not distinct from incoming.sha256)
       qualify row_number() over (partition by server, source_name, file_name, reason, size_bytes, sha256 order by position) = 1`,
      [receivedAt.toISOString()],
    )
    await connection.run('commit')
  } catch (error) {
    // a full disk ends the transaction by itself; what happened is the first error
    await connection.run('rollback').catch(() => {})
    throw error
  }
  return added
}

async function fillIncomingFiles(connection: DuckDBConnection, rows: LandedRow[]): Promise<void> {
  const appender = await connection.createAppender('incoming_files')
  rows.forEach((row, position) => {
    appender.appendInteger(position)
    appender.appendVarchar(row.kind)
    appender.appendVarchar(row.server)
    appender.appendVarchar(row.sourceName)
    appender.appendVarchar(row.fileName)
    appender.appendVarchar(row.kind === 'proximity' ? '' : row.content)
    appender.appendVarchar(row.encoding)
    appender.appendVarchar(row.sha256)
    appender.appendBigInt(BigInt(row.sizeBytes))
    if (row.modifiedAt) appender.appendBigInt(BigInt(row.modifiedAt.getTime()) * 1000n)
    else appender.appendNull()
    if (row.origin !== undefined) appender.appendVarchar(row.origin)
    else appender.appendNull()
    appender.endRow()
  })
  appender.closeSync()
}

async function fillIncomingRefusals(connection: DuckDBConnection, rows: RefusedRow[]): Promise<void> {
  const appender = await connection.createAppender('incoming_refusals')
  rows.forEach((row, position) => {
    appender.appendInteger(position)
    for (const text of [row.kind, row.server, row.sourceName, row.fileName]) {
      if (text === undefined) appender.appendNull()
      else appender.appendVarchar(text)
    }
    if (row.sizeBytes === undefined) appender.appendNull()
    else appender.appendBigInt(BigInt(row.sizeBytes))
    for (const text of [row.sha256, row.reason, row.detail]) {
      if (text === undefined) appender.appendNull()
      else appender.appendVarchar(text)
    }
    appender.endRow()
  })
  appender.closeSync()
}
