import type { BotCommand } from './commands/command.ts'
import { compare } from './commands/compare.ts'
import { form } from './commands/form.ts'
import { headToHead } from './commands/head_to_head.ts'
import { health } from './commands/health.ts'
import { last } from './commands/last.ts'
import { leaderboard } from './commands/leaderboard.ts'
import { link } from './commands/link.ts'
import { links } from './commands/links.ts'
import { map } from './commands/map.ts'
import { player } from './commands/player.ts'
import { proximity } from './commands/proximity.ts'
import { records } from './commands/records.ts'
import { round } from './commands/round.ts'
import { session } from './commands/session.ts'
import { timing } from './commands/timing.ts'
import { trace } from './commands/trace.ts'

/** Every slash command. A new one is a file in bot/commands/ and a line here. */
export const commandList: readonly BotCommand[] = [
  last,
  session,
  round,
  map,
  player,
  compare,
  leaderboard,
  records,
  headToHead,
  proximity,
  form,
  timing,
  health,
  trace,
  link,
  links,
]
