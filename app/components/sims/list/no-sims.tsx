import Link from "next/link";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { NoneLikeThat } from "#app/components/ui/none-like-that.tsx";
import { Notice } from "#app/components/ui/notice.tsx";

interface NoSimsProps {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

export function NoSims({ isFiltered, onClear }: NoSimsProps) {
  if (isFiltered)
    return (
      <NoneLikeThat title="No SIM is like that" clearLabel="Show all SIMs" onClear={onClear}>
        The search looks at device name, customer, ICCID, IMSI, MSISDN, IMEI and IP address.
      </NoneLikeThat>
    );
  return (
    <Notice
      title="There are no SIMs yet"
      actions={
        <Link href="/import" className={buttonStyle({ size: "sm" })}>
          Load your own CSV
        </Link>
      }
    >
      Load a list of SIMs to begin with.
    </Notice>
  );
}
