import { SlashCommandBuilder } from 'discord.js'
import { inPages } from '../in_pages.ts'
import { pageUrl } from '../page_url.ts'
import { timingCard, timingFactsSchema } from '../posts/timing.ts'
import type { BotCommand } from './command.ts'
import { findRound, suggestRounds } from './find_round.ts'

export const timing: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('timing')
    .setDescription('The times of an evening, with the clock that each comes from')
    .addStringOption((option) =>
      option.setName('round').setDescription('A round of the evening; default: the last evening').setAutocomplete(true),
    )
    .toJSON(),
  async answer(asked) {
    const found = await findRound(asked, asked.text('round'))
    if (!found.ok) return found
    const { session_id } = await asked.database
      .selectFrom('fct_rounds')
      .select('session_id')
      .where('round_id', '=', found.roundId)
      .executeTakeFirstOrThrow()
    const clocks =
      session_id === null
        ? undefined
        : await asked.database.selectFrom('rpt_timing_facts').select('facts').where('session_id', '=', session_id).executeTakeFirst()
    if (!clocks)
      return { sentence: 'That round lies outside every evening, so it has no clocks to compare. /trace tells what is known of it.' }
    const { blocks, ...card } = timingCard(timingFactsSchema.parse(JSON.parse(clocks.facts)))
    const url = pageUrl(asked.configuration.report_url, `sessions/${session_id}`)
    return { pages: inPages({ ...card, footer: `round ${found.roundId}`, url }, blocks[0]!) }
  },
  suggest: (asked, _option, typed) => suggestRounds(asked, typed),
}
