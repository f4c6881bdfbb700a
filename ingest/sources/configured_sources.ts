import type { Configuration } from '../../config/configuration.ts'
import type { FileKind } from '../file_kinds.ts'
import type { SourceConfig } from '../land_rows.ts'
import type { FolderSource } from './folder.ts'

/** Every server and source of the configuration, as raw.source_configs keeps them. */
export function configuredSources({ servers }: Configuration): SourceConfig[] {
  return servers.flatMap((server) => [
    { server: server.name, sourceName: 'server', kind: 'server' as const, timeZone: server.time_zone },
    ...server.sources.map(({ name }) => ({ server: server.name, sourceName: name, kind: 'folder' as const, timeZone: server.time_zone })),
  ])
}

/** The folders of the configuration, of all servers or of one. */
export function configuredFolders(configuration: Configuration, onlyServer?: string): FolderSource[] {
  return configuration.servers
    .filter(({ name }) => onlyServer === undefined || name === onlyServer)
    .flatMap((server) =>
      server.sources.map(({ name, folder }) => ({
        server: server.name,
        sourceName: name,
        path: folder,
        largestBytes: largestBytes(configuration),
      })),
    )
}

/** The cap of each kind of file, in bytes. */
export function largestBytes({ largest_file_kilobytes: kilobytes }: Configuration): Record<FileKind, number> {
  return { stats: kilobytes.stats * 1024, endstats: kilobytes.endstats * 1024, proximity: kilobytes.proximity * 1024 }
}
