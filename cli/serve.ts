import { Command, InvalidArgumentError } from 'commander'
import { type SiteServer, serveSite } from '../site/serve_site.ts'
import { Failure } from './failure.ts'
import { openSession, print, type Session } from './session.ts'

export const serve = new Command('serve')
  .description('Serve the web site, the marts as a download, /health.json, /live.json and /r/<key>')
  .option('--host <address>', 'the address to listen on; 0.0.0.0 for every one of this machine', '127.0.0.1')
  .option('--port <number>', 'the port; 0 takes a free one', parsePort, 8383)
  .addHelpText('after', '\nExamples:\n  fullhold serve\n  fullhold serve --host 0.0.0.0 --port 80')
  .action(async (options: { host: string; port: number }, command: Command) => {
    const session = openSession(command, { isQuiet: true })
    await serveUntilStopped(session, options)
  })

/** Serves until SIGINT or SIGTERM. Fails when the address cannot be used. */
export async function serveUntilStopped(session: Session, options: { host: string; port: number }): Promise<void> {
  let server: SiteServer
  try {
    server = await serveSite(session.paths, options)
  } catch (error) {
    throw new Failure(
      `${options.host}:${options.port} cannot be listened on (${(error as NodeJS.ErrnoException).code}).\n  Stop what uses it, or name another with --port.`,
    )
  }
  print(session.isJson ? JSON.stringify({ url: server.url }) : `the site is at ${server.url} (Ctrl-C ends it)`)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await server.close()
}

function parsePort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('write a port from 0 to 65535')
  return Number(text)
}
