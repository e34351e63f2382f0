import { formatBytes } from "#core/bytes.ts";
import { TooLarge } from "#core/errors.ts";

/** The whole body. What is longer than `maxBytes` is not read further. @throws TooLarge */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function tooLarge(maxBytes: number): TooLarge {
  return new TooLarge(`The body is larger than ${formatBytes(maxBytes)}.`);
}
