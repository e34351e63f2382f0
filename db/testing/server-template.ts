import { config } from "#core/config.ts";
import { connect } from "../database.ts";

/** The same server, another database. */
export function urlOf(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

const nameIn = (url: string) => new URL(url).pathname.slice(1);

/** Keeps what the server's database is now, for `createFromTemplate`. Nobody may be connected to it. */
export async function makeServerTemplate(): Promise<void> {
  const { name, run } = server();
  await run(`drop database if exists "${name}_template"`);
  await run(copyOf(`${name}_template`, name));
}

export async function createFromTemplate(database: string): Promise<void> {
  const { name, run } = server();
  await run(copyOf(database, `${name}_template`));
}

export function dropDatabase(database: string): Promise<void> {
  return server().run(`drop database "${database}" with (force)`);
}

function copyOf(database: string, template: string): string {
  const { username } = new URL(serverUrls().url);
  return `create database "${database}" template "${template}" owner "${username}"`;
}

function server() {
  const { url, adminUrl } = serverUrls();
  return {
    name: nameIn(url),
    run: async (statement: string) => {
      const admin = await connect(urlOf(adminUrl, "postgres"), 1);
      try {
        await admin.sql.unsafe(statement);
      } finally {
        await admin.close();
      }
    },
  };
}

export function serverUrls(): { url: string; adminUrl: string } {
  const { database } = config();
  if (database.kind !== "server") throw new Error("the tests run on no server");
  return database;
}
