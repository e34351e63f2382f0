"use client";

import { Popover as RadixPopover } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "#app/lib/cn.ts";

interface PopoverProps {
  /** One element that takes a ref (a button). */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
  readonly align?: "start" | "end";
  readonly className?: string;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A small panel at a button; Escape or a press elsewhere closes it. */
export function Popover(props: PopoverProps) {
  const { trigger, label, children, align = "start", className, onOpenChange } = props;
  return (
    <RadixPopover.Root {...(onOpenChange ? { onOpenChange } : {})}>
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            "z-50 max-h-[var(--radix-popover-content-available-height)] w-[min(36rem,calc(100vw-16px))] overflow-y-auto rounded-lg border border-line bg-raised p-4 data-[state=open]:animate-enter",
            className,
          )}
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  );
}
