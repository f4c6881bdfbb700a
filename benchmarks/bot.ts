// Measures the bot on the published marts of a data folder, against the protocol server of the tests, and prints a Markdown table.
// Usage: node --import tsx benchmarks/bot.ts <data folder> [<times>]; `npm run bench -- 29000 <folder>` leaves such a folder, <folder>/29000.
import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openJournal } from '../bot/journal.ts'
import { startBot } from '../bot/start_bot.ts'
import { botConfigurationSchema } from '../config/bot_configuration.ts'
import { startDiscordServer } from '../tests/peers/discord_server.ts'
import { dataPaths } from '../warehouse/data_paths.ts'
import { openMarts } from '../warehouse/open_marts.ts'

const source = process.argv[2]
if (!source) throw new Error('name a data folder in which something is published')
const times = Number(process.argv[3] ?? 20)
const folder = mkdtempSync(join(tmpdir(), 'fullhold-bench-bot-'))
const paths = dataPaths(folder)

function publish(): void {
  copyFileSync(dataPaths(source!).marts, `${paths.marts}.next`)
  renameSync(`${paths.marts}.next`, paths.marts)
}

function p95(milliseconds: number[]): string {
  const sorted = milliseconds.toSorted((one, other) => one - other)
  return `${sorted[Math.ceil(sorted.length * 0.95) - 1]!.toFixed(0)} ms`
}

async function facts() {
  await using marts = openMarts(paths.marts)
  return await marts!.read(async (database) => ({
    build: await database.selectFrom('meta_build').select(['as_of', 'round_count']).executeTakeFirstOrThrow(),
    players: await database.selectFrom('dim_players').select('player_id').orderBy('round_count', 'desc').limit(2).execute(),
    round: await database
      .selectFrom('rpt_round_pages')
      .select(['round_id', 'map_name', 'played_on'])
      .orderBy('order_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  }))
}

/** A bot with a journal of its own that starts on a publish; milliseconds from the publish to the first accepted message. */
async function start(run: number, asOf: Date) {
  const server = await startDiscordServer()
  const channel = server.addChannel('results')
  const marts = openMarts(paths.marts)!
  const journal = openJournal(join(folder, `posts-${run}.jsonl`))
  publish()
  const published = performance.now()
  let accepted = Number.NaN
  const first = server
    .until(() => server.messagesIn(channel).length > 0, 'a message is accepted')
    .then(() => {
      accepted = performance.now() - published
    })
  const configuration = botConfigurationSchema.parse({
    channels: { results: channel, live: channel },
    rest_url: server.restUrl,
    guild: server.state.guildId,
    first_start_window_minutes: 5760,
  })
  const bot = await startBot({ paths, marts, journal, configuration, token: server.token, say: () => {}, now: () => asOf })
  await first
  await server.until(() => server.state.commands.size > 0, 'commands are registered')
  return {
    server,
    channel,
    accepted,
    async stop() {
      await bot[Symbol.asyncDispose]()
      await marts[Symbol.asyncDispose]()
      journal[Symbol.dispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

publish()
const { build, players, round } = await facts()
const [one, other] = players.map(({ player_id }) => player_id) as [string, string]
const posting: number[] = []
for (let run = 0; run < times; run += 1) {
  const started = await start(run, build.as_of)
  posting.push(started.accepted)
  await started.stop()
}
const { server, channel, stop } = await start(times, build.as_of)
const asked: [string, Record<string, string>][] = [
  ['last', {}],
  ['session', { date: round.played_on }],
  ['round', { key: round.round_id }],
  ['map', { map: round.map_name }],
  ['player', { name: one }],
  ['compare', { player: one, with: other }],
  ['leaderboard', { kind: 'damage_per_minute', period: 'all_time' }],
  ['records', {}],
  ['head-to-head', { player: one, against: other }],
  ['form', {}],
  ['timing', {}],
  ['health', {}],
  ['trace', { key: round.round_id }],
]
console.log(`${build.round_count} rounds, ${cpus().length} cores\n\n| what | p95 of ${times} |\n|---|---:|`)
console.log(`| publish → first message accepted | ${p95(posting)} |`)
for (const [name, options] of asked) {
  const taken: number[] = []
  for (let time = 0; time < times; time += 1) {
    const started = performance.now()
    const data = { name, options: Object.entries(options).map(([option, value]) => ({ name: option, type: 3, value })) }
    const interaction = server.interact({ channelId: channel, data })
    await server.until(() => interaction.callback !== undefined, `/${name}`)
    taken.push(performance.now() - started)
  }
  console.log(`| /${name} answered | ${p95(taken)} |`)
}
await stop()
rmSync(folder, { recursive: true, force: true })
