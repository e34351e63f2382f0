import { useState } from "react";
import { Choice } from "#app/components/ui/choice.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { ScopeBoxes } from "#app/components/ui/scope-boxes.tsx";
import { SearchField } from "#app/components/ui/search-field.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { TextArea } from "#app/components/ui/text-area.tsx";
import type { Scope } from "#core/actor.ts";
import { Shelf } from "./shelf.tsx";

const PLANS = [
  ["flex", "Flex 100"],
  ["pro", "Pro 5000"],
] as const;

export function Fields() {
  const [search, setSearch] = useState("VoltCharge");
  const [plan, setPlan] = useState("flex");
  const [scopes, setScopes] = useState<readonly Scope[]>(["sims:read"]);
  const toggle = (scope: Scope) =>
    setScopes((before) =>
      before.includes(scope) ? before.filter((one) => one !== scope) : [...before, scope],
    );
  return (
    <>
      <Shelf name="Field">
        <Field label="Empty" placeholder="What stands in it at first" />
        <Field label="With a hint" defaultValue="42" hint="At most 10,000." />
        <Field label="Wrong" defaultValue="x" problem="It must be a number. Write digits only." />
        <Field label="Disabled" defaultValue="Not now" disabled />
      </Shelf>
      <Shelf name="Others that are filled in">
        <Input aria-label="Input" defaultValue="Input" className="w-40" />
        <SearchField
          label="Search"
          value={search}
          onChange={setSearch}
          placeholder="Search"
          className="w-48"
        />
        <Choice label="Plan" value={plan} options={PLANS} onChange={setPlan} />
        <Select label="Select" hint="One of the fleet’s plans.">
          {PLANS.map(([value, label]) => (
            <option key={value}>{label}</option>
          ))}
        </Select>
        <TextArea
          label="Text area"
          defaultValue="Several lines of it"
          hint="At most 160 characters."
        />
        <ScopeBoxes scopes={["sims:read", "sims:write"]} chosen={scopes} onToggle={toggle} />
      </Shelf>
    </>
  );
}
