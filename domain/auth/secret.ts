import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { config } from "#core/config.ts";

/**
 * What signs cookies and what the audit log's key comes from: `SIMON_SECRET`, else 32 random bytes made
 * once and kept in the data folder (mode 0600), so that a restart signs nobody out.
 */
export async function installationSecret(): Promise<string> {
  const { secret, dataDir } = config();
  if (secret !== undefined) return secret;
  const path = join(dataDir, "secret");
  await mkdir(dataDir, { recursive: true });
  try {
    // "wx" makes one of two processes that start together the writer; the other reads its file.
    await writeFile(path, `${randomBytes(32).toString("base64url")}\n`, {
      mode: 0o600,
      flag: "wx",
    });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return (await readFile(path, "utf8")).trim();
}
