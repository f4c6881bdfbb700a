import { SlashCommandBuilder } from 'discord.js'
import { writeLink } from '../player_links.ts'
import type { BotCommand } from './command.ts'
import { findPlayer, suggestPlayers } from './find_player.ts'

export const link: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('link')
    .setDescription('Say which player you are; an admin approves it')
    .addStringOption((option) => option.setName('player').setDescription('Your name in the game').setRequired(true).setAutocomplete(true))
    .toJSON(),
  async answer(asked) {
    const found = await findPlayer(asked, asked.text('player') ?? '')
    if (!found.ok) return found
    const { id, name } = asked.user
    writeLink(asked.paths.links, { entry_kind: 'asked', discord_user_id: id, player_id: found.playerId, author: name }, asked.now)
    return { sentence: `You asked to be ${found.playerName} (${found.playerId}). An admin sees it with /links and approves it.` }
  },
  suggest: (asked, _option, typed) => suggestPlayers(asked, typed),
}
