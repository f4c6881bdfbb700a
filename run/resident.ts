import { setTimeout as delay } from 'node:timers/promises'
import type { Configuration } from '../config/configuration.ts'
import { openFetchedFiles } from '../ingest/fetched_files.ts'
import { addCounts, type LandingCounts, landFiles, type OfferedFile } from '../ingest/land.ts'
import { newestLandedMessage } from '../ingest/land_messages.ts'
import { landSourceChecks, landSourceConfigs } from '../ingest/land_rows.ts'
import { landSpool } from '../ingest/land_spool.ts'
import { configuredSources, largestBytes } from '../ingest/sources/configured_sources.ts'
import { pauseFor } from '../ingest/sources/keep_trying.ts'
import type { Intake, LiveSource } from '../ingest/sources/live_source.ts'
import { openSpool } from '../ingest/spool.ts'
import { build } from '../warehouse/build.ts'
import { buildProximity } from '../warehouse/build_proximity.ts'
import type { DataPaths } from '../warehouse/data_paths.ts'
import { type Dbt, startDbt } from '../warehouse/dbt.ts'
import { writeWarehouse } from '../warehouse/write_warehouse.ts'
import { type Hook, type PublishedState, runHooks } from './hook.ts'
import { liveSources } from './live_sources.ts'
import type { Log } from './log.ts'
import { sourceBoard } from './source_board.ts'
import { statusBoard } from './status_board.ts'

export type ResidentOptions = {
  paths: DataPaths
  configuration: Configuration
  hooks: readonly Hook[]
  log: Log
  signal: AbortSignal
  /** Land only: another process builds. */
  isLandingOnly?: boolean
  onlyFolders?: boolean
  environment?: NodeJS.ProcessEnv
}

const gatherMilliseconds = 300
const idleMilliseconds = 1000
const settlingMilliseconds = 2500
const longestSettlingMilliseconds = 30_000
const firstRetryMilliseconds = 5_000
const longestRetryMilliseconds = 5 * 60 * 1000

/**
 * The resident process: sources → spool → land → live lane → publish → hooks, until the signal. Call it under the lock.
 * It is the only writer; what arrives during a build waits, and is one batch after it. Nothing that a source, the disk or a build does ends
 * it: it is said, shown in status.json, and tried again. Killed at any instant, the next run goes on where this one was.
 */
