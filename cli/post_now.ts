import { REST } from 'discord.js'
import { botToken } from '../bot/bot_token.ts'
import { openJournal } from '../bot/journal.ts'
import { postOnce } from '../bot/post_once.ts'
import { startBot } from '../bot/start_bot.ts'
import type { BotConfiguration } from '../config/bot_configuration.ts'
import { describeHolder, takeLock } from '../warehouse/lock.ts'
import type { Marts } from '../warehouse/open_marts.ts'
import { openProximityMarts } from '../warehouse/open_proximity_marts.ts'
import { Failure } from './failure.ts'
import { print, type Session, say } from './session.ts'

/** Posts once, or until it is stopped. Fails, with what to do, without a channel or a token, while another process posts, and when something could not be posted. */
export async function postNow(session: Session, marts: Marts, isWatching: boolean): Promise<void> {
  const { paths } = session
  const configuration = requireBot(session)
  const token = botToken()
  if (!token) throw new Failure('there is no token; set FULLHOLD_BOT_TOKEN (docs/bot.md says where it comes from).', 2)
  using lock = takeLock(paths.botLock, ['fullhold', ...process.argv.slice(2)].join(' '))
  if (!lock.ok) throw new Failure(`somebody posts already: ${describeHolder(lock.holder)}.\n  Stop it, or let it do the work.`, 3)
  using journal = openJournal(paths.journal)
  if (isWatching) {
    await using bot = await startBot({ paths, marts, journal, configuration, token, say })
    print('posting; stop with Ctrl-C')
    await untilStopped()
    print(`stopped (${bot.description()})`)
    return
  }
  const rest = new REST({ version: '10', ...(configuration.rest_url ? { api: configuration.rest_url } : {}) }).setToken(token)
  await using proximity = openProximityMarts(paths.martsProximity)
  const now = () => new Date()
  const posted = await postOnce({ marts, proximity, journal, rest, configuration, run: paths, now, onTrouble: say })
  print(session.isJson ? JSON.stringify(posted) : `${posted.sent} sent, ${posted.edited} edited`)
  if (posted.troubles > 0)
    throw new Failure(
      `${posted.troubles} could not be posted; what was posted is in ${paths.journal}.\n  Run it again: nothing is posted twice.`,
    )
}

function requireBot({ configuration, configurationPath }: Session): BotConfiguration {
  if (configuration.bot) return configuration.bot
  throw new Failure(
    `no channel is configured${configurationPath ? ` in ${configurationPath}` : ''}.\n  Add bot: channels: results: "<channel id>" to fullhold.yaml (docs/bot.md), or look first: fullhold post --dry-run`,
    2,
  )
}

function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
