import { Command } from 'commander'
import { openMarts } from '../warehouse/open_marts.ts'
import { Failure } from './failure.ts'
import { openSession, print } from './session.ts'
import { visibleText } from './visible_text.ts'

export const status = new Command('status')
  .description('Show what was landed, refused, built and found, and what to do about it')
  .addHelpText('after', '\nExamples:\n  fullhold status\n  fullhold status --json')
  .action(async (_options: unknown, command: Command) => {
    const session = openSession(command, { isQuiet: true })
    await using marts = openMarts(session.paths.marts)
    if (!marts)
      throw new Failure(`nothing is published in ${session.paths.folder} yet.\n  Run: fullhold land <folder>, then fullhold build`)
    const snapshot = await marts.read(async (database) => ({
      build: await database.selectFrom('meta_build').selectAll().executeTakeFirstOrThrow(),
      sources: await database
        .selectFrom('fct_source_health')
        .selectAll()
        .orderBy('server')
        .orderBy('source_name')
        .orderBy('kind')
        .execute(),
      refusals: await database.selectFrom('fct_refusals').selectAll().orderBy('received_at', 'desc').limit(10).execute(),
      findings: await database.selectFrom('rpt_check_counts').selectAll().orderBy('sort_order').execute(),
      live: await database.selectFrom('rpt_live_score').selectAll().execute(),
      legacy: await database.selectFrom('rpt_legacy_findings').selectAll().orderBy('source_name').orderBy('sort_order').execute(),
    }))
    if (session.isJson) {
      print(JSON.stringify(snapshot))
      return
    }
    const { build, sources, refusals, findings, legacy } = snapshot
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
      print(`  ${source.server}/${source.source_name} ${source.kind}: ${source.file_count} files, ${source.refusal_count} refused${newest}`)
    }
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
