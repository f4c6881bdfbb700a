import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '../../warehouse/dbt.ts'

const sources = readdirSync(join(projectFolder, 'bot'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(projectFolder, 'bot', name), 'utf8') }))

test('the bot selects, formats and sends: no aggregate, no raw SQL and no arithmetic on marts', () => {
  const forbidden =
    /\bsql`|\bsql\.(raw|lit)|\.(groupBy|having)\(|fn\.(sum|avg|count|countAll|min|max|agg)\b|fn(<[^>]*>)?\(\s*'(sum|avg|count|min|max|median|round|abs|stddev|rank|row_number)'|,\s*'(\+|-|\*|\/|%)'\s*,/
  expect(sources.length).toBeGreaterThan(40)
  expect(sources.filter(({ text }) => forbidden.test(text)).map(({ name }) => name)).toEqual([])
})

test('posts and commands calculate with no number of a mart', () => {
  const calculated = /\b(kills|deaths|damage\w*|revives|points|\w+_seconds|\w+_percent|\w+_count|\w+_per_minute|value)\b\s*[-+*/%]\s*[\w(]/
  const shown = sources.filter(({ name }) => /^(posts|commands)\//.test(name))
  expect(shown.length).toBeGreaterThan(20)
  expect(
    shown.flatMap(({ name, text }) =>
      text
        .split('\n')
        .filter((line) => calculated.test(withoutTexts(line)))
        .map((line) => `${name}: ${line.trim()}`),
    ),
  ).toEqual([])
})

test('every post and every command stands in a file of its own', () => {
  const lists =
    readFileSync(join(projectFolder, 'bot/command_list.ts'), 'utf8') + readFileSync(join(projectFolder, 'bot/post_kinds.ts'), 'utf8')
  const files = sources.filter(({ name }) => /^(posts|commands)\/(?!command\.ts|find_)/.test(name)).map(({ name }) => name)
  expect(files.filter((name) => !lists.includes(`'./${name}'`))).toEqual([])
})

/** A line of code without its texts. */
function withoutTexts(line: string): string {
  return line.replaceAll(/`[^`]*`|'[^']*'|\/\*\*.*/g, "''")
}
