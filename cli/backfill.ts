import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { connectPostgres, type PostgresConnection } from '../postgres/connect.ts'
import { applyPlan, type Repaired, type RepairOptions, rollBackRun } from '../repair/apply_plan.ts'
import { hasAuditSchema } from '../repair/audit_schema.ts'
import { planRepair, type RepairKind, type RepairPlan, repairPlanSchema } from '../repair/plan_repair.ts'
import { repairRuns } from '../repair/repair_runs.ts'
import { verifyRun } from '../repair/verify_run.ts'
import { openMarts } from '../warehouse/open_marts.ts'
import { Failure } from './failure.ts'
import { legacyConfiguration, withPostgres } from './land_legacy.ts'
import { openSession, print, type Session, say } from './session.ts'
import { visibleText } from './visible_text.ts'

type BackfillOptions = { apply?: string; verify?: string; rollback?: string; batchSize: number }

const rowsShown = 20
const attempts = 5

const refusals: Readonly<Record<string, string>> = {
  row_changed: 'somebody changed it since, so it was left alone',
  row_missing: 'it is no longer there',
  link_taken: 'another row is linked to that round',
}

export const backfill = new Command('backfill')
  .description('Repair an existing database: plan (always a dry run first), apply, verify, roll back')
  .addHelpText(
    'after',
    '\nExamples:\n  fullhold backfill sides                            the plan, printed and saved; writes nothing\n  fullhold backfill sides --apply sides-0a1b2c3d4e5f\n  fullhold backfill sides --verify sides-0a1b2c3d4e5f-1\n  fullhold backfill sides --rollback sides-0a1b2c3d4e5f-1\n  fullhold backfill runs',
  )

for (const [kind, what] of [
  ['sides', 'sides and winners of rounds'],
  ['links', 'links of Lua rows to their rounds'],
] as const) {
  backfill
    .command(kind)
    .description(`Repair the ${what}; without an option it only plans`)
    .option('--apply <plan>', 'write a saved plan (its id or its file)')
    .option('--verify <run>', 'say what has become of the rows of a run')
    .option('--rollback <run>', 'put the rows of a run back to what they were')
    .option('--batch-size <rows>', 'how many rows one transaction writes', parseBatchSize, 200)
    .action(async (options: BackfillOptions, command: Command) => {
      const asked = [options.apply, options.verify, options.rollback].filter((value) => value !== undefined)
      if (asked.length > 1) command.error('error: --apply, --verify and --rollback exclude each other', { exitCode: 2 })
      const session = openSession(command, { isQuiet: true })
      if (options.apply !== undefined) await apply(session, kind, options.apply, options.batchSize)
      else if (options.verify !== undefined) await verify(session, options.verify)
      else if (options.rollback !== undefined) await rollBack(session, options.rollback, options.batchSize)
      else await plan(session, kind)
    })
}

backfill
  .command('runs')
  .description('Show what was ever repaired in the database')
  .action(async (_options: unknown, command: Command) => {
    const session = openSession(command, { isQuiet: true })
    await connected(session, async ({ client }) => {
      const runs = (await hasAuditSchema(client)) ? await repairRuns(client) : []
      if (session.isJson) print(JSON.stringify(runs.map(({ plan: { changes }, ...run }) => ({ ...run, planned: changes.length }))))
      else if (runs.length === 0) print('nothing was ever repaired there')
      else for (const run of runs) print(`${run.run_id}: ${describeRun(run)}, ${run.plan.changes.length} rows planned`)
    })
  })

async function plan(session: Session, kind: RepairKind): Promise<void> {
  const { name } = legacyConfiguration(session)
  await using marts = openMarts(session.paths.marts)
  if (!marts) throw new Failure(`nothing is published in ${session.paths.folder} yet.\n  Run: fullhold land --legacy, then fullhold build`)
  const planned = await marts.read((database) => planRepair(database, kind, name))
  if (!planned.ok) throw new Failure(`nothing can be planned: ${planned.reason}.\n  Run: fullhold land --legacy, then fullhold build`)
  const file = savePlan(session, planned.plan)
  if (session.isJson) print(JSON.stringify({ file, ...planned.plan }))
  else printPlan(planned.plan, file)
}

function printPlan({ plan_id, kind, read_from, changes, left_alone }: RepairPlan, file: string): void {
  print(`plan ${plan_id} for ${read_from}: ${changes.length} rows would be written, ${left_alone.length} findings are left alone`)
  for (const { table, row_key, set, subject, finding, evidence, confidence } of changes.slice(0, rowsShown)) {
    const values = Object.entries(set).map(([column, value]) => `${column} ${value?.from ?? 'null'} → ${value?.to ?? 'null'}`)
    print(
      `  ${table} ${row_key}: ${values.join(', ')}   ${visibleText(subject)}\n      ${finding}, ${confidence}: ${visibleText(evidence)}`,
    )
  }
  if (changes.length > rowsShown) print(`  and ${changes.length - rowsShown} more`)
  if (left_alone.length > 0) print('\nleft alone')
  for (const { table, row_key, subject, finding, reason } of left_alone.slice(0, rowsShown)) {
    print(`  ${table} ${row_key}: ${finding}${reason === finding ? '' : ` (${reason})`}   ${visibleText(subject)}`)
  }
  if (left_alone.length > rowsShown) print(`  and ${left_alone.length - rowsShown} more`)
  print(`\nNothing was written. The whole plan is in ${file}`)
  if (changes.length > 0) print(`To write it: fullhold backfill ${kind} --apply ${plan_id}`)
}

