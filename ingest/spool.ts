import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fsyncPath } from '../warehouse/fsync_path.ts'
import type { FileKind } from './file_kinds.ts'
import type { RefusalReason } from './land.ts'

const fileHeaderSchema = z.strictObject({
  is: z.literal('file'),
  server: z.string(),
  sourceName: z.string(),
  fileName: z.string(),
  kind: z.custom<FileKind>((kind) => typeof kind === 'string'),
  origin: z.string(),
  sizeBytes: z.int(),
  /** ISO 8601, as the other side says. */
  modifiedAt: z.string(),
})

const messageHeaderSchema = z.strictObject({
  is: z.literal('message'),
  server: z.string().nullable(),
  sourceName: z.string(),
  messageId: z.string(),
  editedAt: z.string().nullable(),
  channelId: z.string(),
  webhookId: z.string().nullable(),
  authorName: z.string().nullable(),
  sentAt: z.string(),
  content: z.string(),
  embeds: z.string(),
})

const refusalHeaderSchema = z.strictObject({
  is: z.literal('refusal'),
  server: z.string(),
  sourceName: z.string(),
  fileName: z.string(),
  kind: z.custom<FileKind>((kind) => typeof kind === 'string').optional(),
  sizeBytes: z.int().optional(),
  sha256: z.string().optional(),
  reason: z.custom<RefusalReason>((reason) => typeof reason === 'string'),
  detail: z.string().optional(),
})

const headerSchema = z.discriminatedUnion('is', [fileHeaderSchema, messageHeaderSchema, refusalHeaderSchema])

export type SpooledFile = z.output<typeof fileHeaderSchema>
export type SpooledMessage = z.output<typeof messageHeaderSchema>
export type SpooledRefusal = z.output<typeof refusalHeaderSchema>
export type SpoolHeader = z.output<typeof headerSchema>
export type SpoolEntry = { name: string; header: SpoolHeader }

/** What arrived and is not landed yet, on the disk: an entry that was put survives every kill until it is removed. */
export type Spool = {
  /** Stores a message or a refusal; on the disk when it returns. */
  put: (header: SpooledMessage | SpooledRefusal) => void
  /** Stores a file; on the disk when it resolves true. Stores nothing and gives false when there are fewer or more bytes than announced. */
  putFile: (header: SpooledFile, bytes: AsyncIterable<Uint8Array>) => Promise<boolean>
  /** Entries, oldest first. One that cannot be read is put aside and named in `damaged`. */
  entries: () => { entries: SpoolEntry[]; damaged: string[] }
  /** A file's bytes. */
  read: (name: string) => Buffer
  /** Forgets entries whose rows are committed. */
  remove: (names: readonly string[]) => void
  /** How many entries wait. */
  count: () => number
}

const longestHeaderBytes = 64 * 1024 * 1024

/**
 * Opens the spool in a folder that only this process writes. An entry is one file: a line of JSON, then the bytes. It is written under
 * another name, synced and renamed, so it is there whole or not at all; what a killed process left half written is removed here.
 */
export function openSpool(folder: string): Spool {
  const [unfinished, aside] = [join(folder, 'unfinished'), join(folder, 'damaged')]
  mkdirSync(folder, { recursive: true })
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished)
  let waiting = readdirSync(folder).filter(isEntry).sort()
  let sequence = waiting.length > 0 ? Number.parseInt(waiting.at(-1)!, 10) : 0

  function nextName(): string {
    sequence += 1
    return `${String(sequence).padStart(14, '0')}.${randomBytes(4).toString('hex')}`
  }

  function finish(temporary: string): void {
    const name = nextName()
    renameSync(temporary, join(folder, name))
    fsyncPath(folder)
    waiting.push(name)
  }

  return {
    put(header) {
      const temporary = join(unfinished, randomBytes(8).toString('hex'))
      try {
        writeSynced(temporary, `${JSON.stringify(header)}\n`)
        finish(temporary)
      } catch (error) {
        rmSync(temporary, { force: true })
        throw error
      }
    },
    async putFile(header, bytes) {
      const temporary = join(unfinished, randomBytes(8).toString('hex'))
      try {
        let received = 0
        const file = await open(temporary, 'wx')
        try {
          await file.write(`${JSON.stringify(header)}\n`)
          for await (const chunk of bytes) {
            received += chunk.length
            if (received > header.sizeBytes) break
            await file.writeFile(chunk)
          }
          await file.sync()
        } finally {
          await file.close()
        }
        if (received !== header.sizeBytes) {
          rmSync(temporary, { force: true })
          return false
        }
        finish(temporary)
        return true
      } catch (error) {
        rmSync(temporary, { force: true })
        throw error
      }
    },
    entries() {
      const entries: SpoolEntry[] = []
      const damaged: string[] = []
      for (const name of waiting) {
        const header = readHeader(join(folder, name))
        if (header) entries.push({ name, header })
        else damaged.push(name)
      }
      for (const name of damaged) {
        mkdirSync(aside, { recursive: true })
        renameSync(join(folder, name), join(aside, name))
      }
      waiting = waiting.filter((name) => !damaged.includes(name))
      return { entries, damaged }
    },
    read(name) {
      const bytes = readFileSync(join(folder, name))
      return bytes.subarray(bytes.indexOf(0x0a) + 1)
    },
    remove(names) {
      const gone = new Set(names)
      for (const name of gone) rmSync(join(folder, name), { force: true })
      waiting = waiting.filter((name) => !gone.has(name))
    },
    count: () => waiting.length,
  }
}

function isEntry(name: string): boolean {
  return /^\d{14}\.[0-9a-f]{8}$/.test(name)
}

function writeSynced(path: string, text: string): void {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL)
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function readHeader(path: string): SpoolHeader | undefined {
  const file = openSync(path, 'r')
  try {
    const length = Math.min(statSync(path).size, longestHeaderBytes)
    let bytes = Buffer.alloc(Math.min(length, 4096))
    readSync(file, bytes, 0, bytes.length, 0)
    if (!bytes.includes(0x0a) && length > bytes.length) {
      bytes = Buffer.alloc(length)
      readSync(file, bytes, 0, length, 0)
    }
    const end = bytes.indexOf(0x0a)
    if (end < 0) return undefined
    const checked = headerSchema.safeParse(JSON.parse(bytes.subarray(0, end).toString()))
    return checked.success ? checked.data : undefined
  } catch {
    return undefined
  } finally {
    closeSync(file)
  }
}
