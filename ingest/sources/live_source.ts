import type { OfferedFile } from '../land.ts'
import type { SpooledFile, SpooledMessage, SpooledRefusal } from '../spool.ts'

/** A look at a source: what it listed, or why it could not be looked at (with what to do about it). */
export type Look = { listedCount?: number; newestName?: string; error?: string; note?: string }

/** Where a source hands over what it found. What was handed over is safe: on the disk, or still at the source. */
export type Intake = {
  /** A file that was fetched; false when the bytes are not as many as announced. */
  file: (header: Omit<SpooledFile, 'is'>, bytes: AsyncIterable<Uint8Array>) => Promise<boolean>
  message: (message: Omit<SpooledMessage, 'is'>) => void
  refusal: (refusal: Omit<SpooledRefusal, 'is'>) => void
  /** A file that stays at its place and is read when it is landed. */
  inPlace: (file: OfferedFile) => void
  looked: (look: Look) => void
}

/** Something that is watched until the process stops. */
export type LiveSource = {
  /** Undefined where it belongs to several. */
  server: string | undefined
  sourceName: string
  kind: 'folder' | 'sftp' | 'discord'
  /** Runs until the signal. Survives whatever its other side does: says it with `looked` and tries again. */
  run: (intake: Intake, signal: AbortSignal) => Promise<void>
  /** Fetches a file that a message named, without waiting for the next look. */
  want?: (fileName: string) => void
}
