import { expect, test } from 'vitest'
import { decode, encode } from '../../ingest/decode.ts'
import { seededRandom } from '../warehouse/scratch.ts'

test('any bytes come back unchanged from their text', () => {
  const random = seededRandom(1)
  for (let run = 0; run < 500; run += 1) {
    const bytes = Buffer.from(Array.from({ length: Math.floor(random() * 200) }, () => Math.floor(random() * 256)))
    expect(encode(decode(bytes)).equals(bytes)).toBe(true)
  }
})

test('valid UTF-8 keeps its byte order mark and its line ends', () => {
  const bytes = Buffer.from('\ufeffžan\\supply\r\n\u{1F600}\n')
  expect(decode(bytes)).toEqual({ content: '\ufeffžan\\supply\r\n\u{1F600}\n', encoding: 'utf-8' })
  expect(encode(decode(bytes)).equals(bytes)).toBe(true)
})

test('bytes that are no UTF-8 are read as Latin-1', () => {
  expect(decode(Buffer.from([0x6d, 0xfc, 0x80, 0x0a]))).toEqual({ content: 'mü\u0080\n', encoding: 'latin1' })
})
