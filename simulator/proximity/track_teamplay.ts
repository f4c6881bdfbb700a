import type { Random } from '../random.ts'
import type { Actor } from './track_fights.ts'
import type { Objective } from './trackers.ts'
import { type Body, flatDistance } from './walk_players.ts'

export type Present = { who: Actor; place: Body }
type Opportunity = { at: number; target: Actor; one: Actor; other: Actor; angle: number; hasHit: Set<string>; damage: number }
type Push = {
  from: number
  to: number
  side: 1 | 2
  speed: number
  x: number
  y: number
  alignment: number
  quality: number
  count: number
  toward: string
}
type Lock = { who: Actor; target: Actor; from: number; seen: number; samples: number; error: number; distance: number }

export type Teamplay = {
  cohesion: string[]
  opportunities: Opportunity[]
  pushes: Push[]
  locks: string[]
  look(at: number, living: readonly Present[]): void
  hit(at: number, target: Actor, from: Actor, damage: number): void
  finish(at: number): void
}

const sideName = { 1: 'AXIS', 2: 'ALLIES' } as const

/** Watches how the living of each side stand and move: cohesion, crossfire opportunities, pushes, crosshairs on enemies. */
export function trackTeamplay(objectives: readonly Objective[], random: Random): Teamplay {
  const cohesion: string[] = []
  const opportunities: Opportunity[] = []
  const pending: Opportunity[] = []
  const pushes: Push[] = []
  const running = new Map<1 | 2, Push>()
  const locks: string[] = []
  const held = new Map<number, Lock>()
  const last = { cohesion: 0, opportunity: 0, push: 0, lock: 0 }

  function due(what: keyof typeof last, at: number, every: number): boolean {
    if (at - last[what] < every) return false
    last[what] = at
    return true
  }
  function watchCohesion(at: number, side: 1 | 2, mates: readonly Present[]): void {
    if (mates.length < 2) return
    const centre = { x: mean(mates.map(({ place }) => place.x)), y: mean(mates.map(({ place }) => place.y)), z: 0 }
    const away = mates.map(({ place }) => flatDistance(place, centre))
    const pairs = mates.flatMap((one, index) =>
      mates.slice(index + 1).map((other) => ({ one, other, gap: flatDistance(one.place, other.place) })),
    )
    const buddies = pairs.reduce((left, right) => (right.gap < left.gap ? right : left))
    const spread = Math.max(...pairs.map(({ gap }) => gap))
    const numbers = [centre.x, centre.y, mean(away), spread].map((value) => value.toFixed(1))
    const stragglers = away.filter((gap) => gap > 800).length
    const names = `${buddies.one.who.guid}+${buddies.other.who.guid}`
    cohesion.push([at, sideName[side], mates.length, ...numbers, stragglers, names, buddies.gap.toFixed(1)].join(';'))
  }
  function watchCrossfire(at: number, mates: readonly Present[], enemies: readonly Present[]): void {
    for (const { who: target, place } of enemies) {
      const seeing = mates.filter((mate) => flatDistance(mate.place, place) <= 2_000 && random.chance(0.15))
      for (const [index, one] of seeing.entries()) {
        for (const other of seeing.slice(index + 1)) {
          const angle = angleBetween(one.place, other.place, place)
          if (angle >= 45) pending.push({ at, target, one: one.who, other: other.who, angle, hasHit: new Set(), damage: 0 })
        }
      }
    }
  }
  function settle(at: number): void {
    while (pending.length > 0 && at > pending[0]!.at + 2_000) opportunities.push(pending.shift()!)
  }
  function watchPush(at: number, side: 1 | 2, mates: readonly Present[]): void {
    const moving = mates.filter(({ place }) => place.speed > 10)
    const known = running.get(side)
    const [vx, vy] = [mean(moving.map(({ place }) => place.vx)), mean(moving.map(({ place }) => place.vy))]
    const length = Math.hypot(vx, vy) || 1
    const [x, y] = [vx / length, vy / length]
    const speed = mean(moving.map(({ place }) => place.speed))
    const alignment = mean(moving.map(({ place }) => (place.vx * x + place.vy * y) / place.speed))
    const isOn = moving.length >= 2 && speed >= 80 && alignment >= 0.4
    const quality = (alignment * speed) / 300
    if (isOn && known) {
      known.speed = (known.speed + speed) / 2
      known.alignment = (known.alignment + alignment) / 2
      known.quality = (known.quality + quality) / 2
      known.count = Math.max(known.count, moving.length)
      const toward = goal(mates, x, y)
      if (toward !== 'NO' && toward !== 'N/A') known.toward = toward
    } else if (isOn) {
      running.set(side, { from: at, to: at, side, speed, x, y, alignment, quality, count: moving.length, toward: goal(mates, x, y) })
    } else if (known) {
      running.delete(side)
      pushes.push({ ...known, to: at })
    }
  }
  function goal(mates: readonly Present[], x: number, y: number): string {
    if (objectives.length === 0) return 'N/A'
    const centre = { x: mean(mates.map(({ place }) => place.x)), y: mean(mates.map(({ place }) => place.y)), z: 0 }
    const nearest = objectives.reduce((left, right) => (flatDistance(right, centre) < flatDistance(left, centre) ? right : left))
    const [gx, gy] = [nearest.x - centre.x, nearest.y - centre.y]
    return (x * gx + y * gy) / (Math.hypot(gx, gy) || 1) > 0.3 ? nearest.name : 'NO'
  }
  function watchAim(at: number, living: readonly Present[]): void {
    for (const { who, place } of living) {
      const foes = living.filter((foe) => foe.who.side !== who.side && flatDistance(foe.place, place) < 1_500)
      const target =
        foes.length > 0 && random.chance(0.35)
          ? foes.reduce((left, right) => (flatDistance(right.place, place) < flatDistance(left.place, place) ? right : left))
          : undefined
      const known = held.get(who.slot)
      if (known && known.target !== target?.who) release(known)
      if (!target) continue
      const lock = held.get(who.slot) ?? { who, target: target.who, from: at, seen: at, samples: 0, error: 0, distance: 0 }
      held.set(who.slot, lock)
      lock.seen = at
      lock.samples += 1
      lock.error += 0.5 + random.next() * 9
      lock.distance += flatDistance(target.place, place)
    }
  }
  function release(lock: Lock): void {
    held.delete(lock.who.slot)
    const ms = Math.min(lock.seen - lock.from, lock.samples * 400 + 400)
    if (ms < 400) return
    const { who, target, samples } = lock
    const row = [lock.from, lock.from + ms, ms, who.guid, who.name, sideName[who.side], target.guid, target.name]
    locks.push([...row, (lock.error / samples).toFixed(1), Math.floor(lock.distance / samples), samples].join(';'))
  }

  return {
    cohesion,
    opportunities,
    pushes,
    locks,
    look(at, living) {
      const of = (side: 1 | 2) => living.filter(({ who }) => who.side === side)
      const both = { 1: of(1), 2: of(2) }
      if (due('cohesion', at, 500)) for (const side of [1, 2] as const) watchCohesion(at, side, both[side])
      if (due('opportunity', at, 1_000)) for (const side of [1, 2] as const) watchCrossfire(at, both[side], both[side === 1 ? 2 : 1])
      if (due('push', at, 1_000)) for (const side of [1, 2] as const) watchPush(at, side, both[side])
      if (due('lock', at, 400)) watchAim(at, living)
      settle(at)
    },
    hit(at, target, from, damage) {
      for (const one of pending) {
        if (one.target !== target || at > one.at + 2_000 || (one.one !== from && one.other !== from)) continue
        one.hasHit.add(from.guid)
        one.damage += damage
      }
    },
    finish(at) {
      opportunities.push(...pending.splice(0))
      for (const push of running.values()) pushes.push({ ...push, to: at })
      for (const lock of [...held.values()]) release(lock)
    },
  }
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function angleBetween(one: Body, other: Body, from: Body): number {
  const turn = Math.atan2(one.y - from.y, one.x - from.x) - Math.atan2(other.y - from.y, other.x - from.x)
  return Math.abs((Math.atan2(Math.sin(turn), Math.cos(turn)) * 180) / Math.PI)
}
