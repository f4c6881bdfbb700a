import type { OfferedFile } from '../../ingest/land.ts'
import type { Season, SimulatedFile } from '../../simulator/simulate_season.ts'

/** A simulated file as a source offers it. */
export function offeredFile({ kind, file_name, bytes, writtenAt, server: ownServer }: SimulatedFile, server = ownServer): OfferedFile {
  return {
    status: 'offered',
    kind,
    server,
    sourceName: 'simulated',
    fileName: file_name,
    modifiedAt: new Date(writtenAt),
    read: async () => bytes,
  }
}

/** All files of a season as a source offers them. */
export function offeredSeason(season: Season): OfferedFile[] {
  return season.files.map((file) => offeredFile(file))
}
