"use client";

import { Button } from "#app/components/ui/button.tsx";

/** The way on once a session has ended: signing in leads back to this very page. */
export function SignInAgain() {
  const signIn = () => {
    const { pathname, search } = window.location;
    window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
  };
  return (
    <Button size="sm" onClick={signIn}>
      Sign in
    </Button>
  );
}
