import { setTimeout as delay } from 'node:timers/promises'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

/** An open warehouse.duckdb: one connection, in UTC. Disposing closes the file. */
export type Warehouse = { path: string; connection: DuckDBConnection; [Symbol.dispose]: () => void }

export type WarehouseOptions = { isReadOnly?: boolean; memoryLimit?: string; patienceSeconds?: number }

/**
 * Opens the warehouse file, creating it unless read-only. Whoever writes holds the lock of lock.ts first.
 * Waits up to `patienceSeconds` (default 10) while another process still has the file open, because a killed process lets go late.
 */
export async function openWarehouse(path: string, options: WarehouseOptions = {}): Promise<Warehouse> {
  const { isReadOnly = false, memoryLimit = '3GB', patienceSeconds = 10 } = options
  const instance = await openPatiently(
    path,
    { access_mode: isReadOnly ? 'READ_ONLY' : 'READ_WRITE', memory_limit: memoryLimit },
    patienceSeconds,
  )
  const connection = await instance.connect()
  await connection.run(`set TimeZone = 'UTC'`)
  return {
    path,
    connection,
    [Symbol.dispose]() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

async function openPatiently(path: string, options: Record<string, string>, patienceSeconds: number): Promise<DuckDBInstance> {
  const giveUpAt = Date.now() + patienceSeconds * 1000
  for (;;) {
    try {
      return await DuckDBInstance.create(path, options)
    } catch (error) {
      if (!isHeldElsewhere(error) || Date.now() >= giveUpAt) throw error
      await delay(100)
    }
  }
}

function isHeldElsewhere(error: unknown): boolean {
  return error instanceof Error && /Could not set lock on file/.test(error.message)
}
