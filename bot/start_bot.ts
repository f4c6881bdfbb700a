import { statSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { Client, DiscordAPIError, DiscordjsError, GatewayIntentBits, Options } from 'discord.js'
import type { BotConfiguration } from '../config/bot_configuration.ts'
import type { DataPaths } from '../warehouse/data_paths.ts'
import type { Marts } from '../warehouse/open_marts.ts'
import { openProximityMarts } from '../warehouse/open_proximity_marts.ts'
import { answerCommands, registerCommands } from './answer_commands.ts'
import type { Journal } from './journal.ts'
import { postOnce } from './post_once.ts'

export type BotOptions = {
  paths: DataPaths
  marts: Marts
  journal: Journal
  configuration: BotConfiguration
  token: string
  /** A line of the log. */
  say: (line: string) => void
  now?: () => Date
}

export type Bot = {
  /** Posts what is new now; call it after a publish. Passes never overlap, and a call during one makes it run once more. */
  postNow: () => Promise<void>
  description: () => string
  [Symbol.asyncDispose]: () => Promise<void>
}

const lookMilliseconds = 1000
/** How often time alone is a reason to look: a source that is down, a publish that stands still. */
const longestIdleMilliseconds = 60_000
const firstLoginPauseMilliseconds = 1_000
const longestLoginPauseMilliseconds = 5 * 60 * 1000

/**
 * Posts after every publish and whenever something comes due, and answers slash commands, until it is disposed. Posting needs no gateway:
 * while the connection is down, posts go on over REST. The gateway asks for guilds alone, so it sees no message of anybody.
 */
export async function startBot({ paths, marts, journal, configuration, token, say, now = () => new Date() }: BotOptions): Promise<Bot> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
    rest: configuration.rest_url ? { api: configuration.rest_url } : {},
  })
  client.on('error', () => say('  the gateway had an error; discord.js connects again'))
  client.on('shardReconnecting', () => say('  the gateway connection was lost; connecting again'))
  const stop = new AbortController()
  const proximity = openProximityMarts(paths.martsProximity)
  let running: Promise<void> | undefined
  let isAskedAgain = false
  let dueAt: Date | undefined
  let seen = ''
  const totals = { sent: 0, edited: 0 }

  async function pass(): Promise<void> {
    // the client forgets its token when Discord refuses it once
    client.rest.setToken(token)
    const posted = await postOnce({
      marts,
      proximity,
      journal,
      rest: client.rest,
      configuration,
      run: paths,
      now,
      onTrouble: (sentence) => say(`  ${sentence}`),
    })
    dueAt = new Date(Math.min(posted.nextAt?.getTime() ?? Number.POSITIVE_INFINITY, +now() + longestIdleMilliseconds))
    totals.sent += posted.sent
    totals.edited += posted.edited
    if (posted.sent + posted.edited > 0) say(`posted ${posted.sent}, edited ${posted.edited}`)
  }

  async function passes(): Promise<void> {
    do {
      isAskedAgain = false
      try {
        await pass()
      } catch (error) {
        say(`  posting failed, trying again: ${error instanceof Error ? error.message : String(error)}`)
        dueAt = new Date(+now() + 30_000)
      }
    } while (isAskedAgain)
  }

  /** Logs in for the commands; posts do not wait for it. */
  async function connect(): Promise<void> {
    for (let pause = firstLoginPauseMilliseconds; !stop.signal.aborted; pause = Math.min(pause * 2, longestLoginPauseMilliseconds)) {
      try {
        await client.login(token)
        return
      } catch (error) {
        say(`  commands are not answered: ${describeLoginFailure(error)}; trying again in ${pause / 1000} s`)
      }
      await delay(pause, undefined, { signal: stop.signal }).catch(() => {})
    }
  }

  function postNow(): Promise<void> {
    isAskedAgain = true
    running ??= passes().finally(() => {
      running = undefined
    })
    return running
  }

  const timer = setInterval(() => {
    const looks = looksOf(paths)
    if (looks === seen && (dueAt === undefined || now() < dueAt)) return
    seen = looks
    void postNow()
  }, lookMilliseconds)
  seen = looksOf(paths)
  await postNow()
  if (configuration.commands) {
    answerCommands(client, { paths, marts, proximity, configuration, say, now })
    client.on('clientReady', (ready) => {
      registerCommands(client.rest, ready.application.id, configuration.guild).catch(() =>
        say('  the slash commands could not be registered'),
      )
    })
  }
  const connecting = configuration.commands ? connect() : undefined
  return {
    postNow,
    description: () => `${totals.sent} sent, ${totals.edited} edited`,
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      stop.abort()
      await running
      await connecting
      await client.destroy()
      await proximity[Symbol.asyncDispose]()
    },
  }
}

/** Why the gateway does not let the bot in. Texts of the client can hold addresses, so they are not passed on. */
function describeLoginFailure(error: unknown): string {
  const isRefused =
    (error instanceof DiscordAPIError && error.status === 401) || (error instanceof DiscordjsError && error.code === 'TokenInvalid')
  return isRefused ? 'Discord refuses the token; correct FULLHOLD_BOT_TOKEN' : 'the gateway cannot be reached'
}

/** Changes with every publish, of the scores or of proximity. */
function looksOf({ marts, martsProximity }: DataPaths): string {
  const files = [marts, martsProximity].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return files.map((file) => (file ? `${file.dev}:${file.ino}:${file.mtimeNs}` : '')).join(' ')
}
