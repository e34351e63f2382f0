"use client";

import { useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { sendJson } from "#app/lib/api.ts";
import type { TestedConnection } from "#domain/connected-clients/test-connection.ts";

/** Connects to the endpoint as a client would, with the person's sign-in, and says what came of it. */
export function ConnectionTest() {
  const [found, setFound] = useState<TestedConnection | null>(null);
  const { submit, isBusy, problem } = useSubmit(async () => {
    setFound(null);
    setFound(await sendJson<TestedConnection>("POST", "/api/connected-clients/test"));
  });
  return (
    <div className="flex flex-col items-start gap-2 border-t border-line pt-4">
      <p className="text-muted">
        The test connects as a client of yours, by OAuth, lists the tools and is forgotten again.
      </p>
      <Button disabled={isBusy} onClick={() => void submit()}>
        {isBusy ? "Connecting …" : "Test the connection"}
      </Button>
      {found ? (
        <Notice tone="good" title="It works" className="w-full">
          {found.server} at <span className="break-all">{found.url}</span>: protocol{" "}
          {found.protocol}, {found.tools} tools, {Math.round(found.durationMs)} ms.
        </Notice>
      ) : null}
      {problem ? (
        <Notice tone="critical" title="It does not work" className="w-full">
          {problem}
        </Notice>
      ) : null}
    </div>
  );
}
