import type { Random } from './random.ts'

export const playerClasses = ['soldier', 'medic', 'engineer', 'fieldops', 'covertops'] as const
export type PlayerClass = (typeof playerClasses)[number]

export type Player = {
  /** 32 upper-case hex digits; for bots the engine's slot-based text. */
  guid: string
  /** As typed, with colour codes. */
  nick: string
  /** What he calls himself when he renames. */
  otherNick: string
  /** Around 1: how often he wins a duel and how straight he shoots. */
  skill: number
  playerClass: PlayerClass
  isBot: boolean
}

/** Invented names, chosen to be awkward: colour codes, spaces, markdown, mentions, characters outside ASCII and outside Latin-1. */
const nicks = [
  '^1Flak^7Jack',
  '^4Pine^7 Marten',
  '__gopher__',
  '*Tilt*',
  '^3M\u00fccke',
  '\u017dabon',
  '^/^zHollow^?Reed',
  ' ^2lead',
  'trail ',
  '^o|^7RUST^o|',
  'nine`lives`',
  '^5Quarry',
  '@everyone',
  '^0.^7ember^0.',
  '~~Moth~~',
  'd\u00e9j\u00e0 vu',
  '^8Sandbag',
  'ole^^lukoje',
  '<b>Brick</b>',
  '^dNorth^hWind',
  "^6O'Fallon",
  'kestrel',
  '^7Wax^1Wing^7!',
  '[tin] can',
  '^2Larch',
  '{curly}',
  '^^1Crown',
  'Sump 4',
  '^pVelvet^7 ^pMine',
  'zinc',
  '100%',
  '^gThistle',
  'Null',
  '^aBog^7Oak',
  "'; drop--",
  '^cPlover',
  '#hash',
  '^9Gannet',
  'x^1y^2z',
  '> quote',
  '^4Lapwing',
  'Skerry',
  '^fTallow',
  '^uDitch^7er',
]

/** The people of a season, `count` of them, with guids, skill and class drawn from `random`. Names are numbered anew once the list is used up. */
export function inventPlayers(count: number, random: Random): Player[] {
  const prefixes = new Set<string>()
  return Array.from({ length: count }, (_, index) => {
    const nick = nicks[index % nicks.length]! + (index < nicks.length ? '' : `${Math.floor(index / nicks.length) + 1}`)
    let guid = hexDigits(32, random)
    while (prefixes.has(guid.slice(0, 8))) guid = hexDigits(32, random)
    prefixes.add(guid.slice(0, 8))
    return {
      guid,
      nick,
      otherNick: `^7not^1${nick.trim()}`,
      skill: random.around(1, 0.4),
      playerClass: random.weighted({ soldier: 2, medic: 12, engineer: 4, fieldops: 2, covertops: 1 }),
      isBot: false,
    }
  })
}

/** A bot in a client slot, as the engine names it: its guid carries nothing but the slot. */
export function inventBot(slot: number, random: Random): Player {
  const nick = `^o[BOT]^7${random.pick(['Kurt', 'Hatch', 'Briggs', 'Vogel', 'Odell', 'Jansen'])}${slot}`
  return {
    guid: `OMNIBOT${String(slot).padStart(2, '0')}${'0'.repeat(23)}`,
    nick,
    otherNick: nick,
    skill: 0.7,
    playerClass: random.pick(playerClasses),
    isBot: true,
  }
}

function hexDigits(count: number, random: Random): string {
  return Array.from({ length: count }, () => '0123456789ABCDEF'[random.integer(0, 15)]).join('')
}
