import type { APIEmbed } from 'discord.js'
import { brokenLimits } from '../../bot/embed_limits.ts'
import { renderPost } from '../../bot/post_kinds.ts'
import type { BuiltWarehouse } from '../warehouse/built_warehouse.ts'

const kinds = [
  { post_kind: 'round', table: 'rpt_round_facts', id: 'round_id' },
  { post_kind: 'map', table: 'rpt_match_facts', id: 'match_id' },
  { post_kind: 'session', table: 'rpt_session_facts', id: 'session_id' },
  { post_kind: 'timing', table: 'rpt_timing_facts', id: 'session_id' },
] as const

export type Rendered = { post_kind: string; id: string; facts: Record<string, unknown>; embeds: APIEmbed[] }

/** Every round, map and evening of a warehouse as the bot shows it, and what else is queued. */
export async function renderEverything(warehouse: BuiltWarehouse): Promise<Rendered[]> {
  const rendered: Rendered[] = []
  for (const { post_kind, table, id } of kinds) {
    for (const row of await warehouse.rows(`select ${id} as id, facts from marts.${table}`)) {
      const facts = String(row.facts)
      const embeds = renderPost({ post_kind, post_key: `${post_kind} ${row.id}`, facts, page_path: null }, undefined)
      rendered.push({ post_kind, id: String(row.id), facts: JSON.parse(facts), embeds })
    }
  }
  for (const { post_id, post_kind, post_key, facts } of await warehouse.rows('select * from marts.fct_post_queue')) {
    const shown = { post_kind: String(post_kind), post_key: String(post_key), facts: String(facts), page_path: null }
    rendered.push({ post_kind: shown.post_kind, id: String(post_id), facts: JSON.parse(shown.facts), embeds: renderPost(shown, undefined) })
  }
  return rendered
}

/** Kinds of posts that show no score. */
const scoreless = ['timing', 'awards', 'health']

/** What is wrong with posts: a limit that is broken, or a score without its confidence. Empty when nothing is. */
export function faultsOf(rendered: readonly Rendered[]): string[] {
  return rendered.flatMap(({ post_kind, id, embeds }) => {
    const headline = embeds[0]!.description ?? ''
    const hasConfidence = scoreless.includes(post_kind) || /(✔ verified|◔ derived from time|⚠ sources disagree|– missing)/.test(headline)
    return [
      ...brokenLimits(embeds).map((limit) => `${post_kind} ${id}: ${limit}`),
      ...(hasConfidence ? [] : [`${post_kind} ${id}: no confidence beside its score`]),
    ]
  })
}
