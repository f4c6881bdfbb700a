import type { Tracker } from './trackers.ts'
import { type Body, distance } from './walk_players.ts'

export type Actor = { slot: number; guid: string; name: string; side: 1 | 2; playerClass: string; primary: number }

type Attacker = { who: Actor; damage: number; hits: number; first: number; last: number; hasKilled: boolean; weapons: Map<number, number> }

export type Engagement = {
  id: number
  target: Actor
  start: number
  end: number
  lastHit: number
  lastSample: number
  from: Body
  lastPlace: Body
  to: Body
  damage: number
  way: number
  path: string[]
  /** Time and place of each item of the path. */
  steps: { at: number; x: number; y: number }[]
  attackers: Map<string, Attacker>
  outcome: string
  killer: Actor | undefined
  returnFire: number | undefined
  support: number | undefined
}

const grid = 512

/** Samples, hits taken, escapes. */
export type MoveCell = [number, number, number]

export type Fights = {
  closed: Engagement[]
  /** By victim's cell: kills of Axis and of Allies. */
  killCells: Map<string, [number, number]>
  moveCells: Map<string, MoveCell>
  has(slot: number): boolean
  hit(at: number, target: Actor, place: Body, from: Actor, damage: number, weapon: number): void
  /** Closes what is open around a death; opens it first where nothing was. */
  die(at: number, target: Actor, place: Body, killer: Actor | undefined): void
  leave(at: number, slot: number, place: Body): void
  /** Samples open engagements and closes those that are over. */
  look(at: number, intervalMs: number, placeOf: (slot: number) => Body | undefined): void
  finish(at: number, how: string, placeOf: (slot: number) => Body | undefined): void
}

