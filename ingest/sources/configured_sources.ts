import type { Configuration, SftpConfiguration } from '../../config/configuration.ts'
import type { FileKind } from '../file_kinds.ts'
import type { SourceConfig } from '../land_rows.ts'
import type { FolderSource } from './folder.ts'

/** Every server and source of the configuration, as raw.source_configs keeps them. */
export function configuredSources({ servers, discord }: Configuration): SourceConfig[] {
  return servers.flatMap((server) => {
    const of = { server: server.name, timeZone: server.time_zone }
    const webhookIds = (discord?.webhooks ?? []).filter((webhook) => webhook.servers.includes(server.name)).map(({ id }) => id)
    return [
      { ...of, sourceName: 'server', kind: 'server' as const },
      ...server.sources.map(({ name, sftp }) => ({ ...of, sourceName: name, kind: sftp ? ('sftp' as const) : ('folder' as const) })),
      ...(webhookIds.length > 0 ? [{ ...of, sourceName: 'discord', kind: 'discord' as const, webhookIds: webhookIds.sort() }] : []),
    ]
  })
}

/** The folders of the configuration, of all servers or of one. */
export function configuredFolders(configuration: Configuration, onlyServer?: string): FolderSource[] {
  return configuration.servers
    .filter(({ name }) => onlyServer === undefined || name === onlyServer)
    .flatMap((server) =>
      server.sources.flatMap(({ name, folder }) =>
        folder === undefined ? [] : [{ server: server.name, sourceName: name, path: folder, largestBytes: largestBytes(configuration) }],
      ),
    )
}

/** A folder on a game server. */
export type SftpSource = {
  server: string
  sourceName: string
  settings: SftpConfiguration
  largestBytes: Readonly<Record<FileKind, number>>
}

/** The folders on game servers. */
export function configuredSftp(configuration: Configuration): SftpSource[] {
  return configuration.servers.flatMap((server) =>
    server.sources.flatMap(({ name, sftp }) =>
      sftp ? [{ server: server.name, sourceName: name, settings: sftp, largestBytes: largestBytes(configuration) }] : [],
    ),
  )
}

/** The cap of each kind of file, in bytes. */
export function largestBytes({ largest_file_kilobytes: kilobytes }: Configuration): Record<FileKind, number> {
  const { stats, endstats, gametimes, proximity } = kilobytes
  return { stats: stats * 1024, endstats: endstats * 1024, gametimes: gametimes * 1024, proximity: proximity * 1024 }
}
