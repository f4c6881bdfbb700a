import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { REST } from 'discord.js'
import { expect, onTestFinished, test } from 'vitest'
import { openJournal } from '../../bot/journal.ts'
import type { QueuedPost } from '../../bot/plan_posts.ts'
import { type Posted, postOnce } from '../../bot/post_once.ts'
import { previewPosts } from '../../bot/preview_posts.ts'
import { botConfigurationSchema } from '../../config/bot_configuration.ts'
import { dataPaths } from '../../warehouse/data_paths.ts'
import { openMarts } from '../../warehouse/open_marts.ts'
import { openProximityMarts } from '../../warehouse/open_proximity_marts.ts'
import { startDiscordServer } from '../peers/discord_server.ts'
import { permissions } from '../peers/discord_state.ts'
import { scratchFolder } from '../warehouse/scratch.ts'
import { type KnownRound, publishQueue, queuedRound, someRound } from './marts_file.ts'
import { type ProximityTables, publishProximity, summaryOf } from './proximity_file.ts'

const minute = 60_000
const hour = 60 * minute

/** A protocol server, a published queue and a bot that posts once when it is told to; its clock is moved by hand. */
async function startBench({ firstStartWindow = 0 } = {}) {
  const folder = scratchFolder()
  const clock = { now: Date.now() }
  const server = await startDiscordServer({ now: () => clock.now })
  onTestFinished(() => server[Symbol.asyncDispose]())
  const channelId = server.addChannel('results')
  const path = join(folder, 'marts.duckdb')
  const proximityPath = join(folder, 'marts_proximity.duckdb')
  const troubles: string[] = []
  const journalPath = join(folder, 'posts.jsonl')

  async function publish(queue: QueuedPost[], known?: KnownRound[]): Promise<void> {
    const own = queue.map(({ anchor_round_id }) => ({ round_id: anchor_round_id, match_id: anchor_round_id, session_id: 'evening' }))
    await publishQueue(path, queue, known ?? own)
  }

  /** One run of the bot as a process would do it: the journal is read from the disk. */
  async function post(name = journalPath): Promise<Posted> {
    await using marts = openMarts(path)
    await using proximity = openProximityMarts(proximityPath)
    using journal = openJournal(name)
    const rest = new REST({ version: '10', api: server.restUrl, retries: 0 }).setToken(server.token)
    const channels = { results: channelId, live: channelId }
    const configuration = botConfigurationSchema.parse({ channels, first_start_window_minutes: firstStartWindow })
    const now = () => new Date(clock.now)
    return await postOnce({ marts: marts!, proximity, journal, rest, configuration, now, onTrouble: (sentence) => troubles.push(sentence) })
  }

  /** The bot's first start, before anything is published. */
  async function start(): Promise<void> {
    await publish([])
    await post()
    clock.now += minute
  }

  return {
    server,
    clock,
    channelId,
    troubles,
    journal: journalPath,
    marts: path,
    paths: dataPaths(folder),
    messages: () => server.messagesIn(channelId),
    publish,
    publishProximity: (tables: ProximityTables) => publishProximity(proximityPath, tables),
    post,
    start,
    due: () => ({ due_at: new Date(clock.now), fresh_until: new Date(clock.now + 3 * hour) }),
  }
}

test('a round is posted once, however often it is published, with its confidence and its key at the foot', async () => {
  const bench = await startBench()
  await bench.start()
  const queue = [queuedRound('aaaaaaaa00000001', bench.due())]
  await bench.publish(queue)
  expect(await bench.post()).toMatchObject({ sent: 1, edited: 0, troubles: 0 })
  expect(await bench.post()).toMatchObject({ sent: 0, edited: 0 })
  await bench.publish(queue)
  expect(await bench.post()).toMatchObject({ sent: 0, edited: 0 })
  expect(bench.messages()).toHaveLength(1)
  expect(bench.messages()[0]!.embeds[0]).toMatchObject({
    title: 'Supply Depot · round 1',
    description: expect.stringContaining('✔ verified'),
    footer: { text: 'round aaaaaaaa' },
  })
  const request = bench.server.requests.find(({ method }) => method === 'POST')!
  expect(request.body).toMatchObject({
    allowed_mentions: { parse: [] },
    enforce_nonce: true,
    nonce: expect.stringMatching(/^[0-9a-f]{24}$/),
  })
})

