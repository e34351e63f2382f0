import { getMigrations } from "better-auth/db/migration";
import { auth } from "./auth.ts";

/**
 * Brings the sign-in library's own tables (users, sessions, organisations, keys) in schema `public` to
 * its newest schema. The roles of the guard have no rights on them.
 */
export async function migrateAuth(): Promise<void> {
  const { options } = await auth();
  const { runMigrations } = await getMigrations(options);
  await runMigrations();
}
