"use client";

import { Bookmark, Check, Plus, Settings2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "#app/components/ui/menu.tsx";
import type { SavedPage, SavedView } from "#domain/saved-views/saved-view.ts";
import { ManageViewsDialog } from "./manage-views-dialog.tsx";
import { isSameQuery } from "./same-query.ts";
import { SaveViewDialog } from "./save-view-dialog.tsx";
import { useSavedViews } from "./use-saved-views.ts";

interface SavedViewsMenuProps {
  readonly page: SavedPage;
  /** What the page shows now, as its address says it. */
  readonly query: string;
  readonly onChoose: (query: string) => void;
}

/** Goes to a view that was kept, and keeps what is shown now. */
export function SavedViewsMenu({ page, query, onChoose }: SavedViewsMenuProps) {
  const saved = useSavedViews(page);
  const [open, setOpen] = useState<"save" | "manage" | null>(null);
  const views = saved.views ?? [];
  const own = views.filter(({ is_own: isOwn }) => isOwn);
  const shared = views.filter(({ is_own: isOwn }) => !isOwn);
  const current = views.find((view) => isSameQuery(view.query, query));
  const item = (view: SavedView) => (
    <MenuItem key={view.id} onSelect={() => onChoose(view.query)}>
      <Check aria-hidden className={view === current ? "" : "invisible"} />
      <span className="max-w-60 truncate">{view.name}</span>
      {view === current ? <span className="sr-only">, shown now</span> : null}
    </MenuItem>
  );
  return (
    <>
      <Menu
        trigger={
          <Button>
            <Bookmark aria-hidden />
            <span className="max-w-40 truncate">{current?.name ?? "Views"}</span>
          </Button>
        }
      >
        {saved.error ? (
          <MenuItem onSelect={saved.retry}>Your views could not be loaded. Try again</MenuItem>
        ) : null}
        {saved.views && views.length === 0 ? (
          <MenuLabel className="max-w-64">
            A view keeps search, filters and columns under a name.
          </MenuLabel>
        ) : null}
        {own.length > 0 ? <MenuLabel>Yours</MenuLabel> : null}
        {own.map(item)}
        {shared.length > 0 ? <MenuLabel>Shared by colleagues</MenuLabel> : null}
        {shared.map(item)}
        <MenuSeparator />
        <MenuItem onSelect={() => setOpen("save")}>
          <Plus aria-hidden />
          Keep this view …
        </MenuItem>
        {own.length > 0 ? (
          <MenuItem onSelect={() => setOpen("manage")}>
            <Settings2 aria-hidden />
            Your views …
          </MenuItem>
        ) : null}
      </Menu>
      {open === "save" ? (
        <SaveViewDialog query={query} saved={saved} onClose={() => setOpen(null)} />
      ) : null}
      {open === "manage" ? (
        <ManageViewsDialog views={own} saved={saved} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}
