-- What an analyst of a fleet writes: one statement a paragraph. None may be refused.

select count(*) from sims;

select status, count(*) from sims group by status order by 2 desc;

SELECT iccid, label FROM fleet.sims WHERE status = 'active' LIMIT 20;

select * from sims;

select s.* from sims s where s.customer is not null order by s.created_at desc nulls last, s.iccid;

select distinct country from sims order by country;

select distinct on (customer) customer, iccid, last_seen_at from sims order by customer, last_seen_at desc nulls last;

select customer, count(*) as sims, count(*) filter (where status = 'active') as active from sims group by customer having count(*) > 1;

select customer, round(100.0 * count(*) filter (where status = 'active') / nullif(count(*), 0), 1) as active_percent from sims group by 1 order by 2 desc nulls last;

select coalesce(country, 'unknown') as country, coalesce(operator, 'unknown') as operator, count(*) from sims group by 1, 2 order by 3 desc;

select rat, array_agg(distinct operator order by operator) as operators from sims group by rat;

select string_agg(label, ', ' order by label) from sims where status = 'suspended';

select iccid, label from sims where label ilike 'device-1%' escape '!';

select iccid from sims where label ~ '^device-[0-9]+' and label !~* 'test';

select iccid from sims where label similar to 'device-(1|2)%';

select iccid, upper(left(label, 3)) || '-' || right(iccid, 4) as short from sims where label is not null;

select iccid, length(label), char_length(label), octet_length(label), reverse(label) from sims;

select split_part(label, '-', 1) as family, count(*) from sims group by split_part(label, '-', 1);

select substring(iccid from 1 for 5) as issuer, count(*) from sims group by 1;

select substring(label from '[0-9]+')::int as number from sims where label ~ '[0-9]';

select position('O' in label), strpos(label, 'O'), trim(both ' ' from label), overlay(iccid placing 'xxxx' from 1 for 4) from sims;

select regexp_replace(label, '[^a-z0-9]+', '_', 'gi') as slug from sims;

select (regexp_match(label, '-(\d+)'))[1] as n, count(*) from sims group by 1 order by 1 limit 5;

select concat_ws(' / ', customer, rate_plan, label) from sims;

select initcap(replace(status, '_', ' ')), lpad(iccid, 22, '0'), repeat('*', 3), md5(iccid) from sims;

select translate(label, 'abc', 'xyz'), ascii(label), chr(65), to_hex(255), btrim(label, ' -') from sims;

select tag, count(*) from sims, unnest(tags) as tag group by tag order by 2 desc;

select tag, count(*) from sims cross join lateral unnest(sims.tags) as t(tag) group by tag;

select s.iccid, t.tag, t.n from sims s left join lateral unnest(s.tags) with ordinality as t(tag, n) on true order by 1, 3;

select iccid from sims where 'pilot' = any(tags);

select iccid from sims where tags @> array['pilot'] and not tags && array['tracker'];

select iccid, cardinality(tags), array_length(tags, 1), tags[1], tags[1:2], array_to_string(tags, '+') from sims where tags <> '{}';

select iccid, array_position(tags, 'pilot'), array_append(tags, 'x'), array_remove(tags, 'meter') from sims;

select host(ip_address), family(ip_address), masklen(ip_address) from sims where ip_address is not null;

select count(*) from sims where ip_address << inet '10.0.0.0/8';

select network(set.ip) from (select ip_address as ip from sims) set;

select iccid from sims where activated_at >= now() - interval '90 days';

select iccid, now() - last_seen_at as silent_for from sims where last_seen_at < now() - interval '2 days' order by 2 desc;

select iccid, age(now(), activated_at) from sims where activated_at is not null;

select iccid, extract(epoch from now() - last_seen_at) / 3600 as hours_silent from sims;

select date_trunc('month', activated_at)::date as month, count(*) from sims group by 1 order by 1;

select to_char(activated_at, 'YYYY-MM') as month, count(*) from sims group by 1 order by 1;

select extract(isodow from last_seen_at) as weekday, extract(hour from last_seen_at) as hour, count(*) from sims group by 1, 2;

select date_part('year', created_at), count(*) from sims group by date_part('year', created_at);

