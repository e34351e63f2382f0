"use client";

import { lazy, type ReactNode } from "react";
import { WhenPressed } from "./when-pressed.tsx";

const load = () => import("./popover-panel.tsx");
const OpenedPopover = lazy(async () => ({ default: (await load()).OpenedPopover }));

interface PopoverProps {
  /** One element that takes a ref (a button). */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
  readonly align?: "start" | "end";
  readonly className?: string;
}

/** A small panel at a button; Escape or a press elsewhere closes it. It is fetched when it is wanted. */
export function Popover({ trigger, align = "start", ...rest }: PopoverProps) {
  const { label, children, className } = rest;
  return (
    <WhenPressed trigger={trigger} opens="dialog" load={load}>
      {() => <OpenedPopover {...{ trigger, label, align, className }}>{children}</OpenedPopover>}
    </WhenPressed>
  );
}
