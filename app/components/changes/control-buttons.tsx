"use client";

import { Pause, Play } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "#app/components/settings/confirm-dialog.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { useMay } from "#app/components/viewer.tsx";
import { countOf } from "#app/lib/format.ts";
import type { Change } from "#domain/changes/change.ts";
import { tallyOf } from "./tally.ts";
import type { ChangeActions } from "./use-change-actions.ts";

interface ControlButtonsProps {
  readonly change: Change;
  readonly actions: ChangeActions;
}

export function ControlButtons({ change, actions }: ControlButtonsProps) {
  const [isCancelling, setCancelling] = useState(false);
  const mayControl = useMay("changes:approve");
  if (!mayControl) return null;
  const isPaused = change.state === "paused";
  const { waiting } = tallyOf(change);
  const noun = change.preview.target_noun;
  const cancel = () => {
    setCancelling(false);
    void actions.run("cancel");
  };
  return (
    <div className="flex flex-wrap gap-2 px-4 py-3">
      <Button
        disabled={actions.busyWith !== null}
        onClick={() => void actions.run(isPaused ? "resume" : "pause")}
      >
        {isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
        {isPaused ? "Resume" : "Pause"}
      </Button>
      <Button disabled={actions.busyWith !== null} onClick={() => setCancelling(true)}>
        Cancel the rest
      </Button>
      <ConfirmDialog
        open={isCancelling}
        onOpenChange={setCancelling}
        title="Cancel the rest?"
        description={`What is done stays done. ${countOf(waiting, noun)} ${waiting === 1 ? "is" : "are"} left as before.`}
        confirmLabel="Cancel the rest"
        cancelLabel="Go on"
        onConfirm={cancel}
      />
    </div>
  );
}
