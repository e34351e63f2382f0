const SENTENCES: Readonly<Record<string, string>> = {
  expired: "The request has expired, was altered, or its client is not known here any more.",
  invalid_redirect: "The client wants its answer at an address that it was not registered with.",
  invalid_client: "Simon does not know this client. Remove it there and add it again.",
  client_disabled: "This client was shut out.",
};

/** Instead of the question, where there is nothing to decide. What the address says is not repeated. */
export function ConsentGone({ reason }: { readonly reason: string }) {
  return (
    <div>
      <h1 className="text-2xl font-semibold tracking-tight">This cannot go on</h1>
      <p className="mt-1 text-muted">
        {SENTENCES[reason] ?? "What the client asks for is not of the right form."} Nothing was
        granted. Start again in your client.
      </p>
    </div>
  );
}
