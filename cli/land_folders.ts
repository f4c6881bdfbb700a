import { addCounts, type LandingCounts, landFiles } from '../ingest/land.ts'
import { landSourceConfigs } from '../ingest/land_rows.ts'
import { configuredSources } from '../ingest/sources/configured_sources.ts'
import { type FolderSource, listFolder } from '../ingest/sources/folder.ts'
import { writeWarehouse } from '../warehouse/write_warehouse.ts'
import { Failure } from './failure.ts'
import { type Session, say } from './session.ts'

/** Lands folders or files under the lock that the caller holds, with progress. Fails when one cannot be listed; what was landed stays. */
export async function landFolders(session: Session, folders: FolderSource[]): Promise<LandingCounts> {
  return await writeWarehouse(session.paths, session.configuration.warehouse.memory_limit, async ({ connection }) => {
    await landSourceConfigs(connection, configuredSources(session.configuration), new Date())
    const total: LandingCounts = { landed: 0, unchanged: 0, refused: {} }
    for (const folder of folders) {
      let counts: LandingCounts
      try {
        counts = await landFiles(connection, listFolder(folder), { onBatch: (sofar) => say(`  ${folder.path}: ${describeCounts(sofar)}`) })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
        throw new Failure(
          `${folder.path} cannot be read (${(error as NodeJS.ErrnoException).code}).\n  Correct the path or its permissions.`,
        )
      }
      addCounts(total, counts)
    }
    return total
  })
}

/** Counts as a sentence. */
export function describeCounts({ landed, unchanged, refused }: LandingCounts): string {
  const reasons = Object.entries(refused).map(([reason, count]) => `${count} ${reason}`)
  const total = Object.values(refused).reduce((sum, count) => sum + count, 0)
  return `${landed} landed, ${unchanged} unchanged, ${total} refused${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`
}