select current_date - activated_at::date as days_old from sims where activated_at is not null;

select iccid, current_date, current_timestamp, localtimestamp from sims limit 1;

select iccid from sims where last_seen_at at time zone 'Europe/Berlin' >= timestamp '2026-10-20 00:00';

select (last_seen_at at time zone 'America/New_York')::date as local_day, count(*) from sims group by 1;

select date_bin('15 minutes', last_seen_at, timestamptz '2026-01-01 00:00Z') as slot, count(*) from sims group by 1;

select iccid, justify_hours(now() - last_seen_at), justify_days(interval '40 days') from sims;

select make_date(2026, 10, 1) as a, make_interval(days => 3, hours => 2) as b, make_timestamptz(2026, 10, 1, 0, 0, 0, 'UTC') as c;

select to_date('01.10.2026', 'DD.MM.YYYY'), to_timestamp('2026-10-01 12:00', 'YYYY-MM-DD HH24:MI'), to_timestamp(1790000000);

select (date '2026-10-01', date '2026-10-10') overlaps (date '2026-10-05', date '2026-10-20') as overlap;

select day, sum(total_volume) as bytes from sim_usage_daily group by day order by day;

select day, round(sum(total_volume) / 1024.0 / 1024 / 1024, 3) as gb from sim_usage_daily where day >= date '2026-10-01' and day < date '2026-11-01' group by day;

select iccid, sum(upload_volume) as up, sum(download_volume) as down, sum(upload_volume)::float8 / nullif(sum(total_volume), 0) as share from sim_usage_daily group by iccid order by share desc nulls last limit 10;

select s.customer, sum(u.total_volume) as bytes from sim_usage_daily u join sims s using (iccid) where u.day between date '2026-10-01' and date '2026-10-31' group by s.customer order by bytes desc;

select s.iccid, coalesce(sum(u.total_volume), 0) as bytes from sims s left join sim_usage_daily u on u.iccid = s.iccid and u.day >= current_date - 30 group by s.iccid order by 2;

select s.iccid from sims s where not exists (select 1 from sim_usage_daily u where u.iccid = s.iccid and u.day >= current_date - 7);

select iccid from sims where iccid not in (select iccid from sim_usage_daily);

select iccid from sims except select iccid from sim_usage_daily order by 1;

select iccid from sims intersect select iccid from alerts;

select 'sim' as what, count(*) from sims union all select 'alert', count(*) from alerts union all select 'ticket', count(*) from support_tickets order by 1;

(select iccid, 'high' as side from sim_usage_daily order by total_volume desc limit 3) union (select iccid, 'low' from sim_usage_daily order by total_volume limit 3);

select g.day::date, coalesce(sum(u.total_volume), 0) as bytes from generate_series(date '2026-10-01', date '2026-10-21', interval '1 day') as g(day) left join sim_usage_daily u on u.day = g.day::date group by 1 order by 1;

select d::date as day, count(s.iccid) as active_that_day from generate_series(now() - interval '30 days', now(), '1 day') d left join sims s on s.activated_at <= d group by 1 order by 1;

select n, n * n as square from generate_series(1, 10) as n;

select iccid, day, total_volume, lag(total_volume) over (partition by iccid order by day) as before from sim_usage_daily;

select iccid, day, total_volume - lag(total_volume, 1, 0::bigint) over w as change, rank() over (partition by day order by total_volume desc) from sim_usage_daily window w as (partition by iccid order by day);

select day, sum(total_volume) as bytes, sum(sum(total_volume)) over (order by day) as running from sim_usage_daily group by day order by day;

select iccid, day, avg(total_volume) over (partition by iccid order by day rows between 6 preceding and current row) as moving from sim_usage_daily;

select iccid, day, sum(total_volume) over (partition by iccid order by day range between interval '7 days' preceding and current row) as week from sim_usage_daily;

select iccid, total_volume, ntile(4) over (order by total_volume) as quartile, percent_rank() over (order by total_volume), cume_dist() over (order by total_volume) from sim_usage_daily;

