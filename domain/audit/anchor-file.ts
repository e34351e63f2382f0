import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { config } from "#core/config.ts";
import { Internal } from "#core/errors.ts";

/** A link of an organisation's audit log, kept outside the database that holds the log. */
export interface Anchor {
  readonly sequence: number;
  /** Hexadecimal. */
  readonly hash: string;
  /** ISO 8601. */
  readonly anchoredAt: string;
}

const BUSY_TIMEOUT_MS = 5_000;

export function anchorFile(): string {
  return join(config().dataDir, "audit-anchors.db");
}

export function readAnchor(organizationId: string): Anchor | null {
  if (!existsSync(anchorFile())) return null;
  const row = withFile((file) =>
    file
      .prepare("select sequence, hash, anchored_at from anchors where organization_id = ?")
      .get(organizationId),
  );
  if (!row) return null;
  return {
    sequence: Number(row.sequence),
    hash: String(row.hash),
    anchoredAt: String(row.anchored_at),
  };
}

export function readAnchoredOrganizations(): string[] {
  if (!existsSync(anchorFile())) return [];
  const rows = withFile((file) =>
    file.prepare("select organization_id as id from anchors order by organization_id").all(),
  );
  return rows.map(({ id }) => String(id));
}

/**
 * Puts `after` where `before` is (null: where there is none). Of several processes that try at once, one
 * does it; the others are told so and have to look again.
 */
export function replaceAnchor(
  organizationId: string,
  before: Anchor | null,
  after: Anchor,
): boolean {
  const { sequence, hash, anchoredAt } = after;
  const { changes } = withFile((file) =>
    before
      ? file
          .prepare(
            `update anchors set sequence = ?, hash = ?, anchored_at = ?
             where organization_id = ? and sequence = ? and hash = ?`,
          )
          .run(sequence, hash, anchoredAt, organizationId, before.sequence, before.hash)
      : file
          .prepare(
            `insert into anchors (sequence, hash, anchored_at, organization_id) values (?, ?, ?, ?)
             on conflict do nothing`,
          )
          .run(sequence, hash, anchoredAt, organizationId),
  );
  return Number(changes) > 0;
}

function withFile<T>(work: (file: DatabaseSync) => T): T {
  const path = anchorFile();
  try {
    writeFileSync(path, "", { flag: "a", mode: 0o600 }); // SQLite would make it readable for all
    const file = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    try {
      file.exec(
        `create table if not exists anchors (organization_id text primary key, sequence integer not null,
           hash text not null, anchored_at text not null) strict`,
      );
      return work(file);
    } finally {
      file.close();
    }
  } catch (cause) {
    throw new Internal(`The anchors of the audit log, ${path}, cannot be read or written.`, {
      cause,
    });
  }
}
