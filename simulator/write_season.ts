import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Season } from './simulate_season.ts'

/**
 * Writes a season's stats and endstats files flat into `filesFolder`, its gametimes and proximity files into
 * `gametimes` and `proximity` below it, the messages as lines of JSON into `discord/messages.jsonl`, and
 * what a second server wrote in the same way into `servers/<name>`; each file with the modification time at which its server wrote it. The truth goes to `truth.json` in
 * `truthFolder`. Makes the folders that it needs.
 */
export async function writeSeason(
  season: Pick<Season, 'files' | 'truth'> & Partial<Pick<Season, 'gametimes' | 'proximity' | 'messages'>>,
  filesFolder: string,
  truthFolder: string,
): Promise<void> {
  await mkdir(filesFolder, { recursive: true })
  await mkdir(truthFolder, { recursive: true })
  for (const file of [...season.files, ...(season.gametimes ?? []), ...(season.proximity ?? [])]) {
    const home = file.server === season.truth.server ? filesFolder : join(filesFolder, 'servers', file.server)
    const path = join(home, file.kind === 'gametimes' || file.kind === 'proximity' ? file.kind : '', file.file_name)
    const writtenAt = new Date(file.writtenAt)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, file.kind === 'proximity' ? file.read() : file.bytes)
    await utimes(path, writtenAt, writtenAt)
  }
  if (season.messages && season.messages.length > 0) {
    await mkdir(join(filesFolder, 'discord'), { recursive: true })
    await writeFile(
      join(filesFolder, 'discord', 'messages.jsonl'),
      season.messages.map((message) => `${JSON.stringify(message)}\n`).join(''),
    )
  }
  await writeFile(join(truthFolder, 'truth.json'), `${JSON.stringify(season.truth, null, 1)}\n`)
}
