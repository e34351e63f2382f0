import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { SignInForm } from "#app/components/auth/sign-in-form.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { safeNextPath } from "#app/lib/next-path.ts";
import { Unauthenticated } from "#core/errors.ts";
import { actorOfRequest } from "#domain/auth/actor-of.ts";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next } = await searchParams;
  const nextPath = safeNextPath(next);
  const requestHeaders = await headers();
  if (await isSignedIn(requestHeaders)) redirect(nextPath);
  // The cookie outlives its session, so a cookie without one says that there was one.
  const hasEnded = /\bsimon\.session_token=[^;]/.test(requestHeaders.get("cookie") ?? "");
  return (
    <>
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">Sign in</h1>
        <p className="mt-1 text-muted">Ask your fleet of SIM cards in plain words.</p>
      </div>
      {hasEnded ? <Notice>Your session has ended. Sign in again; nothing is lost.</Notice> : null}
      <SignInForm nextPath={nextPath} />
      <p className="text-sm text-muted">
        No account, or the password forgotten? An owner of your organisation can send you a link.
      </p>
    </>
  );
}

async function isSignedIn(requestHeaders: Headers): Promise<boolean> {
  try {
    await actorOfRequest(requestHeaders);
    return true;
  } catch (error) {
    if (error instanceof Unauthenticated) return false;
    throw error;
  }
}
