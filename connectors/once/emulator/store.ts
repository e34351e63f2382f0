import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { SCHEMA, SCHEMA_VERSION } from "./schema.ts";

type Value = SQLInputValue | boolean | undefined;

/** The emulator's own SQLite database. Calls are synchronous, so a transaction is never shared. */
export interface Store {
  one<T>(sql: string, ...values: Value[]): T | undefined;
  all<T>(sql: string, ...values: Value[]): T[];
  /** @returns the id of an inserted row, and how many rows were touched. */
  run(sql: string, ...values: Value[]): { id: number; rows: number };
  /** All or nothing; inside another one it is part of that. */
  transaction<T>(work: () => T): T;
  readMeta(key: string): string | undefined;
  writeMeta(key: string, value: string): void;
  close(): void;
}

/** @param file A path, or `:memory:`. What was committed outlives a kill of the process. */
export function openStore(file: string): Store {
  const db = new DatabaseSync(file);
  db.exec("pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 2000");
  makeTables(db);
  const statements = new Map<string, StatementSync>();
  let depth = 0;

  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const store: Store = {
    one: <T>(sql: string, ...values: Value[]) =>
      prepared(sql).get(...values.map(toInput)) as T | undefined,
    all: <T>(sql: string, ...values: Value[]) => prepared(sql).all(...values.map(toInput)) as T[],
    run: (sql, ...values) => {
      const { lastInsertRowid, changes } = prepared(sql).run(...values.map(toInput));
      return { id: Number(lastInsertRowid), rows: Number(changes) };
    },
    transaction: (work) => {
      if (depth > 0) return work();
      db.exec("begin immediate");
      depth++;
      try {
        const result = work();
        db.exec("commit");
        return result;
      } catch (error) {
        db.exec("rollback");
        throw error;
      } finally {
        depth--;
      }
    },
    readMeta: (key) =>
      store.one<{ value: string }>("select value from meta where key = ?", key)?.value,
    writeMeta: (key, value) => {
      store.run("insert or replace into meta (key, value) values (?, ?)", key, value);
    },
    close: () => db.close(),
  };
  return store;
}

function makeTables(db: DatabaseSync): void {
  const version = db.prepare("pragma user_version").get()?.user_version;
  if (version !== SCHEMA_VERSION) {
    const tables = db
      .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
      .all();
    db.exec("pragma foreign_keys = off");
    for (const { name } of tables) db.exec(`drop table "${name}"`);
    db.exec(`pragma user_version = ${SCHEMA_VERSION}; pragma foreign_keys = on`);
  }
  db.exec(SCHEMA);
}

function toInput(value: Value): SQLInputValue {
  if (value === undefined) return null;
  return typeof value === "boolean" ? Number(value) : value;
}
