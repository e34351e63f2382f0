-- What is worked out from the fleet. source: 'computed', or 'sample' in a fresh demo.

create table store.forecasts (
  organization_id text not null default current_setting('app.organization_id') check (organization_id <> ''),
  iccid text collate "C" not null,
  day date not null,
  predicted bigint not null,
  lower_80 bigint not null,
  upper_80 bigint not null,
  lower_95 bigint not null,
  upper_95 bigint not null,
  model text not null,
  computed_at timestamptz not null,
  source text not null default 'computed' check (source in ('computed', 'sample')),
  primary key (organization_id, iccid, day),
  check (0 <= lower_95 and lower_95 <= lower_80 and lower_80 <= upper_80 and upper_80 <= upper_95)
);
create index forecasts_by_day on store.forecasts (organization_id, day);

create table store.quota_outlook (
  organization_id text not null default current_setting('app.organization_id'),
  iccid text collate "C" not null,
  type text not null check (type in ('data', 'sms')),
  exhaustion_date date,
  days_until_exhaustion integer check (days_until_exhaustion >= 0),
  exhaustion_probability_30d double precision check (exhaustion_probability_30d between 0 and 1),
  computed_at timestamptz not null,
  source text not null default 'computed' check (source in ('computed', 'sample')),
  primary key (organization_id, iccid, type),
  foreign key (organization_id, iccid) references store.sims on delete cascade
);
create index quota_outlook_by_date on store.quota_outlook (organization_id, exhaustion_date);

create table store.anomalies (
  organization_id text not null default current_setting('app.organization_id'),
  id bigint generated always as identity,
  iccid text collate "C" not null,
  day date not null,
  kind text not null
    check (kind in ('spike', 'drop', 'silence', 'pattern', 'roaming', 'imei', 'cohort')),
  cohort text,
  status text not null default 'open' check (status in ('open', 'confirmed', 'dismissed', 'snoozed')),
  assigned_to text,
  score double precision not null,
  severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
  observed bigint,
  expected bigint,
  reason text not null,
  detected_at timestamptz not null,
  source text not null default 'computed' check (source in ('computed', 'sample')),
  primary key (organization_id, id),
  foreign key (organization_id, iccid) references store.sims on delete cascade
);
create index anomalies_by_sim on store.anomalies (organization_id, iccid, day);
create index anomalies_by_day on store.anomalies (organization_id, day);
create index anomalies_by_detection on store.anomalies (organization_id, detected_at);

create table store.churn_risk (
  organization_id text not null default current_setting('app.organization_id'),
  iccid text collate "C" not null,
  probability double precision not null check (probability between 0 and 1),
  risk_level text not null check (risk_level in ('high', 'medium', 'low')),
  top_factors jsonb not null default '[]',
  predicted_date date,
  computed_at timestamptz not null,
  source text not null default 'computed' check (source in ('computed', 'sample')),
  primary key (organization_id, iccid),
  foreign key (organization_id, iccid) references store.sims on delete cascade,
  check (risk_level = case when probability > 0.7 then 'high' when probability > 0.4 then 'medium' else 'low' end)
);
create index churn_risk_by_probability on store.churn_risk (organization_id, probability);

create table store.quota_recommendations (
  organization_id text not null default current_setting('app.organization_id'),
  iccid text collate "C" not null,
  type text not null check (type in ('upgrade', 'downgrade', 'maintain', 'top_up')),
  confidence double precision not null check (confidence between 0 and 1),
  risk_before double precision check (risk_before between 0 and 1),
  risk_after double precision check (risk_after between 0 and 1),
  current_total bigint check (current_total >= 0),
  recommended_total bigint check (recommended_total >= 0),
  monthly_saving numeric,
  currency text check (currency ~ '^[A-Z]{3}$'),
  reason text not null,
  computed_at timestamptz not null,
  source text not null default 'computed' check (source in ('computed', 'sample')),
  primary key (organization_id, iccid),
  foreign key (organization_id, iccid) references store.sims on delete cascade
);
