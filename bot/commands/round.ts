import { SlashCommandBuilder } from 'discord.js'
import { inPagesWhereLong } from '../in_pages.ts'
import { pageUrl } from '../page_url.ts'
import { roundCard, roundFactsSchema } from '../posts/round.ts'
import type { BotCommand } from './command.ts'
import { findRound, suggestRounds } from './find_round.ts'

export const round: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('round')
    .setDescription('A round with its players by side; without a key the last one')
    .addStringOption((option) => option.setName('key').setDescription('The key at the foot of a post, or a map').setAutocomplete(true))
    .toJSON(),
  async answer(asked) {
    const found = await findRound(asked, asked.text('key'))
    if (!found.ok) return found
    const { facts, match_id } = await asked.database
      .selectFrom('rpt_round_facts')
      .selectAll()
      .where('round_id', '=', found.roundId)
      .executeTakeFirstOrThrow()
    const url = pageUrl(asked.configuration.report_url, `matches/${match_id}`)
    return { pages: inPagesWhereLong({ ...roundCard(roundFactsSchema.parse(JSON.parse(facts))), footer: `round ${found.roundId}`, url }) }
  },
  suggest: (asked, _option, typed) => suggestRounds(asked, typed),
}
