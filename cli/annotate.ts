import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { Argument, Command } from 'commander'
import { type Annotation, landAnnotation } from '../ingest/land_rows.ts'
import type { Marts } from '../warehouse/open_marts.ts'
import { openWarehouse } from '../warehouse/open_warehouse.ts'
import type { SqlTable } from '../warehouse/sandboxed_sql.ts'
import { writeWarehouse } from '../warehouse/write_warehouse.ts'
import { Failure } from './failure.ts'
import { formatRows } from './print_rows.ts'
import { resolveFile, resolvePlayer, resolveRound, resolveSession } from './resolve_subject.ts'
import { holdingLock, openSession, print, type Session } from './session.ts'

type Stated = Omit<Annotation, 'reason' | 'author'>
type StatementOptions = { reason: string; author?: string }

export const annotate = new Command('annotate')
  .description('State what the files cannot say; it counts from the next build on and can be undone')
  .addHelpText(
    'after',
    '\nExamples:\n  fullhold annotate exclude-round 2026-01-12-224606-supply-round-2.txt --reason "wrong config"\n  fullhold annotate merge-players 0A1B2C3D 4E5F6071 --reason "new computer"\n  fullhold annotate undo 5f0c9d1e2a3b4c5d --reason "was right after all"',
  )

statement('exclude-round', 'Do not count a round')
  .argument('<round>', 'round id, fingerprint or stats file name')
  .action(async (round: string, options: StatementOptions, command: Command) => {
    await state(command, options, async (marts) => ({ kind: 'exclude_round', subject: await resolveRound(marts, round) }))
  })

statement('merge-players', 'Two ids are one person')
  .argument('<merged>', 'the player id that goes away')
  .argument('<kept>', 'the player id that stays')
  .action(async (merged: string, kept: string, options: StatementOptions, command: Command) => {
    if (merged.toUpperCase() === kept.toUpperCase()) command.error('error: a player cannot be merged with himself', { exitCode: 2 })
    await state(command, options, async (marts) => ({
      kind: 'merge_players',
      subject: await resolvePlayer(marts, merged),
      value: await resolvePlayer(marts, kept),
    }))
  })

statement('name-team', 'Give a team of an evening its name')
  .argument('<session>', 'session id')
  .addArgument(new Argument('<team>', 'A or B').choices(['A', 'B']))
  .argument('<name>', 'what it is called')
  .action(async (session: string, team: string, name: string, options: StatementOptions, command: Command) => {
    if (name.trim() === '') command.error('error: a name cannot be empty', { exitCode: 2 })
    await state(command, options, async (marts) => ({
      kind: 'name_team',
      subject: await resolveSession(marts, session),
      field: team,
      value: name.trim(),
    }))
  })

statement('set-side', 'State which side defended or won a round')
  .argument('<round>', 'round id, fingerprint or stats file name')
  .addArgument(new Argument('<what>', 'which side is stated').choices(['defender', 'winner']))
  .addArgument(new Argument('<side>', '1 or axis, 2 or allies').choices(['1', '2', 'axis', 'allies']))
  .action(async (round: string, field: string, side: string, options: StatementOptions, command: Command) => {
    await state(command, options, async (marts) => ({
      kind: 'set_side',
      subject: await resolveRound(marts, round),
      field,
      value: side === '1' || side === 'axis' ? '1' : '2',
    }))
  })

statement('quarantine-file', 'Leave a misleading file version out of everything; its bytes stay')
  .argument('<file>', 'file name or sha256 of the version')
  .action(async (file: string, options: StatementOptions, command: Command) => {
    await state(command, options, async (marts) => ({ kind: 'quarantine_file', subject: await resolveFile(marts, file) }))
  })

statement('undo', 'Take a statement back')
  .argument('<annotation>', 'annotation id, as `fullhold annotate list` shows it')
  .action(async (annotationId: string, options: StatementOptions, command: Command) => {
    const session = openSession(command, { isQuiet: true })
    await holdingLock(session, async () => {
      const known = (await annotations(session)).rows.map(([id]) => String(id))
      if (!known.includes(annotationId))
        throw new Failure(`there is no annotation "${annotationId}".\n  fullhold annotate list shows them all.`)
      await landStatement(session, options, { kind: 'undo', subject: annotationId })
    })
  })

annotate
  .command('list')
  .description('Show everything that was stated, newest first')
  .action(async (_options: unknown, command: Command) => {
    const session = openSession(command, { isQuiet: true })
    const listed = await holdingLock(session, () => annotations(session))
    print(formatRows(listed, session.isJson ? 'json' : 'table'))
  })

function statement(name: string, description: string): Command {
  return annotate
    .command(name)
    .description(description)
    .requiredOption('--reason <text>', 'why, for those who ask later')
    .option('--author <name>', 'who says so (default: the user of this machine)')
}

/** Resolves what is stated against the published marts, then lands it under the lock. */
async function state(command: Command, options: StatementOptions, resolve: (marts: Marts) => Promise<Stated>): Promise<void> {
  const session = openSession(command, { isQuiet: true })
  // loaded when it is needed: it takes longer than everything else a command starts with
  const { openMarts } = await import('../warehouse/open_marts.ts')
  const marts = openMarts(session.paths.marts)
  if (!marts)
    throw new Failure(
      `nothing is published in ${session.paths.folder} yet, so rounds, players and files are not known by name.\n  Run: fullhold build`,
    )
  await using published = marts
  const stated = await resolve(published)
  await holdingLock(session, () => landStatement(session, options, stated))
}

async function landStatement(session: Session, { reason, author }: StatementOptions, stated: Stated): Promise<void> {
  const annotation = { ...stated, reason, author: author ?? userInfo().username }
  const memoryLimit = session.configuration.warehouse.memory_limit
  const id = await writeWarehouse(session.paths, memoryLimit, ({ connection }) => landAnnotation(connection, annotation, new Date()))
  print(
    session.isJson
      ? JSON.stringify({ annotation_id: id, ...annotation })
      : `${id}: ${stated.kind} ${stated.subject}. It counts from the next build on.`,
  )
}

async function annotations({ paths }: Session): Promise<SqlTable> {
  if (!existsSync(paths.warehouse)) throw new Failure('there is no warehouse yet.\n  Run: fullhold land <folder>')
  using warehouse = await openWarehouse(paths.warehouse, { isReadOnly: true })
  const reader = await warehouse.connection.runAndReadAll(`
    select annotation_id, kind, subject, field, value, reason, author, annotated_at,
        exists (from raw.annotations as undo where undo.kind = 'undo' and undo.subject = stated.annotation_id) as is_undone,
    from raw.annotations as stated
    order by annotated_at desc, annotation_id`)
  return { columns: reader.columnNames(), rows: reader.getRows() }
}
