import { SlashCommandBuilder } from 'discord.js'
import { inPages } from '../in_pages.ts'
import { nameText, sentenceText } from '../name_text.ts'
import { pageUrl } from '../page_url.ts'
import type { BotCommand } from './command.ts'
import { map, recordText } from './map.ts'

export const records: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('records')
    .setDescription('The best of each kind, over all maps or on one, with the round to look at')
    .addStringOption((option) => option.setName('map').setDescription('Default: all maps').setAutocomplete(true))
    .toJSON(),
  async answer({ database, text, configuration }) {
    const asked = text('map')?.toLowerCase()
    const query = database
      .selectFrom('rpt_records')
      .selectAll()
      .where('period', '=', 'all_time')
      .where('scope', '=', asked ? 'map' : 'all_maps')
      .where('place', '=', 1)
    const found = await (asked ? query.where('map_name', '=', asked) : query).orderBy('record_title').orderBy('round_id').execute()
    if (found.length === 0)
      return { sentence: asked ? `No record is known on "${asked}". Pick a map from the list.` : 'No record is known yet.' }
    return {
      pages: inPages(
        {
          title: asked ? `Records on ${sentenceText(asked)}` : 'Records',
          url: pageUrl(configuration.report_url, 'records'),
          lines: ['Counted rounds only. The key leads to the round: /round, /trace.'],
          footer: 'records',
        },
        {
          heading: 'Best of each kind',
          lines: found.map(
            ({ record_title, value, unit, player_name, map_name, played_on, round_id }) =>
              `${record_title}: **${recordText(value, unit)}** ${player_name ? nameText(player_name) : ''} on ${sentenceText(map_name)}, ${played_on} (${round_id})`,
          ),
        },
      ),
    }
  },
  suggest: (asked, option, typed) => map.suggest!(asked, option, typed),
}
