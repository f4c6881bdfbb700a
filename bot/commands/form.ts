import { SlashCommandBuilder } from 'discord.js'
import type { RptFormMovers } from '../../warehouse/marts.ts'
import { inPages } from '../in_pages.ts'
import { nameText } from '../name_text.ts'
import { numberText } from '../number_text.ts'
import type { BotCommand } from './command.ts'
import { findPlayer, suggestPlayers } from './find_player.ts'

export const form: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('form')
    .setDescription('The last five evenings against the own average: one player, or everybody')
    .addStringOption((option) => option.setName('player').setDescription('Default: everybody').setAutocomplete(true))
    .toJSON(),
  async answer(asked) {
    const query = asked.database.selectFrom('rpt_form_movers').selectAll().orderBy('form_difference', 'desc').orderBy('player_id')
    const named = asked.text('player')
    if (named !== undefined) {
      const found = await findPlayer(asked, named)
      if (!found.ok) return found
      const own = await query.where('player_id', '=', found.playerId).executeTakeFirst()
      if (!own) return { sentence: `${found.playerName} did not play in the last five evenings.` }
      return { pages: inPages(head, { heading: nameText(own.player_name), lines: [formLine(own)] }) }
    }
    const everybody = await query.execute()
    if (everybody.length === 0) return { sentence: 'Nobody played in the last five evenings.' }
    return { pages: inPages(head, { heading: 'Damage per minute', lines: everybody.map(formLine) }) }
  },
  suggest: (asked, _option, typed) => suggestPlayers(asked, typed),
}

const head = { title: 'Form', lines: ['Damage per minute in the last five evenings against the own average of all.'], footer: 'form' }

function formLine(mover: RptFormMovers): string {
  const difference = mover.form_difference ?? 0
  const sign = difference > 0 ? '▴' : difference < 0 ? '▾' : '•'
  return `${sign} ${nameText(mover.player_name)} **${numberText(mover.recent_damage_per_minute)}** (own average ${numberText(mover.own_damage_per_minute)}; ${mover.recent_round_count} rounds in ${mover.recent_session_count} of ${mover.session_count} evenings)`
}
