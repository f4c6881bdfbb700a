import { SlashCommandBuilder } from 'discord.js'
import { inPagesWhereLong } from '../in_pages.ts'
import { momentText } from '../moment_text.ts'
import { sentenceText } from '../name_text.ts'
import type { BotCommand } from './command.ts'
import { findRound, suggestRounds } from './find_round.ts'

export const trace: BotCommand = {
  definition: new SlashCommandBuilder()
    .setName('trace')
    .setDescription('How we know: a round, its sides and confidence, and every arrival behind it')
    .addStringOption((option) =>
      option.setName('key').setDescription('The key at the foot of a post').setRequired(true).setAutocomplete(true),
    )
    .toJSON(),
  async answer(asked) {
    const found = await findRound(asked, asked.text('key'))
    if (!found.ok) return found
    const { database } = asked
    const [page, events, checks, posts, reasons] = await Promise.all([
      database.selectFrom('rpt_round_pages').selectAll().where('round_id', '=', found.roundId).executeTakeFirstOrThrow(),
      database.selectFrom('fct_round_events').selectAll().where('round_id', '=', found.roundId).orderBy('source').execute(),
      database.selectFrom('fct_round_checks').selectAll().where('round_id', '=', found.roundId).orderBy('check_code').execute(),
      database
        .selectFrom('fct_posts')
        .selectAll()
        .where('round_id', '=', found.roundId)
        .orderBy('post_kind')
        .orderBy('channel_id')
        .execute(),
      database.selectFrom('dim_reasons').selectAll().execute(),
    ])
    const sentences = new Map(reasons.map(({ reason_code, sentence }) => [reason_code, sentence]))
    return {
      pages: inPagesWhereLong({
        title: `${sentenceText(page.map_title)} · round ${page.round_number} · ${page.day_text}`,
        lines: [
          `${sentenceText(page.result_text)}   ${page.confidence_mark} ${page.confidence_words}: ${sentenceText(page.confidence_sentence)}`,
          `Defended: ${sentenceText(page.defender_text)}. Won: ${sentenceText(page.winner_text)}`,
          `Time: ${sentenceText(page.duration_text)} of ${page.timelimit_text} (${page.duration_source_text}). End: ${sentenceText(page.end_reason_text)}`,
          page.not_counted_sentence ? `Not counted: ${sentenceText(page.not_counted_sentence)}` : 'Counted.',
        ],
        blocks: [
          {
            heading: 'Arrivals',
            lines: events.map(
              ({ source, filename, link_status, confidence, reason_code, raw_sha256 }) =>
                `${sentenceText(source)} ${sentenceText(filename ?? '')}: ${link_status === 'linked_round_id' ? `linked, ${confidence}` : sentenceText(link_status)}${reason_code ? ` (${sentenceText(sentences.get(reason_code) ?? reason_code)})` : ''}, sha256 ${raw_sha256?.slice(0, 12) ?? '–'}`,
            ),
          },
          {
            heading: 'Findings',
            lines: checks.map(
              ({ severity, sentence, detail }) => `${severity}: ${sentenceText(sentence)}${detail ? ` ${sentenceText(detail)}` : ''}`,
            ),
          },
          {
            heading: 'Posted',
            lines: posts.map(
              ({ post_kind, channel_id, post_state, sent_at, edit_count }) =>
                `${post_kind} in <#${channel_id}>: ${sent_at === null ? post_state : `sent ${momentText(sent_at)}`}${edit_count > 0 ? `, edits: ${edit_count}` : ''}`,
            ),
          },
        ],
        footer: `round ${found.roundId}`,
      }),
    }
  },
  suggest: (asked, _option, typed) => suggestRounds(asked, typed),
}
