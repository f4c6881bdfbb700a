import { type CustomTypesConfig, types } from 'pg'
import type { Database } from './marts.ts'

/** The tables that `fullhold publish --to postgres` serves: the same rows as in marts.duckdb, and the digest by which a publish knows a row. */
export type ServedDatabase = { readonly [Mart in keyof Database]: Database[Mart] & { readonly fullhold_row: string } }

const { DATE, INT8, NUMERIC, TIMESTAMP } = types.builtins

/**
 * Type parsers for `pg`, with which rows come as the contracts' types say, and as they come from marts.duckdb: whole numbers and decimals as
 * number, dates and local times as ISO text without a zone, instants as Date. `new Pool({ types: servedTypes })`.
 */
export const servedTypes: CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8 || oid === NUMERIC) return Number
    if (oid === DATE) return (text: string) => text
    if (oid === TIMESTAMP) return (text: string) => text.replace(' ', 'T')
    return types.getTypeParser(oid, format as 'text')
  },
}
