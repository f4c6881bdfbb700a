import { Client, Events, GatewayIntentBits, Options, PermissionFlagsBits, Routes } from 'discord.js'
import { z } from 'zod'
import type { DiscordConfiguration } from '../../config/configuration.ts'
import { namedFile } from '../named_file.ts'
import { describeDiscordError, messageContentAdvice, readHistoryAdvice } from './discord_errors.ts'
import { keepTrying, pauseFor } from './keep_trying.ts'
import type { Intake, LiveSource } from './live_source.ts'

const messageSchema = z.object({
  id: z.string().regex(/^\d{1,20}$/),
  channel_id: z.string(),
  webhook_id: z.string().nullish(),
  author: z.object({ username: z.string() }).nullish(),
  content: z.string(),
  embeds: z.array(z.unknown()),
  timestamp: z.iso.datetime({ offset: true }),
  edited_timestamp: z.iso.datetime({ offset: true }).nullish(),
})
const placeSchema = z.object({ id: z.string(), channel_id: z.string(), webhook_id: z.string().nullish() })
const deletionSchema = z.object({ channel_id: z.string(), id: z.string().optional(), ids: z.array(z.string()).optional() })
const packetSchema = z.object({ t: z.string().nullish(), d: z.unknown() })

type ApiMessage = z.output<typeof messageSchema>

export type DiscordSourceOptions = {
  settings: DiscordConfiguration
  token: string | undefined
  /** The newest message of the channel whose row is committed; undefined before the first. */
  newestLanded: string | undefined
  largestMessageBytes: number
  /** Asks the sources of a server for a file that a message named. */
  want: (server: string, fileName: string) => void
}

const sourceName = 'discord'
const pageSize = 100
const heldAtMost = 10_000
const rememberedAtMost = 5_000
const longestPauseMilliseconds = 60_000
const discordEpochMilliseconds = 1_420_070_400_000
const millisecondsOfDay = 86_400_000

/** Whom a refused message is counted under when its webhook belongs to no server, or to several. */
const noServer = '-'

/**
 * Listens to the messages that the configured webhooks post in the configured channel: over the gateway, and over REST from the last message
 * that was stored, at the start and whenever the connection was made anew or resumed, because what was sent during a cut may never come over
 * the gateway. Until that is through, live messages are held back, so no gap is ever before the newest stored message.
 * An edit is a further state of its message. Messages of other webhooks are refused; what people write is none of ours.
 */
export function discordSource(options: DiscordSourceOptions): LiveSource {
  const { settings, token, newestLanded } = options
  const inbox = messageInbox(options)
  let cursor = BigInt(newestLanded ?? snowflakeBefore(settings.history_days))
  let hasStored = newestLanded !== undefined

  function takeInOrder(intake: Intake, message: ApiMessage): void {
    inbox.take(intake, message)
    if (BigInt(message.id) <= cursor) return
    cursor = BigInt(message.id)
    hasStored = true
  }

  /** One connection, through all cuts that the client mends by itself. Throws when it is over, ends at the signal. */
  async function listen(intake: Intake, signal: AbortSignal, isUp: () => void): Promise<void> {
    if (!token) throw new Error('there is no token; set FULLHOLD_DISCORD_TOKEN')
    const client = new Client({
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
      makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
      ...(settings.rest_url === undefined ? {} : { rest: { api: settings.rest_url } }),
    })
    let isBehind = true
    let isCatchingUp = false
    let cuts = 0
    let held: ApiMessage[] = []

    async function page(query: Record<string, string>): Promise<ApiMessage[]> {
      const found = await client.rest.get(Routes.channelMessages(settings.channel), {
        query: new URLSearchParams({ limit: String(pageSize), ...query }),
      })
      return z.array(messageSchema).parse(found).sort(byId)
    }

    async function readMissed(): Promise<void> {
      mustReadHistory(client, settings.channel)
      if (hasStored) {
        const last = await page({ before: String(cursor + 1n) })
        for (const message of last.filter(({ edited_timestamp }) => edited_timestamp)) inbox.take(intake, message)
      }
      for (;;) {
        const before = cursor
        const missed = await page({ after: String(cursor) })
        for (const message of missed) takeInOrder(intake, message)
        if (missed.length < pageSize || cursor === before) return
      }
    }

    /** Reads what was missed, then takes what was held back; again when the connection was cut meanwhile. */
    async function catchUp(): Promise<void> {
      isBehind = true
      cuts += 1
      if (isCatchingUp) return
      isCatchingUp = true
      let pause = 1000
      while (isBehind && !signal.aborted) {
        const mark = cuts
        try {
          await readMissed()
          for (const message of held.sort(byId)) takeInOrder(intake, message)
          held = []
          isBehind = mark !== cuts
          isUp()
          intake.looked(inbox.look())
        } catch (error) {
          intake.looked({ error: describeDiscordError(error, settings.channel) })
          await pauseFor(pause, signal)
          pause = Math.min(pause * 2, longestPauseMilliseconds)
        }
      }
      isCatchingUp = false
    }

    function hear(message: ApiMessage): void {
      if (message.channel_id !== settings.channel) return
      if (!isBehind) {
        try {
          takeInOrder(intake, message)
          intake.looked(inbox.look())
          return
        } catch (error) {
          intake.looked({ error: describeDiscordError(error, settings.channel) })
          void catchUp()
        }
      }
      // what does not fit is read again over REST
      if (held.length < heldAtMost) held.push(message)
      else cuts += 1
    }

    function onPacket(packet: unknown): void {
      const { t, d } = packetSchema.parse(packet)
      if (t === 'MESSAGE_CREATE' || t === 'MESSAGE_UPDATE') {
        const message = messageSchema.safeParse(d)
        if (message.success) hear(message.data)
        else if (placeSchema.safeParse(d).data?.channel_id === settings.channel) void catchUp()
      } else if (t === 'MESSAGE_DELETE' || t === 'MESSAGE_DELETE_BULK') {
        const { channel_id, id, ids } = deletionSchema.parse(d)
        if (channel_id === settings.channel && inbox.wereDeleted([...(ids ?? []), ...(id ? [id] : [])])) intake.looked(inbox.look())
      }
    }

    try {
      await new Promise<void>((resolve, reject) => {
        signal.addEventListener('abort', () => resolve(), { once: true })
        client.on(Events.Raw as never, onPacket as never)
        client.on(Events.ShardReady, () => void catchUp())
        client.on(Events.ShardResume, () => void catchUp())
        client.on(Events.ShardReconnecting, () => {
          isBehind = true
          cuts += 1
          intake.looked({ error: 'the connection to Discord was cut; it is being made anew' })
        })
        client.on(Events.ShardDisconnect, ({ code }) => reject(new Error(`Discord closed the connection for good (code ${code})`)))
        client.on(Events.Invalidated, () => reject(new Error('Discord ended the session')))
        client.on(Events.ShardError, (error) => intake.looked({ error: describeDiscordError(error, settings.channel) }))
        client.on(Events.Error, (error) => intake.looked({ error: describeDiscordError(error, settings.channel) }))
        client.login(token).catch(reject)
      })
    } finally {
      await client.destroy()
    }
  }

  return {
    server: undefined,
    sourceName,
    kind: 'discord',
    run: (intake, signal) =>
      keepTrying(
        (isUp) => listen(intake, signal, isUp),
        (error) => intake.looked({ error: describeDiscordError(error, settings.channel) }),
        signal,
      ),
  }
}

