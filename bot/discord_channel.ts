import { type APIEmbed, DiscordAPIError, HTTPError, type REST, Routes } from 'discord.js'
import { z } from 'zod'

const messageSchema = z.object({
  id: z.string(),
  timestamp: z.string(),
  author: z.object({ id: z.string() }),
  embeds: z.array(z.object({ footer: z.object({ text: z.string() }).nullish() })),
})

type ApiMessage = z.output<typeof messageSchema>

/** How a request ended. `refused`: Discord said no, and it was not done. `unknown`: nobody knows whether it was done. */
export type Outcome =
  | { is: 'done'; messageId: string }
  | { is: 'refused'; code: string; sentence: string }
  | { is: 'unknown'; sentence: string }

/** A message that mentions nobody, whatever its texts say. */
type Body = { content?: string; embeds: APIEmbed[] }

const historyPage = 100
const mostHistoryPages = 50

export async function sendMessage(rest: REST, channelId: string, nonce: string, body: Body): Promise<Outcome> {
  return await outcomeOf(channelId, () =>
    rest.post(Routes.channelMessages(channelId), { body: { ...body, nonce, enforce_nonce: true, allowed_mentions: { parse: [] } } }),
  )
}

export async function editMessage(rest: REST, channelId: string, messageId: string, body: Body): Promise<Outcome> {
  return await outcomeOf(channelId, () =>
    rest.patch(Routes.channelMessage(channelId, messageId), { body: { ...body, allowed_mentions: { parse: [] } } }),
  )
}

/** Our own messages in a channel since an instant that bear a text at their foot, oldest first. */
export async function findMessages(
  rest: REST,
  channelId: string,
  footer: string,
  since: Date,
): Promise<{ ok: true; ids: string[] } | { ok: false; outcome: Outcome }> {
  try {
    const me = z.object({ id: z.string() }).parse(await rest.get(Routes.user()))
    const found: ApiMessage[] = []
    let before: string | undefined
    for (let page = 0; page < mostHistoryPages; page += 1) {
      const query = new URLSearchParams({ limit: String(historyPage), ...(before ? { before } : {}) })
      const messages = z.array(messageSchema).parse(await rest.get(Routes.channelMessages(channelId), { query }))
      // pages may come in any order
      messages.sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
      found.push(...messages.filter(({ author, embeds }) => author.id === me.id && embeds.some((embed) => embed.footer?.text === footer)))
      const oldest = messages[0]
      if (!oldest || messages.length < historyPage || new Date(oldest.timestamp) < since) break
      before = oldest.id
    }
    return { ok: true, ids: found.map(({ id }) => id).sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1)) }
  } catch (error) {
    return { ok: false, outcome: failureOf(channelId, error) }
  }
}

/** The address of a message, for people. */
export async function messageLink(rest: REST, channelId: string, messageId: string): Promise<string | undefined> {
  try {
    const { guild_id } = z.object({ guild_id: z.string() }).parse(await rest.get(Routes.channel(channelId)))
    return `https://discord.com/channels/${guild_id}/${channelId}/${messageId}`
  } catch {
    return undefined
  }
}

async function outcomeOf(channelId: string, request: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { is: 'done', messageId: z.object({ id: z.string() }).parse(await request()).id }
  } catch (error) {
    return failureOf(channelId, error)
  }
}

const refusals: Readonly<Record<number, { code: string; sentence: string }>> = {
  10003: { code: 'channel_gone', sentence: 'the channel does not exist; correct bot: channels' },
  10008: { code: 'message_gone', sentence: 'the message was deleted; it is not posted again' },
  50001: { code: 'missing_access', sentence: 'the bot cannot see the channel; give it "View Channel" there' },
  50013: { code: 'missing_permissions', sentence: 'the bot may not write there; give it "Send Messages" and "Embed Links" in the channel' },
  50035: { code: 'refused_form', sentence: 'Discord refused the form of a post; please report it' },
}

const tokenRefused = { code: 'token_refused', sentence: 'Discord refuses the token; correct FULLHOLD_BOT_TOKEN' }

/** What an error of the REST client means. Its own texts can hold addresses and headers, so they are not passed on. */
function failureOf(channelId: string, error: unknown): Outcome {
  if (error instanceof DiscordAPIError && error.status < 500) {
    const known = (error.status === 401 ? tokenRefused : refusals[Number(error.code)]) ?? {
      code: `refused_${error.code}`,
      sentence: `Discord refused it with code ${error.code}`,
    }
    return { is: 'refused', code: known.code, sentence: `channel ${channelId}: ${known.sentence}` }
  }
  if (error instanceof HTTPError || error instanceof DiscordAPIError)
    return { is: 'unknown', sentence: `channel ${channelId}: Discord answered ${error.status}` }
  if (error instanceof z.ZodError) return { is: 'unknown', sentence: `channel ${channelId}: Discord's answer is not of the known shape` }
  return { is: 'unknown', sentence: `channel ${channelId}: Discord cannot be reached` }
}
