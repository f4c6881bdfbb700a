import { clockText } from './clock_text.ts'
import { confidenceText } from './confidence_text.ts'
import type { Evidence } from './evidence.ts'
import { clocksText, linkText } from './trace.ts'
import { visibleText } from './visible_text.ts'

/** The evidence of a round as a page in Markdown: what it came to first, then why, then everything it rests on. */
export function evidencePage(evidence: Evidence): string {
  const { round, timing, events, refused, checks, keys, counts, rows, build, sentences } = evidence
  return [
    ...(round
      ? [
          `# ${round.map_name} round ${round.round_number}, ${round.played_on}`,
          '',
          ...table(
            ['what', 'value'],
            [
              [
                'round',
                `${round.round_id} on ${round.server}, known as ${round.round_fingerprint ?? '–'} (${round.fingerprint_level ?? '–'})`,
              ],
              ['ended', round.ended_at?.toISOString() ?? `unavailable (${sentence(sentences, round.ended_at_unavailable_reason)})`],
              ['sides', `${round.defender_side_name ?? 'unknown'} defended, ${round.winner_side_name ?? 'unknown'} won`],
              ['confidence', confidenceText(round.score_confidence, sentences[round.score_confidence_reason])],
              [
                'outcome',
                `${round.round_outcome ?? 'unknown'}, ${clockText(round.duration_seconds) ?? 'no clock'} of ${clockText(round.timelimit_seconds) ?? 'unknown'} (${round.duration_source ?? 'no clock'})`,
              ],
              [
                'end reason',
                round.end_reason
                  ? `${round.end_reason} (${round.end_reason_source})`
                  : `unavailable (${sentence(sentences, round.end_reason_unavailable_reason)})`,
              ],
              ['counted', round.is_counted ? 'yes' : `no: ${sentence(sentences, round.not_counted_reason)}`],
              ['state', round.ingest_state],
              ['clocks', timing ? clocksText(timing, sentences) : '–'],
            ],
          ),
        ]
      : ['# No round', '', 'What is known by this name belongs to no round; the arrivals say why.']),
    '',
    '## Arrivals accepted',
    '',
    ...arrivals(events, sentences),
    '',
    '## Arrivals of this map within the hour that are not this round',
    '',
    ...(refused.length > 0 ? arrivals(refused, sentences) : ['None.']),
    '',
    '## Arrivals before and after',
    '',
    'Rows of each source when the first arrival of the round landed, and once the last one had.',
    '',
    ...table(
      ['source', 'before', 'after'],
      counts.map(({ source, before, after }) => [source, String(before), String(after)]),
    ),
    '',
    '## Findings',
    '',
    ...(checks.length > 0
      ? table(
          ['severity', 'finding', 'about', 'detail'],
          checks.map((check) => [check.severity, check.sentence, check.subject, check.detail ?? '']),
        )
      : ['None.']),
    '',
    '## Keys that find it',
    '',
    ...table(
      ['level', 'key', 'unique on its server'],
      keys.map((key) => [key.fingerprint_level, key.fingerprint, key.is_unique ? 'yes' : 'no']),
    ),
    ...Object.entries(rows).flatMap(([mart, found]) => ['', `## ${mart}`, '', ...(found.length > 0 ? rowsTable(found) : ['No row.'])]),
    '',
    `Build ${build.build_id} of fullhold ${build.fullhold_version}, as of ${build.as_of.toISOString()}, code ${build.code_sha256.slice(0, 12)}.`,
    '',
  ].join('\n')
}

function arrivals(events: Evidence['events'], sentences: Record<string, string>): string[] {
  return table(
    ['source', 'name', 'read', 'link', 'reason', 'landed', 'sha256'],
    events.map((event) => [
      event.source,
      event.filename ?? (event.message_id ? `message ${event.message_id}` : ''),
      event.parse_status,
      event.round_id ? `${event.round_id}: ${linkText(event)}` : event.link_status,
      event.reason_code ? sentence(sentences, event.reason_code) : '',
      event.received_at.toISOString(),
      event.raw_sha256 ?? '',
    ]),
  )
}

/** One row is read best downwards, several across. */
function rowsTable(rows: Record<string, unknown>[]): string[] {
  if (rows.length === 1)
    return table(
      ['column', 'value'],
      Object.entries(rows[0]!).map(([name, value]) => [name, cell(value)]),
    )
  const names = Object.keys(rows[0]!)
  return table(
    names,
    rows.map((row) => names.map((name) => cell(row[name]))),
  )
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  return value instanceof Date ? value.toISOString() : String(value)
}

function table(names: string[], rows: string[][]): string[] {
  return [names, names.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escaped).join(' | ')} |`)
}

/** Names come from players: nothing of them may become markup. */
function escaped(text: string): string {
  return visibleText(text).replaceAll(/[\\`*_{}[\]<>|~#]/g, (sign) => `\\${sign}`)
}

function sentence(sentences: Record<string, string>, reason: string | null): string {
  return sentences[reason ?? ''] ?? reason ?? 'unknown'
}
