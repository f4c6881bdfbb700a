import type { Configuration } from '../config/configuration.ts'
import type { FetchedFiles } from '../ingest/fetched_files.ts'
import { configuredFolders, configuredSftp } from '../ingest/sources/configured_sources.ts'
import { discordSource } from '../ingest/sources/discord.ts'
import { folderSource } from '../ingest/sources/folder_watch.ts'
import type { LiveSource } from '../ingest/sources/live_source.ts'
import { sftpSource } from '../ingest/sources/sftp.ts'

export type LiveSourcesOptions = {
  fetched: FetchedFiles
  /** The newest message of the control channel that was landed. */
  newestLanded: string | undefined
  environment: NodeJS.ProcessEnv
  /** Leave out what needs the network. */
  onlyFolders: boolean
}

/** Every source of the configuration, ready to run. A file that a message names is asked of all SFTP sources of the message's server. */
export function liveSources(configuration: Configuration, options: LiveSourcesOptions): LiveSource[] {
  const { fetched, newestLanded, environment, onlyFolders } = options
  const folders = configuredFolders(configuration).map(folderSource)
  if (onlyFolders) return folders
  const files = [...folders, ...configuredSftp(configuration).map((source) => sftpSource(source, fetched, environment))]
  const settings = configuration.discord
  if (!settings) return files
  const discord = discordSource({
    settings,
    token: environment.FULLHOLD_DISCORD_TOKEN,
    newestLanded,
    largestMessageBytes: configuration.largest_file_kilobytes.message * 1024,
    want: (server, fileName) => {
      for (const source of files) if (source.server === server) source.want?.(fileName)
    },
  })
  return [...files, discord]
}
