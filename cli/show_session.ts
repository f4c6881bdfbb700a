import type { Kysely } from 'kysely'
import type { Database, FctMatches } from '../warehouse/marts.ts'
import { clockText } from './clock_text.ts'
import { confidenceText } from './confidence_text.ts'
import { visibleText } from './visible_text.ts'

/** The newest session as lines of text: score, one line a map, players. Empty when there is none. */
export async function showNewestSession(database: Kysely<Database>): Promise<string[]> {
  const session = await database.selectFrom('fct_sessions').selectAll().orderBy('order_at', 'desc').limit(1).executeTakeFirst()
  if (!session) return []
  const [matches, players, reasons] = await Promise.all([
    database.selectFrom('fct_matches').selectAll().where('session_id', '=', session.session_id).orderBy('match_number').execute(),
    database
      .selectFrom('fct_session_players')
      .selectAll()
      .where('session_id', '=', session.session_id)
      .orderBy('damage_per_minute', 'desc')
      .execute(),
    readSentences(database),
  ])
  const confidence = confidenceText(session.score_confidence, reasons.get(session.score_confidence_reason))
  const teams = session.team_a_name
    ? `▲ ${visibleText(session.team_a_name)}  ${session.team_a_points} – ${session.team_b_points}  ● ${visibleText(session.team_b_name ?? '')}`
    : 'no score'
  return [
    `${session.played_on} on ${session.server}   ${teams}   ${confidence}`,
    `${session.counted_maps_text ?? 'no map played'}, ${session.round_count} rounds, ${session.player_count} players`,
    '',
    ...matches.map((match) => matchLine(match, reasons)),
    '',
    `${'PLAYER'.padEnd(24)}${'ROUNDS'.padStart(7)}${'K/D'.padStart(9)}${'DPM'.padStart(7)}${'ACC'.padStart(7)}${'REV'.padStart(5)}`,
    ...players.map((player) =>
      [
        `${teamMark(player.team)} ${visibleText(player.player_name)}`.padEnd(24),
        String(player.round_count).padStart(7),
        `${player.kills}/${player.deaths}`.padStart(9),
        wholeText(player.damage_per_minute).padStart(7),
        `${wholeText(player.accuracy_percent)}%`.padStart(7),
        String(player.revives).padStart(5),
      ].join(''),
    ),
  ]
}

/** Every reason with the sentence that explains it. */
export async function readSentences(database: Kysely<Database>): Promise<Map<string, string>> {
  const rows = await database.selectFrom('dim_reasons').select(['reason_code', 'sentence']).execute()
  return new Map(rows.map(({ reason_code, sentence }) => [reason_code, sentence]))
}

function matchLine(match: FctMatches, reasons: Map<string, string>): string {
  const first = halfText('R1', match.first_half_state, match.first_half_seconds, match.timelimit_seconds)
  const second = halfText('R2', match.second_half_state, match.second_half_seconds, match.time_to_beat_seconds)
  const points = match.is_counted
    ? `▲ ${match.team_a_points} – ${match.team_b_points} ●`
    : `not counted: ${reasons.get(match.not_counted_reason ?? '') ?? match.not_counted_reason}`
  const confidence = match.is_counted ? confidenceText(match.score_confidence, reasons.get(match.score_confidence_reason)) : ''
  return `${match.map_name.padEnd(18)}${first.padEnd(26)}${second.padEnd(26)}${points}  ${confidence}`.trimEnd()
}

function halfText(half: string, state: string | null, seconds: number | null, limit: number | null): string {
  if (state === null) return `${half} –`
  const time = clockText(seconds) ?? 'time unavailable'
  const of = clockText(limit)
  return `${half} ${state === 'FULL_HOLD' ? 'held' : 'set'} ${time}${of ? ` of ${of}` : ''}`
}

function teamMark(team: string | null): string {
  return team === 'A' ? '▲' : team === 'B' ? '●' : ' '
}

function wholeText(value: number | null): string {
  return value === null ? '–' : value.toFixed(0)
}
