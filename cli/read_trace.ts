import { openMarts } from '../warehouse/open_marts.ts'
import { Failure } from './failure.ts'
import type { Session } from './session.ts'
import { readSentences } from './show_session.ts'

/** Everything that the marts know about one round, or about an arrival that belongs to none. */
export type Traced = Awaited<ReturnType<typeof readTrace>>

/**
 * Reads what a round id (or what it was before its file came), a short key, a fingerprint, a file name, a message id or a link to a message
 * stands for. Fails when it stands for nothing or for several rounds.
 */
export async function readTrace({ paths }: Pick<Session, 'paths'>, what: string) {
  await using marts = openMarts(paths.marts)
  if (!marts) throw new Failure(`nothing is published in ${paths.folder} yet.\n  Run: fullhold build`)
  const named = messageIdOfLink(what) ?? what
  return await marts.read(async (database) => {
    const known = await database
      .selectFrom('bdg_round_fingerprints')
      .select('round_id')
      .distinct()
      .where('fingerprint', 'in', [named, named.toLowerCase()])
      .execute()
    if (known.length > 1)
      throw new Failure(
        `${known.length} rounds are known as "${what}": ${known.map(({ round_id }) => round_id).join(', ')}.\n  Name one by its id.`,
      )
    const roundId = known[0]?.round_id
    const events = await database
      .selectFrom('fct_round_events')
      .selectAll()
      .where((match) =>
        roundId ? match('round_id', '=', roundId) : match.or([match('filename', '=', named), match('message_id', '=', named)]),
      )
      .orderBy('source', 'desc')
      .orderBy('event_id')
      .execute()
    if (!roundId && events.length === 0)
      throw new Failure(
        `no round and no arrival is known as "${what}".\n  fullhold sql "from bdg_round_fingerprints" lists what rounds are known as.`,
      )
    const round = roundId
      ? await database.selectFrom('fct_rounds').selectAll().where('round_id', '=', roundId).executeTakeFirstOrThrow()
      : undefined
    return {
      round,
      timing: roundId
        ? await database.selectFrom('fct_round_timings').selectAll().where('round_id', '=', roundId).executeTakeFirst()
        : undefined,
      completeness: roundId
        ? await database.selectFrom('fct_round_completeness').selectAll().where('round_id', '=', roundId).executeTakeFirst()
        : undefined,
      events,
      checks: await database
        .selectFrom('fct_round_checks')
        .selectAll()
        .where((match) =>
          match.or([
            match(
              'event_id',
              'in',
              events.map(({ event_id }) => event_id),
            ),
            ...(roundId ? [match('round_id', '=', roundId)] : []),
          ]),
        )
        .orderBy('check_id')
        .execute(),
      players: roundId
        ? await database
            .selectFrom('fct_player_rounds')
            .selectAll()
            .where('round_id', '=', roundId)
            .orderBy('side')
            .orderBy('damage_per_minute', 'desc')
            .execute()
        : [],
      keys: roundId
        ? await database
            .selectFrom('bdg_round_fingerprints')
            .select(['fingerprint', 'fingerprint_level', 'is_unique'])
            .where('round_id', '=', roundId)
            .orderBy('fingerprint_level')
            .orderBy('fingerprint')
            .execute()
        : [],
      sentences: Object.fromEntries(await readSentences(database)),
    }
  })
}

/** The message id at the end of a link to a Discord message. */
function messageIdOfLink(what: string): string | undefined {
  return /\/channels\/(?:\d+|@me)\/\d+\/(\d+)\/?$/.exec(what)?.[1]
}
