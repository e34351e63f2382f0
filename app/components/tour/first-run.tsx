"use client";

import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { sendJson } from "#app/lib/api.ts";
import { onTourAsked } from "#app/lib/tour.ts";

const Tour = dynamic(async () => (await import("./tour.tsx")).Tour, { ssr: false });

/** Shows a newcomer around, in the chat, where everybody begins; afterwards only who asks for it. */
export function FirstRun({ isDue }: { isDue: boolean }) {
  const pathname = usePathname();
  const [isOpen, setOpen] = useState(isDue);
  useEffect(() => onTourAsked(() => setOpen(true)), []);
  if (!isOpen || !pathname.startsWith("/chat")) return null;
  const end = () => {
    setOpen(false);
    // Were it not kept, the tour would be there once more: no reason to bother anybody.
    if (isDue) sendJson("DELETE", "/api/profile/tour").catch(reportError);
  };
  return <Tour onEnd={end} />;
}
