import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Workspace } from "#app/components/chat/workspace.tsx";

export const metadata: Metadata = { title: "Chat" };

/** The conversation lives here, not in the pages, so that a new one keeps going when it gets its address. */
export default function ChatLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Workspace />
      {children}
    </>
  );
}
