import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { projectFolder } from '../../warehouse/dbt.ts'

/** `fullhold run` as a process of its own. */
export type RunProcess = {
  pid: number
  output: () => string
  /** Looks every millisecond until the condition holds. Throws when the process ended before, or after three minutes. */
  when: (isTheMoment: () => boolean) => Promise<void>
  kill: () => Promise<void>
  /** Asks it to stop; gives its exit code. */
  stop: () => Promise<number | null>
}

const longestMilliseconds = 180_000

/** Starts it on `<folder>/data` with `<folder>/fullhold.yaml`; it ends with the test. */
export function startRun(folder: string, environment: NodeJS.ProcessEnv, ...args: string[]): RunProcess {
  const global = ['--data', join(folder, 'data'), '--config', join(folder, 'fullhold.yaml')]
  const child = spawn(process.execPath, [join(projectFolder, 'bin/fullhold.mjs'), ...global, 'run', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString()
    })
  }
  return {
    pid: child.pid!,
    output: () => output,
    async when(isTheMoment) {
      const givenUpAt = performance.now() + longestMilliseconds
      while (!isTheMoment()) {
        if (performance.now() > givenUpAt) throw new Error(`the moment did not come:\n${output}`)
        if (hasEnded(child)) throw new Error(`it ended before the moment came:\n${output}`)
        await delay(1)
      }
    },
    async kill() {
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
    async stop() {
      const exited = once(child, 'exit')
      child.kill('SIGTERM')
      const [code] = (await exited) as [number | null]
      return code
    },
  }
}

/** Whether a child of a process has a file open. */
export function isOpenInChild(pid: number, path: string): boolean {
  return childrenOf(pid).some((child) => {
    try {
      return readdirSync(`/proc/${child}/fd`).some((descriptor) => readlinkSync(`/proc/${child}/fd/${descriptor}`) === path)
    } catch {
      return false
    }
  })
}

function childrenOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  } catch {
    return []
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}
