"use client";

import type { ReactNode } from "react";
import { Menu, MenuItem, MenuSeparator } from "#app/components/ui/menu.tsx";
import { useOffer } from "./provider-offer.tsx";
import { SIM_ACTIONS, type SimAction } from "./sim-actions.ts";

interface ActionMenuProps {
  readonly trigger: ReactNode;
  readonly isForOne: boolean;
  readonly onChoose: (action: SimAction) => void;
  readonly side?: "top" | "bottom";
}

/** Everything that can be proposed for these SIMs at their provider; what takes them away stands apart. */
export function ActionMenu({ trigger, isForOne, onChoose, side = "bottom" }: ActionMenuProps) {
  const offer = useOffer();
  const isOffered = ({ needs, isForOne: isOnlyForOne }: SimAction) =>
    (isForOne || !isOnlyForOne) && (!needs || !offer || offer.capabilities[needs] === true);
  return (
    <Menu align="end" side={side} trigger={trigger}>
      {SIM_ACTIONS.filter(isOffered).map((action) => (
        <div key={action.id} role="presentation">
          {action.id === "remove" ? <MenuSeparator /> : null}
          <MenuItem onSelect={() => onChoose(action)}>
            <action.icon aria-hidden />
            {action.label}
          </MenuItem>
        </div>
      ))}
    </Menu>
  );
}
