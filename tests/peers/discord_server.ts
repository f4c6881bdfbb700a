import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { type Gateway, startGateway } from './discord_gateway.ts'
import { type Answer, restRoutes } from './discord_rest.ts'
import {
  addMessage,
  apiChannel,
  apiMember,
  type DiscordState,
  discordState,
  type Embed,
  type Interaction,
  type Message,
  type Request,
  type SentFile,
  type User,
  type Webhook,
} from './discord_state.ts'

/** What goes wrong with the next requests that fit. */
export type Fault = {
  method?: string
  /** Of the path behind `/api/v10`, for example /^\/channels\/\d+\/messages$/. */
  path: RegExp
  /** How many requests; default 1. */
  times?: number
  /** The status of the answer; `cut` closes the connection without one. */
  status: number | 'cut'
  code?: number
  message?: string
  /** With 429: when to try again; default 0.05. */
  retryAfterSeconds?: number
  isGlobal?: boolean
  /** Do what was asked and lose only the answer. */
  isDone?: boolean
}

export type DiscordServer = {
  /** `rest.api` of the real client. */
  restUrl: string
  token: string
  state: DiscordState
  gateway: Gateway
  /** Every REST request so far, oldest first. */
  requests: Request[]
  /** Milliseconds that every REST answer waits. */
  latencyMilliseconds: number
  addChannel: (name: string, options?: { id?: string; deniedToBot?: bigint }) => string
  /** Denies permissions to the bot in a channel and says so on the gateway. */
  deny: (channelId: string, bits: bigint) => void
  removeChannel: (channelId: string) => void
  addWebhook: (channelId: string, name?: string) => Webhook
  /** A message of a webhook, pushed as MESSAGE_CREATE unless `isSilent` (as if it came while nobody was connected to hear it). */
  sendWebhookMessage: (webhook: Webhook, message: { content?: string; embeds?: Embed[]; username?: string; isSilent?: boolean }) => Message
  /** A message of a person (or of another bot). */
  sendUserMessage: (channelId: string, message: { content?: string; embeds?: Embed[]; user?: Partial<User> }) => Message
  editMessage: (message: Message, change: { content?: string; embeds?: Embed[] }) => void
  deleteMessage: (message: Message) => void
  messagesIn: (channelId: string) => Message[]
  /** Pushes a slash command, or with `type` another interaction (3 component, 4 autocomplete, 5 modal). */
  interact: (asked: {
    channelId: string
    data: Record<string, unknown>
    type?: number
    user?: Partial<User>
    permissions?: bigint
    message?: Message
  }) => Interaction
  fail: (fault: Fault) => void
  /** Resolves when the condition holds, looked at after whatever happens here. Rejects, naming it, after the time. */
  until: (condition: () => boolean, what?: string, milliseconds?: number) => Promise<void>
  [Symbol.asyncDispose]: () => Promise<void>
}

