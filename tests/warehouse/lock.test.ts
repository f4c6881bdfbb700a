import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockHolder, takeLock } from '../../warehouse/lock.ts'
import { scratchFolder } from './scratch.ts'

test('a lock is held by one, and given back', () => {
  const path = join(scratchFolder(), 'warehouse.lock')
  const first = takeLock(path, 'first')
  expect(first.ok).toBe(true)
  expect(takeLock(path, 'second')).toMatchObject({ ok: false, holder: { pid: process.pid, command: 'first' } })
  first[Symbol.dispose]()
  expect(existsSync(path)).toBe(false)
  using third = takeLock(path, 'third')
  expect(third.ok).toBe(true)
})

test('the lock of a killed process is taken over', async () => {
  const path = join(scratchFolder(), 'warehouse.lock')
  const program = `
    import { takeLock } from ${JSON.stringify(join(import.meta.dirname, '../../warehouse/lock.ts'))}
    takeLock(${JSON.stringify(path)}, 'to be killed')
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  expect(lockHolder(path)).toMatchObject({ pid: child.pid, command: 'to be killed' })
  expect(takeLock(path, 'me')).toMatchObject({ ok: false, holder: { pid: child.pid } })
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(lockHolder(path)).toBeUndefined()
  using lock = takeLock(path, 'me')
  expect(lock.ok).toBe(true)
})

test('a lock whose pid now belongs to another process is stale', () => {
  const folder = scratchFolder()
  const path = join(folder, 'warehouse.lock')
  const own = takeLock(path, 'me')
  const written = JSON.parse(readFileSync(path, 'utf8'))
  own[Symbol.dispose]()
  writeFileSync(path, JSON.stringify({ ...written, process_started: 'another boot:1' }))
  using lock = takeLock(path, 'me again')
  expect(lock.ok).toBe(true)
  expect(readdirSync(folder)).toEqual(['warehouse.lock'])
})

test('a lock file that holds nothing readable is stale', () => {
  const path = join(scratchFolder(), 'warehouse.lock')
  writeFileSync(path, 'half a l')
  using lock = takeLock(path, 'me')
  expect(lock.ok).toBe(true)
})
