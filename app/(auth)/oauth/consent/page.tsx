import type { Metadata } from "next";
import { ConsentForm } from "#app/components/oauth/consent-form.tsx";
import { ConsentGone } from "#app/components/oauth/consent-gone.tsx";
import { requireViewer } from "#app/lib/viewer.ts";
import { NotFound } from "#core/errors.ts";
import { readConsentRequest } from "#domain/auth/oauth/consent-request.ts";

export const metadata: Metadata = { title: "Let a client in", referrer: "no-referrer" };

interface ConsentPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A client sent the person here. What it asks for stands in the query, which our server signed. */
export default async function ConsentPage({ searchParams }: ConsentPageProps) {
  const parameters = await searchParams;
  if (!parameters.sig) return <ConsentGone reason={String(parameters.error ?? "")} />;
  const viewer = await requireViewer();
  const query = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value = []]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  ).toString();
  try {
    const request = await readConsentRequest(viewer, query);
    return (
      <ConsentForm
        query={query}
        request={request}
        email={viewer.name}
        organizationId={viewer.organizationId}
      />
    );
  } catch (error) {
    if (error instanceof NotFound) return <ConsentGone reason="expired" />;
    throw error;
  }
}
