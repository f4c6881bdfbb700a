import { SlashCommandBuilder } from 'discord.js'
import { inPages } from '../in_pages.ts'
import { padColumns, sentenceText, tableName } from '../name_text.ts'
import { numberText } from '../number_text.ts'
import { pageUrl } from '../page_url.ts'
import type { BotCommand } from './command.ts'

export const leaderboard: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('leaderboard')
    .setDescription('Who is best, with the sample beside every number')
    .addStringOption((option) => option.setName('kind').setDescription('What is compared').setRequired(true).setAutocomplete(true))
    .addStringOption((option) => option.setName('period').setDescription('Default: last 30 days').setAutocomplete(true))
    .addIntegerOption((option) =>
      option
        .setName('minimum')
        .setDescription('Show only who has at least this sample (rounds, shots ...)')
        .setMinValue(1)
        .setMaxValue(1_000_000),
    )
    .toJSON(),
  async answer({ database, text, number, configuration }) {
    const kind = text('kind') ?? ''
    const period = text('period') ?? 'last_30_days'
    const minimum = number('minimum') ?? 0
    const board = await database
      .selectFrom('rpt_leaderboards')
      .select(['board', 'board_title', 'unit', 'sample', 'sample_minimum', 'period'])
      .where((row) => row.or([row('board', '=', kind), row(row.fn<string>('lower', ['board_title']), '=', kind.toLowerCase())]))
      .where('period', '=', period)
      .limit(1)
      .executeTakeFirst()
    if (!board) {
      return {
        sentence: `Nobody is ranked for "${kind}" in "${period}". Pick both from the lists that appear while you type, or another period.`,
      }
    }
    const places = await database
      .selectFrom('rpt_leaderboards')
      .selectAll()
      .where('board', '=', board.board)
      .where('period', '=', period)
      .where('sample_size', '>=', minimum)
      .orderBy('place')
      .orderBy('player_id')
      .execute()
    if (places.length === 0)
      return { sentence: `Nobody has ${minimum} of ${board.sample.replaceAll('_', ' ')} there. Give a lower minimum.` }
    const sample = board.sample.replaceAll('_', ' ')
    const lines = places.map(
      ({ place, player_name, value, sample_size }) =>
        `${String(place).padStart(3)} ${padColumns(tableName(player_name, 20), 20, 'left')}${numberText(value, Number.isInteger(value) ? 0 : 2).padStart(10)}${String(sample_size).padStart(9)}`,
    )
    return {
      pages: inPages(
        {
          title: `${sentenceText(board.board_title)} · ${period.replaceAll('_', ' ')}`,
          url: pageUrl(configuration.report_url, 'leaderboards'),
          lines: [
            `In ${board.unit}. Ranked: who has at least ${board.sample_minimum} (${sample})${minimum > 0 ? `; shown: at least ${minimum}` : ''}.`,
          ],
          footer: `leaderboard ${board.board}`,
        },
        {
          heading: sentenceText(board.board_title),
          isTable: true,
          hasColumnNames: true,
          lines: [`    ${'player'.padEnd(20)}${board.unit.slice(0, 9).padStart(10)}${sample.split(' ')[0]!.padStart(9)}`, ...lines],
        },
      ),
    }
  },
  async suggest({ database }, option, typed) {
    if (option === 'kind') {
      const boards = await database
        .selectFrom('rpt_leaderboards')
        .select(['board', 'board_title'])
        .distinct()
        .orderBy('board_title')
        .execute()
      return boards
        .filter(({ board_title }) => board_title.toLowerCase().includes(typed.toLowerCase()))
        .map(({ board, board_title }) => ({ name: board_title, value: board }))
    }
    const periods = await database.selectFrom('rpt_leaderboards').select('period').distinct().orderBy('period', 'desc').execute()
    const named = periods.map(({ period }) => ({ name: period.replaceAll('_', ' '), value: period }))
    return named
      .filter(({ name }) => name.includes(typed))
      .sort((one, other) => Number(one.value.startsWith('2')) - Number(other.value.startsWith('2')))
  },
}