test('better evidence edits the message in place', async () => {
  const bench = await startBench()
  await bench.start()
  const due = bench.due()
  await bench.publish([
    queuedRound('aaaaaaaa00000001', due, someRound({ clock: 'longest time of a player', result: 'Allies set 8:54 of 12:00' })),
  ])
  await bench.post()
  bench.clock.now += 5 * minute
  await bench.publish([queuedRound('aaaaaaaa00000001', due)])
  expect(await bench.post()).toMatchObject({ sent: 0, edited: 1 })
  expect(bench.messages()).toHaveLength(1)
  expect(bench.messages()[0]!.embeds[0]!.description).toContain('Allies set 8:51 of 12:00 (measured by Lua)')
})

test('a line of proximity that comes later edits the message in place, once, and follows its round to a better identity', async () => {
  const bench = await startBench()
  await bench.start()
  const due = bench.due()
  const queue = [queuedRound('aaaaaaaa00000001', due), queuedRound('bbbbbbbb00000001', due)]
  await bench.publish(queue)
  // what older code published has not this mart; a post waits for neither
  await bench.publishProximity({ rpt_proximity_duos: [] })
  expect(await bench.post()).toMatchObject({ sent: 2, troubles: 0 })
  const [first, other] = bench.messages()
  expect(first!.embeds[0]!.description).not.toContain('Proximity')
  bench.clock.now += minute
  await bench.publishProximity({
    rpt_proximity_summaries: [summaryOf('round', 'aaaaaaaa00000001'), summaryOf('session', 'aaaaaaaa00000001')],
  })
  expect(await bench.post()).toMatchObject({ sent: 0, edited: 1, troubles: 0 })
  expect(await bench.post()).toMatchObject({ sent: 0, edited: 0 })
  expect(bench.messages().map(({ id }) => id)).toEqual([first!.id, other!.id])
  const shown = String(bench.messages()[0]!.embeds[0]!.description)
  expect(shown.replaceAll('\\', '')).toContain(
    'Proximity: 34 fights, 12 escaped · 5 of 20 deaths traded · support 43 % · sample: High · best crossfire vidra',
  )
  expect(shown).toContain('\\*mlin\\* (3 killed)')
  expect(bench.messages()[1]!.embeds).toEqual(other!.embeds)
  const better = queuedRound('cccccccc00000001', { ...due, facts_hash: queue[0]!.facts_hash })
  await bench.publish([better], [{ round_id: 'cccccccc00000001', match_id: 'm', session_id: 's', former_ids: ['aaaaaaaa00000001'] }])
  expect(await bench.post()).toMatchObject({ sent: 0, edited: 0, troubles: 0 })
})

test('a round that gets a better identity keeps its message', async () => {
  const bench = await startBench()
  await bench.start()
  const due = bench.due()
  await bench.publish([queuedRound('1111111100000001', due)])
  await bench.post()
  const better = queuedRound('2222222200000002', due)
  await bench.publish([better], [{ round_id: '2222222200000002', match_id: 'm', session_id: 's', former_ids: ['1111111100000001'] }])
  await bench.post()
  expect(bench.messages().map(({ embeds }) => embeds[0]!.footer)).toEqual([{ text: 'round 11111111' }])
  await bench.publish(
    [{ ...better, facts_hash: 'with the new key' }],
    [{ round_id: '2222222200000002', match_id: 'm', session_id: 's', former_ids: ['1111111100000001'] }],
  )
  await bench.post()
  expect(bench.messages().map(({ embeds }) => embeds[0]!.footer)).toEqual([{ text: 'round 22222222' }])
})

