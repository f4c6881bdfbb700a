import glossary from './glossary.json'

/** What the glossary says about a term: text, formula, unit, why it can be unknown. Undefined for what is no term. */
export function term(name) {
  return name ? glossary.terms[name] : undefined
}

/** A term in one line, for a tooltip. */
export function termLine(name) {
  const found = term(name)
  return found ? [found.text, found.formula && `Formula: ${found.formula}`, found.unit && `Unit: ${found.unit}`].filter(Boolean).join(' ') : ''
}

/** Why a number can be unavailable. */
export function whyUnavailable(name) {
  return term(name)?.unknown ?? 'Nothing that arrived tells it.'
}