select iccid, first_value(day) over w, last_value(day) over w, nth_value(day, 2) over w from sim_usage_daily window w as (partition by iccid order by day rows between unbounded preceding and unbounded following);

select * from (select iccid, day, total_volume, row_number() over (partition by day order by total_volume desc) as place from sim_usage_daily) ranked where place <= 3 order by day, place;

select iccid, count(*) over () as all_rows, dense_rank() over (order by country) from sims;

select iccid, day, total_volume, avg(total_volume) over (partition by iccid order by day rows between 3 preceding and 1 preceding exclude current row) as earlier from sim_usage_daily;

select sum(total_volume) filter (where day >= date '2026-10-12') over (partition by iccid) from sim_usage_daily;

select percentile_cont(0.5) within group (order by total_volume) as median, percentile_disc(0.95) within group (order by total_volume) as p95 from sim_usage_daily;

select percentile_cont(array[0.25, 0.5, 0.75]) within group (order by total_volume) as quartiles from sim_usage_daily;

select s.country, percentile_cont(0.9) within group (order by u.total_volume) filter (where u.total_volume > 0) as p90 from sims s join sim_usage_daily u on u.iccid = s.iccid group by s.country;

select mode() within group (order by operator) from sims;

select stddev(total_volume), variance(total_volume), stddev_pop(total_volume), var_samp(total_volume) from sim_usage_daily;

select corr(upload_volume, download_volume), regr_slope(download_volume, upload_volume), regr_r2(download_volume, upload_volume), covar_pop(upload_volume, download_volume) from sim_usage_daily;

select width_bucket(total_volume, 0, 1000000000, 10) as bucket, count(*), min(total_volume), max(total_volume) from sim_usage_daily group by 1 order by 1;

select iccid, (avg(total_volume) - (select avg(total_volume) from sim_usage_daily)) / (select nullif(stddev(total_volume), 0) from sim_usage_daily) as z from sim_usage_daily group by iccid;

select customer, country, count(*) from sims group by grouping sets ((customer, country), (customer), ()) order by customer nulls last, country nulls last;

select customer, status, count(*), grouping(customer, status) from sims group by rollup (customer, status);

select rat, status, count(*) from sims group by cube (rat, status);

select case when grouping(country) = 1 then 'all' else coalesce(country, '?') end as country, count(*) from sims group by rollup (country);

with daily as (select day, sum(total_volume) as bytes from sim_usage_daily group by day) select day, bytes, bytes - lag(bytes) over (order by day) as change from daily order by day;

with totals as (select iccid, sum(total_volume) as bytes from sim_usage_daily group by iccid), ranked as (select *, rank() over (order by bytes desc) as place from totals) select r.place, r.iccid, s.label, r.bytes from ranked r join sims s using (iccid) where r.place <= 5 order by 1;

with a(iccid, n) as (select iccid, count(*) from alerts where iccid is not null group by 1), t as materialized (select iccid, count(*) as n from support_tickets group by 1) select s.iccid, coalesce(a.n, 0) as alerts, coalesce(t.n, 0) as tickets from sims s left join a on a.iccid = s.iccid left join t on t.iccid = s.iccid;

with sims as (select * from sims where status = 'active') select count(*) from sims;

with this as (select iccid, sum(total_volume) as bytes from sim_usage_daily where day >= date '2026-10-12' group by 1), before as (select iccid, sum(total_volume) as bytes from sim_usage_daily where day < date '2026-10-12' group by 1) select coalesce(this.iccid, before.iccid) as iccid, this.bytes, before.bytes as bytes_before, round(100.0 * (this.bytes - before.bytes) / nullif(before.bytes, 0), 1) as percent from this full join before on this.iccid = before.iccid order by percent desc nulls last;

with monthly as (select date_trunc('month', day)::date as month, iccid, sum(total_volume) as bytes from sim_usage_daily group by 1, 2) select month, count(*) as sims, avg(bytes)::bigint as average, max(bytes) as most from monthly group by month;

with x as (with y as (select 1 as n) select n + 1 as n from y) select n from x;

select q.iccid, round(100.0 * q.used / nullif(q.total, 0), 1) as percent from sim_quota q where q.type = 'data' order by 2 desc nulls last limit 10;

