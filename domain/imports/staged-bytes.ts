import type { Actor } from "#core/actor.ts";
import type { Transaction } from "#db/database.ts";
import { asActor, readAsActor } from "#db/guard.ts";

const CHUNK_BYTES = 512 * 1024;

/** Keeps a file with its import, a piece at a time. @returns its size. */
export async function saveBytes(
  actor: Actor,
  importId: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<number> {
  let position = 0;
  let size = 0;
  for await (const chunk of inChunks(bytes)) {
    const at = position++;
    await asActor(actor, (sql) => saveChunk(sql, importId, at, chunk));
    size += chunk.length;
  }
  return size;
}

async function saveChunk(
  sql: Transaction,
  importId: string,
  position: number,
  chunk: Buffer,
): Promise<void> {
  await sql`
    insert into store.import_chunks (import_id, position, bytes)
    values (${importId}, ${position}, ${chunk})`;
}

/** The kept file of an import. */
export async function* stagedBytes(actor: Actor, importId: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position++) {
    const [chunk] = await readAsActor(
      actor,
      (sql) => sql<{ bytes: Uint8Array }[]>`
        select bytes from store.import_chunks
        where import_id = ${importId} and position = ${position}`,
    );
    if (!chunk) return;
    yield chunk.bytes;
  }
}

async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    parts.push(part);
    length += part.length;
    while (length >= CHUNK_BYTES) {
      const whole = Buffer.concat(parts);
      yield whole.subarray(0, CHUNK_BYTES);
      parts = [whole.subarray(CHUNK_BYTES)];
      length -= CHUNK_BYTES;
    }
  }
  if (length > 0) yield Buffer.concat(parts);
}
