import type { ReactNode } from "react";
import { Logo } from "#app/components/shell/logo.tsx";

/** What stands around the pages for who is not signed in. */
export default function SignedOutLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-96 flex-col justify-center gap-6 px-4 py-12">
      <div className="flex items-center gap-2.5">
        <Logo className="size-8" />
        <span className="text-xl font-semibold tracking-tight">Simon</span>
      </div>
      {children}
    </main>
  );
}
