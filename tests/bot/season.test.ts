import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { commandList } from '../../bot/command_list.ts'
import { openJournal } from '../../bot/journal.ts'
import { renderPost } from '../../bot/post_kinds.ts'
import { startBot } from '../../bot/start_bot.ts'
import { botConfigurationSchema } from '../../config/bot_configuration.ts'
import { simulateSeason } from '../../simulator/simulate_season.ts'
import { dataPaths } from '../../warehouse/data_paths.ts'
import { openMarts } from '../../warehouse/open_marts.ts'
import { type DiscordServer, startDiscordServer } from '../peers/discord_server.ts'
import type { Message } from '../peers/discord_state.ts'
import { offeredSeason } from '../season/simulated_files.ts'
import { type BuiltWarehouse, buildFrom } from '../warehouse/built_warehouse.ts'
import { scratchFolder } from '../warehouse/scratch.ts'
import { faultsOf, renderEverything } from './facts_of_marts.ts'
import { boardRow, personRow, publishProximity, summaryOf } from './proximity_file.ts'

const season = simulateSeason({ seed: 'bot', evenings: 2, mapsPerEvening: 4 })
const lastWrite = Math.max(...season.files.map(({ writtenAt }) => writtenAt))
const asOf = new Date(lastWrite + 60_000)

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

test('Discord and the pages say the same of a round: side, winner, times, confidence; and of an evening its score', async () => {
  const pages = await warehouse.rows(`
    select pages.*, rounds.winner_side_name, facts.facts
    from marts.rpt_round_pages as pages
    inner join marts.fct_rounds as rounds using (round_id)
    inner join marts.rpt_round_facts as facts using (round_id)`)
  const players = await warehouse.rows('select round_id, player_name, side_name, kills, deaths from marts.fct_player_rounds')
  expect(pages.length).toBeGreaterThan(10)
  for (const page of pages) {
    const shown = renderPost({ post_kind: 'round', post_key: 'round x', facts: String(page.facts), page_path: null }, undefined)
    const headline = shown[0]!.description!.replaceAll('\\', '')
    const result = String(page.result_text)
    expect(headline).toContain(result.slice(1))
    expect(headline).toContain(`${page.confidence_mark} ${page.confidence_words}`)
    if (page.winner_side_name) expect(headline).toContain(`${page.winner_side_name} won`)
    if (page.time_to_beat_text) expect(headline).toContain(`To beat in round 2: **${page.time_to_beat_text}**`)
    for (const player of players.filter(({ round_id }) => round_id === page.round_id)) {
      const heading = player.side_name === null ? 'SIDE UNAVAILABLE' : String(player.side_name).toUpperCase()
      const table = shown.find(({ description }) => description!.startsWith(`**${heading}`))
      expect(table?.description).toContain(`${player.kills}/${player.deaths}`)
    }
  }
  const evenings = await warehouse.rows(`
    select pages.score_text, pages.confidence_mark, facts.facts
    from marts.rpt_session_pages as pages inner join marts.rpt_session_facts as facts using (session_id)`)
  for (const { score_text: score, confidence_mark: mark, facts } of evenings) {
    const [embed] = renderPost({ post_kind: 'session', post_key: 'session x', facts: String(facts), page_path: null }, undefined)
    if (score !== 'no score') expect(embed!.description).toContain(`**${score}**`)
    expect(embed!.description).toContain(String(mark))
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
async function startPosting() {
  const folder = scratchFolder()
  const paths = dataPaths(folder)
  copyFileSync(warehouse.paths.marts, paths.marts)
  const clock = { now: +asOf }
  const server = await startDiscordServer({ now: () => clock.now })
  onTestFinished(() => server[Symbol.asyncDispose]())
  const channel = server.addChannel('results')
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
    ['records', {}, 'Best of each kind'],
    ['head-to-head', { player: one, against: other }, 'against'],
    ['form', {}, 'own average'],
    ['timing', {}, 'Round by round'],
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
  const asked: [string, Options, string][] = [
    ['session', { date: 'yesterday' }, 'year-month-day'],
    ['session', { date: '1999-01-01' }, 'Nothing was played'],
    ['round', { key: 'zzzz' }, 'key stands at the foot'],
    ['player', { name: 'nobody bears this name' }, 'Nobody is known as'],
    ['player', {}, '/link'],
    ['map', { map: 'no_such_map' }, 'No map is known'],
    ['leaderboard', { kind: 'nonsense' }, 'Nobody is ranked'],
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
