import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

/** A term of the glossary, as its doc block says it. `unknown` is the sentence that says when it is null. */
export type Term = {
  title: string
  text: string
  formula: string | undefined
  unit: string | undefined
  unknown: string | undefined
  used_in: string[]
}

export type Glossary = { terms: Record<string, Term> }

const contractsSchema = z.object({
  models: z
    .array(z.object({ name: z.string(), columns: z.array(z.object({ description: z.string().optional() })).default([]) }))
    .default([]),
})

/** Marts whose words a person can see: those of the scores, and of proximity those that pages show. */
const folders = ['models/marts', 'models/marts/proximity/boards']

/** Every doc block of models/docs that such a mart uses, in the order of their names, with the marts that use it. */
export function readGlossary(project: string): Glossary {
  const users = readUsers(folders.map((folder) => join(project, folder)))
  const blocks = filesOf(join(project, 'models/docs'), '.md').flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/{% docs (\w+) %}\n([\s\S]*?)\n{% enddocs %}/g),
  ])
  const terms = blocks
    .map((block) => ({ name: block[1]!, body: block[2]! }))
    .filter(({ name }) => users.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, body }) => [name, readTerm(name, body, users.get(name)!)] as const)
  return { terms: Object.fromEntries(terms) }
}

function readTerm(name: string, body: string, usedIn: string[]): Term {
  const paragraphs = body.split(/\n\n+/).map((paragraph) => paragraph.replaceAll('\n', ' ').trim())
  const sentenceOf = (paragraph: string) => /(?:^|\. )((?:Null|Empty) (?:when|where|without|for)[^.]*\.?)/.exec(paragraph)?.[1]
  const unknown = paragraphs.map(sentenceOf).find((sentence) => sentence !== undefined)
  const without = (text: string) => (unknown === undefined ? text : text.replace(unknown, '').trim())
  const after = (word: string) => {
    const found = paragraphs.find((paragraph) => paragraph.startsWith(`${word}: `))
    return found === undefined ? undefined : without(found.slice(word.length + 2)).replace(/\.$/, '')
  }
  return {
    title: titleOf(name),
    text: paragraphs
      .filter((paragraph) => !/^(Formula|Unit): /.test(paragraph))
      .map(without)
      .join(' '),
    formula: after('Formula'),
    unit: after('Unit'),
    unknown,
    used_in: usedIn,
  }
}

function titleOf(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The marts that use each block. */
function readUsers(folders: string[]): Map<string, string[]> {
  const users = new Map<string, string[]>()
  for (const file of folders.flatMap((folder) => filesOf(folder, '.yml'))) {
    for (const { name, columns } of contractsSchema.parse(parse(readFileSync(file, 'utf8'))).models) {
      for (const { description } of columns) {
        const block = /{{ doc\('(\w+)'\) }}/.exec(description ?? '')?.[1]
        if (block !== undefined && !users.get(block)?.includes(name)) users.set(block, [...(users.get(block) ?? []), name])
      }
    }
  }
  return users
}

function filesOf(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))
}
