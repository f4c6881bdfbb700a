/** A reader of the timing module's payloads written from the format's description alone, so that the simulator is not checked by itself. */
export type ReadPayload = {
  username: string | undefined
  title: string
  description: string | undefined
  version: string | undefined
  names: string[]
  inline: boolean[]
  value: (...names: string[]) => string | undefined
}

export function readPayload(body: unknown): ReadPayload {
  const { username, content, embeds, ...rest } = body as Record<string, unknown>
  if (content !== 'STATS_READY') throw new Error(`content is ${String(content)}`)
  if (Object.keys(rest).length > 0) throw new Error(`unexpected keys ${Object.keys(rest)}`)
  const [embed, ...more] = embeds as {
    title: string
    description?: string
    color: number
    fields: { name: string; value: string | null; inline: boolean }[]
    footer: { text: string }
  }[]
  if (!embed || more.length > 0 || embed.color !== 3447003 || 'timestamp' in embed) throw new Error('not one embed of the right kind')
  for (const field of embed.fields) {
    if (Object.keys(field).join() !== 'name,value,inline') throw new Error(`keys ${Object.keys(field)}`)
  }
  const values = new Map(embed.fields.map((field) => [field.name.toLowerCase(), field.value ?? '']))
  return {
    username: username as string | undefined,
    title: embed.title,
    description: embed.description,
    version: /v(\d+\.\d+\.\d+)/.exec(embed.footer.text)?.[1],
    names: embed.fields.map((field) => field.name),
    inline: embed.fields.map((field) => field.inline),
    value: (...names) => names.map((name) => values.get(name.toLowerCase())).find((value) => value !== undefined),
  }
}

/** A gametimes file: its meta, its payload (an object or a string that holds one) and which of both it was. */
export function readGametimes(text: string): { meta: Record<string, unknown>; payload: unknown; shape: 'object' | 'string' } {
  const { meta, payload, ...rest } = JSON.parse(text) as Record<string, unknown>
  if (Object.keys(rest).length > 0) throw new Error(`unexpected keys ${Object.keys(rest)}`)
  const shape = typeof payload === 'string' ? 'string' : 'object'
  return { meta: meta as Record<string, unknown>, payload: typeof payload === 'string' ? JSON.parse(payload) : payload, shape }
}

export function leadingNumber(text: string | undefined): number {
  const found = /^\d+(\.\d+)?/.exec(text ?? '')
  if (!found) throw new Error(`no number in ${text}`)
  return Number(found[0])
}
