import { z } from "zod";
import type { OnceAccount } from "../http/account.ts";
import { read } from "../http/call.ts";

interface Paging {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** By what name the call knows the size of a page, and the largest that it takes. */
  readonly sizeName: "pageSize" | "per_page";
  readonly maxSize: number;
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** The first `limit` entries of a list without headers: it ends at a short page. Null where there is none. */
export async function firstOf<S extends z.ZodType>(
  account: OnceAccount,
  schema: S,
  { path, query, sizeName, maxSize, limit, signal }: Paging,
): Promise<z.output<S>[] | null> {
  const size = Math.max(1, Math.min(limit, maxSize));
  const entries: z.output<S>[] = [];
  for (let page = 1; entries.length < limit; page++) {
    const found = await read(account, {
      path,
      query: { ...query, page, [sizeName]: size },
      schema: z.array(schema),
      signal,
    });
    if (!found) return page === 1 ? null : entries;
    entries.push(...found.value);
    if (found.value.length < size) break;
  }
  return entries.slice(0, limit);
}
