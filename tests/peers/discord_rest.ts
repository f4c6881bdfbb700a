import { createHash } from 'node:crypto'
import type { Gateway } from './discord_gateway.ts'
import {
  addMessage,
  apiChannel,
  apiGuild,
  apiMember,
  botMay,
  type DiscordState,
  type Embed,
  type Interaction,
  type Message,
  messageContentFlag,
  permissions,
  type Request,
  seenByBot,
} from './discord_state.ts'

export type Answer = { status: number; body?: unknown }
type Route = { method: string; path: RegExp; isPublic?: boolean; answer: (found: string[], request: Request) => Answer }
type Body = Record<string, unknown>

const latestCallbackMilliseconds = 3000
const nonceMilliseconds = 5 * 60 * 1000

function refused(status: number, code: number, message: string): Answer {
  return { status, body: { code, message } }
}

const unknownChannel = () => refused(404, 10003, 'Unknown Channel')
const unknownMessage = () => refused(404, 10008, 'Unknown Message')
const unknownInteraction = () => refused(404, 10062, 'Unknown interaction')
const unknownWebhook = () => refused(404, 10015, 'Unknown Webhook')
const missingAccess = () => refused(403, 50001, 'Missing Access')
const missingPermissions = () => refused(403, 50013, 'Missing Permissions')

