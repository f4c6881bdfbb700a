import type { OfferedFile } from '../ingest/land.ts'
import type { SimulatedFile } from '../simulator/simulate_season.ts'

/** Simulated files as a source offers them. */
export function* offerFiles(files: Iterable<SimulatedFile>): Generator<OfferedFile> {
  for (const { kind, file_name: fileName, bytes, writtenAt } of files) {
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
