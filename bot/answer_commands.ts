import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type AutocompleteInteraction,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  ComponentType,
  MessageFlags,
  PermissionFlagsBits,
  type REST,
  Routes,
} from 'discord.js'
import type { BotConfiguration } from '../config/bot_configuration.ts'
import type { DataPaths } from '../warehouse/data_paths.ts'
import type { Marts } from '../warehouse/open_marts.ts'
import type { ProximityMarts } from '../warehouse/open_proximity_marts.ts'
import type { Card } from './card.ts'
import { commandList } from './command_list.ts'
import type { Answer, AnswerButton, Asked } from './commands/command.ts'
import { layOut } from './lay_out.ts'
import { sentenceText } from './name_text.ts'

export type AnswerOptions = {
  paths: DataPaths
  marts: Marts
  proximity: ProximityMarts
  configuration: BotConfiguration
  say: (line: string) => void
  now: () => Date
}

type Row = APIActionRowComponent<APIButtonComponentWithCustomId>
type Body = { content?: string; embeds?: ReturnType<typeof layOut>; components: Row[] }

const commands = new Map(commandList.map((command) => [command.definition.name, command]))
/** Answers with pages that can still be turned; after a restart or many others, one asks again. */
const mostKept = 300
/** Discord takes an answer for three seconds only; a slower one is announced before. */
const announceMilliseconds = 1500
const longestSentence = 1900

/** Says at Discord which commands there are: in one guild at once, without a guild everywhere. */
export async function registerCommands(rest: REST, applicationId: string, guild: string | undefined): Promise<void> {
  const body = commandList.map(({ definition }) => definition)
  await rest.put(guild ? Routes.applicationGuildCommands(applicationId, guild) : Routes.applicationCommands(applicationId), { body })
}

/** Answers slash commands, what is typed into them, and buttons, from the marts as they are published at that moment. */
export function answerCommands(client: Client, options: AnswerOptions): void {
  const kept = new Map<string, Card[]>()
  client.on('interactionCreate', (interaction) => {
    const done = interaction.isChatInputCommand()
      ? answer(interaction, options, kept)
      : interaction.isAutocomplete()
        ? suggest(interaction, options)
        : interaction.isButton()
          ? press(interaction, options, kept)
          : Promise.resolve()
    done.catch((error: unknown) => options.say(`  an answer could not be given: ${describe(error)}`))
  })
}

async function answer(interaction: ChatInputCommandInteraction, options: AnswerOptions, kept: Map<string, Card[]>): Promise<void> {
  const command = commands.get(interaction.commandName)
  if (!command) return
  let announced: Promise<unknown> | undefined
  const timer = setTimeout(() => {
    announced = interaction.deferReply()
  }, announceMilliseconds)
  const given = await tryAnswer(options, (database) => command.answer(askedOf(interaction, options, database)))
  clearTimeout(timer)
  const body = bodyOf(given, interaction.id, interaction.commandName, kept)
  if (announced) {
    await announced
    await interaction.editReply(body)
  } else await interaction.reply({ ...body, ...('sentence' in given ? { flags: MessageFlags.Ephemeral as const } : {}) })
}

async function suggest(interaction: AutocompleteInteraction, options: AnswerOptions): Promise<void> {
  const command = commands.get(interaction.commandName)
  const focused = interaction.options.getFocused(true)
  const choices = await options.marts.read(
    async (database) => (await command?.suggest?.(askedOf(interaction, options, database), focused.name, focused.value)) ?? [],
  )
  await interaction.respond(choices.slice(0, 25))
}

async function press(interaction: ButtonInteraction, options: AnswerOptions, kept: Map<string, Card[]>): Promise<void> {
  const [name, id = ''] = interaction.customId.split(':')
  if (name === 'page') {
    const [answerId, page] = id.split('.')
    const pages = kept.get(answerId!)
    if (!pages) await interaction.reply({ content: 'That answer is too old to turn its pages; ask again.', flags: MessageFlags.Ephemeral })
    else await interaction.update(pageBody(pages, Number(page), answerId!))
    return
  }
  const command = commands.get(name!)
  if (!command?.press) return
  // a button is pressed by whoever sees it, so the permission is looked at again
  if (command.definition.default_member_permissions && !interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) {
    await interaction.reply({ content: 'Only an admin (Manage Server) can do that.', flags: MessageFlags.Ephemeral })
    return
  }
  const given = await tryAnswer(options, (database) => command.press!(askedOf(interaction, options, database), id))
  await interaction.update(bodyOf(given, interaction.id, name!, kept))
}

async function tryAnswer({ marts, say }: AnswerOptions, give: (database: Asked['database']) => Promise<Answer>): Promise<Answer> {
  try {
    return await marts.read(give)
  } catch (error) {
    say(`  a command failed: ${describe(error)}`)
    return { sentence: 'Something went wrong with that; it is in the log of the bot. Try again in a minute.' }
  }
}

function askedOf(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction | ButtonInteraction,
  { paths, proximity, configuration, now }: AnswerOptions,
  database: Asked['database'],
): Asked {
  const given = interaction.isButton() ? undefined : interaction.options
  return {
    database,
    proximity,
    paths,
    configuration,
    text: (option) => given?.getString(option) ?? undefined,
    number: (option) => given?.getInteger(option) ?? undefined,
    user: { id: interaction.user.id, name: interaction.user.username },
    now: now(),
  }
}

function bodyOf(given: Answer, answerId: string, command: string, kept: Map<string, Card[]>): Body {
  if ('sentence' in given) {
    // who is mentioned is shown, and nobody is notified
    const content = sentenceText(given.sentence.slice(0, longestSentence / 2)).replaceAll(/\\<\\@(\d+)\\>/g, '<@$1>')
    return { content, embeds: [], components: given.buttons?.length ? [rowOf(given.buttons, command)] : [] }
  }
  if (given.pages.length > 1) keep(kept, answerId, given.pages)
  return pageBody(given.pages, 0, answerId)
}

function pageBody(pages: Card[], asked: number, answerId: string): Body {
  const page = Math.min(Math.max(asked, 0), pages.length - 1)
  const button = (label: string, to: number, isPossible: boolean): APIButtonComponentWithCustomId => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: `page:${answerId}.${to}`,
    disabled: !isPossible,
  })
  const row: Row = {
    type: ComponentType.ActionRow,
    components: [button('◀', page - 1, page > 0), button('▶', page + 1, page < pages.length - 1)],
  }
  return { embeds: layOut(pages[page]!), components: pages.length > 1 ? [row] : [] }
}

function rowOf(buttons: AnswerButton[], command: string): Row {
  return {
    type: ComponentType.ActionRow,
    components: buttons.map(({ id, label, isDanger }) => ({
      type: ComponentType.Button,
      style: isDanger ? ButtonStyle.Danger : ButtonStyle.Success,
      label,
      custom_id: `${command}:${id}`,
    })),
  }
}

function keep(kept: Map<string, Card[]>, answerId: string, pages: Card[]): void {
  kept.set(answerId, pages)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}

/** Name and message of an error; an error of the REST client holds the address of an interaction, which is a secret. */
function describe(error: unknown): string {
  if (error instanceof Error && 'requestBody' in error) return `Discord refused it (${'code' in error ? String(error.code) : error.name})`
  return error instanceof Error ? error.message : String(error)
}