test('two messages of rounds that turn out to be one: the oldest stays, the other points to it, once', async () => {
  const bench = await startBench()
  await bench.start()
  await bench.publish([queuedRound('1111111100000001', bench.due())])
  await bench.post()
  bench.clock.now += minute
  await bench.publish([queuedRound('2222222200000002', bench.due())])
  await bench.post()
  await bench.publish(
    [queuedRound('2222222200000002', bench.due())],
    [{ round_id: '2222222200000002', match_id: 'm', session_id: 's', former_ids: ['1111111100000001'] }],
  )
  await bench.post()
  await bench.post()
  const [first, second] = bench.messages()
  expect(bench.messages()).toHaveLength(2)
  expect(second).toMatchObject({ embeds: [], content: expect.stringContaining(`/${bench.channelId}/${first!.id}`) })
  expect(first!.embeds).toHaveLength(1)
})

test('a message whose answer was lost is found again by its key, and is not sent twice', async () => {
  const bench = await startBench()
  await bench.start()
  bench.server.state.pageOrder = 'oldest_first'
  for (let other = 0; other < 130; other += 1) bench.server.sendUserMessage(bench.channelId, { content: `chatter ${other}` })
  await bench.publish([queuedRound('aaaaaaaa00000001', bench.due())])
  bench.server.fail({ method: 'POST', path: /messages$/, status: 'cut', isDone: true })
  expect(await bench.post()).toMatchObject({ troubles: 1 })
  for (let other = 0; other < 130; other += 1) bench.server.sendUserMessage(bench.channelId, { content: `more chatter ${other}` })
  bench.clock.now += 20 * minute
  expect(await bench.post()).toMatchObject({ sent: 0, recovered: 1, troubles: 0 })
  expect(bench.messages().filter(({ author }) => author.bot)).toHaveLength(1)
})

test('a request that never arrived is sent when the bot comes back, unless it is too late', async () => {
  const bench = await startBench()
  await bench.start()
  await bench.publish([queuedRound('aaaaaaaa00000001', bench.due())])
  bench.server.fail({ method: 'POST', path: /messages$/, status: 'cut', times: 1 })
  await bench.post()
  expect(bench.messages()).toHaveLength(0)
  await bench.post()
  expect(bench.messages()).toHaveLength(1)
  await bench.publish([queuedRound('bbbbbbbb00000001', bench.due())])
  bench.server.fail({ method: 'POST', path: /messages$/, status: 502, times: 1 })
  await bench.post()
  bench.clock.now += 4 * hour
  await bench.post()
  await bench.post()
  expect(bench.messages()).toHaveLength(1)
})

test('what a kill cut off at the end of the journal harms nothing', async () => {
  const bench = await startBench()
  await bench.start()
  await bench.publish([queuedRound('aaaaaaaa00000001', bench.due())])
  await bench.post()
  appendFileSync(bench.journal, '{"entry_id":"77","entry_kind":"int')
  await bench.publish([queuedRound('aaaaaaaa00000001', bench.due()), queuedRound('bbbbbbbb00000001', bench.due())])
  expect(await bench.post()).toMatchObject({ sent: 1 })
  expect(await bench.post()).toMatchObject({ sent: 0 })
  expect(bench.messages()).toHaveLength(2)
})

test('rate limits are waited for', async () => {
  const bench = await startBench()
  await bench.start()
  await bench.publish([queuedRound('aaaaaaaa00000001', bench.due()), queuedRound('bbbbbbbb00000001', bench.due())])
  bench.server.fail({ method: 'POST', path: /messages$/, status: 429, times: 2, retryAfterSeconds: 0.05 })
  expect(await bench.post()).toMatchObject({ sent: 2, troubles: 0 })
  expect(bench.messages()).toHaveLength(2)
})

