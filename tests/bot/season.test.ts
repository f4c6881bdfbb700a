import { copyFileSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { type APIEmbed, GatewayIntentBits } from 'discord.js'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { botHook } from '../../bot/bot_hook.ts'
import { commandList } from '../../bot/command_list.ts'
import { openJournal } from '../../bot/journal.ts'
import { renderPost } from '../../bot/post_kinds.ts'
import { startBot } from '../../bot/start_bot.ts'
import { textOfEmbeds } from '../../bot/text_of_embeds.ts'
import { botConfigurationSchema } from '../../config/bot_configuration.ts'
import { simulateSeason } from '../../simulator/simulate_season.ts'
import { reportsFolder } from '../../site/site_paths.ts'
import { type DataPaths, dataPaths } from '../../warehouse/data_paths.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import { lockHolder } from '../../warehouse/lock.ts'
import { openMarts } from '../../warehouse/open_marts.ts'
import { openWarehouse } from '../../warehouse/open_warehouse.ts'
import { plainValue } from '../../warehouse/plain_value.ts'
import { type DiscordServer, startDiscordServer } from '../peers/discord_server.ts'
import { type Message, permissions } from '../peers/discord_state.ts'
import { offeredSeason } from '../season/simulated_files.ts'
import { offeredGametimes } from '../season/simulated_messages.ts'
import { type BuiltWarehouse, buildFrom, type Row } from '../warehouse/built_warehouse.ts'
import { scratchFolder } from '../warehouse/scratch.ts'
import { faultsOf, renderEverything } from './facts_of_marts.ts'
import { boardRow, personRow, publishProximity, summaryOf } from './proximity_file.ts'

const season = simulateSeason({ seed: 'bot', evenings: 2, mapsPerEvening: 4, sources: ['gametimes'], emitters: ['1.7.2'] })
const lastWrite = Math.max(...season.files.map(({ writtenAt }) => writtenAt))
const asOf = new Date(lastWrite + 60_000)
/** What Lua tells of the last evening; it arrives late. */
const lateGametimes = season.gametimes.filter(({ writtenAt }) => writtenAt > lastWrite - 6 * 60 * 60_000)

let warehouse: BuiltWarehouse

beforeAll(async () => {
  warehouse = await buildFrom(offeredSeason(season), { timeZone: season.truth.time_zone, asOf: asOf.toISOString() })
}, 300_000)
afterAll(() => warehouse?.remove())

test('every round, map and evening of a season keeps the limits and shows its confidence', async () => {
  const rendered = await renderEverything(warehouse)
  expect(rendered.length).toBeGreaterThan(20)
  expect(faultsOf(rendered)).toEqual([])
})

/** The rows of a source of the reports, as its own query selects them from the published marts. */
async function reportRows(source: string): Promise<Row[]> {
  const query = readFileSync(join(reportsFolder, 'sources/fullhold', `${source}.sql`), 'utf8')
  using marts = await openWarehouse(warehouse.paths.marts, { isReadOnly: true })
  const reader = await marts.connection.runAndReadAll(query)
  const names = reader.deduplicatedColumnNames()
  return reader.getRows().map((row) => Object.fromEntries(row.map((value, index) => [names[index]!, plainValue(value)])))
}

/** A post of what a mart of facts holds, as a person reads it: headline and everything. */
async function shownPosts(
  kind: string,
  table: string,
  key: string,
): Promise<{ id: string; headline: string; text: string; embeds: APIEmbed[] }[]> {
  const rows = await warehouse.rows(`select ${key} as id, facts from marts.${table}`)
  return rows.map(({ id, facts }) => {
    const embeds = renderPost({ post_kind: kind, post_key: `${kind} x`, facts: String(facts), page_path: null }, undefined)
    const [headline, text] = [embeds.slice(0, 1).map(({ description }) => ({ description: description! })), embeds].map(textOfEmbeds)
    return { id: String(id), headline: headline!, text: text!, embeds }
  })
}

const byKey = (rows: Row[], key: string) => new Map(rows.map((row) => [String(row[key]), row]))
const clocksIn = (text: unknown): string[] => String(text).match(/\d+:\d\d/g) ?? []

test('a round in Discord has the sides, the winner, the times and the confidence that the reports select of it', async () => {
  const rounds = byKey(await reportRows('rounds'), 'round_id')
  const players = await reportRows('player_rounds')
  const posts = await shownPosts('round', 'rpt_round_facts', 'round_id')
  expect(posts.length).toBeGreaterThan(10)
  expect(posts.map(({ id }) => id).sort()).toEqual([...rounds.keys()].sort())
  for (const { id, headline, embeds } of posts) {
    const round = rounds.get(id)!
    const [winner, result] = headline.split('\n') as [string, string]
    expect(winner).toMatch(`${round.confidence_mark} ${round.confidence_words}`)
    expect(result.toLowerCase()).toContain(String(round.result_text).toLowerCase())
    expect(clocksIn(result)).toEqual(clocksIn(round.result_text))
    expect(winner.startsWith(String(round.winner_text).startsWith('unavailable') ? 'winner unavailable' : `${round.winner_text} won`)).toBe(
      true,
    )
    expect(headline.includes(`To beat in round 2: ${round.time_to_beat_text}`)).toBe(round.time_to_beat_text !== null)
    for (const side of ['Axis', 'Allies']) {
      const table = embeds.find(({ description }) => description!.startsWith(`**${side.toUpperCase()}`))?.description ?? ''
      const shown = [...table.matchAll(/^ *\d+ .*?(\d+\/\d+)/gm)].map(([, kd]) => kd)
      const selected = players.filter(({ round_id, side_name }) => round_id === id && side_name === side)
      expect(shown.sort()).toEqual(selected.map(({ kills, deaths }) => `${kills}/${deaths}`).sort())
      if (table && !String(round.defender_text).startsWith('unavailable'))
        expect(table).toContain(round.defender_text === side ? '(defending)' : '(attacking)')
    }
  }
})

test('a map and an evening in Discord have the score, the times and the confidence that the reports select of them', async () => {
  const matches = byKey(await reportRows('matches'), 'match_id')
  const maps = await shownPosts('map', 'rpt_match_facts', 'match_id')
  expect(maps.map(({ id }) => id).sort()).toEqual([...matches.keys()].sort())
  for (const { id, headline } of maps) {
    const match = matches.get(id)!
    const [score, why, first, second] = headline.split('\n') as [string, string, string, string]
    if (match.points_text === null) expect(score).toContain('No points')
    else expect(score).toContain(`▲ ${match.team_a_name}  ${match.points_text}  ● ${match.team_b_name}`)
    expect(score).toContain(`${match.confidence_mark} ${match.confidence_words}`)
    expect(why).toBe(match.map_result_sentence)
    expect(clocksIn(first)).toEqual(clocksIn(match.first_half_text))
    expect(second.toLowerCase()).toContain(String(match.second_half_text).toLowerCase())
  }
  const sessions = byKey(await reportRows('sessions'), 'session_id')
  const evenings = await shownPosts('session', 'rpt_session_facts', 'session_id')
  expect(evenings.map(({ id }) => id).sort()).toEqual([...sessions.keys()].sort())
  for (const { id, headline, text } of evenings) {
    const session = sessions.get(id)!
    if (session.score_text === 'no score') expect(headline).toContain('No score')
    else expect(headline).toContain(`▲ ${session.team_a_name}  ${session.score_text}  ● ${session.team_b_name}`)
    expect(headline).toContain(`${session.confidence_mark} ${session.confidence_words}`)
    if (session.counted_maps_text !== null) expect(headline).toContain(String(session.counted_maps_text))
    for (const match of [...matches.values()].filter(({ session_id }) => session_id === id))
      expect(text).toContain(`R1 ${match.first_half_short_text}, R2 ${match.second_half_short_text}`)
  }
})

test('the queue holds every state of the posts of the last evening, each with a key that leads to its round', async () => {
  const queue = await warehouse.rows('select * from marts.fct_post_queue')
  const kinds = new Set(queue.map(({ post_kind }) => post_kind))
  expect([...kinds].sort()).toEqual(expect.arrayContaining(['awards', 'live', 'map', 'round', 'session', 'timing']))
  const keys = new Set((await warehouse.rows('select fingerprint from marts.bdg_round_fingerprints')).map(({ fingerprint }) => fingerprint))
  expect(queue.filter(({ post_key }) => !keys.has(String(post_key).split(' ')[1]))).toEqual([])
  const live = queue.filter(({ post_kind }) => post_kind === 'live')
  expect(new Set(live.map(({ facts }) => JSON.parse(String(facts)).is_over))).toEqual(new Set([true, false]))
  // the end of an evening only edits what is there
  for (const state of live.filter(({ facts }) => JSON.parse(String(facts)).is_over))
    expect(Date.parse(String(state.fresh_until))).toBeLessThan(Date.parse(String(state.due_at)))
})

/** A bot on the published marts and a protocol server, with a clock in the season. */
async function startPosting({ deniedToBot = 0n, prepare }: { deniedToBot?: bigint; prepare?: (server: DiscordServer) => void } = {}) {
  const folder = scratchFolder()
  const paths = dataPaths(folder)
  copyFileSync(warehouse.paths.marts, paths.marts)
  const clock = { now: +asOf }
  const server = await startDiscordServer({ now: () => clock.now })
  onTestFinished(() => server[Symbol.asyncDispose]())
  const channel = server.addChannel('results', { deniedToBot })
  prepare?.(server)
  const marts = openMarts(paths.marts)!
  const journal = openJournal(paths.journal)
  const said: string[] = []
  const bot = await startBot({
    paths,
    marts,
    journal,
    configuration: botConfigurationSchema.parse({
      channels: { results: channel, live: channel },
      rest_url: server.restUrl,
      report_url: 'https://stats.invalid/site',
      guild: server.state.guildId,
      first_start_window_minutes: 5760,
    }),
    token: server.token,
    say: (line) => said.push(line),
    now: () => new Date(clock.now),
  })
  onTestFinished(async () => {
    await bot[Symbol.asyncDispose]()
    await marts[Symbol.asyncDispose]()
    journal[Symbol.dispose]()
  })
  await server.until(() => server.state.commands.size > 0, 'commands are registered')
  return { server, channel, bot, clock, said, paths }
}

type Options = Record<string, string | number>

/** Asks a slash command and gives the message that answers it. */
async function ask(server: DiscordServer, channelId: string, name: string, options: Options = {}, permissions = 0n): Promise<Message> {
  const given = Object.entries(options).map(([option, value]) => ({ name: option, type: typeof value === 'number' ? 4 : 3, value }))
  const interaction = server.interact({ channelId, data: { name, options: given }, permissions })
  await server.until(() => interaction.messages.length > 0, `/${name} is answered`)
  return interaction.messages[0]!
}

function textOf({ content, embeds }: Message): string {
  return `${content}\n${JSON.stringify(embeds)}`.replaceAll('\\', '')
}

test('a bot posts the evening once, and goes on posting and answering after the gateway dropped it', async () => {
  const { server, channel, bot, clock } = await startPosting()
  const posted = server.messagesIn(channel).length
  expect(posted).toBeGreaterThan(6)
  expect(server.messagesIn(channel).every(({ embeds }) => embeds.length > 0)).toBe(true)
  expect(server.messagesIn(channel).some(({ embeds }) => String(embeds[0]!.url).startsWith('https://stats.invalid/site/matches/'))).toBe(
    true,
  )
  server.gateway.settings.refuseResume = true
  const identified = server.gateway.counts.identified
  server.gateway.dropConnections()
  await server.until(() => server.gateway.counts.identified > identified, 'the client connects anew')
  await bot.postNow()
  expect(server.messagesIn(channel)).toHaveLength(posted)
  expect(textOf(await ask(server, channel, 'last'))).toContain('Map by map')
  clock.now += 70 * 60_000
  await bot.postNow()
  const titles = server.messagesIn(channel).map(({ embeds }) => String(embeds[0]?.title ?? ''))
  expect(titles.filter((title) => title.startsWith('Evening over'))).toHaveLength(1)
  expect(titles.filter((title) => title.startsWith('Live score'))).toHaveLength(0)
})

test('posts do not wait for the gateway, and a login that was refused is tried again', async () => {
  const { server, channel, said } = await startPosting({
    prepare: (discord) => discord.fail({ method: 'GET', path: /^\/gateway\/bot$/, status: 401 }),
  })
  expect(server.messagesIn(channel).length).toBeGreaterThan(6)
  expect(said).toContainEqual(expect.stringContaining('commands are not answered: Discord refuses the token'))
  expect(textOf(await ask(server, channel, 'last'))).toContain('Map by map')
})

test('the bot asks for the intents and permissions that its page names, and for nothing else', async () => {
  const { viewChannel, sendMessages, embedLinks, readMessageHistory, ...others } = permissions
  const { server, channel } = await startPosting({ deniedToBot: Object.values(others).reduce((all, bit) => all | bit, 0n) })
  await ask(server, channel, 'last')
  expect(server.messagesIn(channel).length).toBeGreaterThan(6)
  expect(server.gateway.intentsAsked).toEqual([GatewayIntentBits.Guilds])
  const page = readFileSync(join(projectFolder, 'docs/bot.md'), 'utf8')
  expect(page).toContain('The bot asks for *Guilds* alone')
  expect(page).toContain(
    `View Channel, Send Messages, Embed Links, Read Message History** — ${viewChannel | sendMessages | embedLinks | readMessageHistory} as`,
  )
  const asked = server.requests.map(({ method, path }) => `${method} ${path.replaceAll(/\d{5,}/g, '…').replace(/interaction-…/, '…')}`)
  expect([...new Set(asked)].sort()).toEqual([
    'GET /gateway/bot',
    'POST /channels/…/messages',
    'POST /interactions/…/…/callback',
    'PUT /applications/…/guilds/…/commands',
  ])
})

/** Published proximity about one round, its evening and a player. */
async function proximityOf(path: string, roundId: string, sessionId: string, playerId: string): Promise<void> {
  const described = {
    board: 'sprint',
    board_title: 'Sprinting',
    sort_order: 140,
    place: null,
    no_place_reason: 'described_only',
    is_ranked: false,
  }
  await publishProximity(path, {
    rpt_proximity_summaries: [summaryOf('round', roundId), summaryOf('session', sessionId, { anchor_round_id: roundId })],
    rpt_proximity_leaderboards: [boardRow(playerId), boardRow(playerId, described)],
    rpt_proximity_players: [personRow(sessionId)],
    fct_proximity_player_rounds: [
      {
        file_id: 'f',
        round_id: roundId,
        server: 'main',
        player_id: playerId,
        player_name: 'vidra',
        targeted_count: 9,
        sprint_percent: 51.3,
      },
    ],
  })
}

test('every command answers within the limits, in public, with what the marts say', async () => {
  const { server, channel, said, paths } = await startPosting()
  const registered = server.state.commands.get(server.state.guildId)!.map(({ name }) => name)
  expect(registered.sort()).toEqual(commandList.map(({ definition }) => definition.name).sort())
  const [round] = await warehouse.rows('select * from marts.rpt_round_pages order by order_at desc limit 1')
  const players = await warehouse.rows('select player_id, player_name from marts.dim_players order by round_count desc limit 2')
  const [one, other] = players.map(({ player_id }) => String(player_id)) as [string, string]
  const key = String(round!.round_id)
  const asked: [string, Options, string][] = [
    ['last', {}, 'Map by map'],
    ['session', { date: String(round!.played_on) }, 'Map by map'],
    ['round', { key }, String(round!.result_text).slice(1)],
    ['round', { key: `round ${key.slice(0, 6)}` }, String(round!.result_text).slice(1)],
    ['map', { map: String(round!.map_name) }, 'Records'],
    ['player', { name: one }, 'All time'],
    ['compare', { player: one, with: other }, 'Side by side'],
    ['leaderboard', { kind: 'damage_per_minute' }, 'Damage per minute'],
    ['leaderboard', { kind: 'damage_per_minute', minimum: 2 }, 'shown: at least 2'],
    ['records', {}, 'Best of each kind'],
    ['records', { map: String(round!.map_name) }, 'Records on'],
    ['head-to-head', { player: one, against: other }, 'against'],
    ['form', {}, 'own average'],
    ['form', { player: one }, 'own average'],
    ['timing', {}, 'Round by round'],
    ['timing', { round: key }, `(${key.slice(0, 6)})`],
    ['timing', { date: String(round!.played_on) }, 'Round by round'],
    ['round', { key: String(round!.map_title) }, String(round!.map_title)],
    ['health', {}, 'Sources'],
    ['trace', { key }, 'sha256'],
    ['proximity', {}, 'Escapes: **vidra** **43.2** % (n 30, High)'],
    ['proximity', { player: one }, 'Escapes: **43.2** % (n 30, High) · place 1'],
    ['proximity', { player: one }, 'Described, not ranked'],
    ['proximity', { board: 'escape_rate' }, 'got away alive'],
    ['proximity', { round: key }, 'Proximity: 34 fights, 12 escaped'],
    ['proximity', { date: String(round!.played_on) }, 'Sprint: unavailable'],
  ]
  await proximityOf(paths.martsProximity, key, String(round!.session_id), one)
  for (const [name, options, expected] of asked) {
    const message = await ask(server, channel, name, options)
    expect([name, textOf(message)]).toEqual([name, expect.stringContaining(expected)])
    expect(message.flags & 64).toBe(0)
  }
  expect(said.filter((line) => line.includes('failed'))).toEqual([])
})

test('what cannot be answered is said to the asker alone, with what to do', async () => {
  const { server, channel } = await startPosting()
  const name = String((await warehouse.rows('select player_id from marts.dim_players limit 1'))[0]!.player_id)
  const asked: [string, Options, string][] = [
    ['session', { date: 'yesterday' }, 'year-month-day'],
    ['session', { date: '1999-01-01' }, 'Nothing was played'],
    ['timing', { date: 'yesterday' }, 'year-month-day'],
    ['timing', { date: '1999-01-01', round: 'x' }, 'not both'],
    ['round', { key: 'zzzz' }, 'key at the foot'],
    ['player', { name: 'nobody bears this name' }, 'Nobody is known as'],
    ['player', {}, '/link'],
    ['map', { map: 'no_such_map' }, 'No map is known'],
    ['leaderboard', { kind: 'nonsense' }, 'Nobody is ranked'],
    ['compare', { player: name, with: name }, 'two different players'],
    ['leaderboard', { kind: 'damage_per_minute', minimum: 999_999 }, 'lower minimum'],
    ['head-to-head', { player: '@everyone', against: 'x' }, 'Nobody is known as'],
    ['proximity', {}, 'no file of the proximity tracker was landed'],
    ['proximity', { player: 'nobody bears this name' }, 'Nobody is known as'],
    ['proximity', { date: 'yesterday' }, 'year-month-day'],
  ]
  for (const [name, options, expected] of asked) {
    const message = await ask(server, channel, name, options)
    expect([name, textOf(message)]).toEqual([name, expect.stringContaining(expected)])
    expect(message.flags & 64).toBe(64)
    expect(message.content).not.toMatch(/(?<!\\)@everyone/)
  }
})

test('names are suggested while one types, and long answers have pages', async () => {
  const { server, channel } = await startPosting()
  const [player] = await warehouse.rows(
    `select player_id, player_name from marts.dim_players where player_name similar to '[a-zA-Z]{4,}' limit 1`,
  )
  const typed = String(player!.player_name).slice(1, 4).toUpperCase()
  const suggestion = server.interact({
    channelId: channel,
    type: 4,
    data: { name: 'player', options: [{ name: 'name', type: 3, value: typed, focused: true }] },
  })
  await server.until(() => suggestion.callback !== undefined, 'names are suggested')
  expect(suggestion.callback!.data!.choices).toContainEqual({
    name: expect.stringContaining(String(player!.player_name)),
    value: player!.player_id,
  })
  const first = await ask(server, channel, 'records')
  const [row] = first.components as { components: { custom_id: string; disabled: boolean }[] }[]
  expect(row!.components.map(({ disabled }) => disabled)).toEqual([true, false])
  const pressed = server.interact({
    channelId: channel,
    type: 3,
    data: { custom_id: row!.components[1]!.custom_id, component_type: 2 },
    message: first,
  })
  await server.until(() => pressed.callback !== undefined, 'the page is turned')
  expect(JSON.stringify(pressed.callback!.data)).toContain('page 2 of')
})

test('boards of proximity are suggested while one types, and rounds and days as for the other commands', async () => {
  const { server, channel, paths } = await startPosting()
  const suggest = async (option: string, value: string) => {
    const suggestion = server.interact({
      channelId: channel,
      type: 4,
      data: { name: 'proximity', options: [{ name: option, type: 3, value, focused: true }] },
    })
    await server.until(() => suggestion.callback !== undefined, `${option} is suggested`)
    return suggestion.callback!.data!.choices as { name: string; value: string }[]
  }
  expect(await suggest('board', '')).toEqual([])
  await publishProximity(paths.martsProximity, { rpt_proximity_leaderboards: [boardRow('0A0A0A0A')] })
  expect(await suggest('board', 'ESC')).toEqual([{ name: 'Escapes', value: 'escape_rate' }])
  expect((await suggest('round', '')).length).toBeGreaterThan(5)
  expect((await suggest('date', '20')).length).toBe(2)
  expect((await suggest('player', '')).length).toBeGreaterThan(5)
})

test('a link is asked for, approved by an admin alone, and then names the asker', async () => {
  const { server, channel } = await startPosting()
  const [player] = await warehouse.rows('select player_id, player_name from marts.dim_players order by round_count desc limit 1')
  const name = String(player!.player_id)
  expect(textOf(await ask(server, channel, 'link', { player: name }))).toContain('An admin')
  expect(textOf(await ask(server, channel, 'player'))).toContain('/link')
  const manageGuild = 1n << 5n
  const list = await ask(server, channel, 'links', {}, manageGuild)
  const [row] = list.components as { components: { custom_id: string }[] }[]
  const press = async (permissions: bigint) => {
    const pressed = server.interact({
      channelId: channel,
      type: 3,
      data: { custom_id: row!.components[0]!.custom_id, component_type: 2 },
      message: list,
      permissions,
    })
    await server.until(() => pressed.callback !== undefined, 'the button is answered')
    return JSON.stringify(pressed.callback!.data)
  }
  expect(await press(0n)).toContain('Only an admin')
  expect(await press(manageGuild)).toContain('approved')
  expect(textOf(await ask(server, channel, 'player'))).toContain('All time')
})

test('a post carries nothing of the machine or the token', async () => {
  const { server, paths } = await startPosting()
  const bodies = JSON.stringify(server.requests.map(({ body }) => body))
  expect(bodies).not.toContain(join(paths.folder))
  expect(bodies).not.toContain(server.token)
})

test('beside `fullhold run` the bot answers from what an earlier run published, and nobody else posts meanwhile', async () => {
  const server = await startDiscordServer()
  onTestFinished(() => server[Symbol.asyncDispose]())
  vi.stubEnv('FULLHOLD_BOT_TOKEN', server.token)
  onTestFinished(() => void vi.unstubAllEnvs())
  const channel = server.addChannel('results')
  const configuration = botConfigurationSchema.parse({
    channels: { results: channel },
    rest_url: server.restUrl,
    guild: server.state.guildId,
  })
  const hookOn = (paths: DataPaths) => botHook(paths, configuration, () => {})
  await hookOn(dataPaths(scratchFolder())).start!()
  expect(server.requests).toEqual([])
  const paths = dataPaths(scratchFolder())
  copyFileSync(warehouse.paths.marts, paths.marts)
  const hook = hookOn(paths)
  onTestFinished(() => hook.stop!())
  await hook.start!()
  await server.until(() => server.state.commands.size > 0, 'commands are registered')
  expect(textOf(await ask(server, channel, 'last'))).toContain('Map by map')
  await expect(hookOn(paths).start!()).rejects.toThrow('somebody posts already')
  await hook.stop!()
  expect([lockHolder(paths.botLock), server.gateway.connections()]).toEqual([undefined, 0])
})

// the last test, because it lands more
test('Lua that arrives late corrects the posts in place', async () => {
  const { server, channel, bot, paths } = await startPosting()
  const said = () =>
    server
      .messagesIn(channel)
      .map(({ id, edited_timestamp, embeds }) => ({ id, isEdited: edited_timestamp !== null, text: JSON.stringify(embeds) }))
  const before = said()
  expect(before.filter(({ text }) => text.includes('measured by Lua'))).toEqual([])
  await warehouse.land(lateGametimes.map(offeredGametimes))
  expect(await warehouse.build('live')).toBe('live')
  copyFileSync(warehouse.paths.marts, `${paths.marts}.next`)
  renameSync(`${paths.marts}.next`, paths.marts)
  await bot.postNow()
  const after = said()
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  const corrected = after.filter(({ isEdited, text }) => isEdited && text.includes('measured by Lua'))
  expect(corrected.length).toBeGreaterThan(4)
})
