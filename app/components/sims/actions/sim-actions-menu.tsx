"use client";

import { ChevronDown } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { useMay } from "#app/components/viewer.tsx";
import { ActionDialog } from "./action-dialog.tsx";
import { ActionMenu } from "./action-menu.tsx";
import { useProposal } from "./use-proposal.ts";

/** What can be done with one SIM, on its page. */
export function SimActions({ iccid }: { iccid: string }) {
  const proposal = useProposal({ iccids: [iccid] });
  const mayChange = useMay("sims:write");
  if (!mayChange) return null;
  return (
    <>
      <ActionMenu
        isForOne
        onChoose={proposal.begin}
        trigger={
          <Button>
            Actions
            <ChevronDown aria-hidden />
          </Button>
        }
      />
      <ActionDialog proposal={proposal} of="1 SIM" />
    </>
  );
}
