import { existsSync, statSync } from 'node:fs'
import { Kysely } from 'kysely'
import { duckDbDialect } from './duckdb_dialect.ts'
import type { Database } from './marts.ts'

/** A published file, read-only. */
export type Published<Tables> = {
  /** Runs queries on the file as it is published now; queries that run stay on the file they started with. */
  read: <Result>(query: (database: Kysely<Tables>) => Promise<Result>) => Promise<Result>
  [Symbol.asyncDispose]: () => Promise<void>
}

/** The published marts. */
export type Marts = Published<Database>

type OpenFile<Tables> = { inode: string; database: Kysely<Tables>; readers: number; isReplaced: boolean }

/** Opens marts.duckdb; gives undefined when nothing has been published yet. After a publish, the next `read` sees the new file. */
export function openMarts(path: string): Marts | undefined {
  return existsSync(path) ? openPublished<Database>(path) : undefined
}

/** Opens a published file, which must be there when it is read. After a publish, the next `read` sees the new file. */
export function openPublished<Tables>(path: string): Published<Tables> {
  let current: OpenFile<Tables> | undefined
  async function release(file: OpenFile<Tables>): Promise<void> {
    if (file.isReplaced && file.readers === 0) await file.database.destroy()
  }
  return {
    async read(query) {
      const inode = inodeOf(path)
      if (current?.inode !== inode) {
        const replaced = current
        current = { inode, database: new Kysely<Tables>({ dialect: duckDbDialect(path) }), readers: 0, isReplaced: false }
        if (replaced) {
          replaced.isReplaced = true
          await release(replaced)
        }
      }
      const file = current
      file.readers += 1
      try {
        return await query(file.database)
      } finally {
        file.readers -= 1
        await release(file)
      }
    },
    async [Symbol.asyncDispose]() {
      if (!current) return
      current.isReplaced = true
      await release(current)
      current = undefined
    },
  }
}

function inodeOf(path: string): string {
  const { dev, ino, mtimeNs } = statSync(path, { bigint: true })
  return `${dev}:${ino}:${mtimeNs}`
}
