import type { Random } from '../random.ts'
import type { RoundEvent, RoundScript } from '../round_events.ts'

export type Point = { x: number; y: number; z: number }

/** Where somebody is at a moment, in game units, and how he moves. */
export type Body = Point & { vx: number; vy: number; speed: number; isSprinting: boolean }

type Leg = { from: number; to: number; start: Point; end: Point; speed: number; isSprinting: boolean }
type Meeting = { at: number; place: Point }
type Stretch = { from: number; to: number; legs: Leg[] }

/** Where the client in `slot` is at a moment of play; where he fell while he lies, undefined before he first spawned. */
export type Positions = (slot: number, at: number) => Body | undefined

const bases = { 1: { x: 2_400, y: 1_900, z: 120 }, 2: { x: -2_500, y: -1_700, z: 40 } } as const
const hotPoints: readonly Point[] = [
  { x: 200, y: -300, z: 60 },
  { x: 700, y: -1_300, z: 200 },
  { x: -500, y: 700, z: 30 },
  { x: 1_200, y: 500, z: 90 },
  { x: -1_100, y: -600, z: 10 },
]
const [walking, sprinting] = [224, 352]
const unitsPerMetre = 39.37

/** Invents the ways of a round's clients: from their base to where they fight, as long as they live; a revived one goes on from where he fell. */
export function walkPlayers(script: RoundScript, events: readonly RoundEvent[], random: Random): Positions {
  const meetings = arrangeMeetings(events, random)
  const stretches = new Map<number, Stretch[]>()
  const open = new Map<number, { from: number; start: Point }>()
  const close = (slot: number, at: number): void => {
    const begun = open.get(slot)
    if (!begun) return
    open.delete(slot)
    const own = (meetings.get(slot) ?? []).filter((one) => one.at > begun.from && one.at <= at)
    stretches.set(slot, [...(stretches.get(slot) ?? []), walk(begun.from, at, begun.start, own, random)])
  }
  for (const event of events) {
    if (event.kind === 'spawn') {
      close(event.slot, event.at)
      const { side } = script.participants.find((who) => who.slot === event.slot)!
      const base = bases[side === 1 ? 1 : 2]
      open.set(event.slot, { from: event.at, start: { ...near(base, 150, random), z: base.z + 24.125 } })
    }
    if (event.kind === 'kill' || event.kind === 'team_kill') close(event.target, event.at)
    if (event.kind === 'self_kill' || event.kind === 'disconnect' || event.kind === 'spectate') close(event.slot, event.at)
    if (event.kind === 'revive') {
      const fell = stretches.get(event.target)?.at(-1)
      if (fell) open.set(event.target, { from: event.at, start: bodyIn(fell, fell.to) })
    }
  }
  for (const slot of [...open.keys()]) close(slot, script.lengthMs)
  return (slot, at) => {
    const list = stretches.get(slot)
    if (!list || at < list[0]!.from) return undefined
    const stretch = lastBegun(list, at)
    const body = bodyIn(stretch, Math.min(at, stretch.to))
    return at < stretch.to ? body : { ...body, vx: 0, vy: 0, speed: 0, isSprinting: false }
  }
}

/** Where each client has to be and when: who kills and who falls stand as far apart as the kill says, who revives stands beside the fallen. */
function arrangeMeetings(events: readonly RoundEvent[], random: Random): Map<number, Meeting[]> {
  const meetings = new Map<number, Meeting[]>()
  const lastOf = (slot: number, at: number) => meetings.get(slot)?.findLast((one) => at - one.at < 10_000)
  const meet = (slot: number, at: number, place: Point) => meetings.set(slot, [...(meetings.get(slot) ?? []), { at, place }])
  for (const event of events) {
    if (event.kind === 'kill') {
      const known = lastOf(event.slot, event.at) ?? lastOf(event.target, event.at)
      const place = known ? near(known.place, 350, random) : near(random.pick(hotPoints), 300, random)
      const angle = random.next() * 2 * Math.PI
      const apart = Math.min(event.metres * unitsPerMetre, 1_800)
      meet(event.target, event.at, place)
      meet(event.slot, event.at, { ...place, x: place.x + Math.cos(angle) * apart, y: place.y + Math.sin(angle) * apart })
    }
    if (event.kind === 'revive') {
      const fell = lastOf(event.target, event.at)
      if (fell) meet(event.slot, event.at, near(fell.place, 60, random))
    }
  }
  return meetings
}

