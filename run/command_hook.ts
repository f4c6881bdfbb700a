import { spawn } from 'node:child_process'
import type { Hook } from './hook.ts'

/** A command of the configuration (`run: after_publish`), given to the shell with FULLHOLD_MARTS and FULLHOLD_BUILD_ID in its environment. */
export function commandHook(command: string): Hook {
  return {
    name: command,
    afterPublish: ({ buildId, martsPath }, signal) =>
      new Promise((resolve, reject) => {
        const child = spawn(command, {
          shell: true,
          signal,
          stdio: ['ignore', 'ignore', 'inherit'],
          env: { ...process.env, FULLHOLD_MARTS: martsPath, FULLHOLD_BUILD_ID: buildId },
        })
        child.on('error', reject)
        child.on('exit', (code, killedBy) => (code === 0 ? resolve() : reject(new Error(`it ended with ${killedBy ?? `code ${code}`}`))))
      }),
  }
}
