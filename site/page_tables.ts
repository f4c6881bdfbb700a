import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { z } from 'zod'
import { quotedName, quotedText } from '../warehouse/quoted.ts'

/** The exported tables, to be asked what the pages ask. */
export type PageTables = {
  /** sha256 of what the queries give, in their order; undefined when one of them fails. */
  fingerprint: (queries: readonly string[]) => Promise<string | undefined>
  [Symbol.asyncDispose]: () => Promise<void>
}

const manifestSchema = z.object({ renderedFiles: z.record(z.string(), z.array(z.string())) })

/** Reads the exported tables below `data` into memory. A query that several pages ask is run once. */
export async function openPageTables(data: string): Promise<PageTables> {
  const { renderedFiles } = manifestSchema.parse(JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8')))
  // one thread, so that what no `order by` decides comes out in one order
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', threads: '1' })
  const connection = await instance.connect()
  await connection.run(`set TimeZone = 'UTC'`)
  for (const [schema, urls] of Object.entries(renderedFiles)) {
    await connection.run(`create schema ${quotedName(schema)}`)
    for (const url of urls) {
      const file = join(data, url.replace(/^static\/data\//, ''))
      const table = `${quotedName(schema)}.${quotedName(basename(file, '.parquet'))}`
      await connection.run(`create table ${table} as from read_parquet(${quotedText(file)})`)
    }
  }
  const answers = new Map<string, string | undefined>()

  async function answerOf(query: string): Promise<string | undefined> {
    if (answers.has(query)) return answers.get(query)
    let answer: string | undefined
    try {
      const reader = await connection.runAndReadAll(
        `select count(*), md5(coalesce(string_agg(to_json(answer)::varchar, chr(10)), '')) from (${query}) as answer`,
      )
      answer = reader.getRows()[0]!.map(String).join(':')
    } catch {
      // what cannot be compared is made anew
    }
    answers.set(query, answer)
    return answer
  }

  return {
    async fingerprint(queries) {
      const hash = createHash('sha256')
      for (const query of queries) {
        const answer = await answerOf(query)
        if (answer === undefined) return undefined
        hash.update(query).update('\0').update(answer).update('\0')
      }
      return hash.digest('hex')
    },
    async [Symbol.asyncDispose]() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
