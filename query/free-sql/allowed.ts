// What free SQL may name. Anything that is not here is refused, so that a new version of Postgres, with
// functions that nobody has thought about yet, opens nothing.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Functions of `pg_catalog`, none of which reads or changes anything but its arguments. */
export const FUNCTIONS = words(`
  count sum avg min max array_agg string_agg bool_and bool_or every bit_and bit_or any_value mode
  stddev stddev_pop stddev_samp variance var_pop var_samp corr covar_pop covar_samp
  regr_slope regr_intercept regr_r2 regr_count regr_avgx regr_avgy regr_sxx regr_sxy regr_syy
  percentile_cont percentile_disc json_agg jsonb_agg json_object_agg jsonb_object_agg
  row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value

  abs ceil ceiling floor round trunc sign sqrt cbrt power exp ln log log10 mod div gcd lcm width_bucket
  degrees radians pi sin cos tan asin acos atan atan2 scale trim_scale random

  lower upper initcap length char_length character_length octet_length concat concat_ws left right
  substr substring position strpos btrim ltrim rtrim replace translate reverse overlay split_part
  starts_with string_to_array string_to_table array_to_string ascii chr md5 to_hex lpad rpad repeat
  regexp_replace regexp_match regexp_matches regexp_split_to_array regexp_split_to_table regexp_count
  regexp_instr regexp_like regexp_substr like_escape similar_to_escape to_char to_number

  now date date_trunc date_part date_bin extract age timezone overlaps isfinite to_date to_timestamp
  make_date make_time make_timestamp make_timestamptz make_interval
  justify_days justify_hours justify_interval

  unnest array_length array_position array_positions array_append array_prepend array_cat array_remove
  array_replace array_upper array_lower array_ndims cardinality trim_array
  generate_series generate_subscripts num_nulls num_nonnulls

  to_json to_jsonb row_to_json array_to_json json_build_object jsonb_build_object json_build_array
  jsonb_build_array json_array_elements jsonb_array_elements json_array_elements_text
  jsonb_array_elements_text json_array_length jsonb_array_length json_each jsonb_each json_each_text
  jsonb_each_text json_object_keys jsonb_object_keys json_typeof jsonb_typeof json_extract_path
  jsonb_extract_path json_extract_path_text jsonb_extract_path_text jsonb_strip_nulls jsonb_pretty
  jsonb_path_query jsonb_path_query_array jsonb_path_query_first jsonb_path_exists jsonb_path_match

  host family masklen network netmask broadcast abbrev
`);

/** They make one value out of many, or a much longer one: how large, only running them shows. */
export const COLLECTING_FUNCTIONS = words(`
  array_agg string_agg json_agg jsonb_agg json_object_agg jsonb_object_agg repeat lpad rpad replace
  regexp_replace
`);

/** Their second argument is a length, of which a gigabyte could be asked. */
export const PADDING_FUNCTIONS = words("repeat lpad rpad");
export const MAX_PADDING = 1_000;

/**
 * Functions outside the list above that take a whole row and nothing else: no column may have their name,
 * since `s.pg_typeof` calls one where `s` has no such column.
 */
export const ROW_FUNCTIONS = words(`
  any_out anycompatible_out anycompatiblenonarray_out anyelement_out anynonarray_out record_out
  record_send hash_record json_agg_strict jsonb_agg_strict quote_literal quote_nullable pg_typeof
  pg_collation_for pg_column_compression pg_column_size pg_column_toast_chunk_id
  pg_restore_attribute_stats pg_restore_relation_stats
`);

/** Written unqualified: an operator of another schema runs a function that somebody wrote. */
export const OPERATORS = words(`
  + - * / % ^ |/ ||/ @ = <> < > <= >= || ~ ~* !~ !~* ~~ !~~ ~~* !~~* ^@
  -> ->> #> #>> #- @> <@ ? ?| ?& && @? @@ << >> <<= >>= & | #
`);

/** How a grammar rule names itself where an operator would stand. */
export const RANGE_WORDS = new Set([
  "BETWEEN",
  "NOT BETWEEN",
  "BETWEEN SYMMETRIC",
  "NOT BETWEEN SYMMETRIC",
]);

/** Types to cast to. Not `regclass` and its kin, `oid`, `xml`, nor a view's row type. */
export const TYPES = words(`
  int2 int4 int8 float4 float8 numeric text varchar bpchar bool date time timestamp timestamptz interval
  json jsonb inet cidr uuid
`);

export const MOMENT_TYPES = words("date timestamp timestamptz");
/** Words that Postgres reads as a time of its own clock, which is not the fleet's. */
export const MOMENT_WORDS = words("now today tomorrow yesterday");

export const COLLATIONS = words("C POSIX default");

/** Names that Postgres gives to columns by itself. */
export const IMPLICIT_COLUMNS = words(`
  case coalesce greatest least nullif exists array row grouping extract date_part current_date
  current_timestamp localtimestamp key value ordinality
`);
