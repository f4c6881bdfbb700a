import type { APIEmbed, APIEmbedField } from 'discord.js'
import type { Block, Card } from './card.ts'
import { brokenLimits, limits } from './embed_limits.ts'

const neutralColor = 0x6b7280
const invisible = '\u200b'
/** What a cut block says of the rest takes at most this much. */
const moreLength = 40
const longestLineOfBlock = 500

/**
 * A card as the embeds of one message. Discord's limits hold by construction: headline and footer first, then each block gets an equal share
 * of what is left, and gives to the others what it does not need. A block is cut after a whole entry and says how many more there are.
 */
export function layOut(card: Card): APIEmbed[] {
  const { title, footer, description, blocks, room, mostFields } = measure(card)
  const cut = shares(blocks, room).map((share, position) => cutBlock(blocks[position]!, share, mostFields))
  const main: APIEmbed = { title, description, color: neutralColor, fields: [], ...(card.url ? { url: card.url } : {}) }
  const embeds: APIEmbed[] = [main]
  for (const block of cut) {
    if (block.isTable) embeds.push(tableEmbed(block))
    else main.fields!.push(...fieldsOf(block))
  }
  if (main.fields!.length === 0) delete main.fields
  embeds.at(-1)!.footer = { text: footer }
  const broken = brokenLimits(embeds)
  if (broken.length > 0) throw new Error(`a post breaks the limits of Discord: ${broken.join(', ')}`)
  return embeds
}

/** Whether a card can be laid out with all its blocks whole. */
export function fitsWhole(card: Card): boolean {
  const { blocks, room, mostFields } = measure(card)
  const given = shares(blocks, room)
  return (
    blocks.length === card.blocks.filter(({ lines }) => lines.length > 0).length &&
    blocks.every((block, position) => isWithin(block, given[position]!, mostFields))
  )
}

/** The texts around the blocks within their limits, and what is left for the blocks: characters in all, and fields each. */
function measure(card: Card) {
  const title = cutLine(card.title, limits.title)
  const footer = cutLine(card.footer, 256)
  const description = linesWithin(card.lines, 1500).join('\n')
  const blocks = card.blocks
    .filter(({ lines }) => lines.length > 0)
    .slice(0, limits.embeds - 1)
    .map((block) => ({
      ...block,
      heading: cutLine(block.heading, limits.fieldName),
      lines: block.lines.map((line) => cutLine(line, longestLineOfBlock)),
    }))
  const mostFields = Math.floor(limits.fields / Math.max(1, blocks.filter(({ isTable }) => !isTable).length))
  const room = limits.total - title.length - footer.length - description.length
  return { title, footer, description, blocks, room, mostFields }
}

/** Equal shares of the room for the blocks; what one does not need goes to the others. */
function shares(blocks: Block[], room: number): number[] {
  const needs = blocks.map((block) => Math.min(blockLength(block), block.isTable ? limits.description : limits.total))
  const given = needs.map(() => 0)
  let left = room
  let open = needs.map((_, position) => position)
  while (open.length > 0) {
    const share = Math.floor(left / open.length)
    const modest = open.filter((position) => needs[position]! <= share)
    for (const position of modest.length > 0 ? modest : open) {
      given[position] = Math.min(needs[position]!, share)
      left -= given[position]!
    }
    if (modest.length === 0) break
    open = open.filter((position) => !modest.includes(position))
  }
  return given
}

/** What a whole block takes, with the marks around it. */
function blockLength(block: Block): number {
  const text = block.lines.reduce((length, line) => length + line.length + 1, 0)
  if (block.isTable) return text + block.heading.length + 20
  const fields = Math.ceil(text / (limits.fieldValue - longestLine(block))) + 1
  return text + block.heading.length + fields
}

function longestLine({ lines }: Block): number {
  return Math.max(...lines.map((line) => line.length)) + 1
}

/** The block with as many whole entries as the room holds, and a line that says how many more there are. */
function cutBlock(block: Block, room: number, mostFields: number): Block {
  if (isWithin(block, room, mostFields)) return block
  const perEntry = block.linesPerEntry ?? 1
  const head = block.hasColumnNames ? 1 : 0
  const entries = Math.ceil((block.lines.length - head) / perEntry)
  for (let kept = entries - 1; kept >= 0; kept -= 1) {
    const hidden = entries - kept
    const lines = [...block.lines.slice(0, head + kept * perEntry), `… and ${hidden} more`]
    const candidate = { ...block, lines }
    if (isWithin(candidate, room - moreLength, mostFields)) return candidate
  }
  return { ...block, lines: [`… ${entries} entries`] }
}

function isWithin(block: Block, room: number, mostFields: number): boolean {
  return blockLength(block) <= Math.min(room, block.isTable ? limits.description : room) && fieldCount(block) <= mostFields
}

function fieldCount(block: Block): number {
  return block.isTable ? 0 : fieldsOf(block).length
}

function tableEmbed({ heading, lines, color }: Block): APIEmbed {
  return { description: `**${heading}**\n\`\`\`\n${lines.join('\n')}\n\`\`\``, color: color ?? neutralColor }
}

/** Lines in as many fields as they need, cut at line ends. */
function fieldsOf({ heading, lines }: Block): APIEmbedField[] {
  const fields: APIEmbedField[] = []
  let value = ''
  for (const line of lines) {
    if (value.length + line.length + 1 > limits.fieldValue) {
      fields.push({ name: fields.length === 0 ? heading : invisible, value })
      value = ''
    }
    value += value === '' ? line : `\n${line}`
  }
  return value === '' ? fields : [...fields, { name: fields.length === 0 ? heading : invisible, value }]
}

function linesWithin(lines: string[], room: number): string[] {
  const kept: string[] = []
  let length = 0
  for (const line of lines) {
    const cut = cutLine(line, Math.min(room, 700))
    if (length + cut.length + 1 > room) return [...kept, '…']
    kept.push(cut)
    length += cut.length + 1
  }
  return kept
}

/** A line that is too long ends before the word that does not fit, so that no number is cut. */
function cutLine(line: string, longest: number): string {
  if (line.length <= longest) return line
  const blank = line.lastIndexOf(' ', longest - 2)
  return `${line.slice(0, Math.max(blank, 0))} …`
}
