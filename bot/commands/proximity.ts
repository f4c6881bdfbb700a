import { SlashCommandBuilder } from 'discord.js'
import type { RptProximityLeaderboards, RptProximitySummaries } from '../../warehouse/marts.ts'
import type { Block, Card } from '../card.ts'
import { inPages } from '../in_pages.ts'
import { nameText, padColumns, sentenceText, tableName } from '../name_text.ts'
import { numberText } from '../number_text.ts'
import { pageUrl } from '../page_url.ts'
import { proximityLine, proximityText } from '../proximity_text.ts'
import type { Answer, Asked, BotCommand, Choice } from './command.ts'
import { findPlayer, suggestPlayers } from './find_player.ts'
import { findRound, suggestRounds } from './find_round.ts'
import { session } from './session.ts'

const nothing = {
  sentence: 'Nothing is known of proximity: no file of the proximity tracker was landed, or the files are still being read.',
}
const howToRead = 'Behind each number: its cases (n) and how far they carry (High from 20, Medium from 8, else Low).'

export const proximity: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('proximity')
    .setDescription('Fights, trades and team play: who leads, a player, a board, a round or an evening')
    .addStringOption((option) => option.setName('player').setDescription('His own measures').setAutocomplete(true))
    .addStringOption((option) => option.setName('board').setDescription('Everybody on one board').setAutocomplete(true))
    .addStringOption((option) => option.setName('round').setDescription('A round by its key or map').setAutocomplete(true))
    .addStringOption((option) => option.setName('date').setDescription('An evening, such as 2025-09-03').setAutocomplete(true))
    .toJSON(),
  answer(asked) {
    if (asked.text('player')) return ofPlayer(asked)
    if (asked.text('board')) return ofBoard(asked)
    if (asked.text('round')) return ofRound(asked)
    if (asked.text('date')) return ofEvening(asked)
    return leaders(asked)
  },
  async suggest(asked, option, typed) {
    if (option === 'player') return await suggestPlayers(asked, typed)
    if (option === 'round') return await suggestRounds(asked, typed)
    if (option === 'date') return await session.suggest!(asked, option, typed)
    return await suggestBoards(asked, typed)
  },
}

/** The first of every board that has places, over all rounds that count. */
async function leaders({ proximity, configuration }: Asked): Promise<Answer> {
  const first = await proximity.read(['rpt_proximity_leaderboards'], (database) =>
    database
      .selectFrom('rpt_proximity_leaderboards')
      .selectAll()
      .where('period', '=', 'all_time')
      .where('place', '=', 1)
      .orderBy('sort_order')
      .orderBy('player_id')
      .execute(),
  )
  if (!first) return nothing
  if (first.length === 0) return { sentence: 'Nobody has enough cases for a place on a board yet. Ask for a player, a round or a date.' }
  const lines = first.map((row) => `${sentenceText(row.board_title)}: **${nameText(row.player_name)}** ${valueText(row)}`)
  const card = {
    title: 'Proximity: who leads',
    lines: [howToRead],
    footer: 'proximity',
    url: pageUrl(configuration.report_url, 'leaderboards/proximity'),
  }
  return { pages: inPages(card, { heading: 'First of each board, all time', lines }) }
}

async function ofPlayer(asked: Asked): Promise<Answer> {
  const found = await findPlayer(asked, asked.text('player'))
  if (!found.ok) return found
  const rows = await asked.proximity.read(['rpt_proximity_leaderboards'], (database) =>
    database
      .selectFrom('rpt_proximity_leaderboards')
      .selectAll()
      .where('period', '=', 'all_time')
      .where('player_id', '=', found.playerId)
      .orderBy('sort_order')
      .execute(),
  )
  if (!rows) return nothing
  if (rows.length === 0) return { sentence: `No proximity file of a round that counts tells of ${found.playerName}.` }
  const lineOf = (row: RptProximityLeaderboards) =>
    `${sentenceText(row.board_title)}: ${valueText(row)}${row.place === null ? '' : ` · place ${row.place}`}`
  const ranked = rows.filter(({ is_ranked }) => is_ranked)
  const described = rows.filter(({ is_ranked }) => !is_ranked)
  return {
    pages: [
      {
        title: `${nameText(found.playerName, 32)} · proximity`,
        url: pageUrl(asked.configuration.report_url, `players/${found.playerId}`),
        lines: [howToRead],
        blocks: [
          { heading: 'All time', lines: ranked.map(lineOf) },
          { heading: 'Described, not ranked: they say nothing about skill', lines: described.map(lineOf) },
        ],
        footer: `player ${found.playerId}`,
      },
    ],
  }
}