/** Keeps the engagements of a round the way the tracker does. Times are those of the tracker's clock. */
export function trackFights(tracker: Tracker): Fights {
  const open = new Map<number, Engagement>()
  const closed: Engagement[] = []
  const killCells: Fights['killCells'] = new Map()
  const moveCells: Fights['moveCells'] = new Map()
  let lastId = 0

  function step(one: Engagement, at: number, place: Body, event: string): void {
    one.path.push(`${at},${place.x.toFixed(1)},${place.y.toFixed(1)},${place.z.toFixed(1)},${event}`)
    one.steps.push({ at, x: Number(place.x.toFixed(1)), y: Number(place.y.toFixed(1)) })
  }
  function begin(at: number, target: Actor, place: Body): Engagement {
    lastId += 1
    const one: Engagement = {
      id: lastId,
      target,
      start: at,
      end: at,
      lastHit: at,
      lastSample: at,
      from: place,
      lastPlace: place,
      to: place,
      damage: 0,
      way: 0,
      path: [],
      steps: [],
      attackers: new Map(),
      outcome: '',
      killer: undefined,
      returnFire: undefined,
      support: undefined,
    }
    step(one, at, place, 'start')
    open.set(target.slot, one)
    return one
  }
  function book(one: Engagement, at: number, place: Body, from: Actor, damage: number, weapon: number): void {
    const attacker = one.attackers.get(from.guid) ?? {
      who: from,
      damage: 0,
      hits: 0,
      first: at,
      last: at,
      hasKilled: false,
      weapons: new Map<number, number>(),
    }
    one.attackers.set(from.guid, attacker)
    attacker.damage += damage
    attacker.hits += 1
    attacker.last = at
    attacker.weapons.set(weapon, (attacker.weapons.get(weapon) ?? 0) + 1)
    one.damage += damage
    one.lastHit = at
    one.way += distance(place, one.lastPlace)
    one.lastPlace = place
    step(one, at, place, 'hit')
    cellOf<MoveCell>(moveCells, place, () => [0, 0, 0])[1] += 1
  }
  function close(one: Engagement, at: number, place: Body, outcome: string, killer?: Actor): void {
    open.delete(one.target.slot)
    one.end = at
    one.to = place
    one.outcome = outcome
    one.way += distance(place, one.lastPlace)
    step(one, at, place, outcome === 'killed' ? 'death' : 'escape')
    if (outcome === 'escaped') cellOf<MoveCell>(moveCells, place, () => [0, 0, 0])[2] += 1
    if (killer) {
      one.killer = killer
      const attacker = one.attackers.get(killer.guid)
      if (attacker) attacker.hasKilled = true
      cellOf(killCells, place, () => [0, 0])[killer.side - 1]! += 1
    }
    closed.push(one)
  }

  return {
    closed,
    killCells,
    moveCells,
    has: (slot) => open.has(slot),
    hit(at, target, place, from, damage, weapon) {
      if (from.side === target.side && !tracker.isOld) return
      book(open.get(target.slot) ?? begin(at, target, place), at, place, from, damage, weapon)
      for (const one of open.values()) {
        const passed = at - one.start
        if (passed < 0 || passed > 5_000 || !one.attackers.has(target.guid)) continue
        if (from.slot === one.target.slot) one.returnFire ??= passed
        else if (from.side === one.target.side) one.support ??= passed
      }
    },
    die(at, target, place, killer) {
      const known = open.get(target.slot)
      const one = known ?? begin(at, target, place)
      if (!known && killer && killer !== target) book(one, at, place, killer, 100, killer.primary)
      close(one, at, place, 'killed', killer)
    },
    leave(at, slot, place) {
      const one = open.get(slot)
      if (one && !tracker.isOld) close(one, at, place, 'disconnect')
    },
    look(at, intervalMs, placeOf) {
      for (const one of [...open.values()]) {
        const place = placeOf(one.target.slot)
        if (!place) continue
        const silent = at - one.lastHit
        if (!tracker.isOld && silent >= 15_000) close(one, at, place, 'timeout')
        else if (silent >= 5_000 && distance(place, one.lastPlace) >= 300) close(one, at, place, 'escaped')
        else if (at - one.lastSample >= intervalMs) {
          step(one, at, place, 'sample')
          one.lastSample = at
        }
      }
    },
    finish(at, how, placeOf) {
      for (const one of [...open.values()]) close(one, at, placeOf(one.target.slot) ?? one.lastPlace, how)
    },
  }
}

/** The row of a cell of the map's grid, made where there is none. */
export function cellOf<T>(cells: Map<string, T>, place: { x: number; y: number }, make: () => T): T {
  const key = `${Math.floor(place.x / grid)};${Math.floor(place.y / grid)}`
  const cell = cells.get(key) ?? make()
  cells.set(key, cell)
  return cell
}

/** Whether two attackers began within a second: the gap, and all who began within that second; undefined where not. */
export function crossfireOf(one: Engagement): { delay: number; guids: string[] } | undefined {
  const attackers = [...one.attackers.values()]
  const [first, second] = attackers
  if (!first || !second || second.first - first.first > 1_000) return undefined
  return {
    delay: second.first - first.first,
    guids: attackers.filter((attacker) => attacker.first - first.first <= 1_000).map(({ who }) => who.guid),
  }
}

/** How long after the first hit the target turned by 45 degrees or more, within five seconds. */
export function dodgeOf(one: Engagement): number | undefined {
  if (one.steps.length < 3) return undefined
  let heading: number | undefined
  for (const [index, here] of one.steps.entries()) {
    const before = one.steps[index - 1]
    if (!before || Math.hypot(here.x - before.x, here.y - before.y) < 24) continue
    const angle = Math.atan2(here.y - before.y, here.x - before.x)
    if (heading === undefined) heading = angle
    else if (Math.abs(Math.atan2(Math.sin(angle - heading), Math.cos(angle - heading))) >= Math.PI / 4) {
      const passed = here.at - one.start
      return passed <= 5_000 ? passed : undefined
    }
  }
  return undefined
}
