import type { Kysely } from 'kysely'
import type { Database } from '../warehouse/marts.ts'

/** Where a key leads: the match (and the round in it) or the evening. */
export type Resolved =
  | { kind: 'round'; matchId: string; roundId: string }
  | { kind: 'match'; matchId: string }
  | { kind: 'session'; sessionId: string }

/** What a key is a key of: a round's id, alias or file name, the id of a map played, or that of an evening. Undefined when it leads nowhere for certain. */
export async function resolvePage(database: Kysely<Database>, key: string): Promise<Resolved | undefined> {
  const match = await database.selectFrom('rpt_match_pages').select('match_id').where('match_id', '=', key).executeTakeFirst()
  if (match) return { kind: 'match', matchId: match.match_id }
  const session = await database.selectFrom('rpt_session_pages').select('session_id').where('session_id', '=', key).executeTakeFirst()
  if (session) return { kind: 'session', sessionId: session.session_id }
  const round = await database
    .selectFrom('bdg_round_fingerprints')
    .innerJoin('rpt_round_pages', 'rpt_round_pages.round_id', 'bdg_round_fingerprints.round_id')
    .select(['rpt_round_pages.round_id', 'rpt_round_pages.match_id'])
    .where('bdg_round_fingerprints.fingerprint', 'in', [key, key.toLowerCase()])
    .where('bdg_round_fingerprints.is_unique_overall', '=', true)
    .executeTakeFirst()
  return round ? { kind: 'round', matchId: round.match_id, roundId: round.round_id } : undefined
}
