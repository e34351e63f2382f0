"use client";

import { lazy, type ReactNode } from "react";
import type { MenuRadioProps } from "./menu-parts.tsx";
import { WhenPressed } from "./when-pressed.tsx";

const load = () => import("./menu-parts.tsx");

const OpenedMenu = lazy(async () => ({ default: (await load()).OpenedMenu }));
export const MenuItem = lazy(async () => ({ default: (await load()).MenuItem }));
export const MenuLink = lazy(async () => ({ default: (await load()).MenuLink }));
export const MenuLabel = lazy(async () => ({ default: (await load()).MenuLabel }));
export const MenuSeparator = lazy(async () => ({ default: (await load()).MenuSeparator }));
export const MenuCheck = lazy(async () => ({ default: (await load()).MenuCheck }));
const Radio = lazy(async () => ({ default: (await load()).MenuRadio }));

interface MenuProps {
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly align?: "start" | "end";
  readonly side?: "top" | "bottom" | "right";
  readonly className?: string;
}

/** `trigger` must be one element that takes a ref (a button). The menu itself is fetched when it is wanted. */
export function Menu({ trigger, align = "start", side = "bottom", ...rest }: MenuProps) {
  const { children, className } = rest;
  return (
    <WhenPressed trigger={trigger} opens="menu" load={load}>
      {(isByKey) => (
        <OpenedMenu {...{ trigger, align, side, className, isByKey }}>{children}</OpenedMenu>
      )}
    </WhenPressed>
  );
}

export function MenuRadio<Value extends string>({ onChange, ...props }: MenuRadioProps<Value>) {
  const { options } = props;
  const change = (next: string) => {
    const option = options.find(({ value }) => value === next);
    if (option) onChange(option.value);
  };
  return <Radio {...props} onChange={change} />;
}