/** Decides about each state of a message once: store, refuse, or pass over. */
function messageInbox({ settings, largestMessageBytes, want }: DiscordSourceOptions) {
  const serversOfWebhook = new Map(settings.webhooks.map(({ id, servers }) => [id, servers]))
  const known = new Set<string>()
  const stored = new Set<string>()
  let [storedCount, deletedCount] = [0, 0]
  let newestName: string | undefined

  function takeNamedFile(intake: Intake, { id, content }: ApiMessage, servers: string[]): void {
    const named = namedFile(content)
    if (!named) return
    for (const server of servers) {
      if (named.ok) want(server, named.fileName)
      else intake.refusal({ server, sourceName, fileName: named.fileName, reason: named.reason, detail: `named by message ${id}` })
    }
  }

  return {
    take(intake: Intake, message: ApiMessage): void {
      const webhookId = message.webhook_id ?? undefined
      const editedAt = message.edited_timestamp ? new Date(message.edited_timestamp).toISOString() : null
      const state = `${message.id} ${editedAt}`
      if (webhookId === undefined || known.has(state)) return
      const servers = serversOfWebhook.get(webhookId)
      const server = servers?.length === 1 ? servers[0]! : null
      const embeds = JSON.stringify(message.embeds)
      const sizeBytes = Buffer.byteLength(message.content) + Buffer.byteLength(embeds)
      const refusal = { server: server ?? noServer, sourceName, fileName: `message ${message.id}`, sizeBytes }
      if (!servers) {
        intake.refusal({ ...refusal, reason: 'unknown_webhook', detail: `webhook ${webhookId} is not under discord: webhooks` })
      } else if (message.content === '' && message.embeds.length === 0) {
        intake.refusal({ ...refusal, reason: 'empty_message', detail: messageContentAdvice })
      } else if (sizeBytes > largestMessageBytes) {
        intake.refusal({ ...refusal, reason: 'too_large' })
      } else if (message.content.includes('\0')) {
        intake.refusal({ ...refusal, reason: 'nul_byte' })
      } else {
        intake.message({
          server,
          sourceName,
          messageId: message.id,
          editedAt,
          channelId: message.channel_id,
          webhookId,
          authorName: message.author?.username ?? null,
          sentAt: new Date(message.timestamp).toISOString(),
          content: Buffer.from(message.content).toString(),
          embeds,
        })
        storedCount += 1
        newestName = `message ${message.id}`
        remember(stored, message.id)
        takeNamedFile(intake, message, servers)
      }
      remember(known, state)
    },
    /** Counts stored messages that somebody deleted; whether any was. */
    wereDeleted(ids: string[]): boolean {
      const ours = ids.filter((id) => stored.delete(id))
      deletedCount += ours.length
      return ours.length > 0
    },
    look: () => ({
      listedCount: storedCount,
      ...(newestName === undefined ? {} : { newestName }),
      ...(deletedCount > 0 ? { note: `${deletedCount} stored messages were deleted: another bot cleans this channel` } : {}),
    }),
  }
}

/** The history is what a catch-up reads; without leave to read it, Discord answers with nothing instead of a refusal. */
function mustReadHistory(client: Client, channelId: string): void {
  const channel = client.channels.cache.get(channelId)
  if (!channel || channel.isDMBased() || !client.user) return
  const granted = channel.permissionsFor(client.user)
  if (granted && !granted.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory])) throw new Error(readHistoryAdvice)
}

function remember(set: Set<string>, value: string): void {
  set.add(value)
  if (set.size <= rememberedAtMost) return
  const [oldest] = set
  set.delete(oldest!)
}

function snowflakeBefore(days: number): bigint {
  return BigInt(Math.max(0, Date.now() - days * millisecondsOfDay - discordEpochMilliseconds)) << 22n
}

function byId(one: ApiMessage, other: ApiMessage): number {
  return BigInt(one.id) < BigInt(other.id) ? -1 : 1
}
