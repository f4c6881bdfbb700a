import { addressVariables, type PostgresPlace } from './connect.ts'

type Explanation = (place: PostgresPlace, message: string) => string

/** What the codes of PostgreSQL, of the network and of TLS mean for a person, and what to do. */
const explanations: Readonly<Record<string, Explanation>> = {
  '28P01': ({ user, purpose }) => `it refuses the password of user "${user}".\n  Correct ${addressVariables[purpose]}.`,
  '28000': ({ user, purpose }, message) =>
    `it does not let user "${user}" in (${message}).\n  Correct ${addressVariables[purpose]} or its pg_hba.conf.`,
  '3D000': ({ database, purpose }) => `it has no database "${database}".\n  Correct ${addressVariables[purpose]}.`,
  '42P01': (_, message) => `a table is missing (${message}).\n  Is it the right database and schema?`,
  '42501': ({ user, purpose }, message) =>
    `user "${user}" may not do that (${message}).\n  Run deploy/postgres/${roleFiles[purpose]} as its owner.`,
  '25006': () => 'it is read-only (a standby, or default_transaction_read_only).\n  Name the primary server. Nothing was written.',
  '53100': () => 'its disk is full.\n  Make room there; what was committed before stays, and the same command goes on from it.',
  '53300': () => 'it has no connection left.\n  Try again later, or raise max_connections.',
  '55P03': () =>
    'another program holds a lock on the rows or the table for too long.\n  Find it in pg_stat_activity, then run the same command again.',
  '57014': () =>
    'a statement took longer than its timeout and was stopped.\n  Raise statement_timeout_seconds in fullhold.yaml, or try at a quieter time.',
  '57P01': () => 'it ended the connection (an administrator or a restart).\n  Run the same command again.',
  '57P03': () => 'it is starting up or shutting down.\n  Try again in a moment.',
  '2BP01': (_, message) => `something of others still depends on it (${message}).\n  Move those views to the newest schema first.`,
  '42704': (_, message) => `it does not know that role or type (${message}).\n  Correct serve: grant_to.`,
  '40001': () =>
    'another program changed the same rows at the same moment; nothing of this transaction was written.\n  Run the same command again.',
  '40P01': () => 'the transaction met another one in a deadlock; nothing of it was written.\n  Run the same command again.',
  ECONNREFUSED: () => 'nothing listens there.\n  Is the server running, and are host and port right?',
  ECONNRESET: () => 'the connection was cut.\n  Run the same command again.',
  ENOTFOUND: ({ purpose }) => `its host name is not known.\n  Correct ${addressVariables[purpose]}.`,
  ETIMEDOUT: () => 'it does not answer.\n  Is there a firewall between?',
  EPIPE: () => 'the connection was cut.\n  Run the same command again.',
  DEPTH_ZERO_SELF_SIGNED_CERT: () =>
    'its certificate is signed by itself.\n  Name the certificate that you trust with sslrootcert in the address.',
  SELF_SIGNED_CERT_IN_CHAIN: () =>
    'its certificate is signed by nobody known.\n  Name the certificate that you trust with sslrootcert in the address.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: () =>
    'its certificate is signed by nobody known.\n  Name the certificate that you trust with sslrootcert in the address.',
  NO_TLS: () =>
    'it does not support SSL, and the address asks for it.\n  Switch it on there, or write sslmode=disable where the network is trusted.',
  ERR_TLS_CERT_ALTNAME_INVALID: () => 'its certificate is for another host name.\n  Use the name of the certificate in the address.',
}

const roleFiles = { legacy: 'legacy_reader.sql', repair: 'legacy_repairer.sql', serve: 'serving_writer.sql' } as const

/** A failure of PostgreSQL, of the network or of TLS as a sentence for a person; undefined for any other error. Never holds a secret. */
export function explainPostgresError(error: unknown, place: PostgresPlace): string | undefined {
  if (!(error instanceof Error)) return undefined
  const code = (error as NodeJS.ErrnoException).code ?? codeOfMessage(error.message)
  const explain = code === undefined ? undefined : explanations[code]
  const where = `PostgreSQL at ${place.host}:${place.port}/${place.database}: `
  if (explain) return where + explain(place, error.message)
  const isOfServer = 'severity' in error && code !== undefined
  return isOfServer ? `${where}${error.message} (SQLSTATE ${code}).` : undefined
}

/** Failures of the driver that carry no code. */
function codeOfMessage(message: string): string | undefined {
  if (/Connection terminated|Client has encountered a connection error|Client was closed/i.test(message)) return 'ECONNRESET'
  if (/timeout expired|timeout exceeded/i.test(message)) return 'ETIMEDOUT'
  if (/does not support SSL/i.test(message)) return 'NO_TLS'
  if (/SASL|password must be a string/i.test(message)) return '28P01'
  return undefined
}
