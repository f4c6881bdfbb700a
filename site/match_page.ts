import type { Kysely } from 'kysely'
import type { Database } from '../warehouse/marts.ts'
import { escapedHtml } from './escaped_html.ts'

/** A small page of one map played, from the marts as they are published now: for what is newer than the site, or has no page in it. */
export async function matchPage(database: Kysely<Database>, matchId: string): Promise<string | undefined> {
  const match = await database.selectFrom('rpt_match_pages').selectAll().where('match_id', '=', matchId).executeTakeFirst()
  if (!match) return undefined
  const rounds = await database.selectFrom('rpt_round_pages').selectAll().where('match_id', '=', matchId).orderBy('order_at').execute()
  const players = await database
    .selectFrom('fct_player_rounds')
    .select(['round_id', 'player_name', 'side_name', 'kills', 'deaths', 'damage_per_minute'])
    .where('match_id', '=', matchId)
    .orderBy('damage_per_minute', 'desc')
    .execute()
  const score = match.is_counted
    ? `${match.team_a_name} ${match.points_text} ${match.team_b_name}`
    : `Not counted: ${match.not_counted_sentence}`
  const sections = rounds.map((round) => {
    const rows = players
      .filter((player) => player.round_id === round.round_id)
      .map(
        (player) =>
          `<tr><td>${escapedHtml(player.player_name)}</td><td>${escapedHtml(player.side_name ?? 'unavailable')}</td><td>${player.kills}</td><td>${player.deaths}</td><td>${player.damage_per_minute?.toFixed(0) ?? 'unavailable'}</td></tr>`,
      )
    return `<h2 id="half-${round.round_id}">Round ${round.round_number}: ${escapedHtml(round.result_text)}</h2>
<p>${round.confidence_mark} ${escapedHtml(round.confidence_words)}: ${escapedHtml(round.confidence_sentence)}</p>
<table><thead><tr><th>Player</th><th>Side</th><th>K</th><th>D</th><th>DPM</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
  })
  return smallPage(
    `${match.map_title}, ${match.day_text}`,
    `<p><b>${escapedHtml(score)}</b> · ${match.confidence_mark} ${escapedHtml(match.confidence_words)}: ${escapedHtml(match.confidence_sentence)}</p>
${sections.join('\n')}
<p>The site is older than this map; its full page comes with the next one. <a href="/">Home</a></p>`,
  )
}

/** A page without script: title as text, body as HTML that is already escaped. */
export function smallPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapedHtml(title)} · fullhold</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}th,td{padding:.3rem .7rem;text-align:left;border-bottom:1px solid #8885}</style></head>
<body><main><h1>${escapedHtml(title)}</h1>
${body}
</main></body></html>
`
}
