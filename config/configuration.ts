import { z } from 'zod'
import { legacyTableNames } from '../ingest/legacy_tables.ts'

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'must be 1 to 40 of a-z, 0-9, "-" and "_", beginning with a letter or digit (for example: main)')

const timeZone = z
  .string()
  .refine(isTimeZone, { error: 'is no IANA time zone that this machine knows; write one such as UTC or Europe/Ljubljana' })

const kilobytes = z.int('must be a whole number of kilobytes, for example 256').min(1).max(1_048_576)

const source = z.strictObject({
  name: name.default('folder'),
  folder: z.string().min(1, 'must be the path of a folder, absolute or relative to this file'),
})

const server = z.strictObject({
  name,
  time_zone: timeZone.default('UTC'),
  sources: z.array(source).default([]).refine(hasDistinctNames, { error: 'has two sources of one name; give each its own `name`' }),
})

const sqlName = z.string().regex(/^[a-z_][a-z0-9_]{0,50}$/, 'must be a plain PostgreSQL name: a-z, 0-9 and "_", not beginning with a digit')

const timeoutSeconds = z.int('must be a whole number of seconds, for example 60').min(1).max(3600)

const legacy = z.strictObject({
  name: name.default('legacy'),
  server: name,
  schema: sqlName.default('public'),
  tables: z.array(z.enum(legacyTableNames)).min(1).default(legacyTableNames),
  statement_timeout_seconds: timeoutSeconds.default(300),
  lock_timeout_seconds: timeoutSeconds.default(2),
})

const serve = z.strictObject({
  schema: sqlName.default('fullhold'),
  grant_to: z.array(sqlName).default([]),
  statement_timeout_seconds: timeoutSeconds.default(300),
})

/** `fullhold.yaml` as it is written. Every key is explained in fullhold.example.yaml. Unknown keys are refused. */
export const configurationSchema = z.strictObject({
  servers: z
    .array(server)
    .min(1, 'must list at least one server; leave the key out for one server called main')
    .default([{ name: 'main', time_zone: 'UTC', sources: [] }])
    .refine(hasDistinctNames, { error: 'lists one server name twice; every server needs its own' }),
  largest_file_kilobytes: z
    .strictObject({ stats: kilobytes.default(256), endstats: kilobytes.default(256) })
    .default({ stats: 256, endstats: 256 }),
  publish: z
    .strictObject({ keep: z.int('must be a whole number of files to keep, for example 5').min(2).max(100).default(5) })
    .default({ keep: 5 }),
  warehouse: z
    .strictObject({
      memory_limit: z
        .string()
        .regex(/^\d{1,4}(MB|GB)$/, 'must be a size such as 3GB or 800MB')
        .default('3GB'),
    })
    .default({ memory_limit: '3GB' }),
  legacy: legacy.optional(),
  serve: serve.optional(),
})

export type Configuration = z.output<typeof configurationSchema>
export type ServerConfiguration = Configuration['servers'][number]

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return /^(UTC|[A-Z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)+)$/.test(zone)
  } catch {
    return false
  }
}

function hasDistinctNames(entries: { name: string }[]): boolean {
  return new Set(entries.map((entry) => entry.name)).size === entries.length
}
