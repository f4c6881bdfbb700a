import type { Random } from './random.ts'
import type { Participant, RoundEvent, RoundScript, Side } from './round_events.ts'
import { explosiveBits, weaponBits } from './weapons.ts'

type Fighter = { who: Participant; side: Side; isAlive: boolean; sinceMs: number }
type Pending = { at: number; run(): void }

const deathsPerMinute = 1.7

/**
 * Plays a round by its script: who meets whom, who falls, who is brought back, in order of time.
 * Players come and go on the writer's five-second beat, and nothing involves them after they left, so that what was last written about them is complete.
 */
export function playRound(script: RoundScript, random: Random): RoundEvent[] {
  const events: RoundEvent[] = []
  const fighters = new Map<number, Fighter>()
  const pending: Pending[] = []

  function emit(event: RoundEvent): void {
    events.push(event)
  }
  function later(at: number, run: () => void): void {
    if (at >= script.lengthMs) return
    let place = pending.length
    while (place > 0 && pending[place - 1]!.at > at) place -= 1
    pending.splice(place, 0, { at, run })
  }
  function living(side: Side): Fighter[] {
    return [...fighters.values()].filter((fighter) => fighter.side === side && fighter.isAlive)
  }
  function intervalOf(side: Side): number {
    return side === 1 ? script.map.axisIntervalMs : script.map.alliesIntervalMs
  }
  function waitAt(at: number, side: Side): number {
    return intervalOf(side) - (at % intervalOf(side))
  }
  function isHere(fighter: Fighter): boolean {
    return fighters.get(fighter.who.slot) === fighter
  }

  function enter(who: Participant, at: number, isFresh: boolean, acts: boolean): void {
    if (who.side === 3) return
    const fighter: Fighter = { who, side: who.side, isAlive: acts, sinceMs: at }
    emit({ kind: 'join', at, slot: who.slot, side: who.side, isFresh })
    emit({ kind: 'spawn', at, slot: who.slot })
    if (!acts) return
    fighters.set(who.slot, fighter)
    later(at + 2_000 + random.integer(0, 900), () => {
      if (isHere(fighter) && fighter.isAlive) emit({ kind: 'shots', at: now, slot: who.slot, weapon: weaponBits.grenade, shots: 1 })
    })
  }
  function leave(slot: number, at: number, kind: 'disconnect' | 'spectate'): void {
    fighters.delete(slot)
    emit({ kind, at, slot })
  }
  function fall(victim: Fighter, at: number): void {
    victim.isAlive = false
    const spawnAt = at + waitAt(at, victim.side)
    later(spawnAt, () => {
      if (!isHere(victim) || victim.isAlive) return
      victim.isAlive = true
      victim.sinceMs = now
      emit({ kind: 'spawn', at: now, slot: victim.who.slot })
    })
    const medics = living(victim.side).filter((mate) => mate.who.player.playerClass === 'medic')
    const reviveAt = at + random.integer(1_200, 7_000)
    if (medics.length > 0 && reviveAt < spawnAt && random.chance(0.6)) {
      const medic = random.pick(medics)
      later(reviveAt, () => {
        if (!isHere(victim) || victim.isAlive || !isHere(medic) || !medic.isAlive) return
        victim.isAlive = true
        victim.sinceMs = now
        emit({ kind: 'shots', at: now, slot: medic.who.slot, weapon: weaponBits.syringe, shots: random.chance(0.2) ? 2 : 1 })
        emit({ kind: 'revive', at: now, slot: medic.who.slot, target: victim.who.slot })
      })
    } else if (random.chance(0.5)) {
      const gibber = random.pick([...fighters.values()].filter((one) => one.isAlive && one !== victim).concat([victim]))
      const gibAt = at + random.integer(400, 1_900)
      if (gibber === victim || gibAt >= spawnAt || (gibber.side === victim.side && !random.chance(0.1))) return
      later(gibAt, () => {
        if (!isHere(victim) || victim.isAlive || !isHere(gibber) || !gibber.isAlive) return
        const isTeam = gibber.side === victim.side
        const isKnife = !isTeam && random.chance(0.3)
        emit({ kind: 'gib', at: now, slot: gibber.who.slot, target: victim.who.slot, isKnife, isTeam })
      })
    }
  }
  function hit(at: number, from: Fighter, to: Fighter, weapon: number, amount: number): number {
    const isBlast = explosiveBits.includes(weapon)
    const headHits = isBlast || weapon <= weaponBits.kbar || weapon === weaponBits.syringe ? 0 : random.weighted({ '0': 5, '1': 3, '2': 1 })
    // A needle's hits count revives alone, although needles can kill.
    const hits =
      weapon === weaponBits.syringe ? 0 : isBlast ? random.integer(1, 3) : Math.max(1, Math.round(amount / 22)) + Number(headHits)
    const shots = isBlast ? 1 : Math.ceil(hits * random.around(2.4 / from.who.player.skill, 0.3))
    emit({ kind: 'shots', at, slot: from.who.slot, weapon, shots: Math.max(1, hits, shots) })
    emit({ kind: 'damage', at, slot: from.who.slot, target: to.who.slot, weapon, amount, hits, headHits: Number(headHits), isTeam: false })
    return Number(headHits)
  }
  function meet(): void {
    const sides = random.shuffle<Side>([1, 2])
    const [ours, theirs] = [living(sides[0]!), living(sides[1]!)]
    if (ours.length === 0 || theirs.length === 0) return
    const pair = [random.pick(ours), random.pick(theirs)] as const
    const [strong, weak] = pair[0].who.player.skill >= pair[1].who.player.skill ? pair : [pair[1], pair[0]]
    const isUpset = random.chance(0.5 - (strong.who.player.skill - weak.who.player.skill) * 0.35)
    const [killer, victim] = isUpset ? [weak, strong] : [strong, weak]
    const earliest = Math.max(killer.sinceMs, victim.sinceMs)
    const weapon = chooseWeapon(killer, random)
    const mates = living(killer.side).filter((mate) => mate !== killer && mate.sinceMs + 2_300 < now)
    if (mates.length > 0 && earliest + 2_300 < now && random.chance(0.45)) {
      const mate = random.pick(mates)
      hit(now - random.integer(100, 2_200), mate, victim, primaryWeapon(mate, random), random.integer(18, 110))
    }
    if (random.chance(0.7)) hit(now, victim, killer, primaryWeapon(victim, random), random.integer(9, 90))
    const headHits = hit(now, killer, victim, weapon, random.integer(60, 150))
    if (!random.chance(0.86)) return
    emit({
      kind: 'kill',
      at: now,
      slot: killer.who.slot,
      target: victim.who.slot,
      weapon,
      isHead: headHits > 0 && random.chance(0.6),
      waitMs: waitAt(now, victim.side),
      metres: random.integer(4, 70),
    })
    fall(victim, now)
    const nextVictims = living(victim.side).filter((other) => other.sinceMs + 200 < now)
    if (nextVictims.length > 0 && random.chance(0.13)) {
      const next = random.pick(nextVictims)
      later(now + random.integer(400, 2_800), () => {
        if (isHere(next) && next.isAlive && isHere(killer) && killer.isAlive) killAgain(killer, next, weapon)
      })
    }
  }
  function killAgain(killer: Fighter, victim: Fighter, weapon: number): void {
    const headHits = hit(now, killer, victim, weapon, random.integer(60, 140))
    const waitMs = waitAt(now, victim.side)
    const isHead = headHits > 0 && random.chance(0.6)
    emit({ kind: 'kill', at: now, slot: killer.who.slot, target: victim.who.slot, weapon, isHead, waitMs, metres: random.integer(4, 70) })
    fall(victim, now)
    const others = living(victim.side)
    if (others.length === 0 || !random.chance(0.25)) return
    const next = random.pick(others)
    later(now + random.integer(400, 2_800), () => {
      if (isHere(next) && next.isAlive && isHere(killer) && killer.isAlive) killAgain(killer, next, weapon)
    })
  }
  function mishap(): void {
    const everyone = [...fighters.values()].filter((fighter) => fighter.isAlive)
    if (everyone.length === 0) return
    const one = random.pick(everyone)
    const slot = one.who.slot
    const mates = living(one.side).filter((mate) => mate !== one)
    const attacks = one.side !== script.map.defender
    const isEngineer = one.who.player.playerClass === 'engineer'
    const what = random.weighted({ self: 4, team: 2, knife: 3, needle: 1, build: 2, dynamite: 2, flag: 1 })
    if (what === 'self') {
      emit({ kind: 'self_kill', at: now, slot, isFull: waitAt(now, one.side) >= intervalOf(one.side) - 2_000 })
      fall(one, now)
    }
    if (what === 'team' && mates.length > 0) {
      const mate = random.pick(mates)
      const weapon = random.chance(0.4) ? weaponBits.grenade : primaryWeapon(one, random)
      emit({
        kind: 'damage',
        at: now,
        slot,
        target: mate.who.slot,
        weapon,
        amount: random.integer(9, 120),
        hits: 0,
        headHits: 0,
        isTeam: true,
      })
      if (random.chance(0.2)) {
        emit({ kind: 'team_kill', at: now, slot, target: mate.who.slot })
        fall(mate, now)
      }
    }
    if (what === 'knife')
      emit({ kind: 'shots', at: now, slot, weapon: random.chance(0.8) ? weaponBits.knife : weaponBits.kbar, shots: random.integer(1, 3) })
    if (what === 'needle' && one.who.player.playerClass === 'medic')
      emit({ kind: 'shots', at: now, slot, weapon: weaponBits.syringe, shots: 1 })
    if (what === 'build' && isEngineer) emit({ kind: 'repair', at: now, slot })
    if (what === 'dynamite' && isEngineer && attacks) {
      emit({ kind: 'shots', at: now, slot, weapon: weaponBits.dynamite, shots: 1 })
      emit({ kind: 'plant', at: now, slot })
    }
    if (what === 'dynamite' && isEngineer && !attacks) emit({ kind: 'defuse', at: now, slot })
    if (what === 'flag') emit({ kind: attacks ? 'steal' : 'return', at: now, slot })
  }

  let now = 0
  for (const pause of script.pauses) later(pause.atMs, () => emit({ kind: 'pause', at: now, lengthMs: pause.lengthMs }))
  for (const who of script.participants) {
    if (who.arrivesMs === 0) enter(who, 0, who.isFresh, true)
    else later(who.arrivesMs, () => enter(who, now, true, true))
    const { departs, reconnects } = who
    if (departs) later(departs.atMs, () => leave(who.slot, now, departs.how))
    if (reconnects) {
      later(reconnects.leftMs, () => leave(who.slot, now, 'disconnect'))
      later(reconnects.backMs, () => enter(who, now, true, reconnects.acts))
    }
  }
  const clients = Math.max(2, script.participants.filter((who) => who.side !== 3).length)
  const meetingGap = 60_000 / (deathsPerMinute * clients)
  let nextMeeting = 3_100 + random.around(meetingGap, 0.8)
  let nextMishap = 3_000 + random.around(meetingGap * 2, 0.8)
  while (true) {
    const at = Math.min(nextMeeting, nextMishap, pending[0]?.at ?? Number.POSITIVE_INFINITY)
    if (at >= script.lengthMs) break
    now = Math.floor(at)
    if (pending[0]?.at === at) pending.shift()!.run()
    else if (at === nextMeeting) {
      meet()
      nextMeeting += random.around(meetingGap, 0.9)
    } else {
      mishap()
      nextMishap += random.around(meetingGap * 1.6, 0.9)
    }
  }
  return events
    .map((event, index) => ({ event, index }))
    .sort((left, right) => left.event.at - right.event.at || left.index - right.index)
    .map(({ event }) => event)
}

