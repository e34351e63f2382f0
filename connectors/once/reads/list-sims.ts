import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { wallNow } from "#core/clock.ts";
import { ProviderError } from "../../provider.ts";
import type { SimPage } from "../../provider-reads.ts";
import type { OnceAccount } from "../http/account.ts";
import { backOffMs } from "../http/back-off.ts";
import { read } from "../http/call.ts";
import { theirNow } from "../http/refusal.ts";
import { listedSim, Sim } from "./sims.ts";

export const PAGE_SIZE = 100;
const Page = z.array(z.unknown());

interface Paged extends SimPage {
  readonly isFound: boolean;
  /** Entries, readable or not. */
  readonly entries: number;
  /** Tells a page from another one. */
  readonly head: string;
  /** What the server takes for a full page. */
  readonly size: number;
}

/**
 * All SIMs, by pages. It goes by what the headers say; where they say nothing it ends at an empty page, since
 * a short one may be a broken one. When SIMs were taken away meanwhile, those behind them have moved up, so the
 * page before comes again.
 */
export async function* listSims(
  account: OnceAccount,
  {
    signal,
    fromPage = 1,
  }: { readonly signal: AbortSignal; readonly fromPage?: number | undefined },
): AsyncGenerator<SimPage> {
  let total: number | null = null;
  let pages: number | null = null;
  let head = "";
  for (let page = fromPage; ; page++) {
    const here = await wholePage(account, page, signal);
    if (!here.isFound) {
      if (page > fromPage && (pages === null || page > pages)) return;
      throw lost(`1NCE did not find page ${page} of the SIMs.`);
    }
    pages = here.pages ?? pages;
    const hasShrunk = total !== null && here.total !== null && here.total < total;
    total = here.total ?? total;
    if (hasShrunk && page > fromPage) yield shown(await wholePage(account, page - 1, signal));
    if (here.entries > 0 || page === fromPage) yield shown(here);
    const isLast = here.pages === null ? here.entries === 0 : page >= here.pages;
    if (isLast) return;
    if (here.pages === null && here.head === head) {
      throw lost("1NCE sent the same page of the SIMs again.");
    }
    head = here.head;
  }
}

/** A page that is shorter than the headers say is asked for again: it lacks SIMs that are there. */
async function wholePage(account: OnceAccount, page: number, signal: AbortSignal): Promise<Paged> {
  for (let attempt = 1; ; attempt++) {
    const paged = await onePage(account, page, signal);
    if (paged.entries >= expectedOf(paged)) return paged;
    if (attempt >= account.attempts)
      throw lost(`1NCE sent only a part of page ${page} of the SIMs.`);
    await sleep(backOffMs(account, attempt));
  }
}

function expectedOf({ page, pages, size, total }: Paged): number {
  if (pages === null || page > pages) return 0;
  if (page < pages) return size;
  return total === null ? 0 : total - (page - 1) * size;
}

async function onePage(account: OnceAccount, page: number, signal: AbortSignal): Promise<Paged> {
  const query = { page, pageSize: PAGE_SIZE };
  const found = await read(account, { path: "v2/sims", query, schema: Page, signal });
  const entries = found?.value ?? [];
  const said = (name: string) => numberIn(found?.headers.get(name));
  const current = said("x-current-page");
  if (current !== null && current !== page) throw lost("1NCE sent another page of the SIMs.");
  const sims = entries.flatMap((entry) => {
    const sim = Sim.safeParse(entry);
    return sim.success ? [listedSim(sim.data)] : [];
  });
  const total = said("x-total-count");
  const size = Math.min(said("x-count-per-page") ?? PAGE_SIZE, PAGE_SIZE) || PAGE_SIZE;
  const pages = said("x-total-pages") ?? (total === null ? null : Math.ceil(total / size));
  return {
    page,
    pages,
    total,
    sims,
    told_at: found ? theirNow(found.headers) : wallNow(),
    unreadable: entries.length - sims.length,
    isFound: found !== null,
    entries: entries.length,
    head: JSON.stringify(entries[0] ?? null),
    size,
  };
}

function shown({ page, pages, total, sims, told_at, unreadable }: Paged): SimPage {
  return { page, pages, total, sims, told_at, unreadable };
}

function numberIn(text: string | null | undefined): number | null {
  return text && /^\d+$/.test(text.trim()) ? Number(text) : null;
}

function lost(message: string): ProviderError {
  return new ProviderError("lost", message);
}
