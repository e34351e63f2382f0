-- Run at every migrate, as the administrator. It says who may do what in the cluster; the schema
-- itself is in migrations/. The setting simon.login_role names the role that Simon signs in as.
-- A login role that is no superuser cannot do this: then it must have been done before, which
-- migrate.ts checks.
do $bootstrap$
declare
  login text := current_setting('simon.login_role');
  login_is_super boolean := (select rolsuper from pg_catalog.pg_roles where rolname = current_setting('simon.login_role'));
  f record;
begin
  if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then
    return;
  end if;

  -- Roles. Simon enters them by SET LOCAL ROLE; nobody signs in as them.
  for f in select unnest(array['simon_app', 'simon_reader']) as role_name loop
    if not exists (select from pg_catalog.pg_roles where rolname = f.role_name) then
      execute format('create role %I', f.role_name);
    end if;
    execute format(
      'alter role %I nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit noreplication',
      f.role_name);
    if current_setting('server_version_num')::int >= 160000 then
      execute format('grant %I to %I with set true, inherit false', f.role_name, login);
    else
      execute format('grant %I to %I', f.role_name, login);
    end if;
  end loop;

  -- Schemas. public belongs to the sign-in library; store and fleet are ours.
  execute format('create schema if not exists store authorization %I', login);
  execute format('create schema if not exists fleet authorization %I', login);
  revoke all on schema public from public;
  execute format('grant usage, create on schema public to %I', login);
  execute format('revoke temporary on database %I from public', current_database());
  execute format('grant create on database %I to %I', current_database(), login);
  execute format('alter default privileges for role %I revoke execute on functions from public', login);
  revoke all on all tables in schema public from public, simon_app, simon_reader;

  -- pg_settings turns an UPDATE into set_config.
  revoke update on pg_catalog.pg_settings from public;

  -- Functions that change a setting, run a text as SQL, wait, lock, signal, or reach files, large
  -- objects, other servers and the write-ahead log. One that is as it should be is left alone, as each
  -- revoke writes to the catalogue; without a list of its own (proacl) public may run it.
  for f in
    select p.oid::regprocedure as signature, is_for_login
    from pg_catalog.pg_proc p,
      lateral (select not login_is_super
        and (p.proname in ('set_config', 'pg_notify', 'pg_cancel_backend', 'pg_terminate_backend')
          or p.proname ~ '^pg_(try_)?advisory_') as is_for_login) as decided
    where p.prokind = 'f'
      and (p.proname in (
             'set_config', 'ts_stat', 'pg_stat_file', 'pg_notify', 'pg_export_snapshot',
             'pg_terminate_backend', 'pg_cancel_backend', 'pg_reload_conf', 'pg_rotate_logfile',
             'pg_promote', 'pg_log_backend_memory_contexts', 'pg_import_system_collations',
             'pg_current_logfile', 'pg_hba_file_rules', 'pg_show_all_file_settings',
             'loread', 'lowrite', 'pg_config', 'pg_file_write', 'pg_file_sync', 'pg_file_rename',
             'pg_file_unlink', 'pg_nextoid')
        or (p.proname = 'ts_rewrite' and p.pronargs = 2)
        or p.proname ~ '^(pg_sleep|lo_|dblink|pg_ls_|pg_logical_|pg_advisory_|pg_try_advisory_|pg_wal_|pg_replication_|pg_backup_|pg_create_|pg_drop_|pg_stat_reset|pg_stat_clear|pg_clear_|pg_restore_|pg_get_wal_|pg_read_.*file|pg_switch_|pg_prewarm|autoprewarm|postgres_fdw)'
        or p.proname ~ '^(query|cursor|table|schema|database)_to_xml')
      and (p.proacl is null
        or exists (select from pg_catalog.aclexplode(p.proacl) as granted
          where granted.grantee in (0, 'simon_app'::regrole, 'simon_reader'::regrole))
        or is_for_login and not pg_catalog.has_function_privilege(login, p.oid, 'execute'))
  loop
    execute format('revoke all on function %s from public, simon_app, simon_reader', f.signature);
    if f.is_for_login then
      execute format('grant execute on function %s to %I', f.signature, login);
    end if;
  end loop;
end
$bootstrap$;
