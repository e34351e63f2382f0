"use client";

import { lazy, Suspense, useState } from "react";
import type { DialogProps, SheetProps } from "./dialog-parts.tsx";

const load = () => import("./dialog-parts.tsx");
const LazyDialog = lazy(async () => ({ default: (await load()).Dialog }));
const LazySheet = lazy(async () => ({ default: (await load()).Sheet }));

/** Closes the dialog it stands in. */
export const DialogClose = lazy(async () => ({ default: (await load()).DialogClose }));

/** A modal in the middle of the page: focus stays inside, Escape closes. It is fetched when it first opens. */
export function Dialog(props: DialogProps) {
  return useWasOpen(props.open) ? (
    <Suspense>
      <LazyDialog {...props} />
    </Suspense>
  ) : null;
}

/** A panel that slides in from a side and fills a phone; fetched as a dialog is. */
export function Sheet(props: SheetProps) {
  return useWasOpen(props.open) ? (
    <Suspense>
      <LazySheet {...props} />
    </Suspense>
  ) : null;
}

/** Once open it stays, so that it can close in its own way. */
function useWasOpen(open: boolean): boolean {
  const [wasOpen, setWasOpen] = useState(open);
  if (open && !wasOpen) setWasOpen(true);
  return wasOpen;
}
