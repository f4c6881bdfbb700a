import { SlashCommandBuilder } from 'discord.js'
import { inPages } from '../in_pages.ts'
import { sentenceText } from '../name_text.ts'
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
    const query = asked.database.selectFrom('rpt_round_pages').selectAll().orderBy('order_at')
    const rounds = await (session_id ? query.where('session_id', '=', session_id) : query.where('round_id', '=', found.roundId)).execute()
    return {
      pages: inPages(
        {
          title: `Times · ${rounds[0]!.day_text}`,
          lines: ['Time played of the limit, and where the time comes from.'],
          footer: `round ${found.roundId}`,
        },
        {
          heading: 'Round by round',
          lines: rounds.map(
            (round) =>
              `${sentenceText(round.map_title)} R${round.round_number}: **${sentenceText(round.duration_text)}** of ${round.timelimit_text} (${round.duration_source_text}) ${round.confidence_mark}`,
          ),
        },
      ),
    }
  },
  suggest: (asked, _option, typed) => suggestRounds(asked, typed),
}