/** The REST half of the protocol server, as a function from request to answer. Message limits are Discord's. */
export function restRoutes(state: DiscordState, gateway: Gateway, gatewayUrl: () => string): (request: Request, token: string) => Answer {
  const routes: Route[] = [
    route('GET', '/gateway/bot', () => ({
      status: 200,
      body: { url: gatewayUrl(), shards: 1, session_start_limit: { total: 1000, remaining: 999, reset_after: 1000, max_concurrency: 1 } },
    })),
    route('GET', '/users/@me', () => ({ status: 200, body: state.bot })),
    route('GET', '/(?:oauth2/)?applications/@me', () => ({
      status: 200,
      body: { id: state.applicationId, name: state.bot.username, flags: state.applicationFlags, bot: state.bot },
    })),
    route('GET', '/users/@me/guilds', () => ({
      status: 200,
      body: [{ id: state.guildId, name: 'a guild', owner: false, permissions: '0' }],
    })),
    route('GET', `/guilds/${state.guildId}`, () => ({ status: 200, body: apiGuild(state) })),
    route('GET', `/guilds/${state.guildId}/channels`, () => ({
      status: 200,
      body: [...state.channels.values()].map((channel) => apiChannel(state, channel)),
    })),
    route('GET', `/guilds/${state.guildId}/members/(\\d+)`, ([id]) =>
      id === state.bot.id ? { status: 200, body: apiMember(state.bot) } : refused(404, 10007, 'Unknown Member'),
    ),
    route('GET', `/guilds/${state.guildId}/audit-logs`, () => missingPermissions()),
    route('GET', '/channels/(\\d+)', ([id]) => {
      const channel = state.channels.get(id!)
      if (!channel) return unknownChannel()
      return botMay(state, id!, permissions.viewChannel) ? { status: 200, body: apiChannel(state, channel) } : missingAccess()
    }),
    route('POST', '/channels/(\\d+)/typing', () => ({ status: 204 })),
    route('GET', '/channels/(\\d+)/messages', ([id], request) => listMessages(id!, request.query)),
    route('GET', '/channels/(\\d+)/messages/(\\d+)', ([channelId, id]) => {
      if (!state.channels.has(channelId!)) return unknownChannel()
      if (!botMay(state, channelId!, permissions.viewChannel)) return missingAccess()
      const message = find(channelId!, id!)
      return message ? { status: 200, body: seen(message) } : unknownMessage()
    }),
    route('POST', '/channels/(\\d+)/messages', ([id], request) => createMessage(id!, request)),
    route('PATCH', '/channels/(\\d+)/messages/(\\d+)', ([channelId, id], request) => {
      const message = find(channelId!, id!)
      if (!state.channels.has(channelId!)) return unknownChannel()
      if (!message) return unknownMessage()
      if (message.author.id !== state.bot.id) return refused(403, 50005, 'Cannot edit a message authored by another user')
      return edit(message, request)
    }),
    route('DELETE', '/channels/(\\d+)/messages/(\\d+)', ([channelId, id]) => {
      const message = find(channelId!, id!)
      if (!message) return unknownMessage()
      if (message.author.id !== state.bot.id && !botMay(state, channelId!, permissions.manageMessages)) return missingPermissions()
      remove(message)
      return { status: 204 }
    }),
    route('(?:PUT|DELETE)', '/channels/(\\d+)/messages/(\\d+)/reactions/.+', () => ({ status: 204 })),
    route('GET', '/applications/\\d+/commands', () => ({ status: 200, body: state.commands.get('global') ?? [] })),
    route('PUT', '/applications/\\d+/commands', (_found, request) => putCommands('global', request)),
    route('GET', '/applications/\\d+/guilds/(\\d+)/commands', ([id]) => ({ status: 200, body: state.commands.get(id!) ?? [] })),
    route('PUT', '/applications/\\d+/guilds/(\\d+)/commands', ([id], request) => putCommands(id!, request)),
    publicRoute('POST', '/interactions/(\\d+)/([^/]+)/callback', ([id, token], request) => callback(id!, token!, request)),
    publicRoute('POST', '/webhooks/(\\d+)/([^/]+)', ([id, token], request) => {
      if (id === state.applicationId) return followUp(token!, request)
      const webhook = state.webhooks.get(id!)
      if (!webhook || webhook.token !== token) return unknownWebhook()
      const wrong = wrongForm(request.body as Body, request.files.length)
      if (wrong) return wrong
      const { content, embeds, username } = request.body as { content?: string; embeds?: Embed[]; username?: string }
      const author = {
        id: webhook.id,
        username: username ?? webhook.name,
        discriminator: '0000',
        global_name: null,
        avatar: null,
        bot: true,
      }
      const message = addMessage(state, { channelId: webhook.channelId, author, webhook_id: webhook.id, ...given({ content, embeds }) })
      gateway.pushMessage('MESSAGE_CREATE', message)
      return request.query.get('wait') === 'true' ? { status: 200, body: message } : { status: 204 }
    }),
    publicRoute('GET', '/webhooks/\\d+/([^/]+)/messages/(@original|\\d+)', ([token, id]) => {
      const message = replyOf(token!, id!)
      return message ? { status: 200, body: message } : unknownMessage()
    }),
    publicRoute('PATCH', '/webhooks/\\d+/([^/]+)/messages/(@original|\\d+)', ([token, id], request) => editReply(token!, id!, request)),
    publicRoute('DELETE', '/webhooks/\\d+/([^/]+)/messages/(@original|\\d+)', ([token, id]) => {
      const interaction = interactionOf(token!)
      const message = replyOf(token!, id!)
      if (!interaction || !message) return unknownMessage()
      interaction.messages.splice(interaction.messages.indexOf(message), 1)
      remove(message)
      return { status: 204 }
    }),
  ]

  function seen(message: Message): Message {
    return seenByBot(state, message, (state.applicationFlags & messageContentFlag) !== 0)
  }

  function find(channelId: string, id: string): Message | undefined {
    return state.messages.find((message) => message.id === id && message.channel_id === channelId)
  }

  function listMessages(channelId: string, query: URLSearchParams): Answer {
    if (!state.channels.has(channelId)) return unknownChannel()
    if (!botMay(state, channelId, permissions.viewChannel)) return missingAccess()
    if (!botMay(state, channelId, permissions.readMessageHistory)) return { status: 200, body: [] }
    const limit = Number(query.get('limit') ?? 50)
    if (!(limit >= 1 && limit <= 100)) return refused(400, 50035, 'Invalid Form Body: limit')
    const inChannel = state.messages.filter(({ channel_id }) => channel_id === channelId).sort(byId)
    const [after, before] = [query.get('after'), query.get('before')]
    let page: Message[]
    if (after !== null) page = inChannel.filter(({ id }) => BigInt(id) > BigInt(after)).slice(0, limit)
    else page = inChannel.filter(({ id }) => before === null || BigInt(id) < BigInt(before)).slice(-limit)
    return { status: 200, body: (state.pageOrder === 'newest_first' ? page.toReversed() : page).map(seen) }
  }

  function createMessage(channelId: string, request: Request): Answer {
    if (!state.channels.has(channelId)) return unknownChannel()
    if (!botMay(state, channelId, permissions.viewChannel)) return missingAccess()
    if (!botMay(state, channelId, permissions.sendMessages)) return missingPermissions()
    const body = request.body as Body
    const wrong = wrongForm(body, request.files.length)
    if (wrong) return wrong
    if (request.files.length > 0 && !botMay(state, channelId, permissions.attachFiles)) return missingPermissions()
    const { nonce } = body as { nonce?: string | number }
    if (body.enforce_nonce === true && nonce !== undefined) {
      const isRecent = ({ timestamp }: Message) => state.now() - Date.parse(timestamp) < nonceMilliseconds
      const same = state.messages.find((message) => message.nonce === nonce && message.author.id === state.bot.id && isRecent(message))
      if (same) return { status: 200, body: same }
    }
    const embeds = botMay(state, channelId, permissions.embedLinks) ? (body.embeds as Embed[] | undefined) : []
    const message = addMessage(state, {
      channelId,
      author: state.bot,
      ...given({ content: body.content, embeds, components: body.components, flags: body.flags, nonce }),
      attachments: attachmentsOf(request),
    })
    gateway.pushMessage('MESSAGE_CREATE', message)
    return { status: 200, body: message }
  }

  function edit(message: Message, request: Request): Answer {
    const body = request.body as Body
    const wrong = wrongForm({ ...message, ...body }, request.files.length)
    if (wrong) return wrong
    Object.assign(message, given({ content: body.content, embeds: body.embeds, components: body.components, flags: body.flags }))
    if (body.content === null) message.content = ''
    if (request.files.length > 0 || body.attachments !== undefined) message.attachments = attachmentsOf(request)
    message.edited_timestamp = new Date(state.now()).toISOString()
    gateway.pushMessage('MESSAGE_UPDATE', message)
    return { status: 200, body: message }
  }

  function remove(message: Message): void {
    state.messages.splice(state.messages.indexOf(message), 1)
    gateway.push('MESSAGE_DELETE', { id: message.id, channel_id: message.channel_id, guild_id: message.guild_id })
  }

  function attachmentsOf(request: Request): Message['attachments'] {
    return request.files.map(({ name, bytes }) => {
      const url = `https://files.invalid/${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}/${name}`
      return { id: state.newId(), filename: name, size: bytes.length, url, proxy_url: url }
    })
  }

  function putCommands(scope: string, request: Request): Answer {
    const known = state.commands.get(scope) ?? []
    const commands = (request.body as Body[]).map((command) => ({
      type: 1,
      id: known.find(({ name }) => name === command.name)?.id ?? state.newId(),
      application_id: state.applicationId,
      version: state.newId(),
      default_member_permissions: null,
      ...(scope === 'global' ? {} : { guild_id: scope }),
      ...command,
    }))
    state.commands.set(scope, commands)
    return { status: 200, body: commands }
  }

  function interactionOf(token: string): Interaction | undefined {
    return [...state.interactions.values()].find((interaction) => interaction.token === token)
  }

  function replyOf(token: string, id: string): Message | undefined {
    const messages = interactionOf(token)?.messages ?? []
    return id === '@original' ? messages[0] : messages.find((message) => message.id === id)
  }

  function reply(interaction: Interaction, request: Request, data: Body): Message {
    const message = addMessage(state, {
      channelId: interaction.channelId,
      author: state.bot,
      application_id: state.applicationId,
      webhook_id: state.applicationId,
      ...given({ content: data.content, embeds: data.embeds, components: data.components, flags: data.flags }),
      attachments: attachmentsOf(request),
    })
    interaction.messages.push(message)
    gateway.pushMessage('MESSAGE_CREATE', message)
    return message
  }

  function callback(id: string, token: string, request: Request): Answer {
    const interaction = state.interactions.get(id)
    if (!interaction || interaction.token !== token) return unknownInteraction()
    if (state.now() - interaction.pushedAt > latestCallbackMilliseconds) return unknownInteraction()
    if (interaction.callback) return refused(400, 40060, 'Interaction has already been acknowledged.')
    const { type, data } = request.body as { type: number; data?: Body }
    if (type === 4) {
      const wrong = wrongForm(data ?? {}, request.files.length)
      if (wrong) return wrong
    }
    interaction.callback = data === undefined ? { type } : { type, data }
    if (type === 4) reply(interaction, request, data ?? {})
    if (type === 5) reply(interaction, request, { ...data, flags: Number(data?.flags ?? 0) | 128 })
    if (type === 7 && interaction.messages[0]) edit(interaction.messages[0], { ...request, body: data ?? {} })
    if (request.query.get('with_response') !== 'true') return { status: 204 }
    const message = interaction.messages[0]
    const described = { id, type: 2, ...(message ? { response_message_id: message.id } : {}), response_message_loading: type === 5 }
    return { status: 200, body: { interaction: described, resource: { type, ...(message ? { message } : {}) } } }
  }

  function followUp(token: string, request: Request): Answer {
    const interaction = interactionOf(token)
    if (!interaction) return unknownWebhook()
    const wrong = wrongForm(request.body as Body, request.files.length)
    return wrong ?? { status: 200, body: reply(interaction, request, request.body as Body) }
  }

  function editReply(token: string, id: string, request: Request): Answer {
    const message = replyOf(token, id)
    if (!message) return unknownMessage()
    message.flags &= ~128
    return edit(message, request)
  }

  return (request, token) => {
    const found = routes.find(({ method, path }) => new RegExp(`^${method}$`).test(request.method) && path.test(request.path))
    if (!found) return refused(404, 0, `404: Not Found (${request.method} ${request.path})`)
    if (!found.isPublic && token !== `Bot ${state.token}`) return refused(401, 0, '401: Unauthorized')
    return found.answer(found.path.exec(request.path)!.slice(1), request)
  }
}

