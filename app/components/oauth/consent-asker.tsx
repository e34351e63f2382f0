import type { ReactNode } from "react";
import type { ConsentRequest } from "#domain/auth/oauth/consent-request.ts";

/** Who asks and where the answer goes, as far as that is known: a name alone is only the client's word. */
export function ConsentAsker({ request, email }: { request: ConsentRequest; email: string }) {
  const { clientName, documentHost, answersTo, organizations } = request;
  return (
    <dl className="flex flex-col gap-3 rounded-lg border border-line bg-raised p-4">
      <Row term="Who asks">
        {clientName}
        <span className="block text-sm text-muted">
          {documentHost
            ? `Known by its address at ${documentHost}.`
            : "The name is the program's own word."}
        </span>
      </Row>
      <Row term="The answer goes to">
        <span className="font-mono text-sm break-all">{answersTo}</span>
        <span className="block text-sm text-muted">{whereIs(answersTo)}</span>
      </Row>
      <Row term="For">
        {email}
        {organizations.length === 1 ? (
          <span className="block text-sm text-muted">in {organizations[0]?.name}</span>
        ) : null}
      </Row>
    </dl>
  );
}

function whereIs(answersTo: string): string {
  if (/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(answersTo)) {
    return "A program on this computer.";
  }
  return answersTo.endsWith("://")
    ? "A program that is installed here."
    : "A site on the internet.";
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