select iccid, remaining, pg_catalog.round(remaining / 1048576.0, 2) as mb from sim_quota where type = 'data' and remaining < total * 0.1;

select s.label, d.used as data, m.used as sms from sims s left join sim_quota d on d.iccid = s.iccid and d.type = 'data' left join sim_quota m on m.iccid = s.iccid and m.type = 'sms';

select type, sum(total) as total, sum(used) as used, sum(remaining) as remaining from sim_quota group by type;

select iccid from sim_quota where expires_at between now() and now() + interval '14 days';

select r.name, r.monthly_price, r.currency, count(s.iccid) as sims, count(s.iccid) * r.monthly_price as per_month from rate_plans r left join sims s on s.rate_plan = r.name group by r.name, r.monthly_price, r.currency order by per_month desc;

select s.customer, sum(r.monthly_price) as cost, r.currency from sims s join rate_plans r on r.name = s.rate_plan where s.status = 'active' group by s.customer, r.currency;

with used as (select iccid, sum(total_volume) as bytes from sim_usage_daily where day >= date_trunc('month', now())::date group by 1) select s.iccid, r.name, greatest(u.bytes - r.included_bytes, 0) / 1048576.0 * coalesce(r.overage_price_per_mb, 0) as overage from used u join sims s using (iccid) join rate_plans r on r.name = s.rate_plan;

select name, included_bytes / 1048576 as mb, monthly_price / nullif(included_bytes / 1048576, 0) as per_mb from rate_plans order by per_mb;

select direction, status, count(*) from sms_messages group by direction, status;

select date_trunc('day', sent_at) as day, count(*) filter (where status = 'failed') as failed, count(*) as sent from sms_messages group by 1 order by 1;

select percentile_cont(0.95) within group (order by extract(epoch from delivered_at - sent_at)) as seconds from sms_messages where status = 'delivered';

select iccid, count(*) from sms_messages where direction = 'mt' and sent_at > now() - interval '7 days' group by iccid order by 2 desc limit 10;

select m.id, m.sent_at, m.status from sms_messages m where m.delivered_at is null order by m.sent_at desc limit 50;

select type, severity, count(*) from connection_events group by type, severity order by 3 desc;

select iccid, count(*) as rejects from connection_events where type = 'reject' and occurred_at >= now() - interval '30 days' group by iccid having count(*) >= 1 order by 2 desc;

select date_trunc('hour', occurred_at) as hour, count(*) from connection_events group by 1 order by 1;

select e.operator, e.country, count(distinct e.iccid) as sims from connection_events e group by 1, 2 having count(distinct e.iccid) > 1;

select iccid, occurred_at, type, lead(occurred_at) over w - occurred_at as until_next from connection_events window w as (partition by iccid order by occurred_at);

with pairs as (select iccid, type, occurred_at, lead(type) over w as next_type, lead(occurred_at) over w as next_at from connection_events where type in ('session_start', 'session_end') window w as (partition by iccid order by occurred_at)) select iccid, avg(next_at - occurred_at) as session from pairs where type = 'session_start' and next_type = 'session_end' group by iccid;

select cause, count(*) from connection_events where cause is not null group by cause order by count(*) desc, cause;

select s.iccid, e.* from sims s cross join lateral (select type, occurred_at from connection_events c where c.iccid = s.iccid order by occurred_at desc limit 1) e;

select iccid, max(occurred_at) filter (where type = 'attach') as attached, max(occurred_at) filter (where type = 'detach') as detached from connection_events group by iccid;

select name, severity, enabled, cooldown_minutes from alert_rules where enabled is true order by name;

select name, condition ->> 'metric' as metric, (condition ->> 'threshold')::numeric as threshold from alert_rules;

select name, condition -> 'window' -> 'days' as days, condition #>> '{window,days}' as text, condition #> '{window}' from alert_rules;

select name from alert_rules where condition @> '{"metric": "usage"}';

select name from alert_rules where condition ? 'threshold' or condition ?| array['limit', 'max'] or condition ?& array['a', 'b'];

select r.name, k.key, k.value from alert_rules r, jsonb_each_text(r.condition) k order by 1, 2;

