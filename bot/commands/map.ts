import { SlashCommandBuilder } from 'discord.js'
import { clockText } from '../../cli/clock_text.ts'
import { inPagesWhereLong } from '../in_pages.ts'
import { nameText, sentenceText } from '../name_text.ts'
import { numberText, percentText } from '../number_text.ts'
import { pageUrl } from '../page_url.ts'
import type { BotCommand } from './command.ts'

const newestMatches = 8

export const map: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('map')
    .setDescription('A map: how often it is held, how fast it is taken, its records, what was played on it last')
    .addStringOption((option) => option.setName('map').setDescription('The map').setRequired(true).setAutocomplete(true))
    .toJSON(),
  async answer({ database, text, configuration }) {
    const asked = text('map') ?? ''
    const found = await database
      .selectFrom('dim_maps')
      .selectAll()
      .where((row) =>
        row.or([row('map_name', '=', asked.toLowerCase()), row(row.fn<string>('lower', ['map_title']), '=', asked.toLowerCase())]),
      )
      .executeTakeFirst()
    if (!found) return { sentence: `No map is known as "${asked}". Pick one from the list that appears while you type.` }
    const [records, matches] = await Promise.all([
      database
        .selectFrom('rpt_records')
        .selectAll()
        .where('period', '=', 'all_time')
        .where('scope', '=', 'map')
        .where('map_name', '=', found.map_name)
        .where('place', '=', 1)
        .orderBy('record_title')
        .execute(),
      database
        .selectFrom('rpt_match_pages')
        .selectAll()
        .where('map_name', '=', found.map_name)
        .orderBy('order_at', 'desc')
        .limit(newestMatches)
        .execute(),
    ])
    return {
      pages: inPagesWhereLong({
        title: sentenceText(found.map_title),
        url: pageUrl(configuration.report_url, `maps/${found.map_name}`),
        lines: [
          `${found.round_count} rounds, ${found.match_count} maps with both halves, ${found.first_played_on} to ${found.last_played_on}`,
          `Held: first halves **${percentText(found.first_half_hold_percent)}** (n ${found.first_half_count}), second halves **${percentText(found.second_half_hold_percent)}** (n ${found.second_half_count})`,
          `Fastest set: **${clockText(found.fastest_set_seconds) ?? 'never taken'}**, median of first halves ${clockText(found.median_set_seconds) ?? 'never taken'}`,
          ...(found.is_excluded ? ['The map is on the list of maps that do not count.'] : []),
        ],
        blocks: [
          {
            heading: 'Records',
            lines: records.map(
              ({ record_title, player_name, value, unit, played_on }) =>
                `${record_title}: **${recordText(value, unit)}** ${player_name ? nameText(player_name) : ''} (${played_on})`,
            ),
          },
          {
            heading: 'Played last',
            lines: matches.map(
              (match) =>
                `${match.day_text}: ${sentenceText(match.winner_text)}${match.points_text ? `, ▲ ${match.points_text} ●` : ''} ${match.confidence_mark} R1 ${sentenceText(match.first_half_short_text)}, R2 ${sentenceText(match.second_half_short_text)}`,
            ),
          },
        ],
        footer: `map ${found.map_name}`,
      }),
    }
  },
  async suggest({ database }, _option, typed) {
    const maps = await database
      .selectFrom('dim_maps')
      .select(['map_name', 'map_title'])
      .where((row) =>
        row.or(
          (['map_name', 'map_title'] as const).map((column) =>
            row(row.fn<boolean>('contains', [row.fn('lower', [column]), row.val(typed.toLowerCase())]), '=', true),
          ),
        ),
      )
      .orderBy('round_count', 'desc')
      .orderBy('map_name')
      .limit(25)
      .execute()
    return maps.map(({ map_name, map_title }) => ({ name: map_title.slice(0, 100), value: map_name.slice(0, 100) }))
  },
}

/** The value of a record in its unit; seconds as people say times. */
export function recordText(value: number, unit: string): string {
  if (unit === 'seconds') return clockText(value)!
  return `${numberText(value, Number.isInteger(value) ? 0 : 1)} ${unit}`
}
