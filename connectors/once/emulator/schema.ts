/** A file of another version is begun anew. */
export const SCHEMA_VERSION = 2;

/** Bytes, messages and cents are whole numbers; moments are milliseconds of the emulated clock. */
export const SCHEMA = `
create table if not exists meta (key text primary key, value text not null) strict;

create table if not exists sims (
  id integer primary key autoincrement,
  iccid text not null unique,
  imsi text not null,
  msisdn text not null,
  imei text not null,
  label text not null,
  status text not null check (status in ('Enabled', 'Disabled')),
  imei_lock integer not null,
  locked_imei text,
  ip_address text not null,
  activated_ms integer,
  attached_ms integer,
  country text not null,
  operator text not null,
  rat text not null,
  blocked integer not null default 0,
  auto_top_up integer not null default 0,
  transferred integer not null default 0
) strict;
create index if not exists sims_by_imei on sims (imei);
create index if not exists sims_by_ip on sims (ip_address);

create table if not exists quotas (
  sim_id integer not null references sims,
  service text not null check (service in ('data', 'sms')),
  remaining integer not null,
  total integer not null,
  accumulated integer not null,
  last_added integer not null,
  created_ms integer not null,
  changed_ms integer not null,
  expiry_ms integer,
  threshold_reached_ms integer,
  exceeded_ms integer,
  primary key (sim_id, service)
) strict, without rowid;

create table if not exists sessions (
  sim_id integer primary key references sims,
  id integer not null,
  started_ms integer not null,
  reported_ms integer not null,
  rx integer not null default 0,
  tx integer not null default 0,
  unreported_rx integer not null default 0,
  unreported_tx integer not null default 0
) strict;

create table if not exists usage_days (
  sim_id integer not null references sims,
  day text not null,
  rx integer not null default 0,
  tx integer not null default 0,
  sms_mo integer not null default 0,
  sms_mt integer not null default 0,
  primary key (sim_id, day)
) strict, without rowid;

create table if not exists carried_sms (
  sim_id integer primary key references sims,
  total integer not null
) strict;

create table if not exists events (
  id integer primary key autoincrement,
  sim_id integer not null references sims,
  at_ms integer not null,
  type_id integer not null,
  type text not null,
  severity integer not null,
  alert integer not null,
  description text not null,
  user text,
  detail text
) strict;
create index if not exists events_by_sim on events (sim_id, at_ms);

create table if not exists sms (
  id integer primary key autoincrement,
  sim_id integer not null references sims,
  type text not null check (type in ('MT', 'MO')),
  status integer not null,
  submitted_ms integer not null,
  expiry_ms integer not null,
  final_ms integer,
  attempted_ms integer,
  retries integer not null default 0,
  source_address text not null,
  source_address_type integer not null,
  dcs integer not null,
  udh text not null,
  payload text not null
) strict;
create index if not exists sms_by_sim on sms (sim_id, id);

create table if not exists orders (
  number integer primary key autoincrement,
  type text not null,
  at_ms integer not null,
  status text not null,
  amount_cents integer not null,
  payment_method text,
  reference text,
  address text,
  iccids text not null,
  products text not null
) strict;

create table if not exists support (
  id integer primary key autoincrement,
  at_ms integer not null,
  subject text not null,
  body text not null,
  sender text not null,
  mail text not null
) strict;

create table if not exists clients (
  id text primary key,
  secret text not null,
  role text not null
) strict;

create table if not exists tokens (
  hash text primary key,
  client text not null,
  expires_wall_ms integer not null
) strict;

create table if not exists tasks (
  id integer primary key autoincrement,
  due_wall_ms integer not null,
  kind text not null,
  payload text not null
) strict;

create table if not exists effects (
  id integer primary key autoincrement,
  at_ms integer not null,
  client text not null,
  kind text not null,
  iccid text,
  before text,
  after text
) strict;

create table if not exists streams (
  id integer primary key autoincrement,
  kind text not null check (kind in ('usage', 'events')),
  url text not null,
  username text not null,
  password text not null,
  duplicates real not null default 0,
  shuffled integer not null default 0,
  batch_size integer not null
) strict;

create table if not exists stream_records (
  id integer primary key autoincrement,
  stream_id integer not null references streams on delete cascade,
  record text not null
) strict;
create index if not exists stream_records_by_stream on stream_records (stream_id, id);

create table if not exists usage_records (
  id integer primary key autoincrement,
  sim_id integer not null references sims,
  start_ms integer not null,
  end_ms integer not null,
  kind text not null check (kind in ('data', 'sms')),
  rx integer not null,
  tx integer not null
) strict;
`;

/** Everything but clients, tokens and streamer targets; in an order that references allow. */
export const TABLES_OF_STATE = [
  "usage_records",
  "stream_records",
  "effects",
  "tasks",
  "support",
  "orders",
  "sms",
  "events",
  "usage_days",
  "carried_sms",
  "sessions",
  "quotas",
  "sims",
  "meta",
] as const;
