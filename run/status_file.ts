import { closeSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const instant = z.iso.datetime()

const sourceSchema = z.object({
  server: z.string().nullable(),
  source_name: z.string(),
  kind: z.enum(['folder', 'sftp', 'discord']),
  state: z.enum(['starting', 'up', 'down']),
  last_look_at: instant.nullable(),
  listed_count: z.int().nullable(),
  newest_name: z.string().nullable(),
  arrived_count: z.int(),
  refused_count: z.int(),
  error: z.string().nullable(),
  error_since: instant.nullable(),
  note: z.string().nullable(),
})

export const statusSchema = z.object({
  pid: z.int(),
  state: z.enum(['running', 'stopped']),
  started_at: instant,
  updated_at: instant,
  sources: z.array(sourceSchema),
  waiting_count: z.int(),
  last_landing: z.object({ at: instant, landed: z.int(), unchanged: z.int(), refused: z.int() }).nullable(),
  last_build: z
    .object({
      at: instant,
      build_id: z.string().nullable(),
      lane: z.string(),
      is_complete: z.boolean(),
      seconds: z.number(),
      reasons: z.array(z.string()),
    })
    .nullable(),
  last_publish: z.object({ at: instant, build_id: z.string() }).nullable(),
  failing_gate: z.array(z.object({ gate: z.string(), subject: z.string(), detail: z.string() })),
  trouble: z.string().nullable(),
  refused: z.array(
    z.object({
      at: instant,
      server: z.string(),
      source_name: z.string(),
      name: z.string(),
      reason: z.string(),
      detail: z.string().nullable(),
    }),
  ),
  hooks: z.array(
    z.object({ name: z.string(), last_run_at: instant.nullable(), last_error: z.string().nullable(), is_running: z.boolean() }),
  ),
})

/** What `fullhold run` knows about itself, for `status`, `doctor`, health pages and alerts. */
export type RunStatus = z.output<typeof statusSchema>
export type SourceStatus = z.output<typeof sourceSchema>

/** Writes the status in one step: readers see the old or the new one, never half of it. */
export function writeStatus(path: string, status: RunStatus): void {
  const next = `${path}.next`
  const file = openSync(next, 'w')
  try {
    writeFileSync(file, `${JSON.stringify(status, undefined, 2)}\n`)
  } finally {
    closeSync(file)
  }
  renameSync(next, path)
}

/** The status that was written last; undefined where none was, or none that this fullhold can read. */
export function readStatus(path: string): RunStatus | undefined {
  try {
    return statusSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined
  }
}
