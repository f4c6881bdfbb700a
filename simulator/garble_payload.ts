import type { Payload, PayloadField } from './write_payload.ts'

/** How one field can be spoilt. */
export const garbledFields = [
  'playtime_nonsense',
  'pauses_nonsense',
  'pauses_bare',
  'winner_out_of_range',
  'winner_missing',
  'defender_null',
  'limit_missing',
  'round_zero',
  'round_negative',
  'end_reason_unknown',
  'end_missing',
  'end_nonsense',
  'map_empty',
  'field_twice',
  'names_in_capitals',
  'footer_two_parts',
  'footer_in_front',
] as const
export type GarbledField = (typeof garbledFields)[number]

/** A payload with one field spoilt. */
export function garblePayload(payload: Payload, how: GarbledField): Payload {
  const change = (names: readonly string[], value: string | null): Payload => ({
    ...payload,
    fields: payload.fields.map((field) => (names.includes(field.name) ? { ...field, value } : field)),
  })
  const drop = (...names: string[]): Payload => ({ ...payload, fields: payload.fields.filter((field) => !names.includes(field.name)) })
  switch (how) {
    case 'playtime_nonsense':
      return change(['Lua_Playtime', 'Duration'], 'garbage')
    case 'pauses_nonsense':
      return change(['Lua_Pauses', 'Pauses'], 'totally broken')
    case 'pauses_bare':
      return change(['Lua_Pauses', 'Pauses'], '0')
    case 'winner_out_of_range':
      return change(['Winner'], '9')
    case 'winner_missing':
      return drop('Winner')
    case 'defender_null':
      return change(['Defender'], null)
    case 'limit_missing':
      return drop('Lua_Timelimit', 'Time Limit')
    case 'round_zero':
      return change(['Round'], '0')
    case 'round_negative':
      return change(['Round'], '-1')
    case 'end_reason_unknown':
      return change(['Lua_EndReason', 'End Reason'], 'flag_capture')
    case 'end_missing':
      return drop('Lua_RoundEnd', 'End Unix')
    case 'end_nonsense':
      return change(['Lua_RoundEnd', 'End Unix'], 'soon')
    case 'map_empty':
      return change(['Map'], '')
    case 'field_twice':
      return { ...payload, fields: [{ ...payload.fields.find(isWinner)!, value: '0' }, ...payload.fields] }
    case 'names_in_capitals':
      return { ...payload, fields: payload.fields.map((field) => ({ ...field, name: field.name.toUpperCase() })) }
    case 'footer_two_parts':
      return { ...payload, footer: 'Slomix Lua v1.6' }
    case 'footer_in_front':
      return { ...payload, footer: `[${payload.footer.split(' ').at(-1)}] Slomix Lua` }
  }
}

function isWinner(field: PayloadField): boolean {
  return field.name === 'Winner'
}
