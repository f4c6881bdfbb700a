import { kindOfFileName } from '../ingest/file_kinds.ts'
import type { Finding } from './finding.ts'

/** A file of a game server: its name and when its own machine says that it was last written. */
export type DatedFile = { name: string; modifiedAt: Date }

const quarterSeconds = 15 * 60
const mostQuarters = 14 * 4
const leastVotes = 3
const newestFiles = 200
const aheadSeconds = 120

/** How far a stamp may lie after what it is compared with, in seconds: after a Lua end, and around the time of a file's last change. */
const afterLuaEnd = [-10, 35] as const
const aroundChange = [-90, 90] as const

/**
 * Whether a server's time zone is right and its clock is not ahead, from names and file times alone: the local time in the name of a stats file
 * against the end in the name of a gametimes file of its map and round, and against the time of the file. A wrong zone shows as the same
 * whole number of quarter hours in many files.
 */
export function clockFindings(server: string, timeZone: string, files: DatedFile[], now: Date): Finding[] {
  const newest = [...files].sort((one, other) => other.modifiedAt.getTime() - one.modifiedAt.getTime()).slice(0, newestFiles)
  const stats = newest.flatMap(({ name, modifiedAt }) => {
    const named = kindOfFileName(name) === 'stats' ? /^(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})(\d{2})-(.+)-round-(\d)/.exec(name) : null
    if (!named) return []
    const [, date, hour, minute, second, map, round] = named
    const at = instantOf(`${date}T${hour}:${minute}:${second}Z`, timeZone)
    return at === undefined ? [] : [{ key: `${map}|${round}`, at, changedAt: modifiedAt.getTime() / 1000 }]
  })
  const ends = newest.flatMap(({ name }) => {
    const named = kindOfFileName(name) === 'gametimes' ? /^gametime-(.+)-R(\d+)-(\d+)\.json$/.exec(name) : null
    return named ? [{ key: `${named[1]}|${named[2]}`, at: Number(named[3]) }] : []
  })
  const ofLua = vote(
    ends.map((end) => stats.filter(({ key }) => key === end.key).map(({ at }) => at - end.at)),
    afterLuaEnd,
  )
  const ofFiles = vote(
    stats.map(({ at, changedAt }) => [at - changedAt]),
    aroundChange,
  )
  const findings: Finding[] = []
  const zone = ofLua ?? ofFiles
  if (zone === undefined)
    findings.push({ is: 'note', what: `server ${server}: too few fresh files to tell whether ${timeZone} is its time zone` })
  else if (zone.quarters === 0) findings.push({ is: 'fine', what: `server ${server}: ${zone.votes} names agree with ${timeZone}` })
  else {
    const minutes = Math.abs(zone.quarters) * 15
    const shown = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
    findings.push({
      is: 'wrong',
      what: `server ${server}: ${zone.votes} files are stamped ${shown} h ${zone.quarters > 0 ? 'late' : 'early'} for ${timeZone}`,
      fix: `Correct servers: time_zone of ${server}: its clock shows ${shown} h ${zone.quarters > 0 ? 'more' : 'less'} than ${timeZone} does. Then: fullhold build`,
    })
  }
  const newestChange = newest[0]?.modifiedAt.getTime() ?? 0
  const ahead = Math.round((newestChange - now.getTime()) / 1000)
  if (ahead > aheadSeconds)
    findings.push({
      is: 'wrong',
      what: `server ${server}: its clock is ${ahead} s ahead of this machine's`,
      fix: 'Let both keep the time with NTP.',
    })
  return findings
}

/**
 * The number of quarter hours that most differences share; undefined where too few share one. Each entry votes once for each number that one
 * of its differences fits, and a smaller shift wins a tie.
 */
function vote(differences: number[][], [from, to]: readonly [number, number]): { quarters: number; votes: number } | undefined {
  let best: { quarters: number; votes: number } | undefined
  for (let distance = 0; distance <= mostQuarters; distance += 1) {
    for (const quarters of distance === 0 ? [0] : [distance, -distance]) {
      const fits = (seconds: number) => seconds - quarters * quarterSeconds >= from && seconds - quarters * quarterSeconds <= to
      const votes = differences.filter((each) => each.some(fits)).length
      if (votes >= leastVotes && votes > (best?.votes ?? 0)) best = { quarters, votes }
    }
  }
  return best
}

/** The instant of a local time (written with Z) in a zone, in seconds; undefined where it is no time. */
function instantOf(local: string, timeZone: string): number | undefined {
  const asUtc = Date.parse(local)
  if (Number.isNaN(asUtc)) return undefined
  const first = asUtc - offsetOf(new Date(asUtc), timeZone)
  return (asUtc - offsetOf(new Date(first), timeZone)) / 1000
}

/** How much a zone's clock shows more than UTC at an instant, in milliseconds. */
function offsetOf(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant)
  return Date.parse(`${parts.replace(' ', 'T')}Z`) - Math.floor(instant.getTime() / 1000) * 1000
}
