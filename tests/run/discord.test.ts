import { expect, onTestFinished, test } from 'vitest'
import { type DiscordServer, startDiscordServer } from '../peers/discord_server.ts'
import { permissions, type Webhook } from '../peers/discord_state.ts'
import { scratchFolder } from '../warehouse/scratch.ts'
import { landedCount, type ResidentInTest, startResident } from './resident_in_test.ts'

type Scene = { discord: DiscordServer; control: string; start: (more?: Record<string, unknown>) => ResidentInTest }

const embed = (map: string) => ({ title: `Round Complete: ${map} R1`, fields: [{ name: 'Map', value: map, inline: true }] })

/** A protocol server with a control channel, and a way to start the product on it in one folder. */
async function scene(webhooks: (discord: DiscordServer, control: string) => { id: string; servers: string[] }[]): Promise<Scene> {
  const discord = await startDiscordServer()
  onTestFinished(() => discord[Symbol.asyncDispose]())
  const control = discord.addChannel('control')
  const folder = scratchFolder()
  const allowed = webhooks(discord, control)
  return {
    discord,
    control,
    start: (more = {}) =>
      startResident(
        folder,
        {
          servers: [{ name: 'main' }, { name: 'second' }],
          discord: { channel: control, webhooks: allowed, rest_url: discord.restUrl },
          ...more,
        },
        { environment: { FULLHOLD_DISCORD_TOKEN: discord.token } },
      ),
  }
}

const isUp = (resident: ResidentInTest) =>
  resident.until((log) => log.some(({ sentence }) => sentence.includes('discord is up')), 'listening')

test('messages of listed webhooks are landed live, each state once; those of others and of people are not', async () => {
  const { discord, control, start } = await scene((server, channel) => {
    const [one, two] = [server.addWebhook(channel), server.addWebhook(channel)]
    return [
      { id: one.id, servers: ['main'] },
      { id: two.id, servers: ['main', 'second'] },
    ]
  })
  const [own, shared] = [...discord.state.webhooks.values()] as [Webhook, Webhook]
  const stranger = discord.addWebhook(control, 'stranger')
  const resident = start()
  await isUp(resident)
  const message = discord.sendWebhookMessage(own, { content: 'STATS_READY', embeds: [embed('supply')] })
  discord.sendWebhookMessage(shared, { content: 'STATS_READY', embeds: [embed('goldrush')] })
  discord.sendWebhookMessage(stranger, { content: 'STATS_READY', embeds: [embed('fake')] })
  discord.sendUserMessage(control, { content: 'STATS_READY' })
  discord.editMessage(message, { embeds: [embed('supply2')] })
  await resident.until((log) => landedCount(log) === 3, 'three states')
  expect(resident.status().refused).toMatchObject([{ server: '-', source_name: 'discord', reason: 'unknown_webhook' }])
  await resident.stop()
  expect(
    await resident.rows(
      `select server, message_id, edited_at is not null, author_name, content, embeds->>'$[0].fields[0].value', webhook_id
       from raw.discord_messages order by message_id, edited_at nulls first`,
    ),
  ).toEqual([
    ['main', message.id, false, 'ET:Legacy Stats', 'STATS_READY', 'supply', own.id],
    ['main', message.id, true, 'ET:Legacy Stats', 'STATS_READY', 'supply2', own.id],
    [null, expect.any(String), false, 'ET:Legacy Stats', 'STATS_READY', 'goldrush', shared.id],
  ])
  expect(await resident.rows(`select server, webhook_ids from raw.source_configs where kind = 'discord' order by server`)).toEqual([
    ['main', JSON.stringify([...discord.state.webhooks.keys()].slice(0, 2))],
    ['second', JSON.stringify([shared.id])],
  ])
})

/** Sends messages that are told apart by their numbers. */
function sender(discord: DiscordServer): (count: number) => void {
  const [webhook] = [...discord.state.webhooks.values()]
  let sent = 0
  return (count) => {
    for (const last = sent + count; sent < last; sent += 1) discord.sendWebhookMessage(webhook!, { content: `message ${sent}` })
  }
}

const ownWebhook = (server: DiscordServer, channel: string) => [{ id: server.addWebhook(channel).id, servers: ['main'] }]

