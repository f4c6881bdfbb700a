import { existsSync } from 'node:fs'
import type { BotConfiguration } from '../config/bot_configuration.ts'
import type { Hook } from '../run/hook.ts'
import type { DataPaths } from '../warehouse/data_paths.ts'
import { describeHolder, takeLock } from '../warehouse/lock.ts'
import { openMarts } from '../warehouse/open_marts.ts'
import { botToken } from './bot_token.ts'
import { openJournal } from './journal.ts'
import { type Bot, startBot } from './start_bot.ts'

/** The bot beside `fullhold run`: it starts with the process, or with the first publish there ever was, posts after each, and answers commands in between. */
export function botHook(paths: DataPaths, configuration: BotConfiguration, say: (line: string) => void): Hook {
  let bot: Bot | undefined
  const open: (() => void | Promise<void>)[] = []

  async function start(): Promise<Bot> {
    const token = botToken()
    if (!token) throw new Error('there is no token for the bot; set FULLHOLD_BOT_TOKEN, or take `bot` out of fullhold.yaml')
    const lock = takeLock(paths.botLock, 'fullhold run')
    if (!lock.ok) throw new Error(`somebody posts already: ${describeHolder(lock.holder)}`)
    open.push(() => lock[Symbol.dispose]())
    try {
      const marts = openMarts(paths.marts)
      if (!marts) throw new Error('nothing is published yet')
      open.push(() => marts[Symbol.asyncDispose]())
      const journal = openJournal(paths.journal)
      open.push(() => journal[Symbol.dispose]())
      const started = await startBot({ paths, marts, journal, configuration, token, say })
      open.push(() => started[Symbol.asyncDispose]())
      return started
    } catch (error) {
      await close()
      throw error
    }
  }

  async function close(): Promise<void> {
    for (const end of open.splice(0).reverse()) await end()
  }

  return {
    name: 'bot',
    async start() {
      if (existsSync(paths.marts)) bot ??= await start()
    },
    async afterPublish() {
      bot ??= await start()
      await bot.postNow()
    },
    stop: close,
  }
}
