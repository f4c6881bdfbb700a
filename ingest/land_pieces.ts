import type { DuckDBConnection } from '@duckdb/node-api'

const pieceLength = 512
const headLength = 4096
const tailLength = 64

/** The content of a landed proximity file as one text, for a `with` clause: file_number, content. */
export const wholeProximityContents = `
  select file_number, string_agg(piece, '' order by piece_number) as content
  from raw.proximity_pieces
  group by file_number`

/** Temporary tables for files whose content is kept in pieces (docs/decisions/0047-proximity-contents-in-pieces.md). */
export async function createIncomingPieces(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    create or replace temp table incoming_heads (position integer, head varchar, tail varchar, line_count integer);
    create or replace temp table incoming_pieces (position integer, piece_number integer, piece varchar)`)
}

/** Cuts contents into pieces, never within a character; joined in order they are the content again. Replaces what the tables held. */
export async function fillIncomingPieces(connection: DuckDBConnection, files: { position: number; content: string }[]): Promise<void> {
  await connection.run('truncate incoming_heads; truncate incoming_pieces')
  const heads = await connection.createAppender('incoming_heads')
  const pieces = await connection.createAppender('incoming_pieces')
  for (const { position, content } of files) {
    heads.appendInteger(position)
    heads.appendVarchar(content.slice(0, wholeUpTo(content, headLength)))
    heads.appendVarchar(content.slice(wholeUpTo(content, Math.max(0, content.length - tailLength))))
    heads.appendInteger(countLines(content))
    heads.endRow()
    let pieceNumber = 0
    for (let from = 0; from < content.length; ) {
      const to = wholeUpTo(content, from + pieceLength)
      pieces.appendInteger(position)
      pieces.appendInteger(pieceNumber)
      pieces.appendVarchar(content.slice(from, to))
      pieces.endRow()
      pieceNumber += 1
      from = to
    }
  }
  heads.closeSync()
  pieces.closeSync()
}

/** Appends the incoming proximity files that are new, under numbers of their own, with their pieces. Gives how many. Call it within a transaction. */
export async function appendProximityFiles(connection: DuckDBConnection, receivedAt: Date): Promise<number> {
  await connection.run(`
    create or replace temp table numbered_files as
    with new_files as (
        select *
        from incoming_files as incoming
        anti join raw.proximity_files as landed using (server, file_name, sha256)
        where kind = 'proximity'
        qualify row_number() over (partition by server, file_name, sha256 order by position) = 1
    )
    select *, (select coalesce(max(file_number), 0) from raw.proximity_files) + row_number() over (order by position) as file_number
    from new_files`)
  const inserted = await connection.run(
    `insert into raw.proximity_files
       (server, source_name, file_name, file_number, head, tail, line_count, encoding, sha256, size_bytes, remote_modified_at, origin, received_at)
     select server, source_name, file_name, file_number, head, tail, line_count, encoding, sha256, size_bytes,
         make_timestamptz(remote_modified_us), origin, $1::timestamptz
     from numbered_files
     inner join incoming_heads using (position)
     order by file_number`,
    [receivedAt.toISOString()],
  )
  await connection.run(`
    insert into raw.proximity_pieces (file_number, piece_number, piece)
    select file_number, piece_number, piece
    from incoming_pieces
    inner join numbered_files using (position)
    order by file_number, piece_number`)
  return inserted.rowsChanged
}

/** The place at or one before `end` at which no character is cut (beyond the basic plane a character is two units long). */
function wholeUpTo(content: string, end: number): number {
  const unit = content.charCodeAt(end - 1)
  return end < content.length && unit >= 0xd800 && unit <= 0xdbff ? end - 1 : Math.min(end, content.length)
}

function countLines(content: string): number {
  let count = 0
  for (let at = content.indexOf('\n'); at >= 0; at = content.indexOf('\n', at + 1)) count += 1
  return count
}
