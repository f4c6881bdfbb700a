import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Configuration } from '../config/configuration.ts'

/** Everything that decides what a build makes of the same raw rows, apart from its point in time. */
const decisive = ['models', 'macros', 'seeds', 'dbt_project.yml', 'warehouse/profiles.yml']

/** sha256 over the names and contents of models, macros, seeds and dbt's settings. */
export function projectFingerprint(project: string): string {
  const hash = createHash('sha256')
  for (const path of decisive.flatMap((each) => filesBelow(project, each))) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(project, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** sha256 over the project and the configuration; what the bot is told decides nothing. */
export function codeFingerprint(projectSha256: string, configuration: Configuration): string {
  const decisiveKeys = { ...configuration, bot: undefined }
  return createHash('sha256').update(projectSha256).update(JSON.stringify(decisiveKeys)).digest('hex')
}

function filesBelow(project: string, path: string): string[] {
  if (path.includes('.')) return [path]
  return readdirSync(join(project, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(sql|yml|csv|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
    .sort()
}
