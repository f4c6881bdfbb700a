import type { Asked, Choice } from './command.ts'

export type FoundEvenings = { ok: true; sessionIds: string[] } | { ok: false; sentence: string }

/** The evenings that began on a day, in the order of play; a day is written year-month-day. */
export async function findEvenings({ database }: Asked, date: string): Promise<FoundEvenings> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return { ok: false, sentence: 'Write the date as year-month-day, such as 2025-09-03.' }
  const evenings = await database
    .selectFrom('rpt_session_facts')
    .select('session_id')
    .where((row) => row(row.cast('played_on', 'varchar'), '=', date))
    .orderBy('order_at')
    .orderBy('session_id')
    .execute()
  if (evenings.length === 0)
    return { ok: false, sentence: `Nothing was played on ${date}. The list that appears while you type has the days with rounds.` }
  return { ok: true, sessionIds: evenings.map(({ session_id }) => session_id) }
}

/** The newest days with an evening that begin with what was typed. */
export async function suggestDays({ database }: Asked, typed: string): Promise<Choice[]> {
  const days = await database
    .selectFrom('rpt_session_facts')
    .select('played_on')
    .distinct()
    .where((row) => row(row.fn<boolean>('starts_with', [row.cast('played_on', 'varchar'), row.val(typed)]), '=', true))
    .orderBy('played_on', 'desc')
    .limit(25)
    .execute()
  return days.map(({ played_on }) => ({ name: played_on, value: played_on }))
}