async function ofBoard({ proximity, text, configuration }: Asked): Promise<Answer> {
  const board = text('board') ?? ''
  const rows = await proximity.read(['rpt_proximity_leaderboards'], (database) =>
    database
      .selectFrom('rpt_proximity_leaderboards')
      .selectAll()
      .where('period', '=', 'all_time')
      .where((row) => row.or([row('board', '=', board), row(row.fn<string>('lower', ['board_title']), '=', board.toLowerCase())]))
      .orderBy('place', (order) => order.asc().nullsLast())
      .orderBy('player_name')
      .orderBy('player_id')
      .execute(),
  )
  if (!rows) return nothing
  const [any] = rows
  if (!any) return { sentence: `There is no board "${board}" with anybody on it. Pick one from the list that appears while you type.` }
  const table = rows.map(
    ({ place, player_name, value, sample_count, sample_confidence }) =>
      `${(place === null ? '–' : String(place)).padStart(3)} ${padColumns(tableName(player_name, 18), 18, 'left')}${numberText(value, 1).padStart(9)}${String(sample_count).padStart(7)} ${sample_confidence}`,
  )
  const ranking = any.is_ranked
    ? `Places from ${any.minimum_sample} cases on; without a place: too few.`
    : 'Described, not ranked: it says nothing about skill.'
  return {
    pages: inPages(
      {
        title: `${sentenceText(any.board_title)} · proximity, all time`,
        url: pageUrl(configuration.report_url, 'leaderboards/proximity'),
        lines: [sentenceText(any.sentence), `In ${any.unit}. ${ranking}`],
        footer: `proximity ${any.board}`,
      },
      {
        heading: sentenceText(any.board_title),
        isTable: true,
        hasColumnNames: true,
        lines: [`    ${'player'.padEnd(18)}${any.unit.slice(0, 9).padStart(9)}${'n'.padStart(7)}`, ...table],
      },
    ),
  }
}

async function ofRound(asked: Asked): Promise<Answer> {
  const found = await findRound(asked, asked.text('round'))
  if (!found.ok) return found
  const { database, configuration } = asked
  const page = await database
    .selectFrom('rpt_round_pages')
    .select(['map_title', 'round_number', 'match_id'])
    .where('round_id', '=', found.roundId)
    .executeTakeFirstOrThrow()
  const told = await asked.proximity.read(['rpt_proximity_summaries', 'fct_proximity_player_rounds'], async (tables) => ({
    summary: await tables
      .selectFrom('rpt_proximity_summaries')
      .selectAll()
      .where('scope_kind', '=', 'round')
      .where('scope_id', '=', found.roundId)
      .executeTakeFirst(),
    players: await tables
      .selectFrom('fct_proximity_player_rounds')
      .selectAll()
      .where('round_id', '=', found.roundId)
      .orderBy('kill_count', 'desc')
      .orderBy('player_id')
      .execute(),
  }))
  if (!told) return nothing
  if (!told.summary) return { sentence: 'No proximity file is linked to that round. /trace shows what arrived about it.' }
  return {
    pages: [
      summaryCard(`${sentenceText(page.map_title)} · round ${page.round_number} · proximity`, told.summary, told.players, {
        footer: `round ${found.roundId}`,
        url: pageUrl(configuration.report_url, `matches/${page.match_id}`),
      }),
    ],
  }
}

