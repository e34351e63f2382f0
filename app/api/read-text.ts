import { formatBytes } from "#core/bytes.ts";
import { Invalid, TooLarge } from "#core/errors.ts";

/** A connection with the rest of a body on it is lost, so this much is still taken from it. */
const DISCARDED_BYTES = 16 * 1024 * 1024;

interface Body {
  readonly stream: AsyncIterable<Uint8Array>;
  /** The `Content-Length`, where there is one. */
  readonly announced: string | null | undefined;
}

/**
 * The whole body, of which never more than `maxBytes` are kept.
 *
 * @throws TooLarge before anything is read where that much is announced, else after the rest went by; Invalid
 *   where the client went away.
 */
export async function readBounded({ stream, announced }: Body, maxBytes: number): Promise<string> {
  if (Number(announced ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else if (size > maxBytes + DISCARDED_BYTES) break;
    }
  } catch (cause) {
    throw new Invalid("The body broke off in the middle.", { cause });
  }
  if (size > maxBytes) throw tooLarge(maxBytes);
  return Buffer.concat(chunks).toString("utf8");
}

/** @throws TooLarge */
export async function readText({ body, headers }: Request, maxBytes: number): Promise<string> {
  if (!body) return "";
  return readBounded({ stream: body, announced: headers.get("content-length") }, maxBytes);
}

function tooLarge(maxBytes: number): TooLarge {
  return new TooLarge(`The body is larger than ${formatBytes(maxBytes)}.`);
}
