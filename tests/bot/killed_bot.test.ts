import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { REST } from 'discord.js'
import { expect, onTestFinished, test } from 'vitest'
import { openJournal } from '../../bot/journal.ts'
import { postOnce } from '../../bot/post_once.ts'
import { botConfigurationSchema } from '../../config/bot_configuration.ts'
import { projectFolder } from '../../warehouse/dbt.ts'
import { openMarts } from '../../warehouse/open_marts.ts'
import { startDiscordServer } from '../peers/discord_server.ts'
import { scratchFolder, seededRandom } from '../warehouse/scratch.ts'
import { publishQueue, queuedRound, someRound } from './marts_file.ts'

const roundCount = 1000
const batch = 125

test('1,000 rounds, corrections and a bot that is killed again and again: every round stands once, as it was said last', async () => {
  const random = seededRandom(7)
  const folder = scratchFolder()
  const server = await startDiscordServer()
  onTestFinished(() => server[Symbol.asyncDispose]())
  const channelId = server.addChannel('results')
  const [martsPath, journalPath] = [join(folder, 'marts.duckdb'), join(folder, 'posts.jsonl')]
  const due = new Date()
  const post = (number: number, isCorrected: boolean) => {
    const id = `${number.toString(16).padStart(8, '0')}00000000`
    return queuedRound(id, { due_at: due }, someRound({ map: `map ${number}`, to_beat: isCorrected ? '9:59' : '8:51' }))
  }
  const rounds = Array.from({ length: roundCount }, (_, number) => post(number, false))
  const known = rounds.map(({ anchor_round_id }) => ({ round_id: anchor_round_id, match_id: 'm', session_id: 's' }))
  let kills = 0
  for (let published = batch; published <= roundCount; published += batch) {
    const queue = rounds
      .slice(0, published)
      .map((queued, number) => (number % 10 === 0 && number < published - batch ? post(number, true) : queued))
    await publishQueue(martsPath, queue, known)
    const bot = startBot(martsPath, journalPath, server.restUrl, server.token, channelId)
    await once(bot.stdout!, 'data')
    // some answers are lost after the message was made, some requests before
    if (random() < 0.5) server.fail({ method: 'POST', path: /messages$/, status: 'cut', isDone: random() < 0.5 })
    const target = server.requests.length + 1 + Math.floor(random() * batch * 1.2)
    await server.until(() => server.requests.length >= target || isSaid(published), 'the bot posts', 60_000)
    await kill(bot)
    kills += 1
  }

  function isSaid(published: number): boolean {
    return server.messagesIn(channelId).length >= published
  }

  await publishQueue(
    martsPath,
    rounds.map((_, number) => post(number, number % 10 === 0)),
    known,
  )
  await using marts = openMarts(martsPath)
  using journal = openJournal(journalPath)
  const rest = new REST({ version: '10', api: server.restUrl }).setToken(server.token)
  const configuration = botConfigurationSchema.parse({ channels: { results: channelId }, first_start_window_minutes: 60 })
  const options = { marts: marts!, journal, rest, configuration, now: () => new Date(), onTrouble: () => {} }
  await postOnce(options)
  expect(await postOnce(options)).toMatchObject({ sent: 0, edited: 0, recovered: 0 })
  const messages = server.messagesIn(channelId)
  const titles = messages.map(({ embeds }) => String(embeds[0]!.title))
  expect([new Set(titles).size, titles.length]).toEqual([roundCount, roundCount])
  const corrected = messages.filter(({ embeds }) => String(embeds[0]!.description).includes('9:59'))
  expect(corrected.length).toBe(roundCount / 10)
  expect(kills).toBe(roundCount / batch)
}, 180_000)

function startBot(...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', join(projectFolder, 'tests/bot/post_until_killed.ts'), ...args], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function kill(bot: ChildProcess): Promise<void> {
  const ended = once(bot, 'exit')
  bot.kill('SIGKILL')
  await ended
}