async function ofEvening({ database, proximity, text, configuration }: Asked): Promise<Answer> {
  const date = text('date') ?? ''
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return { sentence: 'Write the date as year-month-day, such as 2025-09-03.' }
  const evenings = await database
    .selectFrom('rpt_session_pages')
    .select(['session_id', 'day_text', 'server'])
    .where((row) => row(row.cast('played_on', 'varchar'), '=', date))
    .orderBy('order_at')
    .execute()
  const ids = evenings.map(({ session_id }) => session_id)
  if (ids.length === 0) return { sentence: `Nothing was played on ${date}. The list that appears while you type has the days with rounds.` }
  const told = await proximity.read(['rpt_proximity_summaries', 'rpt_proximity_players'], async (tables) => ({
    summaries: await tables
      .selectFrom('rpt_proximity_summaries')
      .selectAll()
      .where('scope_kind', '=', 'session')
      .where('scope_id', 'in', ids)
      .execute(),
    players: await tables
      .selectFrom('rpt_proximity_players')
      .selectAll()
      .where('scope_kind', '=', 'session')
      .where('scope_id', 'in', ids)
      .orderBy('targeted_count', 'desc')
      .orderBy('player_id')
      .execute(),
  }))
  if (!told) return nothing
  const pages = evenings.flatMap(({ session_id, day_text, server }) => {
    const summary = told.summaries.find(({ scope_id }) => scope_id === session_id)
    if (!summary) return []
    const title = `${day_text} · ${sentenceText(server)} · proximity of ${summary.round_count} rounds`
    const players = told.players.filter(({ scope_id }) => scope_id === session_id)
    const url = pageUrl(configuration.report_url, `sessions/${session_id}`)
    return [summaryCard(title, summary, players, { footer: `session ${summary.anchor_round_id}`, url })]
  })
  return pages.length > 0 ? { pages } : { sentence: `No proximity file is linked to a round of ${date} that counts.` }
}

type ToldPlayer = {
  player_name: string | null
  targeted_count: number | null
  escape_percent: number | null
  support_percent: number | null
  sprint_percent: number | null
  tradeable_death_count: number | null
}

function summaryCard(
  title: string,
  summary: RptProximitySummaries,
  players: readonly ToldPlayer[],
  about: Pick<Card, 'footer' | 'url'>,
): Card {
  const percent = (value: number | null) => (value === null ? '–' : `${numberText(value)}%`)
  const isBlind = players.every(({ sprint_percent }) => sprint_percent === null)
  const table: Block = {
    heading: 'PLAYERS',
    isTable: true,
    hasColumnNames: true,
    lines: [
      `${'player'.padEnd(16)}${'fights'.padStart(7)}${'escaped'.padStart(8)}${'deaths'.padStart(7)}${'support'.padStart(8)}${'sprint'.padStart(7)}`,
      ...players.map(
        (player) =>
          `${padColumns(tableName(player.player_name, 16), 16, 'left')}${numberText(player.targeted_count).padStart(7)}${percent(player.escape_percent).padStart(8)}${numberText(player.tradeable_death_count).padStart(7)}${percent(player.support_percent).padStart(8)}${percent(player.sprint_percent).padStart(7)}`,
      ),
    ],
  }
  return {
    title,
    ...about,
    lines: [
      proximityText(proximityLine(summary)),
      `Escaped: of ${summary.fight_count} fights (${summary.fight_confidence}). Deaths: by an enemy (${summary.trade_confidence}). Support: time alive with a teammate in combat within 600 units.`,
      ...(isBlind ? ['Sprint: unavailable (the tracker could not see sprinting).'] : ['Sprint: described, not ranked.']),
    ],
    blocks: [table],
  }
}

function valueText({ value, unit, sample_count, sample_confidence }: RptProximityLeaderboards): string {
  return `**${numberText(value, 1)}** ${unit} (n ${sample_count}, ${sample_confidence})`
}

async function suggestBoards({ proximity }: Asked, typed: string): Promise<Choice[]> {
  const boards = await proximity.read(['rpt_proximity_leaderboards'], (database) =>
    database.selectFrom('rpt_proximity_leaderboards').select(['board', 'board_title']).distinct().orderBy('board_title').execute(),
  )
  return (boards ?? [])
    .filter(({ board_title }) => board_title.toLowerCase().includes(typed.toLowerCase()))
    .map(({ board, board_title }) => ({ name: board_title, value: board }))
}
