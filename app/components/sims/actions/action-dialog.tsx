"use client";

import dynamic from "next/dynamic";
import type { ProposalInWork } from "./use-proposal.ts";

const OpenActionDialog = dynamic(
  async () => (await import("./open-action-dialog.tsx")).OpenActionDialog,
  { ssr: false },
);

export interface ActionDialogProps {
  readonly proposal: ProposalInWork;
  /** "3 SIMs" */
  readonly of: string;
  readonly onCloseAutoFocus?: (event: Event) => void;
}

/** Asks what an action needs, then shows the change that it became, to approve or reject. */
export function ActionDialog(props: ActionDialogProps) {
  const { action } = props.proposal;
  return action ? <OpenActionDialog action={action} {...props} /> : null;
}