test.each(['newest_first', 'oldest_first'] as const)('what was sent while nothing ran is read over REST in pages (%s)', async (order) => {
  const { discord, start } = await scene(ownWebhook)
  const send = sender(discord)
  discord.state.pageOrder = order
  send(230)
  discord.fail({ method: 'GET', path: /\/messages$/, status: 429 })
  const first = start()
  await first.until((log) => landedCount(log) === 230, 'three pages')
  await first.stop()
  send(3)
  const second = start()
  await second.until((log) => landedCount(log) === 3, 'what came between the runs')
  await second.stop()
  expect(await second.rows('select count(*), count(distinct message_id) from raw.discord_messages')).toEqual([[233n, 233n]])
})

test('what was sent during a cut is landed once, whether the server lets the client resume or not', async () => {
  const { discord, start } = await scene(ownWebhook)
  const send = sender(discord)
  const resident = start()
  await isUp(resident)
  discord.gateway.dropConnections()
  send(2)
  await discord.until(() => discord.gateway.counts.resumed === 1, 'resumed')
  await resident.until((log) => landedCount(log) === 2, 'what came before the resume')
  discord.gateway.settings.refuseResume = true
  discord.fail({ method: 'GET', path: /\/messages$/, status: 503, times: 2 })
  discord.gateway.dropConnections()
  await discord.until(() => discord.gateway.connections() === 0, 'cut')
  send(4)
  await discord.until(() => discord.gateway.counts.identified === 2, 'identified anew')
  send(5)
  await resident.until((log) => landedCount(log) === 11, 'what came during the cut')
  await resident.stop()
  expect(await resident.rows('select count(*), count(distinct message_id) from raw.discord_messages')).toEqual([[11n, 11n]])
})

test('a 10 MB message, an empty one and a file name with a path are refused, recorded and shown', async () => {
  const { discord, start } = await scene(ownWebhook)
  const [webhook] = [...discord.state.webhooks.values()]
  const resident = start()
  await isUp(resident)
  discord.sendWebhookMessage(webhook!, { content: 'x'.repeat(10 * 1024 * 1024) })
  discord.sendWebhookMessage(webhook!, {})
  discord.sendWebhookMessage(webhook!, { content: '📊 `../../etc/2026-01-12-100001-supply-round-1.txt`' })
  discord.sendWebhookMessage(webhook!, { content: 'last' })
  await resident.until((log) => landedCount(log) === 2, 'the sound messages')
  expect(resident.status().refused.map(({ reason, name }) => [reason, name.replace(/\d{10,}/, '…')])).toEqual([
    ['too_large', 'message …'],
    ['empty_message', 'message …'],
    ['unsafe_name', '../../etc/2026-01-12-100001-supply-round-1.txt'],
  ])
  await resident.stop()
  expect(await resident.rows('select reason, size_bytes from raw.refusals order by 1')).toEqual([
    ['empty_message', 2n],
    ['too_large', BigInt(10 * 1024 * 1024 + 2)],
    ['unsafe_name', null],
  ])
})

test('a missing intent, a wrong token, a closed channel and a deleted message are said with what to do', async () => {
  const { discord, control, start } = await scene(ownWebhook)
  const [webhook] = [...discord.state.webhooks.values()]
  const flags = discord.state.applicationFlags
  discord.state.applicationFlags = 0
  const resident = start()
  const says = (text: string) => resident.until((log) => log.some(({ sentence }) => sentence.includes(text)), text)
  await says('Message Content intent')
  discord.state.applicationFlags = flags
  discord.deny(control, permissions.readMessageHistory)
  await says('give it View Channel and Read Message History')
  discord.deny(control, 0n)
  await isUp(resident)
  const message = discord.sendWebhookMessage(webhook!, { content: 'STATS_READY' })
  await resident.until((log) => landedCount(log) === 1, 'landed')
  discord.deleteMessage(message)
  await says('1 stored messages were deleted')
  await resident.stop()
  discord.state.token = 'another'
  const refused = start()
  await refused.until((log) => log.some(({ sentence }) => sentence.includes('correct FULLHOLD_DISCORD_TOKEN')), 'the token')
  expect(refused.status().sources[0]).toMatchObject({ state: 'down', error: 'Discord refuses the token; correct FULLHOLD_DISCORD_TOKEN' })
})