select r.name, kv.key, kv.value from alert_rules r cross join lateral jsonb_each(r.condition) as kv(key, value);

select name, jsonb_typeof(condition), jsonb_object_keys(condition) from alert_rules;

select name, jsonb_path_query_first(condition, '$.threshold') from alert_rules where jsonb_path_exists(condition, '$.threshold ? (@ > 10)');

select name, condition @? '$.metric' as has_metric, condition @@ '$.threshold > 5' as is_high from alert_rules;

select name, unnest(notification_channels) as channel from alert_rules;

select jsonb_agg(jsonb_build_object('name', name, 'severity', severity) order by name) from alert_rules;

select json_object_agg(name, severity) from alert_rules;

select severity, count(*) from alerts where resolved_at is null group by severity order by case severity when 'critical' then 1 when 'high' then 2 when 'medium' then 3 else 4 end;

select r.name, count(a.id) from alert_rules r left join alerts a on a.rule_id = r.id group by r.name order by 2 desc, 1;

select avg(resolved_at - triggered_at) as time_to_resolve, max(resolved_at - triggered_at) from alerts where resolved_at is not null;

select severity, avg(extract(epoch from (acknowledged_at - triggered_at)) / 60)::numeric(10, 1) as minutes from alerts where acknowledged group by severity;

select date_trunc('week', triggered_at)::date as week, severity, count(*) from alerts group by 1, 2 order by 1, 2;

select acknowledged_by, count(*) from alerts where acknowledged_by is not null group by 1;

select a.id, a.message, s.label from alerts a left join sims s on s.iccid = a.iccid where a.severity in ('high', 'critical') and not a.acknowledged order by a.triggered_at desc;

select iccid from alerts group by iccid having count(*) > (select avg(n) from (select count(*) as n from alerts group by iccid) per_sim);

select bool_or(severity = 'critical') as any_critical, bool_and(acknowledged) as all_seen, every(severity <> 'low') from alerts;

select message from alerts where message like '%50\%%';

select position('quoted' in message) > 0 as is_quoted, count(*) from alerts group by 1;

select status, priority, count(*) from support_tickets group by status, priority;

select category, avg(confidence_score) as confidence, count(*) from support_tickets group by category order by 2;

select customer, count(*) filter (where status <> 'resolved') as open, count(*) as all from support_tickets group by customer;

select assigned_team, percentile_cont(0.5) within group (order by extract(epoch from resolved_at - created_at) / 3600) as hours from support_tickets where resolved_at is not null group by assigned_team;

select t.id, t.subject, s.status from support_tickets t left join sims s using (iccid) where t.subject ilike '%ticket%' order by t.created_at desc limit 10;

select id, left(subject, 30) || case when length(subject) > 30 then '…' else '' end as subject from support_tickets;

select t.customer, count(*) as tickets, (select count(*) from sims s where s.customer = t.customer) as sims from support_tickets t group by t.customer;

select date_trunc('month', created_at) as opened, count(*), count(resolved_at) as resolved, count(*) - count(resolved_at) as left_open from support_tickets group by 1;

select iccid, day, predicted, upper_80 - lower_80 as spread from forecasts order by day, iccid limit 100;

select f.iccid, sum(f.predicted) as next_month, q.remaining, sum(f.predicted) > q.remaining as runs_out from forecasts f join sim_quota q on q.iccid = f.iccid and q.type = 'data' group by f.iccid, q.remaining;

select f.iccid, f.day, f.predicted, u.total_volume, abs(f.predicted - u.total_volume) as error from forecasts f join sim_usage_daily u on u.iccid = f.iccid and u.day = f.day;

select avg(case when u.total_volume between f.lower_95 and f.upper_95 then 1.0 else 0 end) as coverage from forecasts f join sim_usage_daily u using (iccid, day);

select model, source, count(*), min(computed_at), max(computed_at) from forecasts group by model, source;

select iccid, type, days_until_exhaustion from quota_outlook where days_until_exhaustion < 14 order by days_until_exhaustion;

select o.iccid, o.exhaustion_date, s.customer, round(o.exhaustion_probability_30d::numeric * 100, 1) as percent from quota_outlook o join sims s using (iccid) where o.exhaustion_probability_30d > 0.5;

