/** One shape for each confidence, never colour alone; the reason follows where the score is not verified. */
const marks: Readonly<Record<string, string>> = {
  verified_header: '✔ verified',
  time_fallback: '◔ derived',
  ambiguous: '⚠ sources disagree',
  missing: '– missing',
}

/** A confidence as it stands beside every score. `sentence` explains its reason. */
export function confidenceText(confidence: string, sentence: string | undefined): string {
  const mark = marks[confidence] ?? confidence
  return confidence === 'verified_header' || !sentence ? mark : `${mark} (${sentence.replace(/\.$/, '')})`
}