test('a missing permission is said with what to do, stops no other post, and is made up for once it is given', async () => {
  const bench = await startBench()
  await bench.start()
  await bench.publish([queuedRound('aaaaaaaa00000001', bench.due())])
  bench.server.deny(bench.channelId, permissions.sendMessages)
  expect(await bench.post()).toMatchObject({ sent: 0, troubles: 1 })
  expect(bench.troubles.join()).toContain('give it "Send Messages" and "Embed Links"')
  bench.server.deny(bench.channelId, 0n)
  expect(await bench.post()).toMatchObject({ sent: 0, troubles: 0, nextAt: expect.any(Date) })
  bench.clock.now += 31_000
  expect(await bench.post()).toMatchObject({ sent: 1 })
  expect(bench.messages()).toHaveLength(1)
})

test('a post that cannot be shown is said with its key and the reason, and the others go on', async () => {
  const bench = await startBench()
  await bench.start()
  const damaged = queuedRound('aaaaaaaa00000001', { ...bench.due(), facts: JSON.stringify({ ...someRound(), sides: null }) })
  const sound = queuedRound('bbbbbbbb00000001', bench.due())
  await bench.publish([damaged, sound])
  expect(await bench.post()).toMatchObject({ sent: 1, troubles: 1 })
  expect(bench.messages().map(({ embeds }) => embeds[0]!.footer)).toEqual([{ text: 'round bbbbbbbb' }])
  expect(bench.troubles).toEqual([expect.stringMatching(/^round aaaaaaaa cannot be shown: .*sides/)])
  await using marts = openMarts(bench.marts)
  const previews = await previewPosts(marts!, bench.paths, undefined, new Date(bench.clock.now))
  expect(previews.map(({ trouble, embeds }) => [trouble !== null, embeds.length])).toEqual([
    [true, 0],
    [false, 1],
  ])
  await bench.publish([{ ...damaged, facts: JSON.stringify(someRound()) }, sound])
  bench.clock.now += 31_000
  expect(await bench.post()).toMatchObject({ sent: 1, troubles: 0 })
})

test('a post whose form Discord refuses does not hold up the others in its channel', async () => {
  const bench = await startBench()
  await bench.start()
  await bench.publish([queuedRound('aaaaaaaa00000001', bench.due()), queuedRound('bbbbbbbb00000001', bench.due())])
  bench.server.fail({ method: 'POST', path: /messages$/, status: 400, code: 50035 })
  expect(await bench.post()).toMatchObject({ sent: 1, troubles: 1 })
})

test('a deleted channel is said and costs nothing else', async () => {
  const bench = await startBench()
  await bench.start()
  await bench.publish([queuedRound('aaaaaaaa00000001', bench.due())])
  await bench.post()
  bench.server.removeChannel(bench.channelId)
  await bench.publish([queuedRound('aaaaaaaa00000001', bench.due(), someRound({ to_beat: '9:00' }))])
  expect(await bench.post()).toMatchObject({ edited: 0, troubles: 1 })
  bench.clock.now += hour
  expect(await bench.post()).toMatchObject({ edited: 0, sent: 0, troubles: 0 })
  expect(bench.troubles).toEqual([expect.stringContaining('the channel does not exist')])
})

test('a message that a moderator deleted is not posted again', async () => {
  const bench = await startBench()
  await bench.start()
  const due = bench.due()
  await bench.publish([queuedRound('aaaaaaaa00000001', due)])
  await bench.post()
  bench.server.deleteMessage(bench.messages()[0]!)
  for (const toBeat of ['8:52', '8:53', '8:54']) {
    await bench.publish([queuedRound('aaaaaaaa00000001', due, someRound({ to_beat: toBeat }))])
    expect(await bench.post()).toMatchObject({ sent: 0 })
    bench.clock.now += 10 * minute
  }
  expect(bench.messages()).toHaveLength(0)
  expect(bench.server.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1)
})

