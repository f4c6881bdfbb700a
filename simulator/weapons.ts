/** Position of each weapon's bit in the mask of a player line. */
export const weaponBits = {
  knife: 0,
  kbar: 1,
  luger: 2,
  colt: 3,
  mp40: 4,
  thompson: 5,
  sten: 6,
  fg42: 7,
  panzerfaust: 8,
  bazooka: 9,
  flamethrower: 10,
  grenade: 11,
  mortar: 12,
  mortar2: 13,
  dynamite: 14,
  airstrike: 15,
  artillery: 16,
  satchel: 17,
  grenadelauncher: 18,
  landmine: 19,
  mg42: 20,
  browning: 21,
  carbine: 22,
  kar98: 23,
  garand: 24,
  k43: 25,
  mp34: 26,
  syringe: 27,
} as const
export type Weapon = keyof typeof weaponBits

export const weaponCount = 28

/** The five numbers of a weapon block, in the order in which they are written. */
export const cellNames = ['hits', 'shots', 'kills', 'deaths', 'headshots'] as const
export type CellName = (typeof cellNames)[number]

/** Weapons whose hits and shots make a gun accuracy: bits 2–7 and 20–26. */
export const gunBits: readonly number[] = [2, 3, 4, 5, 6, 7, 20, 21, 22, 23, 24, 25, 26]

/** Weapons that the end-of-round tables call light: pistols and submachine guns. */
export const lightBits: readonly number[] = [2, 3, 4, 5, 6, 26]

/** Weapons that kill by blast or fire, where a head is never what was hit. */
export const explosiveBits: readonly number[] = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]
