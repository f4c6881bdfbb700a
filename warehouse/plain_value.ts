import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api'

/**
 * A DuckDB value as plain JavaScript: whole numbers as number, DECIMAL as number, TIMESTAMPTZ as Date,
 * TIMESTAMP and DATE as ISO text without a zone (a local time is no instant). Throws a RangeError for a whole number beyond 2^53.
 */
export function plainValue(value: DuckDBValue): unknown {
  if (typeof value === 'bigint') {
    if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER)) {
      throw new RangeError(`${value} is too large for a JavaScript number; cast it to varchar in the query`)
    }
    return Number(value)
  }
  if (value === null || typeof value !== 'object') return value
  if (value instanceof DuckDBDecimalValue) return value.toDouble()
  if (value instanceof DuckDBTimestampTZValue) return new Date(Number(value.micros / 1000n))
  if (value instanceof DuckDBTimestampValue) return value.toString().replace(' ', 'T')
  if (value instanceof DuckDBDateValue) return value.toString()
  if (value instanceof DuckDBListValue) return value.items.map(plainValue)
  if (value instanceof DuckDBStructValue) {
    return Object.fromEntries(Object.entries(value.entries).map(([key, inner]) => [key, plainValue(inner)]))
  }
  return value.toString()
}
