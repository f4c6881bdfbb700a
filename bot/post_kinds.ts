import type { APIEmbed } from 'discord.js'
import { z } from 'zod'
import type { Card } from './card.ts'
import { layOut } from './lay_out.ts'
import { pageUrl } from './page_url.ts'
import { awardsCard, awardsFactsSchema } from './posts/awards.ts'
import { healthCard, healthFactsSchema } from './posts/health.ts'
import { liveCard, liveFactsSchema } from './posts/live.ts'
import { mapCard, mapFactsSchema } from './posts/map.ts'
import { roundCard, roundFactsSchema } from './posts/round.ts'
import { sessionCard, sessionFactsSchema } from './posts/session.ts'
import { timingCard, timingFactsSchema } from './posts/timing.ts'

type PostKind = (facts: unknown) => Omit<Card, 'footer'>

function kind<Schema extends z.ZodType>(schema: Schema, card: (facts: z.output<Schema>) => Omit<Card, 'footer'>): PostKind {
  return (facts) => card(schema.parse(facts))
}

/** Every kind of post that can be rendered, by its name in `fct_post_queue`. */
export const postKinds: Readonly<Record<string, PostKind>> = {
  round: kind(roundFactsSchema, roundCard),
  map: kind(mapFactsSchema, mapCard),
  live: kind(liveFactsSchema, liveCard),
  session: kind(sessionFactsSchema, sessionCard),
  timing: kind(timingFactsSchema, timingCard),
  awards: kind(awardsFactsSchema, awardsCard),
  health: kind(healthFactsSchema, healthCard),
}

export type Shown = { post_kind: string; post_key: string; facts: string; page_path: string | null }

/** The embeds of a post: a pure function of what the queue says is shown, and of where the pages lie. */
export function renderPost({ post_kind, post_key, facts, page_path }: Shown, reportUrl: string | undefined): APIEmbed[] {
  const card = postKinds[post_kind]
  if (!card) throw new Error(`no file of bot/posts renders posts of kind ${post_kind}`)
  const url = pageUrl(reportUrl, page_path)
  const shown = card(JSON.parse(facts))
  return layOut({ ...shown, footer: post_key, url, lines: url ? [...shown.lines, `[report ↗](${url})`] : shown.lines })
}

export type Rendered = { ok: true; embeds: APIEmbed[] } | { ok: false; reason: string }

/** The same where a post that cannot be shown must not stand in the way of others: facts of an unknown shape, a limit that would be broken. */
export function tryRenderPost(post: Shown, reportUrl: string | undefined): Rendered {
  try {
    return { ok: true, embeds: renderPost(post, reportUrl) }
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : String(error)
    return { ok: false, reason: `${post.post_key} cannot be shown: ${reason.replaceAll(/\s+/g, ' ').slice(0, 300)}` }
  }
}
