"use client";

import { RotateCcw } from "lucide-react";
import { ChangeLoading } from "#app/components/changes/card-states.tsx";
import { ChangeCard } from "#app/components/changes/change-card.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Dialog, DialogClose } from "#app/components/ui/dialog.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { ActionDialogProps } from "./action-dialog.tsx";
import type { SimAction } from "./sim-actions.ts";

interface OpenActionDialogProps extends ActionDialogProps {
  readonly action: SimAction;
}

export function OpenActionDialog(props: OpenActionDialogProps) {
  const { action, proposal, of, onCloseAutoFocus } = props;
  const { changeId, isBusy, problem } = proposal;
  const { Form } = action;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || proposal.close()}
      title={`${action.label}: ${of}`}
      description={
        changeId
          ? "Closing this keeps the change under Changes."
          : "Nothing changes until the preview is approved."
      }
      {...(onCloseAutoFocus ? { onCloseAutoFocus } : {})}
      className="top-[6vh] max-h-[88vh] max-w-2xl overflow-y-auto"
    >
      <div className="mt-4 flex flex-col gap-4">
        {problem ? (
          <Notice
            tone="critical"
            actions={
              action.fields ? (
                <Button size="sm" onClick={() => proposal.begin(action)}>
                  <RotateCcw aria-hidden />
                  Try again
                </Button>
              ) : null
            }
          >
            {problem}
          </Notice>
        ) : null}
        {changeId ? (
          <ChangeCard id={changeId} titleAs="h3" />
        ) : Form ? (
          <Form onPropose={proposal.propose} isBusy={isBusy} />
        ) : isBusy ? (
          <ChangeLoading />
        ) : null}
        {Form && !changeId ? null : (
          <div className="flex justify-end">
            <DialogClose asChild>
              <Button>Close</Button>
            </DialogClose>
          </div>
        )}
      </div>
    </Dialog>
  );
}
