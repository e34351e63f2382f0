import Link from "next/link";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";

export function NoFleet() {
  return (
    <Notice
      title="There are no SIMs yet"
      actions={
        <>
          <Link href="/import" className={buttonStyle({ size: "sm" })}>
            Load your own CSV
          </Link>
          <Link href="/settings/connection" className={buttonStyle({ size: "sm" })}>
            Connect a provider
          </Link>
        </>
      }
    >
      Once there are, this page tells each morning what needs somebody: SIMs that run out soon, that
      went silent or that behave oddly.
    </Notice>
  );
}
