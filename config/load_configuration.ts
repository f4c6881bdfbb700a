import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, resolve } from 'node:path'
import { parseDocument } from 'yaml'
import { type Configuration, configurationSchema } from './configuration.ts'

export type LoadedConfiguration =
  | { ok: true; configuration: Configuration; path: string | undefined; notes: string[] }
  | { ok: false; reason: string }

/**
 * The configuration in a YAML file, source folders made absolute (relative ones start at the file).
 * Without a file at the default place: one server `main` in UTC. `notes` says what was assumed.
 * Refuses, naming the key, the value and the fix: no such file though one was asked for, broken YAML, unknown keys, wrong values.
 */
export function loadConfiguration(path: string, { isRequired }: { isRequired: boolean }): LoadedConfiguration {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (!isRequired && (error as NodeJS.ErrnoException).code === 'ENOENT') return { ...accepted({}, path), path: undefined }
    return {
      ok: false,
      reason: `the configuration ${path} cannot be read (${(error as Error).message}).\n  Correct --config or FULLHOLD_CONFIG.`,
    }
  }
  const document = parseDocument(text, { prettyErrors: true })
  const broken = document.errors[0]
  if (broken) return { ok: false, reason: `${path} is not valid YAML: ${broken.message}` }
  const written: unknown = document.toJS() ?? {}
  const checked = configurationSchema.safeParse(written)
  if (checked.success) return accepted(checked.data, path)
  const problems = checked.error.issues.map((issue) => `  ${explain(issue, written)}`)
  return { ok: false, reason: `${path} cannot be used:\n${problems.join('\n')}\n  fullhold.example.yaml explains every key.` }
}

function accepted(written: unknown, path: string): LoadedConfiguration & { ok: true } {
  const configuration = configurationSchema.parse(written)
  const from = dirname(resolve(path))
  for (const server of configuration.servers) {
    for (const source of server.sources) {
      if (source.folder !== undefined) source.folder = resolve(from, source.folder)
      if (source.sftp) source.sftp.known_hosts = resolve(from, source.sftp.known_hosts.replace(/^~(?=\/)/, homedir()))
    }
  }
  const assumed = configuration.servers.filter((server) => server.time_zone === 'UTC').map((server) => server.name)
  const notes = assumed.length > 0 ? [`server ${assumed.join(', ')}: times in file names are read as UTC (servers: time_zone)`] : []
  return { ok: true, configuration, path, notes }
}

type Issue = { code: string; path: PropertyKey[]; message: string; keys?: string[] }

function explain(issue: Issue, written: unknown): string {
  const key =
    issue.path
      .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
      .join('')
      .replace(/^\./, '') || 'the file'
  if (issue.code === 'unrecognized_keys') return `${key}: unknown key ${issue.keys?.join(', ')}; remove it or correct its spelling`
  const value = issue.path.reduce<unknown>((inside, part) => (inside as Record<PropertyKey, unknown> | undefined)?.[part], written)
  const shown = value === undefined ? '' : ` ${JSON.stringify(value)}`
  return `${key}:${shown.length > 80 ? '' : shown} ${issue.message}`
}
