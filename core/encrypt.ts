import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/**
 * AES-256-GCM. Whoever opens it must give the same `context` again: in another place the bytes are of no
 * use. Layout: version, nonce, tag, text.
 */
export function encrypt(key: Buffer, text: string, context: readonly string[]): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(additional(context));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
}

/** Null when the key or the context is another one, or the bytes were altered. */
export function decrypt(
  key: Buffer,
  sealed: Uint8Array,
  context: readonly string[],
): string | null {
  const bytes = Buffer.from(sealed);
  if (bytes.length < HEAD_BYTES || bytes[0] !== VERSION) return null;
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(additional(context)).setAuthTag(bytes.subarray(1 + NONCE_BYTES, HEAD_BYTES));
  const text = decipher.update(bytes.subarray(HEAD_BYTES));
  try {
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch {
    return null; // the only failure of `final` is a tag that does not fit
  }
}

/** JSON, so that no two lists of words become the same bytes. */
function additional(context: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify([VERSION, ...context]), "utf8");
}
