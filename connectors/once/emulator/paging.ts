import { badInput, type Call } from "./answer.ts";

export interface Page {
  readonly page: number;
  readonly size: number;
  readonly offset: number;
}

/** A size above the most is cut to it, without a word. */
export function pageOf(
  { query, version }: Call,
  { most, preset, sizeName = "pageSize" }: { most: number; preset: number; sizeName?: string },
): Page {
  const page = whole("page", 1);
  const size = Math.min(whole(sizeName, preset), most);
  return { page, size, offset: (page - 1) * size };

  function whole(name: string, otherwise: number): number {
    const text = query.get(name);
    if (text === null || text === "") return otherwise;
    if (!/^\d{1,9}$/.test(text) || Number(text) < 1) {
      throw badInput(
        version,
        `Cannot parse parameter ${name} as Int: For Input String "${text.slice(0, 40)}"`,
      );
    }
    return Number(text);
  }
}

export function pageHeaders({ page, size }: Page, total: number): Record<string, string> {
  return {
    "X-Count-Per-Page": String(size),
    "X-Current-Page": String(page),
    "X-Total-Count": String(total),
    "X-Total-Pages": String(Math.ceil(total / size)),
  };
}

/** `-timestamp,id` to an `order by`; keys that are not in `columns` are ignored. */
export function orderOf(
  sort: string | null,
  columns: Readonly<Record<string, string>>,
  preset: string,
): string {
  const parts = (sort ?? "").split(",").flatMap((part) => {
    const column = columns[part.trim().replace(/^-/, "")];
    return column ? [`${column} ${part.trim().startsWith("-") ? "desc" : "asc"}`] : [];
  });
  return [...parts, preset].join(", ");
}
