import { database } from "../database.ts";
import { SPECIMENS } from "./specimens.ts";

/** Every row that an organisation has, as text by table; tables in `except` are left out. */
export async function rowsOf(
  organizationId: string,
  except: readonly string[] = [],
): Promise<Record<string, string>> {
  const { sql } = await database();
  const tables = Object.keys(SPECIMENS).filter((table) => !except.includes(table));
  return sql.begin(async (tx) => {
    await tx`select set_config('app.organization_id', ${organizationId}, true),
                    set_config('app.user_id', 'victim', true)`;
    const rows: Record<string, string> = {};
    for (const table of tables) {
      const [row] = await tx.unsafe<{ text: string }[]>(
        `select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]')::text as text
         from store.${table} t where organization_id = $1`,
        [organizationId],
      );
      rows[table] = row?.text ?? "";
    }
    return rows;
  });
}
