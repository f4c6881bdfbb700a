import { SlashCommandBuilder } from 'discord.js'
import type { RptSessionFacts } from '../../warehouse/marts.ts'
import type { Card } from '../card.ts'
import { pageUrl } from '../page_url.ts'
import { sessionCard, sessionFactsSchema } from '../posts/session.ts'
import type { Asked, BotCommand } from './command.ts'

export const session: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('session')
    .setDescription('An evening by its date')
    .addStringOption((option) =>
      option.setName('date').setDescription('The day, such as 2025-09-03').setRequired(true).setAutocomplete(true),
    )
    .toJSON(),
  async answer(asked) {
    const date = asked.text('date') ?? ''
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return { sentence: 'Write the date as year-month-day, such as 2025-09-03.' }
    const found = await asked.database
      .selectFrom('rpt_session_facts')
      .selectAll()
      .where((row) => row(row.cast('played_on', 'varchar'), '=', date))
      .orderBy('order_at')
      .execute()
    if (found.length === 0)
      return { sentence: `Nothing was played on ${date}. The list that appears while you type has the days with rounds.` }
    return { pages: sessionCards(found, asked) }
  },
  async suggest({ database }, _option, typed) {
    const days = await database
      .selectFrom('fct_sessions')
      .select('played_on')
      .distinct()
      .where((row) => row(row.fn<boolean>('starts_with', [row.cast('played_on', 'varchar'), row.val(typed)]), '=', true))
      .orderBy('played_on', 'desc')
      .limit(25)
      .execute()
    return days.map(({ played_on }) => ({ name: played_on, value: played_on }))
  },
}

/** One page for each evening. */
export function sessionCards(sessions: readonly RptSessionFacts[], { configuration }: Asked): Card[] {
  return sessions.map(({ session_id, anchor_round_id, facts }) => ({
    ...sessionCard(sessionFactsSchema.parse(JSON.parse(facts))),
    footer: `session ${anchor_round_id}`,
    url: pageUrl(configuration.report_url, `sessions/${session_id}`),
  }))
}
