import { type ComponentType, lazy } from "react";

/** `next/dynamic` in a page without Next, where all is in the one file. */
export default function dynamic<P>(load: () => Promise<{ default: ComponentType<P> }>) {
  return lazy(load);
}
