import type { Asked, Choice } from './command.ts'

export type FoundRound = { ok: true; roundId: string } | { ok: false; sentence: string }

/** The one round that the key at the foot of a post, a fingerprint, an id, a file name or a map (its newest round) means; without a text the newest. */
export async function findRound({ database }: Asked, typed: string | undefined): Promise<FoundRound> {
  const text = typed?.trim()
  if (!text) {
    const newest = await database.selectFrom('fct_rounds').select('round_id').orderBy('order_at', 'desc').limit(1).executeTakeFirst()
    return newest ? { ok: true, roundId: newest.round_id } : { ok: false, sentence: 'No round is known yet.' }
  }
  // people copy the whole foot of a post
  const key = text.split(/\s+/).at(-1)!.toLowerCase()
  const rounds = await database
    .selectFrom('bdg_round_fingerprints')
    .select('round_id')
    .distinct()
    .where('fingerprint', 'in', [key, text, text.toLowerCase(), `${key}.txt`])
    .limit(6)
    .execute()
  const only = rounds[0] ?? (await newestRoundOn(database, text))
  if (!only) return { ok: false, sentence: `No round is known as "${text}". Give a map, or the key at the foot of a post, such as 3f9a1c.` }
  if (rounds.length > 1)
    return { ok: false, sentence: `"${text}" stands for ${rounds.map(({ round_id }) => round_id).join(', ')}. Give one of these.` }
  return { ok: true, roundId: only.round_id }
}

async function newestRoundOn(database: Asked['database'], map: string) {
  return await database
    .selectFrom('rpt_round_pages')
    .select('round_id')
    .where((row) => row.or([row('map_name', '=', map.toLowerCase()), row(row.fn<string>('lower', ['map_title']), '=', map.toLowerCase())]))
    .orderBy('order_at', 'desc')
    .orderBy('round_id')
    .limit(1)
    .executeTakeFirst()
}

/** The newest rounds that fit what was typed: its map or its key. */
export async function suggestRounds({ database }: Asked, typed: string): Promise<Choice[]> {
  const rounds = await database
    .selectFrom('rpt_round_pages')
    .select(['round_id', 'map_title', 'round_number', 'day_text', 'ended_clock_text', 'result_text'])
    .where((row) =>
      row.or([
        row(row.fn<boolean>('contains', [row.fn('lower', ['map_title']), row.val(typed.toLowerCase())]), '=', true),
        row(row.fn<boolean>('starts_with', ['round_id', row.val(typed.toLowerCase())]), '=', true),
      ]),
    )
    .orderBy('order_at', 'desc')
    .limit(25)
    .execute()
  return rounds.map((round) => ({
    name: `${round.day_text} ${round.ended_clock_text ?? ''} ${round.map_title} R${round.round_number}: ${round.result_text}`.slice(0, 100),
    value: round.round_id,
  }))
}
