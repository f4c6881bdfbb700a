import type { Random } from '../random.ts'
import { type Actor, cellOf, type Fights, type MoveCell } from './track_fights.ts'
import type { Objective, Tracker } from './trackers.ts'
import { type Body, distance } from './walk_players.ts'

export type Life = {
  who: Actor
  spawn: number
  death: number
  firstMove: number | undefined
  deathType: string
  path: string[]
}

type OpenLife = Life & { heldUntil: number; health: number }
type Focus = { who: Actor; samples: number; distance: number; nearMs: number; counts: Map<string, number> }

export type Lives = {
  ended: Life[]
  focus: Map<string, Focus>
  spawn(at: number, who: Actor, place: Body): void
  hurt(slot: number, damage: number): void
  end(at: number, slot: number, place: Body, deathType: string): void
  /** One sample of everybody who is tracked. */
  sample(at: number, placeOf: (slot: number) => Body | undefined): void
  finish(at: number, how: string, placeOf: (slot: number) => Body | undefined): void
}

/** Keeps the lives of a round the way the tracker does: from spawn to death; who is revived stays unseen until he spawns again. */
export function trackLives(
  tracker: Tracker,
  options: { intervalMs: number; hasSprint: boolean; objectives: readonly Objective[]; cells: Fights['moveCells'] },
  random: Random,
): Lives {
  const open = new Map<number, OpenLife>()
  const ended: Life[] = []
  const focus = new Map<string, Focus>()

  function item(life: OpenLife, at: number, place: Body, event: string): string {
    const isLast = event !== 'spawn' && event !== 'sample'
    const stance = !isLast && at < life.heldUntil ? 2 : 0
    const sprint = !isLast && options.hasSprint && place.isSprinting && stance === 0 && event === 'sample' ? 1 : 0
    const health = isLast && event !== 'round_end' && event !== 'shutdown' ? 0 : life.health
    const speed = isLast || event === 'spawn' ? 0 : place.speed
    return [
      at,
      place.x.toFixed(1),
      place.y.toFixed(1),
      place.z.toFixed(1),
      health,
      speed.toFixed(1),
      life.who.primary,
      stance,
      sprint,
      event,
    ].join(',')
  }
  function end(at: number, slot: number, place: Body, deathType: string): void {
    const life = open.get(slot)
    if (!life) return
    open.delete(slot)
    life.death = at
    life.deathType = deathType
    if (deathType !== 'unknown') life.path.push(item(life, at, place, deathType))
    ended.push(life)
  }

  return {
    ended,
    focus,
    spawn(at, who, place) {
      end(at, who.slot, place, 'unknown')
      const health = who.playerClass === 'MEDIC' ? 124 : 112
      const life: OpenLife = {
        who,
        spawn: at,
        death: 0,
        firstMove: undefined,
        deathType: 'unknown',
        path: [],
        heldUntil: at + random.pick([150, 250, 400]),
        health,
      }
      life.path.push(item(life, at, place, 'spawn'))
      open.set(who.slot, life)
    },
    hurt(slot, damage) {
      const life = open.get(slot)
      if (life) life.health = Math.max(1, life.health - damage)
    },
    end,
    sample(at, placeOf) {
      for (const life of open.values()) {
        const place = placeOf(life.who.slot)
        if (!place) continue
        const mayCount = tracker.name === 'v4' || life.spawn >= 0
        if (life.firstMove === undefined && place.speed > 10 && mayCount) life.firstMove = at
        life.path.push(item(life, at, place, 'sample'))
        cellOf<MoveCell>(options.cells, place, () => [0, 0, 0])[0] += 1
        note(life.who, place)
      }
    },
    finish(at, how, placeOf) {
      for (const slot of [...open.keys()]) end(at, slot, placeOf(slot)!, how)
    },
  }

  function note(who: Actor, place: Body): void {
    if (options.objectives.length === 0) return
    const near = options.objectives.map((one) => ({ one, away: distance(one, place) })).sort((left, right) => left.away - right.away)[0]!
    const row = focus.get(who.guid) ?? { who, samples: 0, distance: 0, nearMs: 0, counts: new Map<string, number>() }
    focus.set(who.guid, row)
    row.samples += 1
    row.distance += near.away
    row.counts.set(near.one.name, (row.counts.get(near.one.name) ?? 0) + 1)
    if (near.away <= 500) row.nearMs += options.intervalMs
  }
}
