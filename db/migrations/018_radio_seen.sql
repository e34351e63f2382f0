-- When a SIM was last seen with its radio technology: what tells of it is often not the newest that came.
alter table store.sims add column rat_seen_at timestamptz;
