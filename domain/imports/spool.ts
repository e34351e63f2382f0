import type { FileHandle } from "node:fs/promises";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A stream kept in a file, for formats that are read from their end; `close` removes it. */
export interface Spooled {
  readonly file: FileHandle;
  close(): Promise<void>;
}

export async function spool(bytes: AsyncIterable<Uint8Array>): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), "simon-import-"));
  const file = await open(join(folder, "file"), "wx+", 0o600);
  const close = async () => {
    await file.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for await (const chunk of bytes) await file.write(chunk);
    return { file, close };
  } catch (error) {
    await close();
    throw error;
  }
}
