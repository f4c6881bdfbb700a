import { Command, Option } from 'commander'
import { postKinds } from '../bot/post_kinds.ts'
import { previewPosts } from '../bot/preview_posts.ts'
import { textOfEmbeds } from '../bot/text_of_embeds.ts'
import { type Marts, openMarts } from '../warehouse/open_marts.ts'
import { openProximityMarts } from '../warehouse/open_proximity_marts.ts'
import { Failure } from './failure.ts'
import { openSession, print, type Session } from './session.ts'

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
    else {
      // loaded when it is needed: the client of Discord takes half a second
      const { postNow } = await import('./post_now.ts')
      await postNow(session, marts, options.watch ?? false)
    }
  })

async function showPosts(session: Session, marts: Marts, kind: string | undefined): Promise<void> {
  await using proximity = openProximityMarts(session.paths.martsProximity)
  const previews = await previewPosts(marts, session.paths, session.configuration.bot, new Date(), proximity)
  const shown = previews.filter(({ post_kind }) => kind === undefined || post_kind === kind)
  if (session.isJson) {
    print(JSON.stringify(shown))
    return
  }
  for (const { post_key, channel, would, embeds, trouble } of shown) {
    print(
      `── ${post_key} ── would ${would}${channel ? ` in channel ${channel}` : ' (no channel is configured for it)'}\n${trouble ?? textOfEmbeds(embeds)}`,
    )
  }
  print(shown.length === 0 ? 'nothing: no round was played in the last four days' : `${shown.length} posts; nothing was sent`)
}
