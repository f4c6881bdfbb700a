import { Command, Option } from 'commander'
import { REST } from 'discord.js'
import { botToken } from '../bot/bot_token.ts'
import { openJournal } from '../bot/journal.ts'
import { postKinds } from '../bot/post_kinds.ts'
import { postOnce } from '../bot/post_once.ts'
import { previewPosts } from '../bot/preview_posts.ts'
import { startBot } from '../bot/start_bot.ts'
import { textOfEmbeds } from '../bot/text_of_embeds.ts'
import type { BotConfiguration } from '../config/bot_configuration.ts'
import { describeHolder, takeLock } from '../warehouse/lock.ts'
import { type Marts, openMarts } from '../warehouse/open_marts.ts'
import { Failure } from './failure.ts'
import { openSession, print, type Session, say } from './session.ts'

type PostOptions = { dryRun?: boolean; watch?: boolean; kind?: string }

export const post = new Command('post')
  .description('Post to Discord what the published marts say and is not posted yet, and correct what changed')
  .option('--dry-run', 'send nothing, need no token: show every post of the last days as text (--json: as it would be sent)')
  .option('--watch', 'keep running: post after every publish, and answer slash commands')
  .addOption(new Option('--kind <kind>', 'with --dry-run: only posts of this kind').choices(Object.keys(postKinds)))
  .addHelpText(
    'after',
    '\nThe token is read from FULLHOLD_BOT_TOKEN, or FULLHOLD_DISCORD_TOKEN.\n\nExamples:\n  fullhold post --dry-run\n  fullhold post --watch',
  )
  .action(async (options: PostOptions, command: Command) => {
    if (options.dryRun && options.watch) command.error('error: --dry-run cannot be used with --watch', { exitCode: 2 })
    if (options.kind && !options.dryRun) command.error('error: --kind needs --dry-run', { exitCode: 2 })
    const session = openSession(command, { isQuiet: true })
    await using marts = openMarts(session.paths.marts)
    if (!marts) throw new Failure(`nothing is published in ${session.paths.folder} yet.\n  Run: fullhold build`)
    if (options.dryRun) await showPosts(session, marts, options.kind)
    else await postNow(session, marts, options.watch ?? false)
  })

async function showPosts(session: Session, marts: Marts, kind: string | undefined): Promise<void> {
  const previews = await previewPosts(marts, session.paths.journal, session.configuration.bot, new Date())
  const shown = previews.filter(({ post_kind }) => kind === undefined || post_kind === kind)
  if (session.isJson) {
    print(JSON.stringify(shown))
    return
  }
  for (const { post_key, channel, would, embeds } of shown) {
    print(
      `── ${post_key} ── would ${would}${channel ? ` in channel ${channel}` : ' (no channel is configured for it)'}\n${textOfEmbeds(embeds)}`,
    )
  }
  print(shown.length === 0 ? 'nothing: no round was played in the last four days' : `${shown.length} posts; nothing was sent`)
}

async function postNow(session: Session, marts: Marts, isWatching: boolean): Promise<void> {
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
  const posted = await postOnce({ marts, journal, rest, configuration, statusPath: paths.status, now: () => new Date(), onTrouble: say })
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
