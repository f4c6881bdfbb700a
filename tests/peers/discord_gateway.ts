import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { apiGuild, type DiscordState, intents, type Message, messageContentFlag, seenByBot } from './discord_state.ts'

const payloadSchema = z.object({ op: z.number(), d: z.unknown() })
const identifySchema = z.object({ token: z.string(), intents: z.number() })
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.number() })

type Dispatch = { op: 0; t: string; s: number; d: unknown }
type Session = { id: string; intents: number; sequence: number; sent: Dispatch[]; socket: WebSocket | undefined }

export type GatewaySettings = {
  /** Refuse every resume: the client identifies anew and never sees what was sent meanwhile. */
  refuseResume: boolean
  heartbeatMilliseconds: number
  /** Leave heartbeats unanswered, so that the client takes the connection for dead. */
  ignoreHeartbeats: boolean
  /** Refuse new connections (closed before HELLO). */
  isDown: boolean
}

/** What the gateway counted since it started. */
export type GatewayCounts = { identified: number; resumed: number; resumesRefused: number; heartbeats: number }

export type Gateway = {
  settings: GatewaySettings
  counts: GatewayCounts
  /** What each identification asked for, oldest first. */
  intentsAsked: readonly number[]
  /** Sends an event to every session that asked for it. A session without a connection gets it when it resumes. */
  push: (event: string, data: unknown) => void
  /** Sends a message's event, without its content where the session did not ask for that. */
  pushMessage: (event: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: Message) => void
  /** Cuts every connection: with a close code, or without a word. */
  dropConnections: (code?: number) => void
  connections: () => number
  close: () => Promise<void>
}

const largestPayloadBytes = 64 * 1024

/** The WebSocket half of the protocol server: hello, identify, heartbeat, resume, invalid session, dispatch. */
export function startGateway(server: Server, state: DiscordState, gatewayUrl: () => string, changed: () => void): Gateway {
  const sockets = new WebSocketServer({ server, maxPayload: largestPayloadBytes })
  const sessions = new Map<string, Session>()
  const settings: GatewaySettings = { refuseResume: false, heartbeatMilliseconds: 41_250, ignoreHeartbeats: false, isDown: false }
  const counts: GatewayCounts = { identified: 0, resumed: 0, resumesRefused: 0, heartbeats: 0 }

  const intentsAsked: number[] = []

  function dispatch(session: Session, t: string, d: unknown): void {
    session.sequence += 1
    const event: Dispatch = { op: 0, t, s: session.sequence, d }
    session.sent.push(event)
    if (session.socket?.readyState === 1) session.socket.send(JSON.stringify(event))
  }

  function identify(socket: WebSocket, data: unknown): Session | undefined {
    const asked = identifySchema.parse(data)
    intentsAsked.push(asked.intents)
    if (asked.token !== state.token) {
      socket.close(4004, 'Authentication failed.')
      return undefined
    }
    if (asked.intents & intents.messageContent && !(state.applicationFlags & messageContentFlag)) {
      socket.close(4014, 'Disallowed intent(s).')
      return undefined
    }
    const session: Session = { id: `session-${state.newId()}`, intents: asked.intents, sequence: 0, sent: [], socket }
    sessions.set(session.id, session)
    counts.identified += 1
    dispatch(session, 'READY', {
      v: 10,
      user: { ...state.bot, verified: true, mfa_enabled: false, flags: 0, email: null },
      guilds: [{ id: state.guildId, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: gatewayUrl(),
      application: { id: state.applicationId, flags: state.applicationFlags },
    })
    dispatch(session, 'GUILD_CREATE', apiGuild(state))
    return session
  }

  function resume(socket: WebSocket, data: unknown): Session | undefined {
    const asked = resumeSchema.parse(data)
    const session = sessions.get(asked.session_id)
    if (settings.refuseResume || !session || asked.token !== state.token) {
      sessions.delete(asked.session_id)
      counts.resumesRefused += 1
      socket.send(JSON.stringify({ op: 9, d: false }))
      return undefined
    }
    session.socket = socket
    for (const event of session.sent.filter(({ s }) => s > asked.seq)) socket.send(JSON.stringify(event))
    counts.resumed += 1
    dispatch(session, 'RESUMED', {})
    return session
  }

  sockets.on('connection', (socket) => {
    if (settings.isDown) {
      socket.terminate()
      return
    }
    let session: Session | undefined
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: settings.heartbeatMilliseconds } }))
    socket.on('error', () => {})
    socket.on('message', (text) => {
      const { op, d } = payloadSchema.parse(JSON.parse(String(text)))
      if (op === 1) {
        counts.heartbeats += 1
        if (!settings.ignoreHeartbeats) socket.send(JSON.stringify({ op: 11 }))
      } else if (op === 2) session = identify(socket, d)
      else if (op === 6) session = resume(socket, d)
      changed()
    })
    socket.on('close', (code) => {
      if (session?.socket === socket) session.socket = undefined
      // a client that says goodbye with these codes ends its session
      if (session && (code === 1000 || code === 1001)) sessions.delete(session.id)
      changed()
    })
  })

  return {
    settings,
    counts,
    intentsAsked,
    push(event, data) {
      for (const session of sessions.values()) dispatch(session, event, data)
      changed()
    },
    pushMessage(event, message) {
      for (const session of sessions.values()) {
        if (!(session.intents & intents.guildMessages)) continue
        dispatch(session, event, seenByBot(state, message, (session.intents & intents.messageContent) !== 0))
      }
      changed()
    },
    dropConnections(code) {
      for (const socket of sockets.clients) code === undefined ? socket.terminate() : socket.close(code)
    },
    connections: () => [...sockets.clients].filter(({ readyState }) => readyState === 1).length,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate()
        sockets.close(() => resolve())
      }),
  }
}
