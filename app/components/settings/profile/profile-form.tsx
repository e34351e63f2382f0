"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { SaveForm } from "#app/components/settings/save-form.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { sendJson } from "#app/lib/api.ts";
import { FORMATS } from "#domain/profile/formats.ts";
import type { Profile } from "#domain/profile/profile.ts";
import { FormatsSample } from "./formats-sample.tsx";

type Formats = NonNullable<Profile["formats"]>;

const FORMAT_LABELS: Readonly<Record<Formats, string>> = {
  "en-GB": "English, United Kingdom",
  "en-US": "English, United States",
  "de-DE": "German",
};

interface ProfileFormProps {
  readonly email: string;
  readonly profile: Profile;
  /** IANA names. */
  readonly zones: readonly string[];
}

export function ProfileForm({ email, profile, zones }: ProfileFormProps) {
  const router = useRouter();
  const [draft, setDraft] = useState(profile);
  const save = async () => {
    await sendJson("PUT", "/api/profile", draft);
    router.refresh(); // what is around this form is written in the new formats then
  };
  const change = (part: Partial<Profile>) => setDraft({ ...draft, ...part });
  return (
    <SaveForm onSave={save} className="mt-3 max-w-sm">
      <Field
        label="Name"
        value={draft.name}
        onChange={({ target }) => change({ name: target.value })}
        autoComplete="name"
        required
        maxLength={100}
      />
      <Field
        label="E-mail"
        value={email}
        readOnly
        className="bg-sunken text-muted"
        hint="You sign in with it, so it stays. An owner can invite another address."
      />
      <Select
        label="Time zone"
        value={draft.time_zone ?? ""}
        onChange={({ target }) => change({ time_zone: target.value || null })}
        hint="Of the times that are shown, and of “yesterday” and “last week” in your questions. Usage is counted by UTC days."
      >
        <option value="">Like the device</option>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </Select>
      <Select
        label="Numbers and dates"
        value={draft.formats ?? ""}
        onChange={({ target }) =>
          change({ formats: FORMATS.find((one) => one === target.value) ?? null })
        }
        hint={<FormatsSample locale={draft.formats} timeZone={draft.time_zone} />}
      >
        <option value="">Like the browser</option>
        {FORMATS.map((one) => (
          <option key={one} value={one}>
            {FORMAT_LABELS[one]}
          </option>
        ))}
      </Select>
    </SaveForm>
  );
}
