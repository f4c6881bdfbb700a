import { SlashCommandBuilder } from 'discord.js'
import type { RptPlayerPeriods } from '../../warehouse/marts.ts'
import { nameText, padColumns, tableName } from '../name_text.ts'
import { numberText, percentText } from '../number_text.ts'
import type { BotCommand } from './command.ts'
import { findPlayer, suggestPlayers } from './find_player.ts'

const rows: readonly [title: string, text: (period: RptPlayerPeriods) => string][] = [
  ['rounds', ({ round_count }) => String(round_count)],
  ['damage/min', ({ damage_per_minute }) => numberText(damage_per_minute)],
  ['kills/death', ({ kill_death_ratio }) => numberText(kill_death_ratio, 2)],
  ['kills/min', ({ kills_per_minute }) => numberText(kills_per_minute, 2)],
  ['accuracy', ({ accuracy_percent }) => percentText(accuracy_percent)],
  ['headshot acc.', ({ headshot_accuracy_percent }) => percentText(headshot_accuracy_percent)],
  ['useful kills', ({ useful_kill_percent }) => percentText(useful_kill_percent)],
  ['revives/min', ({ revives_per_minute }) => numberText(revives_per_minute, 2)],
  ['denied s/min', ({ denied_seconds_per_minute }) => numberText(denied_seconds_per_minute, 1)],
  ['time alive', ({ alive_percent }) => percentText(alive_percent)],
  ['maps won', ({ match_win_percent, match_count }) => `${percentText(match_win_percent)} of ${match_count}`],
]

export const compare: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('compare')
    .setDescription('Two players side by side')
    .addStringOption((option) => option.setName('player').setDescription('A player').setRequired(true).setAutocomplete(true))
    .addStringOption((option) => option.setName('with').setDescription('Another; without it you, once linked').setAutocomplete(true))
    .addStringOption((option) =>
      option
        .setName('period')
        .setDescription('Default: all time')
        .addChoices({ name: 'Last 30 days', value: 'last_30_days' }, { name: 'All time', value: 'all_time' }),
    )
    .toJSON(),
  async answer(asked) {
    const one = await findPlayer(asked, asked.text('player'))
    if (!one.ok) return one
    const other = await findPlayer(asked, asked.text('with'))
    if (!other.ok) return other
    if (one.playerId === other.playerId) return { sentence: 'Name two different players.' }
    const period = asked.text('period') ?? 'all_time'
    const found = await asked.database
      .selectFrom('rpt_player_periods')
      .selectAll()
      .where('period_kind', '=', period)
      .where('player_id', 'in', [one.playerId, other.playerId])
      .execute()
    const [first, second] = [one, other].map(({ playerId }) => found.find(({ player_id }) => player_id === playerId))
    const missing = first ? other.playerName : one.playerName
    if (!first || !second) return { sentence: `${missing} has no counted round in that period. Choose another period.` }
    const names = [first, second].map(({ player_name }) => padColumns(tableName(player_name), 14, 'right'))
    return {
      pages: [
        {
          title: `${nameText(first.player_name)} and ${nameText(second.player_name)}`,
          lines: [period === 'all_time' ? 'All counted rounds' : 'Counted rounds of the last 30 days'],
          blocks: [
            {
              heading: 'Side by side',
              isTable: true,
              hasColumnNames: true,
              lines: [
                `${''.padEnd(14)}${names.join(' ')}`,
                ...rows.map(([title, text]) => `${title.padEnd(14)}${text(first).padStart(14)} ${text(second).padStart(14)}`),
              ],
            },
          ],
          footer: `players ${first.player_id} ${second.player_id}`,
        },
      ],
    }
  },
  suggest: (asked, _option, typed) => suggestPlayers(asked, typed),
}
