import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { quotedName } from '../warehouse/quoted.ts'

const contractsSchema = z.object({
  models: z
    .array(z.object({ name: z.string(), columns: z.array(z.object({ name: z.string(), data_type: z.string() })).default([]) }))
    .default([]),
})

/** Statements that make marts without rows, shaped by their contracts below `folder`. Throws, naming it, for a mart that has none. */
export function emptyMarts(folder: string, marts: readonly string[]): string[] {
  const contracts = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yml'))
      .flatMap((name) => contractsSchema.parse(parse(readFileSync(join(folder, name), 'utf8'))).models)
      .map(({ name, columns }) => [name, columns] as const),
  )
  return marts.map((mart) => {
    const columns = contracts.get(mart)
    if (!columns) throw new Error(`there is no contract of a mart ${mart} below ${folder}`)
    return `create table ${quotedName(mart)} (${columns.map(({ name, data_type }) => `${quotedName(name)} ${data_type}`).join(', ')})`
  })
}
