"use client";

import { ComposerPrimitive } from "@assistant-ui/react";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";

type Items = Parameters<
  Parameters<typeof ComposerPrimitive.Unstable_TriggerPopoverItems>[0]["children"]
>[0];

interface TriggerListProps
  extends ComponentProps<typeof ComposerPrimitive.Unstable_TriggerPopover> {
  readonly icons: Readonly<Record<string, LucideIcon>>;
  /** What stands where nothing fits. */
  readonly emptyText: string;
}

/** What a character of the composer offers: arrows choose, Enter or Tab takes, Escape leaves. The children say what taking does. */
export function TriggerList({ icons, emptyText, children, ...props }: TriggerListProps) {
  return (
    <ComposerPrimitive.Unstable_TriggerPopover
      className="absolute right-0 bottom-full left-0 z-20 mb-2 max-h-[26rem] overflow-y-auto rounded-lg border border-line bg-raised p-1 sm:max-w-md"
      {...props}
    >
      {children}
      <ComposerPrimitive.Unstable_TriggerPopoverItems>
        {(items: Items) => (
          <>
            {items.length === 0 ? (
              <div
                role="option"
                aria-selected={false}
                aria-disabled
                tabIndex={-1}
                className="px-2 py-1.5 text-sm text-muted"
              >
                {emptyText}
              </div>
            ) : null}
            {items.map((item, index) => {
              const Icon = icons[item.type];
              return (
                <ComposerPrimitive.Unstable_TriggerPopoverItem
                  key={item.id}
                  item={item}
                  index={index}
                  tabIndex={-1}
                  className="flex min-h-9 w-full items-center gap-2.5 rounded-md px-2 py-1 text-left data-[highlighted]:bg-hover"
                >
                  {Icon ? <Icon aria-hidden className="size-4 shrink-0 text-muted" /> : null}
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  <span className="max-w-[60%] truncate text-sm text-muted">
                    {item.description}
                  </span>
                </ComposerPrimitive.Unstable_TriggerPopoverItem>
              );
            })}
          </>
        )}
      </ComposerPrimitive.Unstable_TriggerPopoverItems>
    </ComposerPrimitive.Unstable_TriggerPopover>
  );
}