select date_trunc('week', exhaustion_date::timestamp) as week, count(*) from quota_outlook where exhaustion_date is not null group by 1 order by 1;

select kind, severity, count(*), avg(score) from anomalies group by kind, severity;

select a.iccid, a.day, a.kind, a.observed, a.expected, a.observed::numeric / nullif(a.expected, 0) as times from anomalies a where a.status = 'open' order by a.score desc limit 20;

select cohort, count(distinct iccid) as sims, min(day), max(day) from anomalies where kind = 'cohort' group by cohort;

select a.iccid, a.day, u.total_volume from anomalies a left join sim_usage_daily u on u.iccid = a.iccid and u.day = a.day where a.kind = 'spike';

select risk_level, count(*), avg(probability) from churn_risk group by risk_level;

select c.iccid, f ->> 'factor' as factor, (f ->> 'weight')::float8 as weight from churn_risk c cross join lateral jsonb_array_elements(c.top_factors) as f;

select f.value ->> 'factor' as factor, count(*) from churn_risk, jsonb_array_elements(top_factors) f group by 1;

select iccid, jsonb_array_length(top_factors), top_factors -> 0, top_factors -> -1 from churn_risk where probability > 0.4;

select s.customer, max(c.probability) as worst, count(*) filter (where c.risk_level = 'high') as high from churn_risk c join sims s using (iccid) group by s.customer order by worst desc;

select type, count(*), sum(monthly_saving) as saving, currency from quota_recommendations group by type, currency;

select iccid, current_total / 1048576 as mb_now, recommended_total / 1048576 as mb_then, risk_before - risk_after as risk_saved from quota_recommendations order by risk_saved desc nulls last;

select r.iccid, r.type, r.reason, s.rate_plan from quota_recommendations r natural join sims s where r.confidence >= 0.5;

select iccid, "timestamp", volume from sim_usage where "timestamp" >= timestamptz '2026-10-18T00:00:00Z' order by "timestamp";

select extract(hour from timestamp) as hour, sum(volume) from sim_usage group by 1 order by 1;

select date_trunc('hour', u.timestamp) as hour, u.direction, sum(u.volume) from sim_usage u where u.timestamp < '2026-10-13' group by 1, 2;

select country, operator, sum(volume) / 1048576.0 as mb from sim_usage group by grouping sets ((country, operator), (country), ()) order by 1 nulls last, 2 nulls last;

select u.iccid, u.country as used_in, s.country as seen_in from sim_usage u join sims s on s.iccid = u.iccid and s.country is distinct from u.country;

select iccid, max(timestamp) as newest, min(timestamp) as oldest, max(timestamp) - min(timestamp) as span from sim_usage group by iccid;

select direction, to_char(sum(volume) / 1048576.0, 'FM999,999,990.00') || ' MB' as volume from sim_usage group by direction;

select to_jsonb(s) from sims s limit 2;

select row_to_json(t) from (select iccid, status from sims) t;

select jsonb_pretty(to_jsonb(array_agg(iccid))) from sims where status = 'suspended';

select s.iccid, (select count(*) from alerts a where a.iccid = s.iccid) as alerts, exists (select 1 from support_tickets t where t.iccid = s.iccid) as has_ticket, array(select kind from anomalies n where n.iccid = s.iccid) as anomalies from sims s;

select iccid, last_seen_at is null as never_seen, status in ('active', 'inactive') as usable, label is not distinct from null as unnamed, (status = 'active') is true from sims;

select * from sims where (country, operator) in (('DE', 'Telekom DE'), ('GB', 'EE UK'));

select * from sims where (customer, country) = any (select customer, country from sims group by 1, 2 having count(*) > 1);

select iccid from sims where status <> all (array['suspended', 'deactivated']) and country = any ('{DE,FR}');

select iccid from sims where created_at < all (select triggered_at from alerts);

select least(a.n, b.n), greatest(a.n, b.n), nullif(a.n, b.n), coalesce(a.n, b.n) from (values (1), (2)) a(n), (values (2), (3)) b(n);

