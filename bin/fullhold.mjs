#!/usr/bin/env node
// The executable: makes Node read TypeScript, then hands over to cli/main.ts.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

if (!existsSync(join(root, 'node_modules/tsx')) || !existsSync(join(root, '.venv/bin/python'))) {
  console.error(`fullhold: set-up has not run here yet.\n  Run: npm run setup   (in ${root})`)
  process.exit(1)
}

const { register } = await import('tsx/esm/api')
register()
const { main } = await import('../cli/main.ts')
await main(process.argv)
