import type { OfferedFile } from '../../ingest/land.ts'
import type { ProximityFile } from '../../simulator/proximity/leave_proximity_files.ts'
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

/** A simulated proximity file as a source offers it. */
export function offeredProximity(file: ProximityFile): OfferedFile {
  return {
    status: 'offered',
    kind: 'proximity',
    server: file.server,
    sourceName: 'simulated',
    fileName: file.file_name,
    largestBytes: 64 * 1024 * 1024,
    modifiedAt: new Date(file.writtenAt),
    read: async () => file.read(),
  }
}
