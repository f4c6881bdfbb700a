// Measures the bot on the published marts of a data folder, against the protocol server of the tests, and prints a Markdown table.
// Usage: npm run bench:bot -- <data folder> [<times>]; `npm run bench -- 29000 <folder>` leaves such a folder, <folder>/29000.
import { constants, copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openJournal } from '../bot/journal.ts'
import { startBot } from '../bot/start_bot.ts'
import { botConfigurationSchema } from '../config/bot_configuration.ts'
import { startDiscordServer } from '../tests/peers/discord_server.ts'
import { dataPaths } from '../warehouse/data_paths.ts'
import { openMarts } from '../warehouse/open_marts.ts'
import { openWarehouse } from '../warehouse/open_warehouse.ts'

const source = process.argv[2]
if (!source) throw new Error('name a data folder in which something is published')
const times = Number(process.argv[3] ?? 20)
const folder = mkdtempSync(join(tmpdir(), 'fullhold-bench-bot-'))
const paths = dataPaths(folder)

/** Writes the marts of the next publish beside the published ones: their queue holds posts of so many of the newest rounds, due now. */
async function prepare(postCount: number): Promise<void> {
  copyFileSync(dataPaths(source!).marts, `${paths.marts}.next`, constants.COPYFILE_FICLONE)
  using next = await openWarehouse(`${paths.marts}.next`)
  await next.connection.run('delete from fct_post_queue')
  await next.connection.run(
    `insert into fct_post_queue by name
     select round_id as post_id, round_id as subject_id, round_id as anchor_round_id, server, 'round' as post_kind, 'round' as subject_kind,
       'results' as channel_role, 'round ' || round_id as post_key, 'matches/' || match_id as page_path, facts, round_id as facts_hash,
       now() as due_at, now() + interval 1 hour as fresh_until, order_at
     from rpt_round_facts order by order_at desc, round_id limit ${postCount}`,
  )
  await next.connection.run('checkpoint')
}

function publish(): number {
  renameSync(`${paths.marts}.next`, paths.marts)
  return performance.now()
}

function p95(milliseconds: number[]): string {
  const sorted = milliseconds.toSorted((one, other) => one - other)
  return `${sorted[Math.ceil(sorted.length * 0.95) - 1]!.toFixed(0)} ms`
}

await prepare(0)
publish()
const server = await startDiscordServer()
const channel = server.addChannel('results')
const marts = openMarts(paths.marts)!
const journal = openJournal(paths.journal)
const configuration = botConfigurationSchema.parse({
  channels: { results: channel },
  rest_url: server.restUrl,
  guild: server.state.guildId,
  first_start_window_minutes: 60,
})
const bot = await startBot({ paths, marts, journal, configuration, token: server.token, say: () => {} })
await server.until(() => server.state.commands.size > 0, 'commands are registered')

/** Milliseconds from each of so many publishes, each with one round more, to the message being accepted. */
async function measurePosts(first: number, hasPublished: () => void): Promise<number[]> {
  const taken: number[] = []
  for (let count = first + 1; count <= first + times; count += 1) {
    await prepare(count)
    const published = publish()
    hasPublished()
    await server.until(() => server.messagesIn(channel).length === count, `message ${count} is accepted`)
    taken.push(performance.now() - published)
  }
  return taken
}

/** Milliseconds from each of so many interactions to the answer. */
async function measureAnswers(type: number, name: string, options: object[]): Promise<number[]> {
  const taken: number[] = []
  for (let time = 0; time < times; time += 1) {
    const asked = performance.now()
    const interaction = server.interact({ channelId: channel, type, data: { name, options } })
    await server.until(() => interaction.callback !== undefined, `/${name} is answered`)
    taken.push(performance.now() - asked)
  }
  return taken
}

const { build, players, round } = await marts.read(async (database) => ({
  build: await database.selectFrom('meta_build').select('round_count').executeTakeFirstOrThrow(),
  players: await database.selectFrom('dim_players').select(['player_id', 'player_name']).orderBy('round_count', 'desc').limit(2).execute(),
  round: await database
    .selectFrom('rpt_round_pages')
    .select(['round_id', 'map_name', 'played_on'])
    .where('session_id', 'is not', null)
    .orderBy('order_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow(),
}))
const [one, other] = players.map(({ player_id }) => player_id) as [string, string]
const asked: [name: string, options: Record<string, string>][] = [
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
  ['timing', { round: round.round_id }],
  ['health', {}],
  ['trace', { key: round.round_id }],
  ['link', { player: one }],
  ['links', {}],
]
const typed: [name: string, option: string, text: string][] = [
  ['player', 'name', players[0]!.player_name.slice(0, 2)],
  ['map', 'map', round.map_name.slice(0, 2)],
  ['round', 'key', round.map_name.slice(0, 2)],
  ['session', 'date', round.played_on.slice(0, 4)],
  ['leaderboard', 'kind', 'da'],
]

console.log(`${build.round_count} rounds, ${cpus().length} cores\n\n| what | p95 of ${times} | promised |\n|---|---:|---|`)
const inRun = await measurePosts(0, () => void bot.postNow())
console.log(`| publish → message accepted, in \`fullhold run\` | ${p95(inRun)} | ≤ 2 s |`)
const watching = await measurePosts(times, () => {})
console.log(`| publish → message accepted, \`fullhold post --watch\` (looks every second) | ${p95(watching)} | ≤ 2 s |`)
for (const [name, given] of asked) {
  const options = Object.entries(given).map(([option, value]) => ({ name: option, type: 3, value }))
  const called = [`/${name}`, ...Object.keys(given)].join(' ')
  console.log(`| ${called} | ${p95(await measureAnswers(2, name, options))} | ≤ 300 ms |`)
}
for (const [name, option, text] of typed) {
  const answers = await measureAnswers(4, name, [{ name: option, type: 3, value: text, focused: true }])
  console.log(`| /${name}: suggestions while one types | ${p95(answers)} | ≤ 300 ms |`)
}
await bot[Symbol.asyncDispose]()
await marts[Symbol.asyncDispose]()
journal[Symbol.dispose]()
await server[Symbol.asyncDispose]()
rmSync(folder, { recursive: true, force: true })
