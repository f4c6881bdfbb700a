import { SlashCommandBuilder } from 'discord.js'
import { inPagesWhereLong } from '../in_pages.ts'
import { momentText } from '../moment_text.ts'
import { sentenceText } from '../name_text.ts'
import { percentText } from '../number_text.ts'
import { pageUrl } from '../page_url.ts'
import type { BotCommand } from './command.ts'

export const health: BotCommand = {
  definition: new SlashCommandBuilder().setName('health').setDescription('What arrives, what is missing, how old this is').toJSON(),
  async answer({ database, configuration }) {
    const [build, sources, coverage, checks] = await Promise.all([
      database.selectFrom('meta_build').selectAll().executeTakeFirstOrThrow(),
      database.selectFrom('fct_source_health').selectAll().orderBy('server').orderBy('source_name').orderBy('kind').execute(),
      database
        .selectFrom('rpt_source_coverage')
        .selectAll()
        .where('covered_round_count', '>', 0)
        .orderBy('server')
        .orderBy('source')
        .orderBy('round_number')
        .execute(),
      database.selectFrom('rpt_check_counts').selectAll().where('severity', '=', 'error').orderBy('sort_order').execute(),
    ])
    return {
      pages: inPagesWhereLong({
        title: 'Health',
        url: pageUrl(configuration.report_url, 'health'),
        lines: [
          `Built ${momentText(build.as_of)}: ${build.round_count} rounds, ${build.session_count} evenings, ${build.player_count} players`,
          `${build.raw_file_count} files landed, ${build.refusal_count} refused`,
        ],
        blocks: [
          {
            heading: 'Sources',
            lines: sources.map(
              ({ server, source_name, kind, file_count, file_count_24_hours, newest_received_at, refusal_count }) =>
                `${server} · ${sentenceText(source_name)} · ${kind}: ${file_count} (${file_count_24_hours} in 24 h)${newest_received_at ? `, last ${momentText(newest_received_at)}` : ''}${refusal_count > 0 ? `, ${refusal_count} refused` : ''}`,
            ),
          },
          {
            heading: 'Rounds that a source told of',
            lines: coverage.map(
              ({ server, source, round_number, covered_round_count, round_count, coverage_percent }) =>
                `${server} · ${sentenceText(source)} R${round_number}: ${percentText(coverage_percent)} (${covered_round_count} of ${round_count})`,
            ),
          },
          {
            heading: 'Errors in files',
            lines: checks.map(({ sentence, finding_count }) => `${finding_count} × ${sentenceText(sentence)}`),
          },
        ],
        footer: `build ${build.build_id}`,
      }),
    }
  },
}
