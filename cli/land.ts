import { resolve } from 'node:path'
import { Command } from 'commander'
import { configuredFolders, largestBytes } from '../ingest/sources/configured_sources.ts'
import type { FolderSource } from '../ingest/sources/folder.ts'
import { Failure } from './failure.ts'
import { describeCounts, landFolders } from './land_folders.ts'
import { describeLanded, landLegacy } from './land_legacy.ts'
import { holdingLock, openSession, print, type Session } from './session.ts'

type LandOptions = { server?: string; legacy?: boolean; whole?: boolean }

export const land = new Command('land')
  .description('Store stats and endstats files in the warehouse, unchanged and once')
  .argument('[paths...]', 'folders or files; default: the folders of the configuration')
  .option('--server <name>', 'the game server that wrote them (default: the only or the first one configured)')
  .option('--legacy', 'the rows of the existing database of the configuration instead of files')
  .option('--whole', 'with --legacy: read every row again, also those that do not change by themselves')
  .addHelpText(
    'after',
    '\nExamples:\n  fullhold land ~/gamestats\n  fullhold land --server main a-round-1.txt a-round-2.txt\n  fullhold land --legacy',
  )
  .action(async (paths: string[], options: LandOptions, command: Command) => {
    const session = openSession(command)
    if (options.legacy) {
      const tables = await holdingLock(session, () => landLegacy(session, { isWhole: options.whole ?? false }))
      print(session.isJson ? JSON.stringify(tables) : describeLanded(tables))
      return
    }
    const folders = foldersToLand(session, paths, options.server)
    const counts = await holdingLock(session, () => landFolders(session, folders))
    print(session.isJson ? JSON.stringify(counts) : describeCounts(counts))
  })

/** The named paths under the named server, else the configured folders. A path that is a configured folder keeps its source's name. */
function foldersToLand(session: Session, paths: string[], server: string | undefined): FolderSource[] {
  const { configuration } = session
  const known = configuration.servers.map(({ name }) => name)
  if (server !== undefined && !known.includes(server)) {
    throw new Failure(
      `there is no server "${server}" in the configuration (known: ${known.join(', ')}).\n  Add it under servers, or correct --server.`,
      2,
    )
  }
  const configured = configuredFolders(configuration, server)
  if (paths.length > 0) {
    return paths.map((path) => {
      const same = configured.find((folder) => folder.path === resolve(path))
      return same ?? { server: server ?? known[0]!, sourceName: 'folder', path, largestBytes: largestBytes(configuration) }
    })
  }
  if (configured.length === 0) {
    throw new Failure(
      'nothing to land: no paths were given and no folder is configured.\n  fullhold land <folder>, or list folders under servers: sources in fullhold.yaml.',
      2,
    )
  }
  return configured
}