async function apply(session: Session, kind: RepairKind, named: string, batchSize: number): Promise<void> {
  const saved = loadPlan(session, named)
  if (saved.kind !== kind)
    throw new Failure(`${saved.plan_id} is a plan of ${saved.kind}.\n  Run: fullhold backfill ${saved.kind} --apply ${named}`, 2)
  await connected(session, async ({ client }, options) => {
    report(session, 'written', kind, await applyPlan(client, saved, { ...options, batchSize }))
  })
}

async function rollBack(session: Session, runId: string, batchSize: number): Promise<void> {
  await connected(session, async ({ client }, options) => {
    report(session, 'put back', runId.startsWith('links') ? 'links' : 'sides', await rollBackRun(client, runId, { ...options, batchSize }))
  })
}

function report(session: Session, verb: string, kind: RepairKind, done: Repaired): void {
  if (!done.ok) throw new Failure(`${done.reason}.`)
  const { runId, written, alreadyWritten, refused } = done
  if (session.isJson) print(JSON.stringify(done))
  else {
    print(`run ${runId}: ${written} rows ${verb}, ${alreadyWritten} were already, ${refused.length} refused`)
    for (const { table, row_key, reason } of refused) print(`  ${table} ${row_key}: ${refusals[reason]}`)
    print(`To look at it: fullhold backfill ${kind} --verify ${runId}`)
  }
  if (refused.length > 0)
    throw new Failure(`${refused.length} rows were refused and are as they were.\n  Land and build again, then make a new plan for them.`)
}

async function verify(session: Session, runId: string): Promise<void> {
  await connected(session, async ({ client }) => {
    const verified = await verifyRun(client, runId)
    if (!verified) throw new Failure(`this database knows no run "${runId}".\n  fullhold backfill runs shows them.`)
    const { run, counts, exceptions } = verified
    if (session.isJson) print(JSON.stringify({ run_id: run.run_id, counts, exceptions }))
    else {
      print(`run ${run.run_id}: ${describeRun(run)}`)
      for (const [state, count] of Object.entries(counts)) print(`  ${String(count).padStart(6)} ${state}`)
      for (const { table, row_key, subject, state } of exceptions) print(`  ${table} ${row_key}: ${state}   ${visibleText(subject)}`)
    }
    if (exceptions.length > 0) throw new Failure(`${exceptions.length} rows are neither as they were written nor as they were before.`)
  })
}

function describeRun({
  applied_by,
  started_at,
  finished_at,
  rolled_back_at,
}: {
  applied_by: string
  started_at: Date
  finished_at: Date | null
  rolled_back_at: Date | null
}): string {
  const began = `begun ${started_at.toISOString()} by ${applied_by}`
  if (rolled_back_at) return `${began}, rolled back ${rolled_back_at.toISOString()}`
  return finished_at ? `${began}, finished ${finished_at.toISOString()}` : `${began}, not finished (the same --apply goes on with it)`
}

async function connected(
  session: Session,
  work: (connection: PostgresConnection, options: Omit<RepairOptions, 'batchSize'>) => Promise<void>,
): Promise<void> {
  const { schema, statement_timeout_seconds, lock_timeout_seconds } = legacyConfiguration(session)
  await withPostgres('repair', async (url) => {
    await using connection = await connectPostgres(url, { statementSeconds: statement_timeout_seconds, lockSeconds: lock_timeout_seconds })
    await work(connection, {
      schema,
      attempts,
      onProgress: (done, of) => say(`  ${done} of ${of} rows`),
      onWaiting: (attempt) => say(`  another program holds a row; trying again (${attempt} of ${attempts - 1})`),
    })
  })
}

function savePlan(session: Session, saved: RepairPlan): string {
  const folder = join(session.paths.folder, 'backfill')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${saved.plan_id}.json`)
  writeFileSync(`${file}.partial`, `${JSON.stringify(saved, null, 2)}\n`)
  renameSync(`${file}.partial`, file)
  return file
}

function loadPlan(session: Session, named: string): RepairPlan {
  const known = join(session.paths.folder, 'backfill', `${named}.json`)
  const file = existsSync(known) ? known : named
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Failure(
      `there is no plan "${named}" (${(error as NodeJS.ErrnoException).code}).\n  Make one: fullhold backfill sides, or links.`,
      2,
    )
  }
  const checked = repairPlanSchema.safeParse(parsedJson(text))
  if (!checked.success) throw new Failure(`${file} is no plan of fullhold.\n  Make one: fullhold backfill sides, or links.`, 2)
  return checked.data
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function parseBatchSize(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('write a whole number of rows from 1 to 9999')
  return Number(text)
}
