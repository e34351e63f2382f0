"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import { type ComponentProps, type FocusEvent, type ReactNode, useRef } from "react";
import { cn } from "#app/lib/cn.ts";

const ITEM =
  "flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 text-base outline-none select-none data-[disabled]:cursor-not-allowed data-[disabled]:opacity-50 data-[highlighted]:bg-hover [&_svg]:size-4 [&_svg]:shrink-0";

export interface OpenedMenuProps {
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly align: "start" | "end";
  readonly side: "top" | "bottom" | "right";
  readonly className: string | undefined;
  readonly isByKey: boolean;
}

/** Open from the start, by a press that Radix did not see; whoever opened it by a key is on its first item. */
export function OpenedMenu(props: OpenedMenuProps) {
  const { trigger, children, align, side, className, isByKey } = props;
  const goesToFirst = useRef(isByKey);
  const onFocus = ({ target, currentTarget }: FocusEvent<HTMLDivElement>) => {
    if (!goesToFirst.current || target !== currentTarget) return;
    goesToFirst.current = false;
    currentTarget.querySelector<HTMLElement>("[role^=menuitem]")?.focus();
  };
  return (
    // A modal menu hides the whole page from screen readers while its controls can still be focused.
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          onFocus={onFocus}
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            "z-50 max-h-[70vh] min-w-44 overflow-y-auto rounded-md border border-line bg-raised p-1 data-[state=open]:animate-enter",
            className,
          )}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export function MenuItem({ className, ...props }: ComponentProps<typeof DropdownMenu.Item>) {
  return <DropdownMenu.Item className={cn(ITEM, className)} {...props} />;
}

interface MenuLinkProps {
  readonly href: string;
  readonly children: ReactNode;
}

export function MenuLink({ href, children }: MenuLinkProps) {
  return (
    <DropdownMenu.Item asChild className={ITEM}>
      <Link href={href}>{children}</Link>
    </DropdownMenu.Item>
  );
}

export function MenuLabel({ className, ...props }: ComponentProps<typeof DropdownMenu.Label>) {
  return (
    <DropdownMenu.Label className={cn("px-2 py-1 text-sm text-muted", className)} {...props} />
  );
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
}

export interface MenuRadioProps<Value extends string> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

export function MenuRadio({ value, onChange, options }: MenuRadioProps<string>) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange}>
      {options.map((option) => (
        <DropdownMenu.RadioItem
          key={option.value}
          value={option.value}
          className={cn(ITEM, "pl-8 relative")}
        >
          <DropdownMenu.ItemIndicator className="absolute left-2">
            <Check aria-hidden />
          </DropdownMenu.ItemIndicator>
          {option.label}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

interface MenuCheckProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** So that several can be ticked. */
  readonly staysOpen?: boolean;
  readonly children: ReactNode;
}

export function MenuCheck({ checked, onChange, staysOpen = false, children }: MenuCheckProps) {
  return (
    <DropdownMenu.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => {
        if (staysOpen) event.preventDefault();
      }}
      className={cn(ITEM, "pl-8 relative")}
    >
      <DropdownMenu.ItemIndicator className="absolute left-2">
        <Check aria-hidden />
      </DropdownMenu.ItemIndicator>
      {children}
    </DropdownMenu.CheckboxItem>
  );
}
