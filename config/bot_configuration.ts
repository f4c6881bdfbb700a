import { z } from 'zod'

const discordId = z
  .string('must be a Discord id in quotes, for example "1044123456789012345" (without quotes its last digits are lost)')
  .regex(/^\d{5,20}$/, 'must be a Discord id: digits in quotes')

const isOn = z.boolean('must be true or false')
const address = 'must be an address that begins with http:// or https://'

/** Key `bot` of fullhold.yaml. The token is read from the environment alone. */
export const botConfigurationSchema = z.strictObject({
  channels: z
    .strictObject({
      results: discordId.optional(),
      live: discordId.optional(),
      timing: discordId.optional(),
      health: discordId.optional(),
    })
    .refine((channels) => Object.values(channels).some((channel) => channel !== undefined), {
      error: 'must name at least one channel: results, live, timing or health',
    }),
  posts: z
    .strictObject({
      round: isOn.default(true),
      map: isOn.default(true),
      live: isOn.default(true),
      session: isOn.default(true),
      timing: isOn.default(true),
      awards: isOn.default(false),
      health: isOn.default(true),
    })
    .prefault({}),
  first_start_window_minutes: z.int('must be a whole number of minutes, for example 60').min(0).max(5760).default(0),
  guild: discordId.optional(),
  commands: isOn.default(true),
  rest_url: z.url({ protocol: /^https?$/, error: address }).optional(),
  report_url: z.url({ protocol: /^https?$/, error: address }).optional(),
})

export type BotConfiguration = z.output<typeof botConfigurationSchema>
