export type LogLevel = 'info' | 'warn' | 'error'
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Says what happened: a word for the event, a sentence for people, and the same as fields for programs. */
export type Log = (level: LogLevel, event: string, sentence: string, fields?: LogFields) => void

/** A log of lines: for people (`time level event: sentence`), or with `isJson` one JSON object a line. */
export function lineLog(write: (line: string) => void, isJson: boolean): Log {
  return (level, event, sentence, fields = {}) => {
    const at = new Date().toISOString()
    if (isJson) write(`${JSON.stringify({ at, level, event, message: sentence, ...fields })}\n`)
    else write(`${at} ${level.padEnd(5)} ${event}: ${oneLine(sentence)}\n`)
  }
}

/** What comes from outside cannot begin a line of its own or steer a terminal. */
function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' | ').replaceAll(/\p{Cc}/gu, '?')
}
