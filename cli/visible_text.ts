/** Control and invisible characters made visible, so that a hostile name cannot steer the terminal. */
export function visibleText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd')
}
