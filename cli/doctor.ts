import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { rawSchemaSteps } from '../ingest/raw_schema.ts'
import { rawSchemaVersion } from '../ingest/upgrade_raw_schema.ts'
import { connectPostgres, type PostgresPurpose, postgresAddress } from '../postgres/connect.ts'
import { explainPostgresError } from '../postgres/explain_error.ts'
import { readStatus } from '../run/status_file.ts'
import { pinnedDbtVersion, projectFolder } from '../warehouse/dbt.ts'
import { describeHolder, lockHolder } from '../warehouse/lock.ts'
import { openWarehouse } from '../warehouse/open_warehouse.ts'
import { publishedFiles } from '../warehouse/publish.ts'
import { Failure } from './failure.ts'
import type { Finding } from './finding.ts'
import { openSession, print, type Session } from './session.ts'

const marks: Readonly<Record<Finding['is'], string>> = { fine: '✔', note: '·', wrong: '✖' }
const leastFreeBytes = 1024 ** 3

export const doctor = new Command('doctor')
  .description('Look at everything that fullhold needs, and say what to do about what is wrong')
  .addHelpText('after', '\nExample:\n  fullhold doctor')
  .action(async (_options: unknown, command: Command) => {
    const session = openSession(command, { isQuiet: true })
    // loaded when it is needed: the clients of SSH and Discord take half a second
    const { sourceFindings } = await import('./source_findings.ts')
    const findings = [
      ...toolFindings(),
      ...placeFindings(session),
      ...(await sourceFindings(session)),
      ...runFindings(session),
      ...(await warehouseFindings(session)),
      ...publishFindings(session),
      ...(await postgresFindings(session)),
    ]
    const wrong = findings.filter((finding) => finding.is === 'wrong').length
    if (session.isJson) print(JSON.stringify(findings))
    else for (const { is, what, fix } of findings) print(`${marks[is]} ${what}${fix ? `\n    ${fix}` : ''}`)
    if (wrong > 0) throw new Failure(`${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong; what to do stands below each`)
  })

function toolFindings(): Finding[] {
  const node: Finding = { is: 'fine', what: `Node ${process.versions.node}` }
  try {
    const probe = 'import importlib.metadata as m; print(m.version("dbt-core"), m.version("duckdb"))'
    const [dbt, duckdb] = execFileSync(join(projectFolder, '.venv/bin/python'), ['-c', probe], { encoding: 'utf8' }).trim().split(' ')
    if (dbt !== pinnedDbtVersion())
      return [node, { is: 'wrong', what: `dbt is ${dbt}, and ${pinnedDbtVersion()} is pinned`, fix: 'npm run setup' }]
    return [node, { is: 'fine', what: `dbt ${dbt} on DuckDB ${duckdb}` }]
  } catch {
    return [node, { is: 'wrong', what: 'the Python environment .venv does not work', fix: 'Remove .venv and run: npm run setup' }]
  }
}

function placeFindings({ paths, configurationPath }: Session): Finding[] {
  const configuration: Finding = configurationPath
    ? { is: 'fine', what: `configuration ${configurationPath}` }
    : {
        is: 'note',
        what: 'no configuration file: one server `main` in UTC',
        fix: 'Copy fullhold.example.yaml to fullhold.yaml to change that.',
      }
  try {
    mkdirSync(paths.folder, { recursive: true })
    accessSync(paths.folder, constants.W_OK)
  } catch {
    return [
      configuration,
      {
        is: 'wrong',
        what: `the data folder ${paths.folder} cannot be written`,
        fix: 'Correct its permissions, or name another with --data.',
      },
    ]
  }
  const { bavail, bsize } = statfsSync(paths.folder)
  const free = bavail * bsize
  const space = `data folder ${paths.folder}, ${(free / 1024 ** 3).toFixed(1)} GB free`
  return [
    configuration,
    free < leastFreeBytes ? { is: 'wrong', what: space, fix: 'Make room: a build needs about 1 GB.' } : { is: 'fine', what: space },
  ]
}

/** What `fullhold run` wrote about itself. */
function runFindings({ paths }: Session): Finding[] {
  const resident = readStatus(paths.status)
  if (!resident) return []
  const holder = lockHolder(paths.lock)
  if (resident.state === 'running' && holder?.pid !== resident.pid)
    return [
      {
        is: 'wrong',
        what: `fullhold run was killed after ${resident.updated_at}`,
        fix: 'Start it again; what was on the way is landed then.',
      },
    ]
  if (resident.state === 'stopped') return [{ is: 'note', what: `fullhold run was stopped at ${resident.updated_at}` }]
  const down = resident.sources.flatMap(({ server, source_name, error, error_since, note }): Finding[] => {
    const name = `${server ?? '-'}/${source_name}`
    if (error)
      return [
        {
          is: 'wrong',
          what: `${name} is down since ${error_since}: ${error}`,
          fix: 'fullhold run tries again by itself once it is mended.',
        },
      ]
    return note ? [{ is: 'note', what: `${name}: ${note}` }] : []
  })
  const trouble: Finding[] = resident.trouble
    ? [{ is: 'wrong', what: resident.trouble, fix: 'fullhold run tries again by itself once it is mended.' }]
    : []
  return [{ is: 'fine', what: `fullhold run is running since ${resident.started_at}` }, ...down, ...trouble]
}

