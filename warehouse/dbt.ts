import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** The folder that holds dbt_project.yml. */
export const projectFolder = join(dirname(fileURLToPath(import.meta.url)), '..')

export type DbtPlace = {
  /** Absolute path of the file called warehouse.duckdb. */
  warehouse: string
  target: string
  logs: string
  /** Names the state of the project's files; the worker parses again when it changes. */
  code: string
  /** Default: this project. */
  project?: string
  /** Default: the profile of this project. */
  profiles?: string
  /** More environment variables for this request. */
  environment?: Record<string, string>
}

const resultSchema = z.object({
  unique_id: z.string(),
  status: z.string(),
  message: z.string().nullable(),
  failures: z.number().nullable(),
  execution_time: z.number(),
})

const answerSchema = z.object({
  id: z.number(),
  success: z.boolean(),
  error: z.string().nullable(),
  results: z.array(resultSchema),
  elapsed: z.number(),
})

const messageSchema = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ id: z.number(), progress: z.object({ unique_id: z.string(), status: z.string() }) }),
  answerSchema,
])

export type DbtResult = z.output<typeof resultSchema>
export type DbtAnswer = z.output<typeof answerSchema>
export type DbtProgress = { unique_id: string; status: string }

/** A resident dbt. `run` answers one request after another; disposing ends the process. */
export type Dbt = {
  pid: number
  /** A command of dbt, such as `build`, with its arguments. */
  run: (args: string[], place: DbtPlace, onProgress?: (progress: DbtProgress) => void) => Promise<DbtAnswer>
  /** The live lane: all that is downstream of these raw tables, as dbt compiled it, in one transaction. */
  runLive: (rawTables: string[], place: DbtPlace, onProgress?: (progress: DbtProgress) => void) => Promise<DbtAnswer>
  /** The data tests that these arguments of dbt choose, as dbt compiled them. */
  runTests: (args: string[], place: DbtPlace, onProgress?: (progress: DbtProgress) => void) => Promise<DbtAnswer>
  [Symbol.dispose]: () => void
}

type Waiting = {
  resolve: (answer: DbtAnswer) => void
  reject: (error: Error) => void
  onProgress: ((progress: DbtProgress) => void) | undefined
}

/**
 * Starts the resident dbt process; what dbt prints is appended to `<logs>/dbt_worker.log`.
 * A failed model or test is an answer with `success: false`; `run` rejects only when the process itself ended.
 */
export function startDbt(logs: string): Dbt {
  mkdirSync(logs, { recursive: true })
  const log = join(logs, 'dbt_worker.log')
  const logFile = openSync(log, 'a')
  const child = spawn(join(projectFolder, '.venv/bin/python'), ['-u', join(projectFolder, 'warehouse/dbt_worker.py')], {
    stdio: ['pipe', 'pipe', logFile],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', DBT_SEND_ANONYMOUS_USAGE_STATS: 'false' },
  })
  closeSync(logFile)
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  let ended: Error | undefined
  function end(error: Error): void {
    ended ??= error
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  child.on('error', (error) => end(new Error(`dbt could not be started (${error.message}). Run: npm run setup`)))
  child.on('exit', (code, signal) => end(new Error(`dbt ended unexpectedly (${signal ?? `code ${code}`}). Its last words are in ${log}`)))
  child.stdin!.on('error', () => {})
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const message = messageSchema.parse(JSON.parse(line))
    if ('ready' in message) return
    if ('progress' in message) {
      waiting.get(message.id)?.onProgress?.(message.progress)
      return
    }
    waiting.get(message.id)?.resolve(message)
    waiting.delete(message.id)
    if (waiting.size === 0) letNodeExit(child)
  })
  letNodeExit(child)
  function request(asked: object, place: DbtPlace, onProgress?: (progress: DbtProgress) => void): Promise<DbtAnswer> {
    if (ended) return Promise.reject(ended)
    keepNodeAlive(child)
    const { environment = {}, project = projectFolder, profiles = join(projectFolder, 'warehouse'), ...rest } = place
    const id = nextId
    nextId += 1
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject, onProgress })
      child.stdin!.write(`${JSON.stringify({ id, ...asked, project, profiles, environment, ...rest })}\n`)
    })
  }
  return {
    pid: child.pid ?? 0,
    run: (args, place, onProgress) => request({ args }, place, onProgress),
    runLive: (rawTables, place, onProgress) => request({ live: rawTables }, place, onProgress),
    runTests: (args, place, onProgress) => request({ tests: args }, place, onProgress),
    [Symbol.dispose]() {
      child.removeAllListeners('exit')
      end(new Error('dbt was stopped'))
      child.kill('SIGKILL')
    },
  }
}

/** Failed, errored and skipped nodes, one readable sentence each. */
export function describeFailures(answer: DbtAnswer): string[] {
  const failed = answer.results.filter(({ status }) => status === 'error' || status === 'fail')
  const sentences = failed.map(({ unique_id, status, message, failures }) => {
    const [kind, , ...name] = unique_id.split('.')
    const rows = status === 'fail' && failures ? `${failures} rows; ` : ''
    return `${kind} ${name.join('.')}: ${rows}${(message ?? status).trim()}`
  })
  if (sentences.length === 0 && !answer.success) sentences.push(answer.error ?? 'dbt failed without saying why')
  return sentences
}

/** The version of dbt that requirements.txt pins. */
export function pinnedDbtVersion(): string {
  const requirements = readFileSync(join(projectFolder, 'requirements.txt'), 'utf8')
  return /^dbt-core==(.+)$/m.exec(requirements)?.[1] ?? 'unknown'
}

function letNodeExit(child: ChildProcess): void {
  child.unref()
  for (const stream of [child.stdin, child.stdout] as unknown as { unref?: () => void }[]) stream?.unref?.()
}

function keepNodeAlive(child: ChildProcess): void {
  child.ref()
  for (const stream of [child.stdin, child.stdout] as unknown as { ref?: () => void }[]) stream?.ref?.()
}
