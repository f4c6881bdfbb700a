import { SlashCommandBuilder } from 'discord.js'
import type { RptPlayerPeriods } from '../../warehouse/marts.ts'
import { inPagesWhereLong } from '../in_pages.ts'
import { joinNames } from '../join_names.ts'
import { nameText } from '../name_text.ts'
import { numberText, percentText } from '../number_text.ts'
import { pageUrl } from '../page_url.ts'
import type { BotCommand } from './command.ts'
import { findPlayer, suggestPlayers } from './find_player.ts'

const titles: Readonly<Record<string, string>> = { last_30_days: 'Last 30 days', all_time: 'All time' }
const newestSeasons = 2

export const player: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('player')
    .setDescription('A player: names, numbers of the last 30 days, the season and all time')
    .addStringOption((option) => option.setName('name').setDescription('Without it: you, once you are linked').setAutocomplete(true))
    .toJSON(),
  async answer(asked) {
    const found = await findPlayer(asked, asked.text('name'))
    if (!found.ok) return found
    const { database, configuration } = asked
    const [person, names, periods] = await Promise.all([
      database.selectFrom('dim_players').selectAll().where('player_id', '=', found.playerId).executeTakeFirstOrThrow(),
      database
        .selectFrom('dim_player_names')
        .selectAll()
        .where('player_id', '=', found.playerId)
        .orderBy('is_current', 'desc')
        .orderBy('round_count', 'desc')
        .execute(),
      database.selectFrom('rpt_player_periods').selectAll().where('player_id', '=', found.playerId).orderBy('period', 'desc').execute(),
    ])
    const seasons = periods.filter(({ period_kind }) => period_kind === 'season').slice(0, newestSeasons)
    const shown = [
      ...periods.filter(({ period_kind }) => period_kind === 'last_30_days'),
      ...seasons,
      ...periods.filter(({ period_kind }) => period_kind === 'all_time'),
    ]
    return {
      pages: inPagesWhereLong({
        title: nameText(person.player_name, 32),
        url: pageUrl(configuration.report_url, `players/${person.player_id}`),
        lines: [
          `${person.round_count} rounds (${person.counted_round_count} counted) on ${person.session_count} evenings, ${person.first_seen_on} to ${person.last_seen_on}`,
        ],
        blocks: [
          ...shown.map((period) => ({ heading: titles[period.period_kind] ?? `Season ${period.period}`, lines: periodLines(period) })),
          {
            heading: 'Names',
            lines: joinNames(names.map(({ player_name, round_count }) => `${nameText(player_name)} (${round_count})`)),
          },
        ],
        footer: `player ${person.player_id}`,
      }),
    }
  },
  suggest: (asked, _option, typed) => suggestPlayers(asked, typed),
}

function periodLines(period: RptPlayerPeriods): string[] {
  return [
    `**${numberText(period.damage_per_minute)}** dpm, K/D **${numberText(period.kill_death_ratio, 2)}** (${period.kills}/${period.deaths}), accuracy ${percentText(period.accuracy_percent)}, revives ${numberText(period.revives)}`,
    `${period.round_count} rounds, ${period.match_count} maps, won ${percentText(period.match_win_percent)} of them (n ${period.match_count})`,
  ]
}
