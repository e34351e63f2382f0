"use client";

import { useEffect, useState } from "react";
import { Input } from "#app/components/ui/input.tsx";
import { SIM_STATUSES } from "#domain/sims/sim.ts";
import type { SimFilters } from "./use-sims.ts";

interface SimsFiltersProps {
  readonly filters: SimFilters;
  readonly onChange: (next: SimFilters) => void;
}

const PAUSE_MS = 300;

export function SimsFilters({ filters, onChange }: SimsFiltersProps) {
  const [search, setSearch] = useState(filters.search);
  const [sent, setSent] = useState(filters.search);
  const [known, setKnown] = useState(filters.search);
  if (known !== filters.search) {
    setKnown(filters.search);
    if (filters.search !== sent) {
      setSent(filters.search); // changed from elsewhere; what was typed here goes on
      setSearch(filters.search);
    }
  }
  const choose = (next: SimFilters) => {
    setSent(next.search);
    onChange(next);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a pause in typing, nothing else
  useEffect(() => {
    const text = search.trim();
    if (text === sent) return;
    const timer = setTimeout(() => choose({ ...filters, search: text }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [search, sent, filters.status]);
  return (
    <search className="flex flex-1 basis-80 flex-wrap gap-2">
      <Input
        type="search"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        placeholder="Device, customer, ICCID, IMSI, MSISDN or IMEI"
        aria-label="Search the SIMs"
        maxLength={200}
        className="max-w-96 flex-1"
      />
      <select
        aria-label="Status"
        value={filters.status}
        onChange={(event) => choose({ search: search.trim(), status: event.target.value })}
        className="h-9 rounded-md border border-line-strong bg-raised px-2 text-base text-fg"
      >
        <option value="">Any status</option>
        {SIM_STATUSES.map((status) => (
          <option key={status} value={status}>
            {status}
          </option>
        ))}
      </select>
    </search>
  );
}
