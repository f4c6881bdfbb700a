import { randomBytes } from 'node:crypto'
import { appendFileSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const linkSchema = z.object({
  link_id: z.string(),
  /** `asked` by the Discord user, then `approved` or `refused` by an admin. */
  entry_kind: z.enum(['asked', 'approved', 'refused']),
  discord_user_id: z.string(),
  player_id: z.string(),
  author: z.string(),
  written_at: z.string(),
})

/** One line of the file of links; of the shape of raw.player_links. */
export type PlayerLink = z.output<typeof linkSchema>

/** Appends an entry, on the disk when it returns. `link_id` is that of the request for answers to it. */
export function writeLink(path: string, entry: Omit<PlayerLink, 'link_id' | 'written_at'> & { link_id?: string }, at: Date): PlayerLink {
  mkdirSync(dirname(path), { recursive: true })
  if (existsSync(path) && !readFileSync(path, 'utf8').endsWith('\n')) appendFileSync(path, '\n')
  const { link_id = randomBytes(8).toString('hex'), ...more } = entry
  const link = { link_id, ...more, written_at: at.toISOString() }
  const file = openSync(path, 'a')
  writeSync(file, `${JSON.stringify(link)}\n`)
  fsyncSync(file)
  closeSync(file)
  return link
}

/** Everything that was asked and answered, oldest first; a line that a kill cut off is passed over. */
export function readLinks(path: string): PlayerLink[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (!line.startsWith('{') || !line.endsWith('}')) return []
      return [linkSchema.parse(JSON.parse(line))]
    })
}

/** The player that an admin approved last for a Discord user. */
export function linkedPlayer(path: string, userId: string): string | undefined {
  return readLinks(path).findLast(({ discord_user_id, entry_kind }) => discord_user_id === userId && entry_kind === 'approved')?.player_id
}

/** Requests that nobody answered, the newest of each user, oldest first. */
export function openRequests(path: string): PlayerLink[] {
  const links = readLinks(path)
  const answered = new Set(links.filter(({ entry_kind }) => entry_kind !== 'asked').map(({ link_id }) => link_id))
  const newest = new Map<string, PlayerLink>()
  for (const link of links) if (link.entry_kind === 'asked') newest.set(link.discord_user_id, link)
  return [...newest.values()].filter(({ link_id }) => !answered.has(link_id))
}
