import type { REST } from 'discord.js'
import type { BotConfiguration } from '../config/bot_configuration.ts'
import type { DataPaths } from '../warehouse/data_paths.ts'
import type { Marts } from '../warehouse/open_marts.ts'
import type { ProximityMarts } from '../warehouse/open_proximity_marts.ts'
import { type Delivered, deliverPosts } from './deliver_posts.ts'
import type { Journal } from './journal.ts'
import { planPosts, type QueuedPost } from './plan_posts.ts'
import { tryRenderPost } from './post_kinds.ts'
import { postPolicy } from './post_policy.ts'
import { readPosts } from './read_posts.ts'
import { sentMessages } from './sent_messages.ts'
import { seeRun, statusPosts } from './status_posts.ts'

export type PostOptions = {
  marts: Marts
  /** Without it posts have no line of proximity. */
  proximity?: ProximityMarts
  journal: Journal
  rest: REST
  configuration: BotConfiguration
  /** Where `fullhold run` says how it is; without it nothing is posted about that. */
  run?: Pick<DataPaths, 'status' | 'lock'>
  now: () => Date
  onTrouble: (sentence: string) => void
}

export type Posted = Delivered & { nextAt: Date | undefined }

/** Anchors older than this lead to nothing that is still in the queue. */
const memoryMilliseconds = 7 * 24 * 60 * 60 * 1000
/** One pass finds out what a crash left, the next acts on it, a third edits what changed meanwhile. */
const mostPasses = 3
const retryMilliseconds = 30_000

/** Posts and edits what the published marts say and the journal does not know, until nothing is left that can be done now. */
export async function postOnce(options: PostOptions): Promise<Posted> {
  const { marts, proximity, journal, rest, configuration, run, now, onTrouble } = options
  const policy = postPolicy(configuration, journal, now())
  const render = (post: QueuedPost) => tryRenderPost(post, configuration.report_url)
  const total: Posted = { sent: 0, edited: 0, recovered: 0, troubles: 0, nextAt: undefined }
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const since = new Date(+now() - memoryMilliseconds).toISOString()
    const messages = sentMessages(journal.entries.filter(({ written_at }) => written_at > since))
    const { queue, resolved } = await marts.read((database) => readPosts(database, messages, proximity))
    const aboutRun = statusPosts(run && seeRun(run), messages, now())
    const { actions, nextAt } = planPosts([...queue, ...aboutRun], resolved, policy, now())
    total.nextAt = nextAt
    if (actions.length === 0) break
    const delivered = await deliverPosts({ rest, journal, render, now, onTrouble }, actions)
    total.sent += delivered.sent
    total.edited += delivered.edited
    total.recovered += delivered.recovered
    total.troubles += delivered.troubles
    if (delivered.troubles > 0) {
      total.nextAt = earlier(nextAt, new Date(+now() + retryMilliseconds))
      break
    }
  }
  return total
}

function earlier(one: Date | undefined, other: Date): Date {
  return one && one < other ? one : other
}
