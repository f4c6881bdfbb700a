import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Season } from './simulate_season.ts'

/** Writes a season's files flat into `filesFolder`, each with the modification time at which the server wrote it, and its truth to `truth.json` in `truthFolder`. Makes both folders. */
export async function writeSeason(season: Pick<Season, 'files' | 'truth'>, filesFolder: string, truthFolder: string): Promise<void> {
  await mkdir(filesFolder, { recursive: true })
  await mkdir(truthFolder, { recursive: true })
  for (const file of season.files) {
    const path = join(filesFolder, file.file_name)
    const writtenAt = new Date(file.writtenAt)
    await writeFile(path, file.bytes)
    await utimes(path, writtenAt, writtenAt)
  }
  await writeFile(join(truthFolder, 'truth.json'), `${JSON.stringify(season.truth, null, 1)}\n`)
}