function walk(from: number, to: number, start: Point, meetings: readonly Meeting[], random: Random): Stretch {
  const legs: Leg[] = []
  let [at, here] = [from, start]
  const stand = (ms: number) => {
    legs.push({ from: at, to: at + ms, start: here, end: here, speed: 0, isSprinting: false })
    at += ms
  }
  const go = (angle: number, length: number, speed: number, isSprinting: boolean, rise: number) => {
    const ms = Math.max(50, Math.round((length / speed) * 1_000))
    const end = { x: here.x + Math.cos(angle) * length, y: here.y + Math.sin(angle) * length, z: here.z + rise }
    legs.push({ from: at, to: at + ms, start: here, end, speed, isSprinting })
    at += ms
    here = end
  }
  stand(random.pick([100, 200, 300, 600, 1_500]))
  while (at <= to) {
    const next = meetings.find((one) => one.at > at + 50)
    const away = next ? flatDistance(here, next.place) : 0
    const spareMs = next ? next.at - at - (away / sprinting) * 1_000 : Number.POSITIVE_INFINITY
    if (next && spareMs < 3_000) {
      const seconds = (next.at - at) / 1_000
      const length = Math.min(away, sprinting * seconds)
      if (length < 20) stand(next.at - at)
      else go(Math.atan2(next.place.y - here.y, next.place.x - here.x), length, length / seconds, length / seconds > 240, 0)
      continue
    }
    const goal = near(random.pick(hotPoints), 220, random)
    const distance = flatDistance(here, goal)
    const isSprinting = random.chance(0.45)
    const speed = (isSprinting ? sprinting : walking) * random.around(0.96, 0.04)
    // nobody sprints longer than his stamina lasts, ways bend, and who is expected turns back in time
    const length = Math.min(distance, speed * Math.min(isSprinting ? 2.5 : 4, spareMs / 2_500))
    const angle = Math.atan2(goal.y - here.y, goal.x - here.x) + (random.next() - 0.5) * 1.1
    go(angle, length, speed, isSprinting, (random.next() - 0.5) * 20)
    if (distance < 300) stand(random.pick([50, 50, 500, 1_000]))
  }
  return { from, to, legs }
}

function bodyIn({ legs }: Stretch, at: number): Body {
  const leg = lastBegun(legs, at)
  const share = leg.to > leg.from ? Math.min(1, (at - leg.from) / (leg.to - leg.from)) : 0
  const along = (axis: 'x' | 'y' | 'z') => leg.start[axis] + (leg.end[axis] - leg.start[axis]) * share
  const angle = Math.atan2(leg.end.y - leg.start.y, leg.end.x - leg.start.x)
  return {
    x: along('x'),
    y: along('y'),
    z: along('z'),
    vx: leg.speed * Math.cos(angle),
    vy: leg.speed * Math.sin(angle),
    speed: leg.speed,
    isSprinting: leg.isSprinting,
  }
}

/** The last of a list in order of begin that has begun at a moment; the first where none has. */
function lastBegun<T extends { from: number }>(list: readonly T[], at: number): T {
  let [low, high] = [0, list.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (list[middle]!.from <= at) low = middle
    else high = middle - 1
  }
  return list[low]!
}

function near(point: Point, reach: number, random: Random): Point {
  return { x: point.x + (random.next() * 2 - 1) * reach, y: point.y + (random.next() * 2 - 1) * reach, z: point.z }
}

/** Distance in game units. */
export function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y, one.z - other.z)
}

/** Distance on the ground. */
export function flatDistance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}
