"use client";

import { Popover } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "#app/lib/cn.ts";

export interface OpenedPopoverProps {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
  readonly align: "start" | "end";
  readonly className: string | undefined;
}

/** Open from the start, by a press that Radix did not see. */
export function OpenedPopover(props: OpenedPopoverProps) {
  const { trigger, label, children, align, className } = props;
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
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
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
