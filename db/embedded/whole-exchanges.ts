import type { PGlite } from "@electric-sql/pglite";

const SYNC = "S".charCodeAt(0);
const QUERY = "Q".charCodeAt(0);
const EXTENDED = new Set([..."PBDECH"].map((letter) => letter.charCodeAt(0)));

/**
 * All clients share PGlite's one session, with one unnamed statement and one unnamed portal, and the
 * socket server lets them take turns after every message: between one's Bind and Execute another's may
 * come, and each gets the other's answer. It keeps the turn with a client that is in a transaction, so
 * a client in the middle of an exchange, from its first message to its Sync, is shown as being in one.
 */
export function withWholeExchanges(db: PGlite): PGlite {
  let isAmidExchange = false;
  const changed: Partial<PGlite> = {
    isInTransaction: () => isAmidExchange || db.isInTransaction(),
    execProtocolRawStream: async (message, options) => {
      const [type] = message;
      if (type !== undefined && EXTENDED.has(type)) isAmidExchange = true;
      try {
        await db.execProtocolRawStream(message, options);
      } finally {
        if (type === SYNC || type === QUERY) isAmidExchange = false;
      }
    },
    // How the server clears up after a client that left in the middle.
    exec: (query, options) => {
      isAmidExchange = false;
      return db.exec(query, options);
    },
  };
  return new Proxy(db, {
    get: (target, name) => {
      const value: unknown = Reflect.get(name in changed ? changed : target, name, target);
      return typeof value === "function" && !(name in changed) ? value.bind(target) : value;
    },
  });
}
