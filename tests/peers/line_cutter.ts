import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A line to another server of this machine that can be cut at will. */
export type LineCutter = {
  port: number
  /** Ends all connections now. */
  cut: () => void
  /** Ends every connection once so many bytes came back over it; undefined lets everything through. */
  cutAfterBytes: (bytes: number | undefined) => void
  connections: () => number
  close: () => Promise<void>
}

/** Passes connections on to a port of this machine. */
export async function startLineCutter(target: number): Promise<LineCutter> {
  const open = new Set<Socket>()
  let limit: number | undefined
  let count = 0
  const server = createServer((near) => {
    count += 1
    const far = connect(target, '127.0.0.1')
    let returned = 0
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.on('data', (data: Buffer) => {
      returned += data.length
      if (limit !== undefined && returned > limit) far.destroy()
      else near.write(data)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as { port: number }).port,
    cut() {
      for (const socket of open) socket.destroy()
    },
    cutAfterBytes(bytes) {
      limit = bytes
    },
    connections: () => count,
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
