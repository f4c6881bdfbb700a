/** An instant as Discord shows it, in the reader's own time: how long ago. */
export function momentText(at: Date): string {
  return `<t:${Math.floor(+at / 1000)}:R>`
}
