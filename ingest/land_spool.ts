import type { DuckDBConnection } from '@duckdb/node-api'
import type { FileKind } from './file_kinds.ts'
import { type LandingCounts, landFiles, type OfferedFile } from './land.ts'
import { landMessages } from './land_messages.ts'
import type { Spool, SpoolEntry, SpooledFile } from './spool.ts'

/** What one landing did; `files` are the spooled ones whose rows are committed now. */
export type SpoolLanding = { counts: LandingCounts; files: SpooledFile[] }

/**
 * Lands everything that waits in the spool and forgets it there once its rows are committed. Killed in between, the next call lands the
 * same again, which adds nothing. A damaged entry is put aside and recorded.
 */
export async function landSpool(
  connection: DuckDBConnection,
  spool: Spool,
  largestBytes: Readonly<Record<FileKind, number>>,
  receivedAt: Date,
): Promise<SpoolLanding> {
  const { entries, damaged } = spool.entries()
  const counts = await landFiles(connection, offers(spool, entries, damaged, largestBytes), { receivedAt })
  const messages = entries.flatMap(({ header }) => (header.is === 'message' ? [header] : []))
  const landed = await landMessages(connection, messages, { receivedAt })
  counts.landed += landed.landed
  counts.unchanged += landed.unchanged
  spool.remove(entries.map(({ name }) => name))
  return { counts, files: entries.flatMap(({ header }) => (header.is === 'file' ? [header] : [])) }
}

function* offers(
  spool: Spool,
  entries: SpoolEntry[],
  damaged: string[],
  largestBytes: Readonly<Record<FileKind, number>>,
): Generator<OfferedFile> {
  for (const fileName of damaged) {
    const detail = 'a damaged entry of the spool, kept in spool/damaged'
    yield { status: 'refused', server: '-', sourceName: 'spool', fileName, reason: 'unreadable', detail }
  }
  for (const { name, header } of entries) {
    if (header.is === 'file') {
      const { server, sourceName, fileName, kind, origin, modifiedAt } = header
      const found = { server, sourceName, fileName, kind, origin, modifiedAt: new Date(modifiedAt), largestBytes: largestBytes[kind] }
      yield { ...found, status: 'offered', read: async () => spool.read(name) }
    } else if (header.is === 'refusal') {
      const { server, sourceName, fileName, reason, kind, sizeBytes, sha256, detail } = header
      yield {
        status: 'refused',
        server,
        sourceName,
        fileName,
        reason,
        ...(kind === undefined ? {} : { kind }),
        ...(sizeBytes === undefined ? {} : { sizeBytes }),
        ...(sha256 === undefined ? {} : { sha256 }),
        ...(detail === undefined ? {} : { detail }),
      }
    }
  }
}
