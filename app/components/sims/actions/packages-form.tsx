"use client";

import { type FormEvent, useState } from "react";
import { Field } from "#app/components/ui/field.tsx";
import { formatSize } from "#app/lib/format.ts";
import type { Package } from "#domain/providers/provider-offer.ts";
import { ProposeButton } from "./propose-button.tsx";
import type { ActionFormProps } from "./sim-actions.ts";

const MOST = 10;

interface PackagesFormProps extends ActionFormProps {
  readonly sold: Package;
}

/** How many packages are bought for each SIM, at a provider that sells no other size. */
export function PackagesForm({ sold, onPropose, isBusy }: PackagesFormProps) {
  const [packages, setPackages] = useState("1");
  const count = Number(packages);
  const isRight = Number.isInteger(count) && count >= 1 && count <= MOST;
  const propose = (event: FormEvent) => {
    event.preventDefault();
    onPropose({ type: "data", packages: count });
  };
  return (
    <form onSubmit={propose} className="flex flex-col gap-4">
      <Field
        label="Packages for each SIM"
        inputMode="numeric"
        autoComplete="off"
        value={packages}
        hint={`A package adds ${formatSize(sold.bytes)} and ${sold.messages} SMS. Its price stands in the preview.`}
        onChange={(event) => setPackages(event.target.value)}
      />
      <ProposeButton isBusy={isBusy} disabled={!isRight} />
    </form>
  );
}
