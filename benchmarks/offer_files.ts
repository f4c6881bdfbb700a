import { kindOfFileName } from '../ingest/file_kinds.ts'
import type { OfferedFile } from '../ingest/land.ts'

export type WrittenFile = { file_name: string; bytes: Uint8Array; writtenAt: number }

/** Simulated files as a source offers them; what the loader has no kind for stays out. */
export function* offerFiles(files: Iterable<WrittenFile>): Generator<OfferedFile> {
  for (const { file_name: fileName, bytes, writtenAt } of files) {
    const kind = kindOfFileName(fileName)
    if (kind === 'ignored' || kind === 'unrecognised') continue
    yield {
      status: 'offered',
      server: 'main',
      sourceName: 'bench',
      fileName,
      kind,
      modifiedAt: new Date(writtenAt),
      read: async () => bytes,
    }
  }
}
