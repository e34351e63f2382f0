// Brings the database to the newest schema without starting the server.
import { closeDatabase, database } from "#db/database.ts";
import { migrate } from "#db/migrate.ts";
import { migrateAuth } from "#domain/auth/migrate.ts";

const migrated = await migrate(await database());
await migrateAuth();
console.log(migrated.length > 0 ? migrated.join("\n") : "The schema is the newest.");
await closeDatabase();
