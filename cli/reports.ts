import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Command } from 'commander'
import { buildSite } from '../site/build_site.ts'
import { projectFolder } from '../warehouse/dbt.ts'
import { Failure } from './failure.ts'
import { openSession, print, type Session, say } from './session.ts'

export const reports = new Command('reports')
  .description('Make the web site of the published marts, beside the one that is served, and put it in its place')
  .addHelpText(
    'after',
    '\nThe first time it installs the packages of the reports (about 650 MB in reports/node_modules).\n`fullhold serve` serves the result; any web server can serve <data>/site as well.\n\nExample:\n  fullhold reports && fullhold serve',
  )
  .action(async (_options: unknown, command: Command) => {
    const session = openSession(command, { isQuiet: true })
    await makeSite(session)
  })

/** Installs the reports' packages where they are missing, makes the site and says what it made. Fails with the reason when it cannot. */
export async function makeSite(session: Session): Promise<void> {
  const { status } = spawnSync(process.execPath, [join(projectFolder, 'setup/setup.mjs'), '--reports-only'], { stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Failure('the packages of the reports could not be installed; what to do stands above')
  const built = await buildSite(session.paths, { onProgress: say })
  if (!built.ok) throw new Failure(`the site was not made; what is served stays as it was.\n  ${built.reason}`)
  const how = built.isRecompiled ? '' : ', with pages compiled earlier'
  print(
    session.isJson
      ? JSON.stringify(built)
      : `${built.pages} pages (${built.pagesMade} made anew) of build ${built.buildId} in ${built.seconds.toFixed(0)} s${how}: ${join(session.paths.folder, 'site')}`,
  )
}
