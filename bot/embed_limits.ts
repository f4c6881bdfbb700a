import type { APIEmbed } from 'discord.js'

/** Discord's limits on the embeds of one message, in characters. A server may not check them, so we do. */
export const limits = {
  title: 256,
  description: 4096,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  total: 6000,
  embeds: 10,
} as const

/** Which limits the embeds break, each with its figures; empty when none. */
export function brokenLimits(embeds: readonly APIEmbed[]): string[] {
  const broken: string[] = []
  const check = (what: string, length: number, limit: number) => {
    if (length > limit) broken.push(`${what}: ${length} of ${limit}`)
  }
  check('embeds', embeds.length, limits.embeds)
  check('total', embeds.map(embedLength).reduce(sum, 0), limits.total)
  for (const embed of embeds) {
    check('title', embed.title?.length ?? 0, limits.title)
    check('description', embed.description?.length ?? 0, limits.description)
    check('footer', embed.footer?.text.length ?? 0, limits.footer)
    check('fields', embed.fields?.length ?? 0, limits.fields)
    for (const { name, value } of embed.fields ?? []) {
      check('field name', name.length, limits.fieldName)
      check('field value', value.length, limits.fieldValue)
      if (name === '' || value === '') broken.push('a field without name or value')
    }
  }
  return broken
}

/** What of an embed counts towards the limit of all together. */
export function embedLength({ title, description, footer, author, fields }: APIEmbed): number {
  const own = [title, description, footer?.text, author?.name].map((text) => text?.length ?? 0).reduce(sum, 0)
  return (fields ?? []).map(({ name, value }) => name.length + value.length).reduce(sum, own)
}

function sum(one: number, other: number): number {
  return one + other
}
