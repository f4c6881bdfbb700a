import { SlashCommandBuilder } from 'discord.js'
import type { BotCommand } from './command.ts'
import { sessionCards } from './session.ts'

export const last: BotCommand = {
  definition: new SlashCommandBuilder().setName('last').setDescription('The last evening: score, maps, rosters, best players').toJSON(),
  async answer(asked) {
    const newest = await asked.database.selectFrom('rpt_session_facts').selectAll().orderBy('order_at', 'desc').limit(1).execute()
    if (newest.length === 0) return { sentence: 'No evening is known yet.' }
    return { pages: sessionCards(newest, asked) }
  },
}
