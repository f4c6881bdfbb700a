import { legacyTableNames } from './legacy_tables.ts'

/** One step of the raw schema. Steps only ever add tables or columns: content that was landed is never touched. */
export type RawSchemaStep = { version: number; description: string; sql: string }

/** Columns of every table whose row is one version of one file: key (server, file_name, sha256). */
const fileColumns = `
  server varchar not null,
  source_name varchar not null,
  file_name varchar not null,
  content varchar not null,
  encoding varchar not null,
  sha256 varchar not null,
  size_bytes bigint not null,
  remote_modified_at timestamptz,
  origin varchar,
  received_at timestamptz not null`

/** Columns of every table whose row is one state of one row of an existing database: key (server, source_name, row_key, look_number). */
const legacyColumns = `
  server varchar not null,
  source_name varchar not null,
  row_key varchar not null,
  row_state varchar not null,
  content varchar,
  sha256 varchar,
  look_number bigint not null,
  received_at timestamptz not null`

/** The raw tables whose rows are file versions, in the order they were introduced. */
export const fileTables = ['stats_files', 'endstats_files', 'gametimes_files', 'proximity_files', 'demo_analyses'] as const
export type FileTable = (typeof fileTables)[number]

/** All steps, oldest first. Never edit a released step; append one. DDL holds NOT NULL only (DuckLake has no other constraints). */
export const rawSchemaSteps: readonly RawSchemaStep[] = [
  {
    version: 1,
    description: 'raw tables of every source, annotations, builds',
    sql: `
${fileTables.map((table) => `create table raw.${table} (${fileColumns});`).join('\n')}
create table raw.discord_messages (
  server varchar,
  source_name varchar not null,
  message_id varchar not null,
  edited_at timestamptz,
  channel_id varchar not null,
  webhook_id varchar,
  author_name varchar,
  sent_at timestamptz not null,
  content varchar not null,
  embeds varchar not null,
  sha256 varchar not null,
  received_at timestamptz not null);
create table raw.bot_posts (
  entry_id varchar not null,
  entry_kind varchar not null,
  post_kind varchar not null,
  anchor_round_id varchar not null,
  facts_hash varchar not null,
  nonce varchar,
  channel_id varchar,
  message_id varchar,
  detail varchar,
  written_at timestamptz not null);
create table raw.refusals (
  server varchar not null,
  source_name varchar not null,
  kind varchar,
  file_name varchar not null,
  size_bytes bigint,
  sha256 varchar,
  reason varchar not null,
  detail varchar,
  received_at timestamptz not null);
create table raw.source_checks (
  server varchar not null,
  source_name varchar not null,
  kind varchar not null,
  listed_count bigint,
  newest_name varchar,
  error varchar,
  checked_at timestamptz not null);
create table raw.source_configs (
  server varchar not null,
  source_name varchar not null,
  kind varchar not null,
  time_zone varchar not null,
  webhook_ids varchar,
  configured_at timestamptz not null);
create table raw.annotations (
  annotation_id varchar not null,
  kind varchar not null,
  subject varchar not null,
  field varchar,
  value varchar,
  reason varchar not null,
  author varchar not null,
  annotated_at timestamptz not null);
create table raw.player_links (
  link_id varchar not null,
  entry_kind varchar not null,
  discord_user_id varchar not null,
  player_id varchar not null,
  author varchar not null,
  written_at timestamptz not null);
create table raw.builds (
  build_id varchar not null,
  lane varchar not null,
  as_of timestamptz not null,
  code_sha256 varchar not null,
  fullhold_version varchar not null,
  dbt_version varchar not null,
  duckdb_version varchar not null,
  started_at timestamptz not null);
`,
  },
  {
    version: 2,
    description: 'how each build ended',
    sql: `
create table raw.build_results (
  build_id varchar not null,
  lane varchar not null,
  is_complete boolean not null,
  raw_row_counts varchar not null,
  failures varchar,
  finished_at timestamptz not null);
`,
  },
  {
    version: 3,
    description: 'which arrivals the complete builds have in them',
    sql: `
create table raw.built_arrivals (
  arrival_id varchar not null,
  build_id varchar not null);
`,
  },
  {
    version: 4,
    description: 'rows of an existing database, and looks at its tables',
    sql: `
${legacyTableNames.map((table) => `create table raw.legacy_${table} (${legacyColumns});`).join('\n')}
create table raw.legacy_looks (
  server varchar not null,
  source_name varchar not null,
  table_name varchar not null,
  table_state varchar not null,
  look_number bigint not null,
  read_from varchar not null,
  server_version varchar not null,
  row_count bigint not null,
  columns varchar,
  missing_columns varchar not null,
  snapshot_at timestamptz not null,
  received_at timestamptz not null);
`,
  },
  {
    version: 5,
    description: 'contents of proximity files in pieces, because a table of long texts is rewritten whole by every landing',
    // nothing could be landed as a proximity file before this step
    sql: `
drop table raw.proximity_files;
create table raw.proximity_files (
  server varchar not null,
  source_name varchar not null,
  file_name varchar not null,
  file_number integer not null,
  head varchar not null,
  tail varchar not null,
  line_count integer not null,
  encoding varchar not null,
  sha256 varchar not null,
  size_bytes bigint not null,
  remote_modified_at timestamptz,
  origin varchar,
  received_at timestamptz not null);
create table raw.proximity_pieces (
  file_number integer not null,
  piece_number integer not null,
  piece varchar not null);
`,
  },
]
