"use client";

import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { sendJson } from "#app/lib/api.ts";
import type { CallLimits } from "#core/actor.ts";
import { LimitFields, limitsIn } from "./limit-fields.tsx";

interface KeyLimitsDialogProps {
  readonly id: string;
  readonly name: string;
  readonly limits: CallLimits;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Gives a key other limits. */
export function KeyLimitsDialog({ id, name, limits, open, onOpenChange }: KeyLimitsDialogProps) {
  const router = useRouter();
  const { submit, isBusy, problem } = useSubmit(async (wanted: CallLimits) => {
    await sendJson("PATCH", `/api/keys/${encodeURIComponent(id)}`, { limits: wanted });
    router.refresh();
    onOpenChange(false);
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(limitsIn(event.currentTarget));
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Limits of “${name}”`}
      description="They hold from the next request on. Over a limit, requests are refused until the minute is over."
    >
      <form onSubmit={onSubmit} className="mt-4 flex flex-col gap-4">
        <LimitFields limits={limits} />
        {problem ? <Notice tone="critical">{problem}</Notice> : null}
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" look="primary" disabled={isBusy}>
            {isBusy ? "One moment …" : "Save"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
