import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Hook } from '../run/hook.ts'
import type { DataPaths } from '../warehouse/data_paths.ts'
import { projectFolder } from '../warehouse/dbt.ts'
import { openMarts } from '../warehouse/open_marts.ts'
import { remakeSite } from './remake_site.ts'
import { sitePaths } from './site_paths.ts'

/**
 * The web site beside `fullhold run`. It is made by `fullhold reports` in a process of its own, at an evening's end and after a quiet time;
 * only where a site has been made before, so that nobody gets 650 MB of packages unasked.
 */
export function siteAfterPublish(paths: DataPaths, options: { quietMinutes: number; say: (line: string) => void }): Hook {
  const { quietMinutes, say } = options
  const remaker = remakeSite({
    make: () => runReports(paths, say),
    quietMilliseconds: quietMinutes * 60_000,
    onFailure: (error) => say(`the site was not made: ${String(error)}`),
  })
  return {
    name: 'site',
    async afterPublish() {
      if (!existsSync(sitePaths(paths).site)) return
      await using marts = openMarts(paths.marts)
      const live = await marts?.read((database) => database.selectFrom('rpt_live_pages').select('session_id').execute())
      remaker.published({ isEveningOver: live?.length === 0 })
    },
    stop: () => remaker[Symbol.asyncDispose](),
  }
}

function runReports(paths: DataPaths, say: (line: string) => void): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(projectFolder, 'bin/fullhold.mjs'), 'reports', '--data', paths.folder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let last = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        last = String(chunk).trim().split('\n').at(-1) ?? last
      })
    child.on('error', (error) => {
      say(`the site was not made: ${error.message}`)
      resolve()
    })
    child.on('close', (code) => {
      say(code === 0 ? `site: ${last}` : `the site was not made: ${last}`)
      resolve()
    })
  })
}