function route(method: string, path: string, answer: Route['answer']): Route {
  return { method, path: new RegExp(`^${path}$`), answer }
}

/** A route whose address is its secret. */
function publicRoute(method: string, path: string, answer: Route['answer']): Route {
  return { ...route(method, path, answer), isPublic: true }
}

function byId(one: Message, other: Message): number {
  return BigInt(one.id) < BigInt(other.id) ? -1 : 1
}

/** Only what was given. */
function given(values: Record<string, unknown>): Partial<Message> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null))
}

function textLength(value: unknown): number {
  if (typeof value === 'string') return value.length
  return 0
}

/** Discord's limits on a message; undefined where it keeps them. */
function wrongForm(body: Body, fileCount: number): Answer | undefined {
  const embeds = (body.embeds ?? []) as { title?: string; description?: string; fields?: Embed[]; footer?: Embed; author?: Embed }[]
  const problems: string[] = []
  if (textLength(body.content) > 2000) problems.push('content: Must be 2000 or fewer in length.')
  if (embeds.length > 10) problems.push('embeds: Must be 10 or fewer in length.')
  let total = 0
  for (const embed of embeds) {
    const fields = embed.fields ?? []
    if (textLength(embed.title) > 256) problems.push('embeds.title: Must be 256 or fewer in length.')
    if (textLength(embed.description) > 4096) problems.push('embeds.description: Must be 4096 or fewer in length.')
    if (textLength(embed.footer?.text) > 2048) problems.push('embeds.footer.text: Must be 2048 or fewer in length.')
    if (fields.length > 25) problems.push('embeds.fields: Must be 25 or fewer in length.')
    for (const { name, value } of fields) {
      if (textLength(name) > 256) problems.push('embeds.fields.name: Must be 256 or fewer in length.')
      if (textLength(value) > 1024) problems.push('embeds.fields.value: Must be 1024 or fewer in length.')
      total += textLength(name) + textLength(value)
    }
    total += textLength(embed.title) + textLength(embed.description) + textLength(embed.footer?.text) + textLength(embed.author?.name)
  }
  if (total > 6000) problems.push('embeds: Embed size exceeds maximum size of 6000')
  if (problems.length > 0) return refused(400, 50035, `Invalid Form Body\n${problems.join('\n')}`)
  const isEmpty =
    textLength(body.content) === 0 && embeds.length === 0 && fileCount === 0 && !(body.components as unknown[] | undefined)?.length
  return isEmpty && !(body.attachments as unknown[] | undefined)?.length ? refused(400, 50006, 'Cannot send an empty message') : undefined
}
