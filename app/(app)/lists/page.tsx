import type { Metadata } from "next";
import { ListsView } from "#app/components/lists/lists-view.tsx";

export const metadata: Metadata = { title: "Lists" };

export default function ListsPage() {
  return (
    <div className="mx-auto flex w-full max-w-content flex-col gap-4 px-4 py-6">
      <h1 className="text-xl font-semibold tracking-tight">Lists</h1>
      <p className="-mt-2 text-muted">SIMs that somebody brought along in a file, to ask about.</p>
      <ListsView />
    </div>
  );
}
