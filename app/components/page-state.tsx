import type { ReactNode } from "react";
import { Logo } from "./shell/logo.tsx";

interface PageStateProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

/** A whole page that only says one thing: not found, or broken. */
export function PageState({ title, children, actions }: PageStateProps) {
  return (
    <main className="flex min-h-[70dvh] flex-col items-center justify-center px-6 text-center">
      <Logo className="size-10" />
      <h1 className="mt-5 text-xl font-semibold tracking-tight">{title}</h1>
      <div className="mt-2 max-w-md text-muted">{children}</div>
      <div className="mt-5 flex gap-2">{actions}</div>
    </main>
  );
}