async function warehouseFindings({ paths }: Session): Promise<Finding[]> {
  const holder = lockHolder(paths.lock)
  if (holder) return [{ is: 'note', what: `the warehouse is in use: ${describeHolder(holder)}` }]
  if (!existsSync(paths.warehouse)) return [{ is: 'note', what: 'no warehouse yet', fix: 'fullhold land <folder>, then fullhold build' }]
  try {
    using warehouse = await openWarehouse(paths.warehouse, { isReadOnly: true, patienceSeconds: 0 })
    const { connection } = warehouse
    const version = await rawSchemaVersion(connection)
    const known = rawSchemaSteps.at(-1)!.version
    if (version > known)
      return [
        { is: 'wrong', what: `the warehouse has raw schema ${version}, this fullhold knows ${known}`, fix: 'Use the newer fullhold.' },
      ]
    const size = `warehouse of ${(statSync(paths.warehouse).size / 1024 ** 2).toFixed(0)} MB, raw schema ${version}`
    const schema: Finding = { is: 'fine', what: version === known ? size : `${size}, upgraded at the next landing` }
    if (version < 2) return [schema]
    const reader = await connection.runAndReadAll(`
      select lane, started_at::varchar, is_complete, failures
      from raw.builds left join raw.build_results using (build_id, lane)
      order by started_at desc limit 1`)
    const [last] = reader.getRows()
    if (!last) return [schema, { is: 'note', what: 'nothing was built yet', fix: 'fullhold build' }]
    const [lane, startedAt, isComplete, failures] = last
    if (isComplete === true) return [schema, { is: 'fine', what: `last build: ${lane}, ${startedAt}` }]
    const how = isComplete === false ? `failed:\n    ${String(failures).replaceAll('\n', '\n    ')}` : 'was interrupted'
    return [schema, { is: 'wrong', what: `the last build (${lane}, ${startedAt}) ${how}`, fix: 'fullhold build' }]
  } catch (error) {
    return [
      {
        is: 'wrong',
        what: `the warehouse cannot be opened: ${(error as Error).message}`,
        fix: 'Stop the program that has it open, or put a backup in its place.',
      },
    ]
  }
}

function publishFindings({ paths }: Session): Finding[] {
  if (!existsSync(paths.marts)) return [{ is: 'note', what: 'nothing is published yet', fix: 'fullhold build' }]
  const kept = publishedFiles(paths)
  const current = kept.findIndex(({ isCurrent }) => isCurrent)
  const since = statSync(paths.marts).mtime.toISOString()
  const behind = current >= 0 && current < kept.length - 1 ? `, rolled back by ${kept.length - 1 - current}` : ''
  return [{ is: behind ? 'note' : 'fine', what: `published marts of ${since}${behind}; ${kept.length} files kept` }]
}

/** Every PostgreSQL that the configuration or the environment names. */
async function postgresFindings({ configuration }: Session): Promise<Finding[]> {
  const wanted: [PostgresPurpose, string, boolean][] = [
    ['legacy', 'existing database', configuration.legacy !== undefined],
    ['repair', 'existing database, to be repaired', false],
    ['serve', 'PostgreSQL that is served', configuration.serve !== undefined],
  ]
  const findings: Finding[] = []
  for (const [purpose, what, isConfigured] of wanted) {
    const address = postgresAddress(purpose)
    if (!address.ok) {
      if (isConfigured || !address.reason.includes('is not set')) findings.push({ is: 'wrong', what, fix: address.reason })
      continue
    }
    const { host, port, database, user } = address.place
    try {
      await using connection = await connectPostgres(address.url, { statementSeconds: 10, lockSeconds: 2 })
      const answer = await connection.client.query('show server_version')
      findings.push({ is: 'fine', what: `${what}: ${host}:${port}/${database} as ${user}, PostgreSQL ${answer.rows[0].server_version}` })
    } catch (error) {
      findings.push({ is: 'wrong', what: `${what} cannot be reached`, fix: explainPostgresError(error, address.place) ?? String(error) })
    }
  }
  return findings
}
