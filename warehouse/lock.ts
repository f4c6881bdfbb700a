import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const holderSchema = z.object({
  pid: z.int().positive(),
  process_started: z.string().nullable(),
  command: z.string(),
  since: z.string(),
  token: z.string(),
})

/** Who holds a lock: `processStarted` tells two processes with one pid apart (boot id and start tick, null where the system does not say). */
export type LockHolder = z.output<typeof holderSchema>

export type Lock = { ok: true; [Symbol.dispose]: () => void } | { ok: false; holder: LockHolder; [Symbol.dispose]: () => void }

/**
 * Takes the lock file, or says who holds it. The lock of a process that no longer lives is taken over.
 * The file appears with its content in one step (a hard link), so nobody ever reads half of it.
 */
export function takeLock(path: string, command: string): Lock {
  const own: LockHolder = {
    pid: process.pid,
    process_started: processStart(process.pid),
    command,
    since: new Date().toISOString(),
    token: randomBytes(8).toString('hex'),
  }
  const prepared = `${path}.${own.token}`
  writeFileSync(prepared, `${JSON.stringify(own)}\n`)
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (linkIfAbsent(prepared, path)) return { ok: true, [Symbol.dispose]: () => release(path, own.token) }
      const holder = readHolder(path)
      if (holder === 'gone') continue
      if (holder !== 'unreadable' && isAlive(holder)) return { ok: false, holder, [Symbol.dispose]: () => {} }
      removeStale(path, holder)
    }
  } finally {
    rmSync(prepared, { force: true })
  }
  throw new Error(`the lock ${path} changes hands too fast; try again`)
}

/** The living holder of a lock file, or undefined. Changes nothing. */
export function lockHolder(path: string): LockHolder | undefined {
  const holder = readHolder(path)
  return typeof holder === 'object' && isAlive(holder) ? holder : undefined
}

/** A sentence about the holder, for people. */
export function describeHolder(holder: LockHolder): string {
  return `process ${holder.pid} (${holder.command}) holds it since ${holder.since}`
}

function linkIfAbsent(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readHolder(path: string): LockHolder | 'gone' | 'unreadable' {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'gone' : 'unreadable'
  }
}

function isAlive(holder: LockHolder): boolean {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const started = processStart(holder.pid)
  return started === null || holder.process_started === null || started === holder.process_started
}

/** Moves a stale lock aside and looks again: had another process just taken it, its lock is put back. */
function removeStale(path: string, stale: LockHolder | 'unreadable'): void {
  const aside = `${path}.${randomBytes(8).toString('hex')}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  const isTheSame = typeof moved === 'object' && typeof stale === 'object' ? moved.token === stale.token : moved === stale
  if (!isTheSame) linkIfAbsent(aside, path)
  rmSync(aside, { force: true })
}

function release(path: string, token: string): void {
  const holder = readHolder(path)
  if (typeof holder === 'object' && holder.token === token) rmSync(path, { force: true })
}

/** When a process started, as an opaque text; null where the system keeps no /proc. A zombie counts as ended. */
function processStart(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[0] === 'Z' ? 'ended' : `${boot}:${fields[19]}`
  } catch {
    return null
  }
}
