import { Instant } from "#app/components/instant.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { countOf } from "#app/lib/format.ts";
import type { Connection } from "./connection.ts";

/** What the last test of the connection found. */
export function TestOutcome({ connection }: { readonly connection: Connection }) {
  const { last_tested_at: testedAt, last_error: problem, sims_seen: sims } = connection;
  if (testedAt === null) {
    return (
      <Notice className="mt-3" title="Not tested yet">
        Test it before the first change goes out.
      </Notice>
    );
  }
  const when = (
    <p className="text-sm text-muted">
      Tested <Instant iso={testedAt} />
    </p>
  );
  return problem === null ? (
    <Notice tone="good" className="mt-3" title="It works">
      {sims === null ? null : <p>The account has {countOf(sims, "SIM")}.</p>}
      {when}
    </Notice>
  ) : (
    <Notice tone="critical" className="mt-3" title="It does not work">
      <p>{problem}</p>
      {when}
    </Notice>
  );
}