/** A gateway and REST server that speaks Discord's protocol with the real client, on a free port of this machine. */
export async function startDiscordServer({ now = Date.now }: { now?: () => number } = {}): Promise<DiscordServer> {
  const state = discordState(`token-of-a-test.${Math.random().toString(36).slice(2)}`, now)
  const faults: (Fault & { times: number })[] = []
  const waiting = new Set<() => void>()
  const changed = () => {
    for (const look of [...waiting]) look()
  }
  const http = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      response.statusCode = 500
      response.end(String(error))
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const gatewayUrl = () => `ws://127.0.0.1:${port}`
  const gateway = startGateway(http, state, gatewayUrl, changed)
  const answerTo = restRoutes(state, gateway, gatewayUrl)

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(incoming)
    state.requests.push(request)
    const position = faults.findIndex(({ method, path }) => (method ?? request.method) === request.method && path.test(request.path))
    const fault = faults[position]
    if (fault) {
      fault.times -= 1
      if (fault.times === 0) faults.splice(position, 1)
    }
    const token = incoming.headers.authorization ?? ''
    const answer = fault && !fault.isDone ? undefined : answerTo(request, token)
    if (server.latencyMilliseconds > 0) await delay(server.latencyMilliseconds)
    if (fault?.status === 'cut') incoming.socket.destroy()
    else send(response, fault ? answerOf(fault) : answer!, fault)
    changed()
  }

  const server: DiscordServer = {
    restUrl: `http://127.0.0.1:${port}/api`,
    token: state.token,
    state,
    gateway,
    requests: state.requests,
    latencyMilliseconds: 0,
    addChannel(name, { id = state.newId(), deniedToBot = 0n } = {}) {
      const channel = { id, name, type: 0, deniedToBot }
      state.channels.set(id, channel)
      gateway.push('CHANNEL_CREATE', apiChannel(state, channel))
      return id
    },
    deny(channelId, bits) {
      const channel = state.channels.get(channelId)!
      channel.deniedToBot = bits
      gateway.push('CHANNEL_UPDATE', apiChannel(state, channel))
    },
    removeChannel(channelId) {
      const channel = state.channels.get(channelId)!
      state.channels.delete(channelId)
      gateway.push('CHANNEL_DELETE', apiChannel(state, channel))
    },
    addWebhook(channelId, name = 'ET:Legacy Stats') {
      const webhook = { id: state.newId(), token: `webhook-${Math.random().toString(36).slice(2)}`, channelId, name }
      state.webhooks.set(webhook.id, webhook)
      return webhook
    },
    sendWebhookMessage(webhook, { content = '', embeds = [], username = webhook.name, isSilent = false }) {
      const author = { id: webhook.id, username, discriminator: '0000', global_name: null, avatar: null, bot: true }
      const message = addMessage(state, { channelId: webhook.channelId, author, webhook_id: webhook.id, content, embeds })
      if (!isSilent) gateway.pushMessage('MESSAGE_CREATE', message)
      return message
    },
    sendUserMessage(channelId, { content = '', embeds = [], user = {} }) {
      const message = addMessage(state, { channelId, author: someUser(state, user), content, embeds })
      gateway.pushMessage('MESSAGE_CREATE', message)
      return message
    },
    editMessage(message, change) {
      Object.assign(message, change, { edited_timestamp: new Date(now()).toISOString() })
      gateway.pushMessage('MESSAGE_UPDATE', message)
    },
    deleteMessage(message) {
      state.messages.splice(state.messages.indexOf(message), 1)
      gateway.push('MESSAGE_DELETE', { id: message.id, channel_id: message.channel_id, guild_id: message.guild_id })
    },
    messagesIn: (channelId) => state.messages.filter(({ channel_id }) => channel_id === channelId),
    interact({ channelId, data, type = 2, user = {}, permissions = 0n, message }) {
      const id = state.newId()
      const interaction: Interaction = {
        id,
        token: `interaction-${id}`,
        channelId,
        callback: undefined,
        messages: message ? [message] : [],
        pushedAt: now(),
      }
      state.interactions.set(id, interaction)
      const known = [...state.commands.values()].flat().find(({ name }) => name === data.name)
      gateway.push('INTERACTION_CREATE', {
        id,
        application_id: state.applicationId,
        type,
        token: interaction.token,
        version: 1,
        guild_id: state.guildId,
        guild: { id: state.guildId, locale: 'en-US', features: [] },
        channel_id: channelId,
        channel: state.channels.has(channelId) ? apiChannel(state, state.channels.get(channelId)!) : undefined,
        member: { ...apiMember(someUser(state, user)), permissions: String(permissions) },
        data: { id: known?.id ?? state.newId(), type: 1, ...data },
        locale: 'en-US',
        guild_locale: 'en-US',
        app_permissions: '0',
        entitlements: [],
        authorizing_integration_owners: { 0: state.guildId },
        context: 0,
        attachment_size_limit: 10_485_760,
        ...(message ? { message } : {}),
      })
      return interaction
    },
    fail: (fault) => {
      faults.push({ ...fault, times: fault.times ?? 1 })
    },
    until(condition, what = condition.toString(), milliseconds = 10_000) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => end(() => reject(new Error(`did not happen within ${milliseconds} ms: ${what}`))), milliseconds)
        const look = () => {
          if (condition()) end(resolve)
        }
        function end(settle: () => void): void {
          clearTimeout(timer)
          waiting.delete(look)
          settle()
        }
        waiting.add(look)
        look()
      })
    },
    async [Symbol.asyncDispose]() {
      await gateway.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
  return server
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const url = new URL(incoming.url ?? '/', 'http://server.invalid')
  const { body, files } = await readBody(Buffer.concat(chunks), incoming.headers['content-type'] ?? '')
  return {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(url.pathname.replace(/^\/api\/v\d+/, '')),
    query: url.searchParams,
    body,
    files,
    reason: (incoming.headers['x-audit-log-reason'] as string | undefined) ?? null,
  }
}

/** JSON, or a form whose `payload_json` is the body and whose other parts are files. */
async function readBody(bytes: Buffer, contentType: string): Promise<{ body: unknown; files: SentFile[] }> {
  if (bytes.length === 0) return { body: undefined, files: [] }
  if (!contentType.startsWith('multipart/')) return { body: JSON.parse(bytes.toString()), files: [] }
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData()
  const files: SentFile[] = []
  for (const [, value] of form) {
    if (typeof value !== 'string') files.push({ name: value.name, bytes: Buffer.from(await value.arrayBuffer()) })
  }
  const body: unknown = JSON.parse(String(form.get('payload_json') ?? '{}'))
  return { body, files }
}

function answerOf({ status, code = 0, message = 'something went wrong here', retryAfterSeconds = 0.05, isGlobal = false }: Fault): Answer {
  const limited = { message: 'You are being rate limited.', retry_after: retryAfterSeconds, global: isGlobal }
  return { status: Number(status), body: status === 429 ? limited : { code, message } }
}

function send(response: ServerResponse, { status, body }: Answer, fault: Fault | undefined): void {
  response.statusCode = status
  if (status === 429) {
    response.setHeader('retry-after', String(fault?.retryAfterSeconds ?? 0.05))
    response.setHeader('x-ratelimit-scope', fault?.isGlobal ? 'global' : 'user')
    if (fault?.isGlobal) response.setHeader('x-ratelimit-global', 'true')
  }
  if (body === undefined) {
    response.end()
    return
  }
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(body))
}

function someUser(state: DiscordState, user: Partial<User>): User {
  return { id: state.ownerId, username: 'somebody', discriminator: '0', global_name: null, avatar: null, ...user }
}