function primaryWeapon(fighter: Fighter, random: Random): number {
  const takesTheirs = random.chance(0.1)
  if (fighter.who.player.playerClass === 'covertops' && random.chance(0.5)) return random.chance(0.7) ? weaponBits.sten : weaponBits.mp34
  return (fighter.side === 1) !== takesTheirs ? weaponBits.mp40 : weaponBits.thompson
}

function chooseWeapon(fighter: Fighter, random: Random): number {
  const isAxis = fighter.side === 1
  const kind = random.weighted({ primary: 78, pistol: 6, grenade: 7, special: 8, knife: 1 })
  if (kind === 'primary') return primaryWeapon(fighter, random)
  if (kind === 'pistol') return isAxis ? weaponBits.luger : weaponBits.colt
  if (kind === 'grenade') return weaponBits.grenade
  if (kind === 'knife') return isAxis ? weaponBits.knife : weaponBits.kbar
  const special = {
    soldier: isAxis
      ? [weaponBits.panzerfaust, weaponBits.mg42, weaponBits.mortar2, weaponBits.flamethrower]
      : [weaponBits.bazooka, weaponBits.browning, weaponBits.mortar, weaponBits.flamethrower],
    medic: [weaponBits.syringe, primaryWeapon(fighter, random), primaryWeapon(fighter, random)],
    engineer: [weaponBits.grenadelauncher, weaponBits.landmine, weaponBits.dynamite, isAxis ? weaponBits.kar98 : weaponBits.carbine],
    fieldops: [weaponBits.airstrike, weaponBits.artillery],
    covertops: [weaponBits.satchel, weaponBits.fg42, isAxis ? weaponBits.k43 : weaponBits.garand],
  }
  return random.pick(special[fighter.who.player.playerClass])
}
