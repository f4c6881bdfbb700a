import { type Client, escapeIdentifier as id } from 'pg'
import { z } from 'zod'
import { inTransaction } from '../postgres/connect.ts'

/**
 * Drops the versioned schemas before the previous one: the newest and the one before it stay. Refuses, by PostgreSQL's own error, where a
 * view of somebody else still reads one. Gives the names of what was dropped.
 */
export async function dropOldVersions(client: Client, schema: string): Promise<string[]> {
  const found = await client.query(`select version, schema_name from ${id(schema)}.versions order by version desc offset 2`)
  const old = z.array(z.object({ version: z.number(), schema_name: z.string() })).parse(found.rows)
  for (const { version, schema_name } of old) {
    await inTransaction(client, '', async () => {
      const tables = await client.query(`select mart from ${id(schema)}.served_marts where schema_name = $1`, [schema_name])
      const names = tables.rows.map(({ mart }) => `${id(schema_name)}.${id(mart)}`)
      if (names.length > 0) await client.query(`drop table ${names.join(', ')} restrict`)
      await client.query(`drop schema ${id(schema_name)} restrict`)
      for (const table of ['served_parts', 'served_marts'])
        await client.query(`delete from ${id(schema)}.${table} where schema_name = $1`, [schema_name])
      await client.query(`delete from ${id(schema)}.versions where version = $1`, [version])
    })
  }
  return old.map(({ schema_name }) => schema_name)
}
