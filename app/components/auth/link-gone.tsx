import Link from "next/link";
import { buttonStyle } from "#app/components/ui/button.tsx";

/** Instead of the page of a one-time link that does not work (any more). */
export function LinkGone({ how }: { how: string }) {
  return (
    <>
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">This link does not work</h1>
        <p className="mt-1 text-muted">
          It was used already, has expired, or is not complete. {how}
        </p>
      </div>
      <Link href="/sign-in" className={buttonStyle({ size: "lg" })}>
        Go to sign-in
      </Link>
    </>
  );
}
