"use client";

import { CopyButton } from "#app/components/ui/copy-button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";

interface OneTimeSecretProps {
  readonly title: string;
  /** What the copy button names: "the link". */
  readonly what: string;
  readonly secret: string;
  readonly children: string;
}

/** Something that is shown now and never again. */
export function OneTimeSecret({ title, what, secret, children }: OneTimeSecretProps) {
  return (
    <Notice tone="good" title={title}>
      <p>{children}</p>
      <p className="mt-2 flex items-center gap-2">
        <code className="min-w-0 flex-1 rounded-md border border-line bg-raised px-2 py-1 font-mono text-sm break-all select-all">
          {secret}
        </code>
        <CopyButton text={secret} what={what} withLabel />
      </p>
    </Notice>
  );
}
