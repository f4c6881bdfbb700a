import { SlashCommandBuilder } from 'discord.js'
import type { Card } from '../card.ts'
import { inPages } from '../in_pages.ts'
import { pageUrl } from '../page_url.ts'
import { type TimingFacts, timingCard, timingFactsSchema } from '../posts/timing.ts'
import type { Answer, Asked, BotCommand } from './command.ts'
import { findEvenings, suggestDays } from './find_evenings.ts'
import { findRound, suggestRounds } from './find_round.ts'

export const timing: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('timing')
    .setDescription('The clocks of a round or of an evening side by side; without either of the last evening')
    .addStringOption((option) => option.setName('round').setDescription('A round alone: its key, or a map').setAutocomplete(true))
    .addStringOption((option) => option.setName('date').setDescription('An evening by its day, such as 2025-09-03').setAutocomplete(true))
    .toJSON(),
  async answer(asked) {
    const [key, date] = [asked.text('round'), asked.text('date')]
    if (key !== undefined && date !== undefined) return { sentence: 'Give a round or a date, not both.' }
    if (key !== undefined) return await ofRound(asked, key)
    return date === undefined ? await ofLastEvening(asked) : await ofDay(asked, date)
  },
  suggest: (asked, option, typed) => (option === 'date' ? suggestDays(asked, typed) : suggestRounds(asked, typed)),
}

async function ofRound(asked: Asked, key: string): Promise<Answer> {
  const found = await findRound(asked, key)
  if (!found.ok) return found
  const { session_id, short_key } = await asked.database
    .selectFrom('fct_rounds')
    .select(['session_id', 'short_key'])
    .where('round_id', '=', found.roundId)
    .executeTakeFirstOrThrow()
  const [clocks] = session_id === null ? [] : await readClocks(asked, [session_id])
  if (!clocks)
    return { sentence: 'That round lies outside every evening, so it has no clocks to compare. /trace tells what is known of it.' }
  const rounds = clocks.facts.rounds.filter((round) => round.key === short_key)
  return { pages: pagesOf({ ...clocks, facts: { ...clocks.facts, rounds, no_lua: null }, footer: `round ${found.roundId}` }) }
}

async function ofLastEvening(asked: Asked): Promise<Answer> {
  const newest = await asked.database
    .selectFrom('rpt_timing_facts')
    .select('session_id')
    .orderBy('order_at', 'desc')
    .orderBy('session_id')
    .limit(1)
    .executeTakeFirst()
  if (!newest) return { sentence: 'No evening is known yet.' }
  return { pages: (await readClocks(asked, [newest.session_id])).flatMap(pagesOf) }
}

async function ofDay(asked: Asked, date: string): Promise<Answer> {
  const found = await findEvenings(asked, date)
  if (!found.ok) return found
  return { pages: (await readClocks(asked, found.sessionIds)).flatMap(pagesOf) }
}

type Clocks = { facts: TimingFacts; footer: string; url: string | undefined }

async function readClocks({ database, configuration }: Asked, sessionIds: string[]): Promise<Clocks[]> {
  const evenings = await database
    .selectFrom('rpt_timing_facts')
    .selectAll()
    .where('session_id', 'in', sessionIds)
    .orderBy('order_at')
    .orderBy('session_id')
    .execute()
  return evenings.map(({ session_id, anchor_round_id, facts }) => ({
    facts: timingFactsSchema.parse(JSON.parse(facts)),
    footer: `session ${anchor_round_id}`,
    url: pageUrl(configuration.report_url, `sessions/${session_id}`),
  }))
}

function pagesOf({ facts, footer, url }: Clocks): Card[] {
  const { blocks, ...card } = timingCard(facts)
  return inPages({ ...card, footer, url }, blocks[0]!)
}
