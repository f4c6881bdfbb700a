import { expect, test } from 'vitest'
import { renderPost } from '../../bot/post_kinds.ts'
import type { SentMessage } from '../../bot/sent_messages.ts'
import { type SeenRun, statusPosts } from '../../bot/status_posts.ts'
import type { RunStatus } from '../../run/status_file.ts'

const since = '2025-01-01T20:00:00.000Z'
const at = (minutes: number) => new Date(Date.parse(since) + minutes * 60_000)

function status(change: Partial<RunStatus> = {}): RunStatus {
  return {
    pid: 1,
    state: 'running',
    started_at: since,
    updated_at: since,
    sources: [],
    waiting_count: 0,
    last_landing: null,
    last_build: null,
    last_publish: { at: since, build_id: 'b' },
    failing_gate: [],
    trouble: null,
    refused: [],
    hooks: [],
    ...change,
  }
}

const alive = (change: RunStatus): SeenRun => ({ status: change, isAlive: true })
const failingGate = status({ failing_gate: [{ gate: 'fct_rounds_key_not_unique', subject: 'abc', detail: '2' }] })

function told(subject: string): SentMessage {
  return {
    postKind: 'health',
    anchorRoundId: subject,
    channelId: '1',
    nonce: 'n',
    messageId: '2',
    sentAt: at(11),
    factsHash: 'f',
    openIntent: undefined,
    failures: { count: 0, last: undefined },
    isGone: false,
  }
}

test('a publish that stands still is told after ten minutes, with the reason, once, and that it is over', () => {
  expect(statusPosts(alive(failingGate), [], at(5))).toEqual([])
  const [post] = statusPosts(alive(failingGate), [], at(11))
  const [embed] = renderPost(post!, undefined)
  expect(embed!.title).toBe('⚠ Nothing new is published')
  expect(embed!.description!.replaceAll('\\', '')).toContain('fct_rounds_key_not_unique: abc 2')
  expect(statusPosts(alive(failingGate), [told(post!.subject_id)], at(50)).map(({ facts_hash }) => facts_hash)).toEqual([post!.facts_hash])
  const [over] = statusPosts(alive(status({ last_publish: { at: at(60).toISOString(), build_id: 'c' } })), [told(post!.subject_id)], at(61))
  expect([over!.subject_id, renderPost(over!, undefined)[0]!.title]).toEqual([post!.subject_id, 'Publishing works again'])
  expect(+over!.fresh_until).toBeLessThanOrEqual(+over!.due_at)
})

test('a source that cannot be reached is told; one that is up, or a run that was stopped, is not', () => {
  const source = {
    server: 'main',
    source_name: 'sftp',
    kind: 'sftp' as const,
    state: 'down' as const,
    last_look_at: since,
    listed_count: null,
    newest_name: null,
    arrived_count: 0,
    refused_count: 0,
    error: 'connection refused',
    error_since: since,
    note: null,
  }
  const [post] = statusPosts(alive(status({ sources: [source] })), [], at(30))
  expect(renderPost(post!, undefined)[0]!.title).toBe('⚠ Source sftp of main cannot be reached')
  expect(statusPosts(alive(status({ sources: [{ ...source, error: null, error_since: null }] })), [], at(30))).toEqual([])
  expect(statusPosts(alive(status({ sources: [source], state: 'stopped' })), [], at(30))).toEqual([])
  expect(statusPosts(undefined, [], at(30))).toEqual([])
})

test('a killed run is told, what it said last is not told as news, and a new run ends it', () => {
  const killed = { status: failingGate, isAlive: false }
  expect(statusPosts(killed, [], at(5))).toEqual([])
  const [post, ...others] = statusPosts(killed, [told(`run|publish|${since}`)], at(11))
  expect(others).toEqual([])
  const [embed] = renderPost(post!, undefined)
  expect([embed!.title, embed!.description]).toEqual(['⚠ fullhold run was killed', expect.stringContaining('Start it again')])
  const [over] = statusPosts(alive(status()), [told(post!.subject_id)], at(60))
  expect(renderPost(over!, undefined)[0]!.title).toBe('fullhold run works again')
  expect(statusPosts({ status: status({ state: 'stopped' }), isAlive: false }, [], at(60))).toEqual([])
})
