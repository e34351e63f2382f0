-- Since when the provider has pushed without a gap of a day: days from before are read as well.
alter table store.connections add column stream_since timestamptz;

-- When something of a SIM was last pushed, by our clock: what was read before that may be out of date, however
-- late it came and whatever the provider's clock says. And when its device was last told, by the provider's
-- clock, so that what comes late does not bring an earlier one back.
alter table store.sims
  add column data_heard_at timestamptz,
  add column sms_heard_at timestamptz,
  add column imei_seen_at timestamptz;
