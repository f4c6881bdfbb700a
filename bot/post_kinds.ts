import type { APIEmbed } from 'discord.js'
import type { z } from 'zod'
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