export async function runResident(options: ResidentOptions): Promise<void> {
  const { paths, configuration, log, signal, isLandingOnly = false, onlyFolders = false, environment = process.env } = options
  const spool = openSpool(paths.spool)
  const fetched = openFetchedFiles(paths.fetched)
  const caps = largestBytes(configuration)
  const memoryLimit = configuration.warehouse.memory_limit
  let inPlace: OfferedFile[] = []
  let wake = () => {}
  let dbt: Dbt | undefined
  let isBuildOwed = true
  let published: PublishedState | undefined

  const status = statusBoard(paths.status, () => spool.count() + inPlace.length)
  const hooks = runHooks(options.hooks, log, () => status.save({ hooks: hooks.states() }))
  status.save({ hooks: hooks.states() })
  hooks.started()

  /** Tries until it works or the signal comes; says what is in the way. */
  async function persist<Value>(what: string, work: () => Promise<Value>): Promise<Value | undefined> {
    for (let pause = firstRetryMilliseconds; !signal.aborted; pause = Math.min(pause * 2, longestRetryMilliseconds)) {
      const done = await attempt(what, work)
      if (done) return done.value
      await pauseFor(pause, signal)
    }
    return undefined
  }

  async function attempt<Value>(what: string, work: () => Promise<Value>): Promise<{ value: Value } | undefined> {
    try {
      const value = await work()
      status.save({ trouble: null })
      return { value }
    } catch (error) {
      const trouble = `${what} failed: ${describeTrouble(error)}`
      log('error', 'trouble', trouble)
      status.save({ trouble })
      return undefined
    }
  }

  async function land(): Promise<LandingCounts> {
    const taken = inPlace
    inPlace = []
    const receivedAt = new Date()
    try {
      return await writeWarehouse(paths, memoryLimit, async ({ connection }) => {
        const { counts, files } = await landSpool(connection, spool, caps, receivedAt)
        fetched.add(files.map((file) => ({ ...file, looks: `${file.sizeBytes} ${Date.parse(file.modifiedAt) / 1000}` })))
        addCounts(counts, await landFiles(connection, taken, { receivedAt }))
        const checks = board.due()
        await landSourceChecks(connection, checks)
        board.landed(checks)
        return counts
      })
    } catch (error) {
      inPlace.unshift(...taken)
      throw error
    }
  }

  function report(counts: LandingCounts): void {
    const refused = Object.values(counts.refused).reduce((sum, count) => sum + count, 0)
    const { landed, unchanged } = counts
    if (landed + unchanged + refused === 0) return
    log('info', 'landed', `${landed} landed, ${unchanged} unchanged, ${refused} refused`, { landed, unchanged, refused })
    status.save({ last_landing: { at: new Date().toISOString(), landed, unchanged, refused } })
  }

  async function buildAndPublish(): Promise<void> {
    dbt ??= startDbt(paths.logs)
    try {
      const built = await build({ paths, configuration, dbt, lane: 'live', asOf: new Date() })
      const at = new Date().toISOString()
      if (!built.ok) {
        isBuildOwed = built.stage === 'build'
        const reasons = built.reasons.slice(0, 20)
        log('error', built.stage, `nothing was published: ${reasons.join('; ')}`, { lane: built.lane })
        const failed = { at, build_id: null, lane: built.lane, is_complete: built.stage === 'publish', seconds: 0, reasons }
        status.save({ last_build: failed, failing_gate: built.brokenPromises.slice(0, 20) })
        return
      }
      isBuildOwed = false
      const { buildId, lane, buildSeconds, publishSeconds } = built
      status.save({ last_build: { at, build_id: buildId, lane, is_complete: true, seconds: buildSeconds, reasons: [] }, failing_gate: [] })
      if (!built.file) return
      log(
        'info',
        'published',
        `build ${buildId} (${lane} lane) in ${buildSeconds.toFixed(1)} s, published in ${publishSeconds.toFixed(1)} s`,
        {
          build: buildId,
          lane,
          build_seconds: buildSeconds,
          publish_seconds: publishSeconds,
        },
      )
      status.save({ last_publish: { at, build_id: buildId } })
      published = { buildId, martsPath: paths.marts, lane, publishedAt: new Date(at) }
      hooks.published(published)
    } catch (error) {
      // the resident dbt may be what broke
      dbt[Symbol.dispose]()
      dbt = undefined
      throw error
    }
  }

  /** One batch of proximity files, while nothing else waits: the scores never wait for more than that. Whether there is more to do. */
  async function buildSlowPart(): Promise<boolean> {
    dbt ??= startDbt(paths.logs)
    const built = await buildProximity({ paths, configuration, dbt, lane: 'live' })
    if (!built.ok) {
      log('error', 'proximity', `nothing of proximity was published: ${built.reasons.slice(0, 20).join('; ')}`)
      return false
    }
    if (built.isPublished)
      log('info', 'proximity', `${built.filesRead} proximity files read in ${built.seconds.toFixed(1)} s, ${built.filesLeft} left`, {
        read: built.filesRead,
        left: built.filesLeft,
      })
    // pages and posts show proximity, so they look again once there is no more to come
    if (built.isPublished && built.filesLeft === 0 && published) hooks.published(published)
    return built.filesLeft > 0
  }

  function intakeOf(source: LiveSource): Intake {
    const name = `${source.server ?? '-'}/${source.sourceName}`
    function arrived(): void {
      board.arrived(source)
      wake()
    }
    return {
      async file(header, bytes) {
        const isWhole = await spool.putFile({ is: 'file', ...header }, bytes)
        if (isWhole) arrived()
        return isWhole
      },
      message(message) {
        spool.put({ is: 'message', ...message })
        arrived()
      },
      refusal(refusal) {
        spool.put({ is: 'refusal', ...refusal })
        board.refused(source)
        const { server, sourceName, fileName, reason, detail } = refusal
        log('warn', 'refused', `${name}: ${fileName}: ${reason}${detail ? ` (${detail})` : ''}`, { source: name, name: fileName, reason })
        status.refused({ at: new Date().toISOString(), server, source_name: sourceName, name: fileName, reason, detail: detail ?? null })
        wake()
      },
      inPlace(file) {
        inPlace.push(file)
        if (file.status === 'offered') {
          arrived()
          return
        }
        board.refused(source)
        const { server, sourceName, fileName, reason, detail } = file
        log('warn', 'refused', `${name}: ${fileName}: ${reason}`, { source: name, name: fileName, reason })
        status.refused({ at: new Date().toISOString(), server, source_name: sourceName, name: fileName, reason, detail: detail ?? null })
        wake()
      },
      looked(look) {
        const { hasChanged } = board.looked(source, look)
        status.save({ sources: board.statuses() }, { isUrgent: hasChanged })
        if (!hasChanged) return
        if (look.error === undefined)
          log('info', 'source', `${name} is up${look.note ? `; ${look.note}` : ''}`, { source: name, state: 'up' })
        else log('warn', 'source', `${name} is down: ${look.error}`, { source: name, state: 'down' })
        wake()
      },
    }
  }

  // what an earlier run left in the spool is landed before the sources are asked for more
  let board = sourceBoard([], () => [])
  const newestLanded = await persist('landing what was left', async () => {
    report(await land())
    return await writeWarehouse(paths, memoryLimit, async ({ connection }) => {
      await landSourceConfigs(connection, configuredSources(configuration), new Date())
      return configuration.discord ? await newestLandedMessage(connection, configuration.discord.channel) : undefined
    })
  })
  const sources = liveSources(configuration, { fetched, newestLanded, environment, onlyFolders })
  board = sourceBoard(sources, (source) => serversOf(configuration, source))
  status.save({ sources: board.statuses() })
  log('info', 'start', `watching ${sources.map(({ kind, server, sourceName }) => `${server ?? '-'}/${sourceName} (${kind})`).join(', ')}`)
  const watching = sources.map((source) =>
    source.run(intakeOf(source), signal).catch((error: unknown) => {
      log('error', 'source', `${source.sourceName} ended unexpectedly: ${describeTrouble(error)}`)
      intakeOf(source).looked({ error: `it ended unexpectedly: ${describeTrouble(error)}; restart fullhold run and report it` })
    }),
  )

  const startedAt = performance.now()
  let retryAt = 0
  let pause = firstRetryMilliseconds
  let allSeenAt: number | undefined
  let isProximityBehind = !isLandingOnly

  /** The first build waits until every source was looked at twice, or showed that it is down, so that it is made of what lies there. */
  function hasSettled(): boolean {
    const now = performance.now()
    if (allSeenAt === undefined && board.statuses().every(({ state }) => state !== 'starting')) allSeenAt = now
    return now > startedAt + longestSettlingMilliseconds || (allSeenAt !== undefined && now > allSeenAt + settlingMilliseconds)
  }

  while (!signal.aborted) {
    const woken = new AbortController()
    wake = () => woken.abort()
    const hasArrivals = () => spool.count() + inPlace.length > 0
    const isRetryDue = () => isBuildOwed && !isLandingOnly && performance.now() >= retryAt && hasSettled()
    const isSlowPartDue = () => isProximityBehind && !isBuildOwed && hasSettled()
    const hasWork = () => hasArrivals() || board.due().length > 0 || isRetryDue() || isSlowPartDue()
    if (!hasWork()) await pauseFor(idleMilliseconds, AbortSignal.any([signal, woken.signal]))
    if (signal.aborted || !hasWork()) continue
    if (!hasArrivals() && !isRetryDue() && isSlowPartDue()) {
      isProximityBehind = (await attempt('reading proximity files', buildSlowPart))?.value ?? false
      continue
    }
    if (hasArrivals()) await delay(gatherMilliseconds)
    const counts = await attempt('landing', land)
    if (counts) report(counts.value)
    const hasLanded = counts !== undefined && counts.value.landed + Object.keys(counts.value.refused).length > 0
    let isFine = counts !== undefined
    if (hasLanded) isBuildOwed = true
    if (hasLanded && !isLandingOnly) isProximityBehind = true
    if (isFine && !isLandingOnly && isBuildOwed && (hasLanded || isRetryDue()) && hasSettled()) {
      isFine = (await attempt('building', buildAndPublish)) !== undefined && !isBuildOwed
    }
    if (isFine) {
      pause = firstRetryMilliseconds
      continue
    }
    retryAt = performance.now() + pause
    await pauseFor(Math.min(pause, firstRetryMilliseconds), signal)
    pause = Math.min(pause * 2, longestRetryMilliseconds)
  }

  log('info', 'stop', 'stopping')
  await Promise.all(watching)
  await hooks.stop()
  dbt?.[Symbol.dispose]()
  status.save({ state: 'stopped', hooks: hooks.states(), sources: board.statuses() }, { isUrgent: true })
  log('info', 'stop', 'stopped')
}

/** The servers under which looks at a source are landed. */
function serversOf({ discord }: Configuration, { server }: LiveSource): string[] {
  return server === undefined ? [...new Set(discord?.webhooks.flatMap(({ servers }) => servers))] : [server]
}

function describeTrouble(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: string }
  if (code === 'ENOSPC' || /No space left on device|database or disk is full|disk quota/i.test(message ?? ''))
    return 'the disk of the data folder is full; make room, the rest goes on by itself'
  return message ?? String(error)
}
