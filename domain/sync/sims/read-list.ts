import type { ProviderError } from "#connectors/provider.ts";
import type { SimPage } from "#connectors/provider-reads.ts";
import { wallNow } from "#core/clock.ts";
import { asActor } from "#db/guard.ts";
import { patiently } from "../patiently.ts";
import { applySims } from "./apply-sims.ts";
import { keepPage, type Pass, type ReadPage, restartStuck } from "./pass.ts";
import { isSpent, type Work } from "./work.ts";

/** From where the pass is, also after the provider was busy for a while. */
export async function readList(work: Work, begun: Pass): Promise<Pass | "stopped"> {
  const { actor, options, run } = work;
  const callsBefore = run.calls;
  let pass = begun;
  const keep = (kept: Pass) => {
    pass = kept;
  };
  try {
    const isAgain = (error: ProviderError) => error.kind === "lost";
    const end = await patiently(options, () => readOn(work, pass, keep), isAgain);
    return end === "end" ? pass : end;
  } catch (error) {
    const isFirst = run.calls === callsBefore && begun.next_page > 1;
    if (isFirst) await asActor(actor, (sql) => restartStuck(sql, pass));
    throw error;
  }
}

async function readOn(
  work: Work,
  begun: Pass,
  keep: (pass: Pass) => void,
): Promise<"end" | "stopped"> {
  const { reads, options, run } = work;
  const { signal } = options;
  let pass = begun;
  // an answer may have been asked for before the one that came ahead of it
  let [askedAt, nextAskedAt] = [wallNow(), wallNow()];
  for (let hasMovedUp = !isRead(pass, reads.simsPerPage); hasMovedUp; ) {
    hasMovedUp = false;
    const fromPage = pass.next_page;
    for await (const page of reads.listSims({ signal, fromPage })) {
      run.calls++;
      const nextPage =
        page.page === fromPage ? pageAfterBreak(pass, page, reads.simsPerPage) : page.page + 1;
      hasMovedUp = nextPage <= page.page;
      pass = await takePage(work, pass, { ...page, nextPage }, askedAt);
      keep(pass);
      [askedAt, nextAskedAt] = [nextAskedAt, wallNow()];
      const isLast = page.pages !== null && page.page >= page.pages && !hasMovedUp;
      if (!isLast && (signal.aborted || isSpent(work))) return "stopped";
      if (hasMovedUp) break;
    }
  }
  return "end";
}

/** Broken off after the last page. */
function isRead({ next_page, total }: Pass, simsPerPage: number): boolean {
  return next_page > 1 && total !== null && next_page > Math.ceil(total / simsPerPage);
}

/** Where SIMs went while the list was not read, those behind them have moved up to pages that were done. */
function pageAfterBreak({ next_page, total }: Pass, page: SimPage, simsPerPage: number): number {
  const gone = next_page > 1 && total !== null && page.total !== null ? total - page.total : 0;
  if (gone <= 0) return page.page + 1;
  return Math.max(1, page.page - Math.ceil(gone / simsPerPage));
}

function takePage({ actor, run }: Work, pass: Pass, page: ReadPage, askedAt: Date): Promise<Pass> {
  return asActor(actor, async (sql) => {
    run.counts = { ...pass.counts };
    await run.keep(sql);
    const taken = await applySims(sql, actor, page.sims, {
      pass: pass.pass,
      askedAt,
      toldAt: page.told_at,
    });
    const next = await keepPage(sql, pass, page, taken);
    run.counts = { ...next.counts };
    return next;
  });
}
