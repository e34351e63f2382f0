"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Instant } from "#app/components/instant.tsx";
import { Button, buttonStyle } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { sendJson } from "#app/lib/api.ts";
import { announceFleetChange } from "#app/lib/fleet-changed.ts";
import { simPath } from "#app/lib/sim-path.ts";
import type { SyncDifference } from "#domain/sync/differences/list-drift.ts";
import { KIND_WORDS } from "./words.ts";

interface DifferenceRowProps {
  readonly difference: SyncDifference;
  readonly provider: string;
  readonly onDecided: () => Promise<void>;
}

type Answer = { readonly proposal: { readonly approval: { readonly id: string } } | null };

/** Both sides of a difference, and the two ways to settle it. */
export function DifferenceRow({ difference, provider, onDecided }: DifferenceRowProps) {
  const router = useRouter();
  const { id, iccid, label, kind, field, ours, theirs, since, change_id: changeId } = difference;
  const { submit, isBusy, problem } = useSubmit(async (side: "ours" | "theirs") => {
    const answer = await sendJson<Answer>("POST", `/api/sync/differences/${id}`, { side });
    announceFleetChange();
    if (answer?.proposal) router.push(`/changes/${answer.proposal.approval.id}`);
    else await onDecided();
  });
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <p className="font-medium break-words">
            {kind === "removed_here" ? (
              <span className="font-mono text-sm">{iccid}</span>
            ) : (
              <Link href={simPath(iccid)} className="hover:underline">
                {label ?? <span className="font-mono text-sm">{iccid}</span>}
              </Link>
            )}
          </p>
          <p className="text-sm text-muted">
            {KIND_WORDS[kind]}, since <Instant iso={since} />
          </p>
          <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-sm">
            <Side name="Here" value={saidOurs(kind, ours)} />
            <Side name={provider} value={saidTheirs(kind, theirs)} />
          </dl>
        </div>
        {changeId ? (
          <Link href={`/changes/${changeId}`} className={buttonStyle({ size: "sm" })}>
            See the change
          </Link>
        ) : (
          <div className="flex flex-wrap gap-2">
            {field === "presence" ? null : (
              <Button size="sm" disabled={isBusy} onClick={() => void submit("ours")}>
                Send ours
              </Button>
            )}
            <Button size="sm" disabled={isBusy} onClick={() => void submit("theirs")}>
              {THEIRS[kind] ?? "Take theirs"}
            </Button>
          </div>
        )}
      </div>
      {problem ? (
        <Notice tone="critical" className="mt-2">
          {problem}
        </Notice>
      ) : null}
    </li>
  );
}

const THEIRS: Readonly<Partial<Record<SyncDifference["kind"], string>>> = {
  gone_there: "Deactivate here",
  never_there: "Deactivate here",
  removed_here: "Take in again",
};

function saidOurs(kind: SyncDifference["kind"], ours: string | null): string {
  return kind === "removed_here" ? "removed" : (ours ?? "no name");
}

function saidTheirs(kind: SyncDifference["kind"], theirs: string | null): string {
  return kind === "gone_there" || kind === "never_there" ? "not there" : (theirs ?? "no name");
}

function Side({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{value}</dd>
    </>
  );
}
