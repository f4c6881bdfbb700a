/** A name as people read it: colour codes and control characters gone, outer spaces trimmed. */
export function cleanName(nick: string): string {
  return (
    withoutColourCodes(nick)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
      .replace(/[\x00-\x1f\x7f-\x9f]/g, '')
      .trim()
  )
}

/** A name as the engine cleans it for its own tables: colour codes and everything outside printable ASCII gone. */
export function engineName(nick: string): string {
  return withoutColourCodes(nick).replace(/[^\x20-\x7e]/g, '')
}

function withoutColourCodes(nick: string): string {
  return nick.replace(/\^[!-\]_-~]/g, '')
}
