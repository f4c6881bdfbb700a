import { SlashCommandBuilder } from 'discord.js'
import { nameText } from '../name_text.ts'
import { numberText, percentText } from '../number_text.ts'
import type { BotCommand } from './command.ts'
import { findPlayer, suggestPlayers } from './find_player.ts'

export const headToHead: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('head-to-head')
    .setDescription('Two players against each other and side by side')
    .addStringOption((option) => option.setName('player').setDescription('A player').setRequired(true).setAutocomplete(true))
    .addStringOption((option) => option.setName('against').setDescription('Another; without it you, once linked').setAutocomplete(true))
    .toJSON(),
  async answer(asked) {
    const one = await findPlayer(asked, asked.text('player'))
    if (!one.ok) return one
    const other = await findPlayer(asked, asked.text('against'))
    if (!other.ok) return other
    if (one.playerId === other.playerId) return { sentence: 'Name two different players.' }
    const pairs = await asked.database
      .selectFrom('rpt_player_partners')
      .selectAll()
      .where('player_id', '=', one.playerId)
      .where('other_player_id', '=', other.playerId)
      .execute()
    const against = pairs.find(({ relation }) => relation === 'against')
    const together = pairs.find(({ relation }) => relation === 'with')
    if (!against && !together) return { sentence: `${one.playerName} and ${other.playerName} have no counted map in common.` }
    const [name, otherName] = [nameText(one.playerName), nameText(other.playerName)]
    const won = (pair: NonNullable<typeof against>) =>
      `won ${pair.matches_won}, drawn ${pair.matches_drawn} of **${pair.match_count}** maps (${percentText(pair.match_win_percent)} won)`
    return {
      pages: [
        {
          title: `${name} against ${otherName}`,
          lines: [
            against ? `Against each other: ${name} ${won(against)}` : 'Never against each other on a counted map.',
            against?.kills === null || against?.kills === undefined
              ? 'Duels: unavailable (no endstats file tells of them)'
              : `Duels: ${name} killed ${otherName} **${against.kills}** times and was killed by him **${numberText(against.deaths)}** times`,
            together ? `In one team: ${won(together)}` : 'Never in one team on a counted map.',
          ],
          blocks: [],
          footer: `players ${one.playerId} ${other.playerId}`,
        },
      ],
    }
  },
  suggest: (asked, _option, typed) => suggestPlayers(asked, typed),
}