values (1, 'one'), (2, 'two');

select v.country, count(s.iccid) from (values ('DE', 'Germany'), ('FR', 'France')) as v(code, country) left join sims s on s.country = v.code group by v.country;

select column1, column2 from (values (1, 'a'), (2, 'b')) as v;

select count(*), count(imei), count(distinct imei), count(*) - count(imei) as missing from sims;

select imei, count(*) from sims where imei is not null group by imei having count(*) > 1;

select a.iccid, b.iccid, a.customer from sims a join sims b on a.customer = b.customer and a.iccid < b.iccid limit 20;

select iccid, total_volume::float8 / sum(total_volume) over (partition by day) as share from sim_usage_daily where total_volume > 0;

select day, iccid, total_volume, total_volume > 3 * avg(total_volume) over (partition by iccid order by day rows between 7 preceding and 1 preceding) as is_spike from sim_usage_daily;

with days as (select iccid, day, day - (row_number() over (partition by iccid order by day))::int as island from sim_usage_daily) select iccid, min(day) as start, max(day) as finish, count(*) as days from days group by iccid, island order by days desc;

with cohort as (select iccid, date_trunc('month', activated_at)::date as month from sims where activated_at is not null) select c.month, (extract(year from age(u.day, c.month)) * 12 + extract(month from age(u.day, c.month)))::int as months_later, count(distinct u.iccid) from cohort c join sim_usage_daily u using (iccid) group by 1, 2 order by 1, 2;

with s as (select iccid, sum(total_volume) as bytes from sim_usage_daily group by iccid), c as (select *, sum(bytes) over (order by bytes desc) / sum(bytes) over () as cumulated from s where bytes > 0) select count(*) as sims, count(*) filter (where cumulated <= 0.8) as carry_80_percent from c;

select power(2, 10), sqrt(2), exp(1), ln(10), log(100), mod(7, 3), 7 % 3, 2 ^ 3, ceil(1.2), floor(1.8), trunc(1.29, 1), sign(-3), abs(-3), round(2.5), pi(), degrees(pi());

select 7 / 2 as whole, 7 / 2.0 as exact, -7 / 2, @ -3, 5 & 3, 5 | 3, 5 # 3, 1 << 4, 16 >> 2, |/ 16;

select 9007199254740993::bigint as large, 0.1 + 0.2 as exact, 'NaN'::float8 as nan, true and not false as yes, null::text as nothing;

select num_nulls(label, customer, operator) as missing, count(*) from sims group by 1 order by 1;

select iccid from sims order by random() limit 5;

select iccid, label from sims order by label collate "C" desc nulls last offset 2 rows fetch next 5 rows only;

select iccid, total_volume from sim_usage_daily order by total_volume desc fetch first 2 rows with ties;

select U&"icc\0069d", E'tab\there', $$it's$$ from sims limit 1;

select /* how many */ count(*) -- of all
from sims -- that we have
;

select width_bucket(extract(epoch from now() - last_seen_at)::numeric, array[3600, 86400, 604800]::numeric[]) as bucket, count(*) from sims where last_seen_at is not null group by 1;

select gcd(12, 18), lcm(4, 6), div(7, 2), cbrt(27), scale(1.50), trim_scale(1.50), starts_with('abc', 'a'), string_to_array('a,b', ',');

select t.word, count(*) from alerts a, regexp_split_to_table(lower(a.message), '\s+') as t(word) group by t.word order by 2 desc, 1 limit 10;

select word from string_to_table('a b c', ' ') as word;

select m[1] from regexp_matches('a1b2', '[a-z]\d', 'g') as m;

select regexp_count('banana', 'an'), regexp_like('abc', 'B', 'i'), regexp_instr('abc', 'c'), regexp_substr('a1b22', '\d+', 1, 2);

select extract(quarter from day) as quarter, extract(week from day) as week, sum(total_volume) from sim_usage_daily group by 1, 2 order by 1, 2;

select u.iccid from sim_usage_daily u group by u.iccid having max(u.day) < current_date - 3 and count(*) >= 2;

select join_key.iccid from sims join alerts using (iccid) as join_key limit 5;

table sims;
