const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** East Asian wide characters and pictures: two columns each in a table. */
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u

/** Everything that Discord could read as markdown, a mention, a link, an emoji or a time; a backslash before it makes it plain. */
const special = /[\\`*_~|<>@#[\](){}\-+=&/!^$]|:(?!\d)/g

/** Names of any kind as harmless text outside of tables: nothing invisible, at most `longest` characters, markdown and mentions plain. */
export function nameText(name: string | null, longest = 24): string {
  return plainName(name, longest).replace(special, '\\$&')
}

/** The same for a table (a code block), where only a backtick has a meaning. */
export function tableName(name: string | null, longest = 14): string {
  return plainName(name, longest).replaceAll('`', 'ˋ')
}

/** Sentences that were made in SQL may hold names and map names: plain like a name, but whole. */
export function sentenceText(text: string): string {
  return visible(text).replace(special, '\\$&')
}

/** How many columns of a table a text fills: wide characters two, marks none. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const { segment } of segmenter.segment(text)) columns += wide.test(segment) ? 2 : 1
  return columns
}

/** Text in so many columns, cut or filled with blanks. */
export function padColumns(text: string, columns: number, side: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, columns - columnsOf(text)))
  return side === 'left' ? `${text}${blanks}` : `${blanks}${text}`
}

function plainName(name: string | null, longest: number): string {
  const text = visible(name ?? '')
  if (text === '') return '(no name)'
  let kept = ''
  let columns = 0
  for (const { segment } of segmenter.segment(text)) {
    columns += columnsOf(segment)
    if (columns > longest || kept.length + segment.length > longest * 2)
      return `${dropLast(kept, columns > longest ? longest - 1 : longest)}…`
    kept += segment
  }
  return kept
}

/** What is left of a text in so many columns. */
function dropLast(text: string, longest: number): string {
  const segments = [...segmenter.segment(text)].map(({ segment }) => segment)
  while (columnsOf(segments.join('')) > longest) segments.pop()
  return segments.join('').trimEnd()
}

/** Without control, invisible and direction characters, lone surrogates and piles of marks; white space is one blank. */
function visible(text: string): string {
  return text
    .replaceAll(/\p{Cs}/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\p{Cc}|\p{Cf}|\p{Co}|\p{Cn}|\p{Variation_Selector}|[\u115F\u1160\u3164\uFFA0]/gu, '')
    .replaceAll(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim()
}
