"use client";

import { X } from "lucide-react";
import { Dialog as RadixDialog } from "radix-ui";
import { type ReactNode, useState } from "react";
import { cn } from "#app/lib/cn.ts";
import { Button } from "./button.tsx";

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  readonly className?: string;
  /** Where the focus goes afterwards, where it is not to what had it before. */
  readonly onCloseAutoFocus?: (event: Event) => void;
}

const OVERLAY = "fixed inset-0 z-50 bg-scrim data-[state=open]:animate-enter";

/** A field that takes Escape for itself leaves the dialog around it open. */
function unlessOwn(event: KeyboardEvent): void {
  const { target } = event;
  if (target instanceof Element && target.closest('[data-escape="own"]')) event.preventDefault();
}

/**
 * Gives the focus back to what had it when the dialog opened: Radix gives it to a trigger of its own, of which
 * there is none here. What is gone meanwhile, such as the item of a menu, gets nothing.
 */
function useReturnOfFocus(open: boolean): (event: Event) => void {
  const [wasOpen, setWasOpen] = useState(false);
  const [opener, setOpener] = useState<Element | null>(null);
  if (open !== wasOpen) {
    setWasOpen(open);
    if (open) setOpener(document.activeElement);
  }
  return (event) => {
    if (!(opener instanceof HTMLElement) || !opener.isConnected) return;
    event.preventDefault();
    opener.focus();
  };
}

export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  className,
  onCloseAutoFocus,
}: DialogProps) {
  const returnFocus = useReturnOfFocus(open);
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={OVERLAY} />
        <RadixDialog.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onEscapeKeyDown={unlessOwn}
          onCloseAutoFocus={onCloseAutoFocus ?? returnFocus}
          className={cn(
            "fixed top-[20vh] left-1/2 z-50 w-[calc(100vw-32px)] max-w-md -translate-x-1/2 rounded-lg border border-line bg-raised p-4",
            className,
          )}
        >
          <RadixDialog.Title className="text-lg font-semibold">{title}</RadixDialog.Title>
          {description ? (
            <RadixDialog.Description className="mt-1 text-muted">
              {description}
            </RadixDialog.Description>
          ) : null}
          {children}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

export const DialogClose = RadixDialog.Close;

export interface SheetProps extends DialogProps {
  readonly side: "left" | "right";
}

export function Sheet({
  open,
  onOpenChange,
  title,
  description,
  children,
  side,
  className,
}: SheetProps) {
  const returnFocus = useReturnOfFocus(open);
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={OVERLAY} />
        <RadixDialog.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onCloseAutoFocus={returnFocus}
          className={cn(
            "fixed inset-y-0 z-50 flex w-full flex-col bg-raised",
            side === "right"
              ? "right-0 border-l border-line data-[state=open]:animate-slide-right"
              : "left-0 max-w-80 border-r border-line data-[state=open]:animate-slide-left",
            className,
          )}
        >
          <header className="flex items-center gap-3 border-b border-line px-4 py-3">
            <div className="min-w-0 flex-1">
              <RadixDialog.Title className="truncate text-lg font-semibold">
                {title}
              </RadixDialog.Title>
              {description ? (
                <RadixDialog.Description className="truncate text-sm text-muted">
                  {description}
                </RadixDialog.Description>
              ) : null}
            </div>
            <RadixDialog.Close asChild>
              <Button look="ghost" size="icon" aria-label="Close">
                <X aria-hidden />
              </Button>
            </RadixDialog.Close>
          </header>
          {children}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}
