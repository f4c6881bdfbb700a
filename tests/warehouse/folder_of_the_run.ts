import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One temporary folder for everything that the tests of a run make; it goes away with the run, also where a test could not clean up. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'fullhold-run-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
