import { Command } from 'commander'
import { type RunStatus, readStatus } from '../run/status_file.ts'
import { lockHolder } from '../warehouse/lock.ts'
import { openMarts } from '../warehouse/open_marts.ts'
import { Failure } from './failure.ts'
import { openSession, print, type Session } from './session.ts'
import { visibleText } from './visible_text.ts'

export const status = new Command('status')
  .description('Show what was landed, refused, built and found, and what to do about it')
  .addHelpText('after', '\nExamples:\n  fullhold status\n  fullhold status --json')
  .action(async (_options: unknown, command: Command) => {
    const session = openSession(command, { isQuiet: true })
    const resident = readStatus(session.paths.status)
    if (resident && !session.isJson) printResident(resident, isRunning(session, resident))
    await using marts = openMarts(session.paths.marts)
    if (!marts) {
      if (resident && session.isJson) print(JSON.stringify({ run: resident }))
      if (resident) return
      throw new Failure(`nothing is published in ${session.paths.folder} yet.\n  Run: fullhold land <folder>, then fullhold build`)
    }
    const snapshot = await marts.read(async (database) => ({
      build: await database.selectFrom('meta_build').selectAll().executeTakeFirstOrThrow(),
      sources: await database
        .selectFrom('fct_source_health')
        .selectAll()
        .orderBy('server')
        .orderBy('source_name')
        .orderBy('kind')
        .execute(),
      coverage: await database
        .selectFrom('rpt_lua_coverage')
        .selectAll()
        .orderBy('server')
        .orderBy('round_number')
        .orderBy('period')
        .execute(),
      unlinked: await database
        .selectFrom('rpt_unlinked_events')
        .selectAll()
        .orderBy('server')
        .orderBy('source')
        .orderBy('reason_code')
        .execute(),
      refusals: await database.selectFrom('fct_refusals').selectAll().orderBy('received_at', 'desc').limit(10).execute(),
      findings: await database.selectFrom('rpt_check_counts').selectAll().orderBy('sort_order').execute(),
      live: await database.selectFrom('rpt_live_score').selectAll().execute(),
      legacy: await database.selectFrom('rpt_legacy_findings').selectAll().orderBy('source_name').orderBy('sort_order').execute(),
    }))
    if (session.isJson) {
      print(JSON.stringify({ ...snapshot, run: resident ?? null }))
      return
    }
    const { build, sources, coverage, unlinked, refusals, findings, legacy } = snapshot
    print(`published  build ${build.build_id} (${build.lane} lane), as of ${build.as_of.toISOString()}`)
    print(
      `           ${build.round_count} rounds, ${build.match_count} matches, ${build.session_count} sessions, ${build.player_count} players`,
    )
    print('\nsources')
    if (sources.length === 0) print('  nothing was landed. Run: fullhold land <folder>')
    for (const source of sources) {
      const newest = source.newest_received_at
        ? `, newest ${visibleText(source.newest_file_name ?? '')} at ${source.newest_received_at.toISOString()}`
        : ''
      print(
        `  ${source.health.padEnd(6)} ${source.server}/${source.source_name} ${source.kind}: ${source.file_count} files, ${source.file_count_24_hours} in 24 h, ${source.refusal_count} refused${newest}`,
      )
      if (source.health !== 'green')
        print(`         ${source.health_reason}${source.last_error ? `: ${visibleText(source.last_error)}` : ''}`)
    }
    const recent = coverage.filter(({ period }) => period === 'last_30_days')
    if (recent.length > 0) print('\nLua, last 30 days')
    for (const half of recent)
      print(
        `  ${half.server} R${half.round_number}: ${half.with_lua_count} of ${half.round_count} rounds (${half.coverage_status})${half.most_common_reason ? `, mostly ${half.most_common_reason}` : ''}`,
      )
    if (unlinked.length > 0) print('\nwithout a round')
    for (const kind of unlinked)
      print(
        `  ${kind.server} ${kind.source.padEnd(17)} ${String(kind.event_count).padStart(5)}, ${kind.event_count_24_hours} in 24 h  ${kind.sentence ?? kind.reason_code}`,
      )
    if (refusals.length > 0) print('\nrefused last')
    for (const refusal of refusals)
      print(`  ${visibleText(refusal.file_name)}: ${refusal.reason}${refusal.detail ? ` (${visibleText(refusal.detail)})` : ''}`)
    print('\nfindings')
    if (findings.length === 0) print('  none')
    for (const finding of findings) {
      print(`  ${finding.severity.padEnd(5)} ${String(finding.finding_count).padStart(5)}  ${finding.sentence} (${finding.check_code})`)
    }
    if (legacy.length > 0) print('\nexisting database')
    for (const finding of legacy) {
      const repair = finding.proposed_count > 0 ? `; a repair of ${finding.proposed_count} is proposed` : ''
      print(`  ${finding.severity.padEnd(5)} ${String(finding.row_count).padStart(5)}  ${finding.sentence} (${finding.finding}${repair})`)
    }
    if (legacy.some((finding) => finding.proposed_count > 0))
      print('  `fullhold backfill sides` and `fullhold backfill links` show and save the plan.')
    print('\n`fullhold sql findings` lists them; `fullhold doctor` looks at the machine.')
  })

/** Whether the process that wrote a status still lives and holds the warehouse. */
function isRunning({ paths }: Session, resident: RunStatus): boolean {
  return resident.state === 'running' && lockHolder(paths.lock)?.pid === resident.pid
}

/** What `fullhold run` says about itself. */
function printResident(resident: RunStatus, isAlive: boolean): void {
  const killed = `was killed after ${resident.updated_at}; start it again: fullhold run`
  print(
    `run        ${isAlive ? `running since ${resident.started_at}` : resident.state === 'stopped' ? `stopped at ${resident.updated_at}` : killed}`,
  )
  for (const { server, source_name, kind, state, last_look_at, listed_count, error, error_since, note } of resident.sources) {
    const looked = last_look_at ? `, last look ${last_look_at}` : ''
    const listed = listed_count === null ? '' : `, ${listed_count} listed`
    print(`  ${server ?? '-'}/${source_name} ${kind}: ${state}${listed}${looked}`)
    if (error) print(`    since ${error_since}: ${visibleText(error)}`)
    if (note) print(`    ${visibleText(note)}`)
  }
  if (resident.waiting_count > 0) print(`  ${resident.waiting_count} arrivals wait to be landed`)
  if (resident.trouble) print(`  ${visibleText(resident.trouble)}`)
  const { last_build, failing_gate, hooks } = resident
  if (last_build && !last_build.is_complete)
    print(`  the last build (${last_build.at}) failed: ${last_build.reasons.map(visibleText).join('; ')}`)
  for (const { gate, subject, detail } of failing_gate) print(`  nothing is published, ${gate}: ${visibleText(`${subject} ${detail}`)}`)
  for (const { name, last_error } of hooks.filter((hook) => hook.last_error))
    print(`  after publishing, ${name}: ${visibleText(last_error!)}`)
  if (resident.refused.length > 0) print('  refused last')
  for (const { at, server, source_name, name, reason, detail } of resident.refused.slice(-5)) {
    print(`    ${at} ${server}/${source_name} ${visibleText(name)}: ${reason}${detail ? ` (${visibleText(detail)})` : ''}`)
  }
  print('')
}
