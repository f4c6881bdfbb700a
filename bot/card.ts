/** What a post or an answer shows, before it is laid out within Discord's limits. Texts are escaped already. */
export type Card = {
  title: string
  /** Lines that always stand: result, times, confidence. */
  lines: string[]
  blocks: Block[]
  /** By which the bot and `fullhold trace` find it again. */
  footer: string
  /** Page of the web site about it. */
  url?: string | undefined
}

/** A group of lines that may be cut at a line's end. */
export type Block = {
  heading: string
  lines: string[]
  /** Lines in columns: monospaced, in a box of its own. */
  isTable?: boolean
  /** The first line of a table names its columns and stays. */
  hasColumnNames?: boolean
  /** How many lines make one entry (a player of two lines is never cut in half). */
  linesPerEntry?: number
  color?: number
}

/** The colours of the sides, the same as on the pages. */
export const sideColors: Readonly<Record<string, number>> = { Axis: 0xc4470d, Allies: 0x0b6caf }
