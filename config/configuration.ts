import { z } from 'zod'
import { legacyTableNames } from '../ingest/legacy_tables.ts'
import { botConfigurationSchema } from './bot_configuration.ts'

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'must be 1 to 40 of a-z, 0-9, "-" and "_", beginning with a letter or digit (for example: main)')

const timeZone = z
  .string()
  .refine(isTimeZone, { error: 'is no IANA time zone that this machine knows; write one such as UTC or Europe/Ljubljana' })

const kilobytes = z.int('must be a whole number of kilobytes, for example 256').min(1).max(1_048_576)

const folder = z.string('must be the path of a folder').min(1, 'must be the path of a folder, absolute or relative to this file')

const sftp = z.strictObject({
  host: z.string('must be the name or address of the game server').min(1, 'must be the name or address of the game server'),
  port: z.int('must be a port, for example 22').min(1).max(65_535).default(22),
  user: z.string('must be the name to log in with').min(1, 'must be the name to log in with'),
  folder: z
    .string('must be the path of the folder on the game server')
    .regex(/^[^\0]+$/, 'must be the path of the folder on the game server'),
  known_hosts: z.string().min(1, 'must be the path of a known_hosts file').default('~/.ssh/known_hosts'),
  look_every_seconds: z.number('must be a number of seconds, for example 1').min(0.1).max(3600).default(1),
})

const source = z
  .strictObject({ name: name.optional(), folder: folder.optional(), sftp: sftp.optional() })
  .refine((written) => (written.folder === undefined) !== (written.sftp === undefined), {
    error: 'must have either `folder` (on this machine) or `sftp` (on the game server)',
  })
  .transform((written) => ({ ...written, name: written.name ?? (written.sftp ? 'sftp' : 'folder') }))

const discordId = z
  .string('must be a Discord id in quotes, for example "1044123456789012345" (without quotes its last digits are lost)')
  .regex(/^\d{5,20}$/, 'must be a Discord id: digits in quotes')

const discord = z.strictObject({
  channel: discordId,
  webhooks: z
    .array(
      z.strictObject({ id: discordId, servers: z.array(name).min(1, 'must name the server or servers that post with this webhook') }),
      'must list the webhooks that are listened to',
    )
    .min(1, 'must list at least one webhook; messages of others are refused'),
  rest_url: z.url('must be the address of the REST API, for example https://example.org/api').optional(),
  history_days: z.int('must be a whole number of days').min(0).max(3650).default(30),
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
export const configurationSchema = z
  .strictObject({
    servers: z
      .array(server)
      .min(1, 'must list at least one server; leave the key out for one server called main')
      .default([{ name: 'main', time_zone: 'UTC', sources: [] }])
      .refine(hasDistinctNames, { error: 'lists one server name twice; every server needs its own' }),
    largest_file_kilobytes: z
      .strictObject({
        stats: kilobytes.default(256),
        endstats: kilobytes.default(256),
        gametimes: kilobytes.default(1024),
        proximity: kilobytes.default(65_536),
        message: kilobytes.default(64),
      })
      .default({ stats: 256, endstats: 256, gametimes: 1024, proximity: 65_536, message: 64 }),
    publish: z
      .strictObject({ keep: z.int('must be a whole number of files to keep, for example 5').min(2).max(100).default(5) })
      .default({ keep: 5 }),
    reports: z
      .strictObject({
        remake_after_quiet_minutes: z.int('must be a whole number of minutes, for example 5').min(1).max(1440).default(5),
      })
      .default({ remake_after_quiet_minutes: 5 }),
    warehouse: z
      .strictObject({
        memory_limit: z
          .string()
          .regex(/^\d{1,4}(MB|GB)$/, 'must be a size such as 3GB or 800MB')
          .default('3GB'),
      })
      .default({ memory_limit: '3GB' }),
    discord: discord.optional(),
    bot: botConfigurationSchema.optional(),
    legacy: legacy.optional(),
    serve: serve.optional(),
    run: z.strictObject({ after_publish: z.array(z.string().min(1, 'must be a command')).default([]) }).default({ after_publish: [] }),
  })
  .superRefine(({ servers, discord }, context) => {
    const known = new Set(servers.map((server) => server.name))
    discord?.webhooks.forEach((webhook, position) => {
      for (const named of webhook.servers) {
        if (known.has(named)) continue
        const path = ['discord', 'webhooks', position, 'servers']
        context.addIssue({ code: 'custom', path, message: `names "${named}", which is none of the servers (${[...known].join(', ')})` })
      }
    })
  })

export type Configuration = z.output<typeof configurationSchema>
export type ServerConfiguration = Configuration['servers'][number]
export type SftpConfiguration = NonNullable<ServerConfiguration['sources'][number]['sftp']>
export type DiscordConfiguration = NonNullable<Configuration['discord']>

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
