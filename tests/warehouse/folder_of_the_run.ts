import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One temporary folder for everything that the tests of a run make; it goes away with the run, also where a test could not clean up. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'fullhold-run-'))
  process.env.TMPDIR = folder
  return () => {
    stopServersIn(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A PostgreSQL server whose test process was ended by force goes on; its data folder names it. */
function stopServersIn(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith('fullhold-postgres-'))) {
    const pidFile = join(folder, name, 'postmaster.pid')
    if (!existsSync(pidFile)) continue
    try {
      process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT')
    } catch {
      // it ended by itself
    }
  }
}
