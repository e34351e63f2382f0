"use client";

import { type FormEvent, useState } from "react";
import { Field } from "#app/components/ui/field.tsx";
import { formatSize } from "#app/lib/format.ts";
import type { Package } from "#domain/providers/provider-offer.ts";
import { packagesIn } from "./amount.ts";
import { ProposeButton } from "./propose-button.tsx";
import type { ActionFormProps } from "./sim-actions.ts";

interface PackagesFormProps extends ActionFormProps {
  readonly sold: Package;
}

/** How many packages are bought for each SIM, at a provider that sells no other size. */
export function PackagesForm({ sold, onPropose, isBusy }: PackagesFormProps) {
  const [packages, setPackages] = useState("1");
  const read = packagesIn(packages);
  const propose = (event: FormEvent) => {
    event.preventDefault();
    if ("fields" in read) onPropose(read.fields);
  };
  return (
    <form onSubmit={propose} className="flex flex-col gap-4">
      <Field
        label="Packages for each SIM"
        inputMode="numeric"
        autoComplete="off"
        value={packages}
        problem={"problem" in read ? read.problem : undefined}
        hint={`A package adds ${formatSize(sold.bytes)} and ${sold.messages} SMS. Its price stands in the preview.`}
        onChange={(event) => setPackages(event.target.value)}
      />
      <ProposeButton isBusy={isBusy} />
    </form>
  );
}
