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
  const [reason, setReason] = useState<"due" | "asked" | null>(isDue ? "due" : null);
  useEffect(() => onTourAsked(() => setReason("asked")), []);
  // Who has begun to ask is not interrupted: the card would lie over the answer.
  const isInPlace = reason === "asked" ? pathname.startsWith("/chat") : pathname === "/chat";
  if (reason === null || !isInPlace) return null;
  const end = () => {
    setReason(null);
    // Were it not kept, the tour would be there once more: a line in the console is enough.
    if (isDue) sendJson("DELETE", "/api/profile/tour").catch(reportError);
  };
  return <Tour onEnd={end} />;
}
