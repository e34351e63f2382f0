-- The fleet: one set of rows per organisation, told apart by organization_id in every key.
-- Bytes are bigint, days are UTC, ICCIDs are the 19 digits that are stored.
-- Where a table has no foreign key to sims, it is too large for one; delete_sim_records stands in.

create table store.rate_plans (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  name text not null,
  monthly_price numeric not null check (monthly_price >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  included_bytes bigint not null default 0 check (included_bytes >= 0),
  included_sms bigint not null default 0 check (included_sms >= 0),
  overage_price_per_mb numeric check (overage_price_per_mb >= 0),
  primary key (organization_id, name)
);

create table store.sims (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  iccid text collate "C" not null check (iccid ~ '^[0-9]{19}$'),
  imsi text,
  msisdn text,
  imei text,
  label text,
  status text not null default 'inactive'
    check (status in ('active', 'inactive', 'suspended', 'deactivated')),
  ip_address inet,
  operator text,
  country text check (country ~ '^[A-Z]{2}$'),
  rat text check (rat in ('2G', '3G', 'LTE', 'LTE-M', 'NB-IoT', '5G')),
  rate_plan text,
  customer text,
  tags text[] not null default '{}',
  activated_at timestamptz,
  deactivated_at timestamptz,
  last_seen_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (organization_id, iccid)
);
create index sims_by_status on store.sims (organization_id, status, iccid);
create index sims_by_customer on store.sims (organization_id, customer, iccid);
create index sims_by_country on store.sims (organization_id, country, iccid);
create index sims_by_last_seen on store.sims (organization_id, last_seen_at, iccid);
create index sims_by_msisdn on store.sims (organization_id, msisdn);
create index sims_by_imsi on store.sims (organization_id, imsi);
create index sims_by_tag on store.sims using gin (tags);

-- No row-level security on the two usage tables, so that they can become a hypertable and a
-- continuous aggregate, which cannot have it. Nobody but the owner has rights on them: reading goes
-- through the views of fleet, writing through ingest_usage.
create table store.sim_usage (
  organization_id text not null check (organization_id <> ''),
  iccid text collate "C" not null,
  "timestamp" timestamptz not null
    check ("timestamp" >= timestamptz '2000-01-01Z' and "timestamp" < timestamptz '2100-01-01Z'),
  volume bigint not null check (volume between 0 and 1125899906842624), -- at most 1 PiB
  direction text not null check (direction in ('upload', 'download')),
  operator text,
  country text check (country ~ '^[A-Z]{2}$'),
  record_id text collate "C" not null check (record_id <> '' and length(record_id) <= 200),
  primary key (organization_id, record_id)
);
create index sim_usage_by_sim on store.sim_usage (organization_id, iccid, "timestamp");
create index sim_usage_by_time on store.sim_usage (organization_id, "timestamp");

create table store.sim_usage_daily (
  organization_id text not null,
  day date not null,
  iccid text collate "C" not null,
  total_volume bigint not null,
  upload_volume bigint not null,
  download_volume bigint not null,
  event_count bigint not null,
  primary key (organization_id, iccid, day),
  check (total_volume = upload_volume + download_volume)
);
create index sim_usage_daily_by_day on store.sim_usage_daily (organization_id, day);

create table store.sim_quota (
  organization_id text not null default current_setting('app.organization_id'),
  iccid text collate "C" not null,
  type text not null check (type in ('data', 'sms')),
  total bigint not null check (total >= 0),
  used bigint not null check (used >= 0),
  remaining bigint not null,
  expires_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (organization_id, iccid, type),
  foreign key (organization_id, iccid) references store.sims on delete cascade
);

create table store.sms_messages (
  organization_id text not null default current_setting('app.organization_id'),
  id bigint generated always as identity,
  iccid text collate "C" not null,
  direction text not null check (direction in ('mt', 'mo')),
  status text not null check (status in ('pending', 'delivered', 'failed', 'expired')),
  body text,
  sent_at timestamptz not null,
  delivered_at timestamptz,
  primary key (organization_id, id)
);
create index sms_messages_by_sim on store.sms_messages (organization_id, iccid, sent_at);
create index sms_messages_by_time on store.sms_messages (organization_id, sent_at);

create table store.connection_events (
  organization_id text not null default current_setting('app.organization_id'),
  id bigint generated always as identity,
  iccid text collate "C" not null,
  occurred_at timestamptz not null,
  type text not null check (type in ('attach', 'detach', 'session_start', 'session_end', 'reject',
    'imei_change', 'quota_threshold', 'quota_exhausted')),
  severity text not null default 'info' check (severity in ('info', 'warning', 'critical')),
  cause text,
  operator text,
  country text check (country ~ '^[A-Z]{2}$'),
  primary key (organization_id, id)
);
create index connection_events_by_sim on store.connection_events (organization_id, iccid, occurred_at);
create index connection_events_by_time on store.connection_events (organization_id, occurred_at);

create table store.alert_rules (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id bigint generated always as identity,
  name text not null,
  description text,
  condition jsonb not null,
  notification_channels text[] not null default '{}',
  severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
  enabled boolean not null default true,
  cooldown_minutes integer not null default 60 check (cooldown_minutes >= 0),
  primary key (organization_id, id),
  unique (organization_id, name)
);

create table store.alerts (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id bigint generated always as identity,
  rule_id bigint,
  iccid text collate "C",
  severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
  message text not null,
  triggered_at timestamptz not null,
  resolved_at timestamptz,
  acknowledged boolean not null default false,
  acknowledged_by text,
  acknowledged_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, rule_id) references store.alert_rules on delete set null (rule_id),
  foreign key (organization_id, iccid) references store.sims on delete cascade
);
create index alerts_by_sim on store.alerts (organization_id, iccid, triggered_at);
create index alerts_by_rule on store.alerts (organization_id, rule_id);
create index alerts_by_time on store.alerts (organization_id, triggered_at);
create index alerts_open on store.alerts (organization_id, severity) where resolved_at is null;

create table store.support_tickets (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id bigint generated always as identity,
  iccid text collate "C",
  customer text,
  subject text not null,
  description text,
  category text check (category in ('connectivity_issue', 'billing_question', 'quota_exhausted',
    'activation_problem', 'technical_support', 'account_management', 'feature_request', 'complaint')),
  priority text check (priority in ('high', 'medium', 'low')),
  assigned_team text,
  confidence_score double precision check (confidence_score between 0 and 1),
  status text not null default 'open' check (status in ('open', 'pending', 'resolved')),
  created_at timestamptz not null default now(),
  resolved_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, iccid) references store.sims on delete set null (iccid)
);
create index support_tickets_by_sim on store.support_tickets (organization_id, iccid);
create index support_tickets_by_time on store.support_tickets (organization_id, created_at);
create index support_tickets_by_status on store.support_tickets (organization_id, status, created_at);

create table store.audit_logs (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  id bigint generated always as identity,
  actor text not null,
  channel text not null check (channel in ('web', 'api', 'slack', 'mcp', 'system')),
  action text not null,
  resource_type text not null,
  resource_id text,
  changes jsonb not null default '{}',
  ip_address text,
  user_agent text,
  occurred_at timestamptz not null default now(),
  -- 'sample': made with the demo fleet, and removed with it.
  source text not null default 'recorded' check (source in ('recorded', 'sample')),
  primary key (organization_id, id)
);
create index audit_logs_by_time on store.audit_logs (organization_id, occurred_at);
create index audit_logs_by_resource on store.audit_logs (organization_id, resource_type, resource_id);
