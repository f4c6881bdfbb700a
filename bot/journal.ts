import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { fsyncPath } from '../warehouse/fsync_path.ts'

const entrySchema = z.object({
  entry_id: z.string(),
  /** `started` once, before anything else; then `intent` before each request, and what came of it. */
  entry_kind: z.enum(['started', 'intent', 'sent', 'edited', 'failed']),
  post_kind: z.string(),
  anchor_round_id: z.string(),
  facts_hash: z.string(),
  nonce: z.string().nullable(),
  channel_id: z.string().nullable(),
  message_id: z.string().nullable(),
  detail: z.string().nullable(),
  written_at: z.string(),
})

/** One line of the journal of posts; of the shape of raw.bot_posts. */
export type JournalEntry = z.output<typeof entrySchema>

export type Journal = {
  /** All entries, oldest first. */
  entries: readonly JournalEntry[]
  /** Writes an entry and returns once it is on the disk. */
  append: (entry: Omit<JournalEntry, 'entry_id' | 'written_at'>, at: Date) => JournalEntry
  [Symbol.dispose]: () => void
}

/**
 * The journal of posts, for the one process that posts (it holds a lock). A last line that a kill cut off was never acted on, since an entry is
 * on the disk before its request; it stays as it is and is passed over. Throws, naming the line, when another line cannot be read.
 */
export function openJournal(path: string): Journal {
  mkdirSync(dirname(path), { recursive: true })
  const isNew = !existsSync(path)
  const text = isNew ? '' : readFileSync(path, 'utf8')
  const entries = readEntries(text, path)
  const file = openSync(path, 'a')
  if (isNew) fsyncPath(dirname(path))
  if (text !== '' && !text.endsWith('\n')) write(file, '\n')
  return {
    entries,
    append(entry, at) {
      const written = { entry_id: randomBytes(8).toString('hex'), ...entry, written_at: at.toISOString() }
      write(file, `${JSON.stringify(written)}\n`)
      entries.push(written)
      return written
    },
    [Symbol.dispose]: () => closeSync(file),
  }
}

/** Entries of the journal as it lies there, for readers that write nothing; a line that is still being written is left out. */
export function readJournal(path: string): JournalEntry[] {
  return existsSync(path) ? readEntries(readFileSync(path, 'utf8'), path) : []
}

function readEntries(text: string, path: string): JournalEntry[] {
  return text.split('\n').flatMap((line, position) => {
    if (line === '') return []
    // what a kill cut off: without a line end, or ended by the next process
    if (!line.startsWith('{') || !line.endsWith('}')) return []
    const parsed = entrySchema.safeParse(parse(line))
    if (parsed.success) return [parsed.data]
    throw new Error(`${path}:${position + 1} is no entry of the journal of posts; move the file aside if it is beyond repair`)
  })
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function write(file: number, text: string): void {
  const bytes = Buffer.from(text)
  let offset = 0
  while (offset < bytes.length) offset += writeSync(file, bytes, offset)
  fsyncSync(file)
}
