import { SlashCommandBuilder } from 'discord.js'
import type { RptSessionFacts } from '../../warehouse/marts.ts'
import type { Card } from '../card.ts'
import { inPagesWhereLong } from '../in_pages.ts'
import { pageUrl } from '../page_url.ts'
import { sessionCard, sessionFactsSchema } from '../posts/session.ts'
import type { Asked, BotCommand } from './command.ts'
import { findEvenings, suggestDays } from './find_evenings.ts'

export const session: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('session')
    .setDescription('An evening by its date')
    .addStringOption((option) =>
      option.setName('date').setDescription('The day, such as 2025-09-03').setRequired(true).setAutocomplete(true),
    )
    .toJSON(),
  async answer(asked) {
    const found = await findEvenings(asked, asked.text('date') ?? '')
    if (!found.ok) return found
    const evenings = await asked.database
      .selectFrom('rpt_session_facts')
      .selectAll()
      .where('session_id', 'in', found.sessionIds)
      .orderBy('order_at')
      .orderBy('session_id')
      .execute()
    return { pages: sessionCards(evenings, asked) }
  },
  suggest: (asked, _option, typed) => suggestDays(asked, typed),
}

/** The pages of each evening. */
export function sessionCards(sessions: readonly RptSessionFacts[], { configuration }: Asked): Card[] {
  return sessions.flatMap(({ session_id, anchor_round_id, facts }) =>
    inPagesWhereLong({
      ...sessionCard(sessionFactsSchema.parse(JSON.parse(facts))),
      footer: `session ${anchor_round_id}`,
      url: pageUrl(configuration.report_url, `sessions/${session_id}`),
    }),
  )
}
