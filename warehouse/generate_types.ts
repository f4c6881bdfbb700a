import { z } from 'zod'

const columnSchema = z.object({
  name: z.string(),
  data_type: z.string().nullish(),
  description: z.string().default(''),
  constraints: z.array(z.object({ type: z.string() })).default([]),
})

const nodeSchema = z.object({
  resource_type: z.string(),
  alias: z.string(),
  schema: z.string().nullish(),
  description: z.string().default(''),
  columns: z.record(z.string(), columnSchema).default({}),
  config: z.object({ contract: z.object({ enforced: z.boolean() }).nullish() }).nullish(),
})

const manifestSchema = z.object({ nodes: z.record(z.string(), z.unknown()) })

const typeOfSqlType: Readonly<Record<string, string>> = {
  varchar: 'string',
  text: 'string',
  uuid: 'string',
  boolean: 'boolean',
  tinyint: 'number',
  smallint: 'number',
  integer: 'number',
  int: 'number',
  bigint: 'number',
  hugeint: 'number',
  utinyint: 'number',
  usmallint: 'number',
  uinteger: 'number',
  ubigint: 'number',
  real: 'number',
  float: 'number',
  double: 'number',
  decimal: 'number',
  date: 'LocalDate',
  timestamp: 'LocalDateTime',
  timestamptz: 'Date',
  'timestamp with time zone': 'Date',
}

/** warehouse/marts.ts as dbt's manifest has it: one readonly row type for each mart with an enforced contract. Throws on an unknown SQL type. */
export function generateTypes(manifest: unknown): string {
  const marts = Object.values(manifestSchema.parse(manifest).nodes)
    .map((node) => nodeSchema.safeParse(node).data)
    .filter(
      (node) =>
        node?.resource_type === 'model' &&
        (node.schema === 'marts' || node.schema === 'marts_proximity') &&
        node.config?.contract?.enforced,
    )
    .map((node) => node!)
    .sort((one, other) => (one.alias < other.alias ? -1 : 1))
  const lines = [
    '// Generated from the dbt contracts by `npm run types`. Do not edit.',
    '',
    '/** A date without a zone, as YYYY-MM-DD. */',
    'export type LocalDate = string',
    '/** A local time without a zone, as YYYY-MM-DDTHH:MM:SS. */',
    'export type LocalDateTime = string',
    '',
  ]
  for (const mart of marts) {
    lines.push(...docComment(mart.description, ''), `export interface ${pascalCase(mart.alias)} {`)
    for (const column of Object.values(mart.columns)) {
      const isNeverNull = column.constraints.some(({ type }) => type === 'not_null' || type === 'primary_key')
      const type = typeOf(`${mart.alias}.${column.name}`, column.data_type ?? '')
      lines.push(...docComment(column.description, '  '), `  readonly ${column.name}: ${type}${isNeverNull ? '' : ' | null'}`)
    }
    lines.push('}', '')
  }
  lines.push('/** The tables of marts.duckdb. */', 'export interface Database {')
  for (const { alias, schema } of marts) if (schema === 'marts') lines.push(`  readonly ${alias}: ${pascalCase(alias)}`)
  const isApart = marts.some(({ schema }) => schema === 'marts_proximity')
  if (isApart) lines.push('}', '', '/** The tables of marts_proximity.duckdb. */', 'export interface ProximityDatabase {')
  for (const { alias, schema } of marts) if (schema === 'marts_proximity') lines.push(`  readonly ${alias}: ${pascalCase(alias)}`)
  return `${[...lines, '}'].join('\n')}\n`
}

function docComment(description: string, indent: string): string[] {
  const text = description.trim().replaceAll(/\s+/g, ' ').replaceAll('*/', '* /')
  return text ? [`${indent}/** ${text} */`] : []
}

function typeOf(column: string, sqlType: string): string {
  const known =
    typeOfSqlType[
      sqlType
        .trim()
        .toLowerCase()
        .replace(/\(.*\)$/, '')
    ]
  if (!known) throw new Error(`${column}: no TypeScript type for SQL type "${sqlType}"; marts hold plain columns only`)
  return known
}

function pascalCase(name: string): string {
  return name.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())
}
