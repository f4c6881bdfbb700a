// Generated from the dbt contracts by `npm run types`. Do not edit.

/** A date without a zone, as YYYY-MM-DD. */
export type LocalDate = string
/** A local time without a zone, as YYYY-MM-DDTHH:MM:SS. */
export type LocalDateTime = string

/** The tables of marts.duckdb. */
export interface Database {
}
