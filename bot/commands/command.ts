import type { RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js'
import type { Kysely } from 'kysely'
import type { BotConfiguration } from '../../config/bot_configuration.ts'
import type { DataPaths } from '../../warehouse/data_paths.ts'
import type { Database } from '../../warehouse/marts.ts'
import type { ProximityMarts } from '../../warehouse/open_proximity_marts.ts'
import type { Card } from '../card.ts'

/** What a person asked, as far as a command needs it. */
export type Asked = {
  database: Kysely<Database>
  proximity: ProximityMarts
  paths: DataPaths
  configuration: BotConfiguration
  text: (option: string) => string | undefined
  number: (option: string) => number | undefined
  user: { id: string; name: string }
  now: Date
}

/** An answer: pages that everybody sees, or a sentence that only the asker sees. */
export type Answer = { pages: Card[] } | { sentence: string; buttons?: AnswerButton[] }

/** A button below a private answer; `id` comes back as `<command>:<id>`. */
export type AnswerButton = { id: string; label: string; isDanger?: boolean }

export type Choice = { name: string; value: string }

/** One slash command; each has a file of its own in bot/commands/. */
export type BotCommand = {
  definition: RESTPostAPIChatInputApplicationCommandsJSONBody
  /** Answers; an expected failure is a sentence that says what to do. */
  answer: (asked: Asked) => Promise<Answer>
  /** Suggestions while a person types into an option, at most 25. */
  suggest?: (asked: Asked, option: string, typed: string) => Promise<Choice[]>
  /** A button of an earlier answer was pressed. */
  press?: (asked: Asked, id: string) => Promise<Answer>
}
