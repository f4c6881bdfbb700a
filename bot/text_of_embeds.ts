import type { APIEmbed } from 'discord.js'

/** A message as plain text, for a terminal: what Discord shows without its colours. */
export function textOfEmbeds(embeds: readonly APIEmbed[]): string {
  return embeds
    .flatMap(({ title, description, fields, footer }) => [
      ...(title ? [plain(title)] : []),
      ...(description ? [plain(description)] : []),
      ...(fields ?? []).flatMap(({ name, value }) => ['', ...(name === '\u200b' ? [] : [plain(name)]), plain(value)]),
      ...(footer ? ['', footer.text] : ['']),
    ])
    .join('\n')
}

/** Text without the marks of markdown; in a table (a code block) nothing is a mark. */
function plain(text: string): string {
  return text
    .split('```')
    .map((part, position) =>
      position % 2 === 1
        ? part.replaceAll(/^\n|\n$/g, '')
        : part
            .replaceAll(/\*\*(?=\S)(.*?)(?<=[^\\])\*\*/g, '$1')
            .replaceAll(/\[(report ↗)\]\((\S+)\)/g, '$2')
            .replaceAll(/\\([^A-Za-z0-9\s])/g, '$1'),
    )
    .join('')
    .trimEnd()
}