test('a first start on an old warehouse posts nothing of the past, a later standstill is made up for while it is fresh', async () => {
  const bench = await startBench()
  const old = { due_at: new Date(bench.clock.now - 10 * minute), fresh_until: new Date(bench.clock.now + 3 * hour) }
  await bench.publish([queuedRound('aaaaaaaa00000001', old)])
  expect(await bench.post()).toMatchObject({ sent: 0 })
  bench.clock.now += minute
  const missed = queuedRound('bbbbbbbb00000001', bench.due())
  const stale = queuedRound('cccccccc00000001', { ...bench.due(), fresh_until: new Date(bench.clock.now + hour) })
  bench.clock.now += 2 * hour
  await bench.publish([queuedRound('aaaaaaaa00000001', old), missed, stale])
  expect(await bench.post()).toMatchObject({ sent: 1 })
  expect(bench.messages().map(({ embeds }) => embeds[0]!.footer)).toEqual([{ text: 'round bbbbbbbb' }])
})

test('with a window the first start reaches that far back', async () => {
  const bench = await startBench({ firstStartWindow: 30 })
  const before = (minutes: number) => ({
    due_at: new Date(bench.clock.now - minutes * minute),
    fresh_until: new Date(bench.clock.now + hour),
  })
  await bench.publish([queuedRound('aaaaaaaa00000001', before(10)), queuedRound('bbbbbbbb00000001', before(40))])
  expect(await bench.post()).toMatchObject({ sent: 1 })
})

test('two bots on one token: Discord refuses the second message by its nonce', async () => {
  const bench = await startBench()
  await bench.start()
  await bench.publish([])
  await bench.post(`${bench.journal}.other`)
  bench.clock.now += minute
  await bench.publish([queuedRound('aaaaaaaa00000001', bench.due())])
  await Promise.all([bench.post(), bench.post(`${bench.journal}.other`)])
  expect(bench.messages()).toHaveLength(1)
})

test('what is not due waits, and the state that is due last is shown; a late state only edits', async () => {
  const bench = await startBench()
  await bench.start()
  const now = bench.clock.now
  const over = new Date(now + 65 * minute)
  const fresh = new Date(now + hour)
  const live = (state: string, due: Date) =>
    queuedRound('aaaaaaaa00000001', { post_id: state, due_at: due, fresh_until: fresh, facts_hash: state }, someRound({ result: state }))
  await bench.publish([
    live('in play', new Date(now)),
    live('over', over),
    queuedRound('bbbbbbbb00000001', { due_at: over, fresh_until: fresh }),
  ])
  expect(await bench.post()).toMatchObject({ sent: 1, nextAt: over })
  bench.clock.now = +over
  expect(await bench.post()).toMatchObject({ sent: 0, edited: 1 })
  expect(bench.messages()).toHaveLength(1)
  expect(bench.messages()[0]!.embeds[0]!.description).toContain('over')
})

test('after 48 hours a message stays as it is', async () => {
  const bench = await startBench()
  await bench.start()
  const due = bench.due()
  await bench.publish([queuedRound('aaaaaaaa00000001', due)])
  await bench.post()
  bench.clock.now += 49 * hour
  await bench.publish([queuedRound('aaaaaaaa00000001', due, someRound({ to_beat: '1:00' }))])
  expect(await bench.post()).toMatchObject({ edited: 0 })
})

test('neither the journal nor what is said holds the token', async () => {
  const bench = await startBench()
  await bench.start()
  await bench.publish([queuedRound('aaaaaaaa00000001', bench.due())])
  bench.server.fail({ method: 'POST', path: /messages$/, status: 401 })
  await bench.post()
  bench.server.fail({ method: 'POST', path: /messages$/, status: 500 })
  await bench.post()
  const said = [...bench.troubles, readFileSync(bench.journal, 'utf8')].join('\n')
  expect(said).not.toContain(bench.server.token)
  expect(bench.troubles.length).toBeGreaterThan(0)
})
