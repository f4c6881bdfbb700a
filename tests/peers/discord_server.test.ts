import { Client, Events, GatewayIntentBits, MessageFlags, type TextChannel } from 'discord.js'
import { expect, onTestFinished, test } from 'vitest'
import { type DiscordServer, startDiscordServer } from './discord_server.ts'
import { permissions } from './discord_state.ts'

async function server(): Promise<DiscordServer> {
  const started = await startDiscordServer()
  onTestFinished(() => started[Symbol.asyncDispose]())
  return started
}

/** The real client, logged in and ready. */
async function readyClient(
  discord: DiscordServer,
  intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
) {
  const client = new Client({ intents, rest: { api: discord.restUrl, retries: 2 } })
  onTestFinished(() => client.destroy())
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(discord.token)
  await ready
  return client
}

async function textChannel(client: Client, id: string): Promise<TextChannel> {
  return (await client.channels.fetch(id)) as TextChannel
}

test('the real client logs in, hears a webhook, and sends, edits and lists messages', async () => {
  const discord = await server()
  const control = discord.addChannel('control')
  const webhook = discord.addWebhook(control)
  const client = await readyClient(discord)
  const heard = new Promise<string>((resolve) =>
    client.once(Events.MessageCreate, (message) => resolve(`${message.webhookId} ${message.content}`)),
  )
  discord.sendWebhookMessage(webhook, { content: 'STATS_READY', embeds: [{ title: 'Round Complete: supply R1' }] })
  expect(await heard).toBe(`${webhook.id} STATS_READY`)

  const channel = await textChannel(client, control)
  const sent = await channel.send({ content: 'one', nonce: 'n1', enforceNonce: true })
  const again = await channel.send({ content: 'one', nonce: 'n1', enforceNonce: true })
  expect(again.id).toBe(sent.id)
  await sent.edit('two')
  expect(discord.messagesIn(control).map(({ content }) => content)).toEqual(['STATS_READY', 'two'])
  for (const order of ['newest_first', 'oldest_first'] as const) {
    discord.state.pageOrder = order
    const page = await channel.messages.fetch({ after: '0', limit: 1, cache: false })
    expect([...page.values()].map(({ content }) => content)).toEqual(['STATS_READY'])
  }
  await channel.send({ content: 'with a file', files: [{ attachment: Buffer.from('abc'), name: 'a.txt' }] })
  expect(discord.requests.at(-1)?.files).toEqual([{ name: 'a.txt', bytes: Buffer.from('abc') }])
})

test('a cut connection is resumed with what was missed, or, refused, identifies anew without it', async () => {
  const discord = await server()
  const webhook = discord.addWebhook(discord.addChannel('control'))
  const client = await readyClient(discord)
  const heard: string[] = []
  client.on(Events.MessageCreate, ({ content }) => heard.push(content))
  discord.gateway.dropConnections()
  discord.sendWebhookMessage(webhook, { content: 'missed' })
  await discord.until(() => discord.gateway.counts.resumed === 1, 'resumed')
  const last = new Promise((resolve) => client.on(Events.MessageCreate, ({ content }) => content === 'last' && resolve(undefined)))
  discord.gateway.settings.refuseResume = true
  discord.gateway.dropConnections()
  await discord.until(() => discord.gateway.connections() === 0, 'cut')
  discord.sendWebhookMessage(webhook, { content: 'lost' })
  await discord.until(() => discord.gateway.counts.identified === 2, 'identified anew')
  discord.sendWebhookMessage(webhook, { content: 'last' })
  await last
  expect(heard).toEqual(['missed', 'last'])
  expect(discord.gateway.counts.resumesRefused).toBe(1)
})

test('a slash command is registered, run, answered, edited and followed up', async () => {
  const discord = await server()
  const channelId = discord.addChannel('stats')
  const client = await readyClient(discord)
  await client.application!.commands.set([{ name: 'session', description: 'The last evening' }], discord.state.guildId)
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    await interaction.editReply(`answer to ${interaction.options.getString('map')}`)
    await interaction.followUp('more')
  })
  const interaction = discord.interact({ channelId, data: { name: 'session', options: [{ name: 'map', type: 3, value: 'supply' }] } })
  await discord.until(() => interaction.messages.length === 2, 'two messages')
  expect(interaction.callback?.type).toBe(5)
  expect(interaction.messages.map(({ content }) => content)).toEqual(['answer to supply', 'more'])
  expect(discord.state.commands.get(discord.state.guildId)).toMatchObject([{ name: 'session' }])
})

test('rate limits and server errors are tried again, refusals carry Discord’s codes', async () => {
  const discord = await server()
  const control = discord.addChannel('control')
  const client = await readyClient(discord)
  const channel = await textChannel(client, control)
  discord.fail({ method: 'POST', path: /\/messages$/, status: 429 })
  discord.fail({ method: 'POST', path: /\/messages$/, status: 502, isDone: true })
  await channel.send({ content: 'once', nonce: 'n2', enforceNonce: true })
  expect(discord.messagesIn(control)).toHaveLength(1)
  discord.deny(control, permissions.sendMessages)
  await expect(channel.send('no')).rejects.toMatchObject({ code: 50013, status: 403 })
  discord.removeChannel(control)
  await expect(channel.send('no')).rejects.toMatchObject({ code: 10003, status: 404 })
})

test('without the message content intent messages come empty, and asking for it without leave closes with 4014', async () => {
  const discord = await server()
  const webhook = discord.addWebhook(discord.addChannel('control'))
  const client = await readyClient(discord, [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages])
  const heard = new Promise<string>((resolve) => client.once(Events.MessageCreate, ({ content }) => resolve(content)))
  discord.sendWebhookMessage(webhook, { content: 'STATS_READY', embeds: [{ title: 'x' }] })
  expect(await heard).toBe('')
  discord.state.applicationFlags = 0
  const refused = new Client({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent], rest: { api: discord.restUrl } })
  onTestFinished(() => refused.destroy())
  await expect(refused.login(discord.token)).rejects.toThrow(/disallowed intents/i)
})
