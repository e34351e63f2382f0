"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import type { z } from "zod";
import { Button } from "#app/components/ui/button.tsx";
import { Menu, MenuItem } from "#app/components/ui/menu.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { getJson } from "#app/lib/api.ts";
import { download, pathOf } from "#app/lib/download.ts";
import type { exportSims } from "#tools/export-sims.ts";

const FORMATS = [
  { format: "csv", label: "CSV" },
  { format: "xlsx", label: "Excel" },
] as const;

/** All SIMs that the filters leave, as a file. */
export function ExportSims({ filters }: { readonly filters: Readonly<Record<string, string>> }) {
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const make = async (format: string) => {
    setIsBusy(true);
    setFailure(null);
    const chosen = Object.entries(filters).filter(([, value]) => value !== "");
    const query = new URLSearchParams([...chosen, ["format", format]]);
    try {
      const { url } = await getJson<z.infer<typeof exportSims.output>>(
        `/api/v1/sims/export?${query}`,
      );
      download(pathOf(url));
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button disabled={isBusy}>
            <Download aria-hidden />
            <span className="max-sm:sr-only">Export</span>
          </Button>
        }
      >
        {FORMATS.map(({ format, label }) => (
          <MenuItem key={format} onSelect={() => void make(format)}>
            {label}
          </MenuItem>
        ))}
      </Menu>
      {failure ? (
        <Notice tone="critical" title="Not exported" className="w-full">
          {failure}
        </Notice>
      ) : null}
    </>
  );
}
