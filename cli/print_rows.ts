import type { DuckDBValue } from '@duckdb/node-api'
import { plainValue } from '../warehouse/plain_value.ts'
import type { SqlTable } from '../warehouse/sandboxed_sql.ts'
import { visibleText } from './visible_text.ts'

export type RowFormat = 'table' | 'csv' | 'json'

/** Rows as an aligned table, as CSV (RFC 4180) or as JSON. Null is an empty cell, an empty field, or null. */
export function formatRows({ columns, rows }: SqlTable, format: RowFormat): string {
  if (format === 'json')
    return JSON.stringify(
      rows.map((row) => Object.fromEntries(row.map((value, index) => [columns[index], jsonValue(value)]))),
      null,
      2,
    )
  const cells = rows.map((row) => row.map(cellText))
  if (format === 'csv') return [columns, ...cells].map((row) => row.map(csvCell).join(',')).join('\n')
  return tableText(columns, cells, rows)
}

function jsonValue(value: DuckDBValue): unknown {
  return typeof value === 'bigint' && !Number.isSafeInteger(Number(value)) ? value.toString() : plainValue(value)
}

function cellText(value: DuckDBValue): string {
  return value === null ? '' : typeof value === 'number' ? shortNumber(value) : value.toString()
}

function shortNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(3)))
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function tableText(columns: string[], cells: string[][], rows: DuckDBValue[][]): string {
  const shown = cells.map((row) => row.map(visibleText))
  const widths = columns.map((column, index) => Math.max(column.length, ...shown.map((row) => [...row[index]!].length)))
  const isNumber = columns.map((_, index) => rows.some((row) => row[index] !== null) && rows.every((row) => isNumeric(row[index]!)))
  function line(row: string[]): string {
    const padded = row.map((text, index) => {
      const space = ' '.repeat(Math.max(0, widths[index]! - [...text].length))
      return isNumber[index] ? space + text : text + space
    })
    return padded.join('  ').trimEnd()
  }
  const count = `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`
  return [line(columns), widths.map((width) => '-'.repeat(width)).join('  '), ...shown.map(line), count].join('\n')
}

function isNumeric(value: DuckDBValue): boolean {
  return value === null || typeof value === 'number' || typeof value === 'bigint' || /^-?\d+(\.\d+)?$/.test(String(value))
}
