const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export type Encoding = 'utf-8' | 'latin1'
export type DecodedText = { content: string; encoding: Encoding }

/** Bytes as text: UTF-8 where they are valid UTF-8 (a byte order mark stays), else Latin-1. `encode` gives the same bytes back. */
export function decode(bytes: Uint8Array): DecodedText {
  try {
    return { content: utf8.decode(bytes), encoding: 'utf-8' }
  } catch {
    return { content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'), encoding: 'latin1' }
  }
}

/** The bytes that `decode` was given. */
export function encode({ content, encoding }: DecodedText): Buffer {
  return Buffer.from(content, encoding === 'utf-8' ? 'utf8' : 'latin1')
}
