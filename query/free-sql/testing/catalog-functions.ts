import { database } from "#db/database.ts";

export interface CatalogFunction {
  readonly name: string;
  readonly types: readonly string[];
  readonly isVolatile: boolean;
  readonly isImmutable: boolean;
  /** Of one argument, which may be a row of any kind. */
  readonly takesRow: boolean;
}

/** Every function of `pg_catalog` that SQL can call. */
export async function catalogFunctions(): Promise<CatalogFunction[]> {
  const { sql } = await database();
  const rows = await sql`
    select p.proname as name, p.provolatile as volatility, p.pronargs - p.pronargdefaults as least,
      p.provariadic <> 0 as is_variadic,
      array(select t::regtype::text from unnest(p.proargtypes) with ordinality as a(t, n) order by n) as types
    from pg_catalog.pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace and p.prokind <> 'p'
    order by p.proname, p.oid`;
  return rows.map(({ name, volatility, least, is_variadic, types }) => ({
    name,
    types,
    isVolatile: volatility === "v",
    isImmutable: volatility === "i",
    takesRow:
      (least <= 1 || (is_variadic && types.length <= 2)) &&
      /^("any"|record|any(compatible)?(element|nonarray)?)$/.test(types[0] ?? ""),
  }));
}

const ARGUMENTS: Readonly<Record<string, string>> = {
  text: "'store.sims'",
  name: "'simon_app'",
  cstring: "'1'",
  oid: "'store.sims'::regclass::oid",
  regclass: "'store.sims'::regclass",
  integer: "1",
  bigint: "1::bigint",
  smallint: "1::smallint",
  boolean: "true",
  '"any"': "1",
  anyelement: "1",
  "text[]": "'{a}'::text[]",
  bytea: "'x'::bytea",
};

/** A call that the function may take seriously. */
export function callOf({ name, types }: CatalogFunction): string {
  const args = types.map(
    (type) => ARGUMENTS[type] ?? (/^"?any|internal|trigger/.test(type) ? "null" : `null::${type}`),
  );
  return `pg_catalog."${name}"(${args.join(", ")})`;
}
