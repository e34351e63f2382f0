import type { Metadata } from "next";
import Link from "next/link";
import { PageState } from "./components/page-state.tsx";
import { buttonStyle } from "./components/ui/button.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PageState
      title="There is nothing at this address"
      actions={
        <Link href="/chat" className={buttonStyle({ look: "primary" })}>
          To the chat
        </Link>
      }
    >
      It may have been deleted, or the link is incomplete.
    </PageState>
  );
}
