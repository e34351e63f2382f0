import Link from "next/link";
import { Button, buttonStyle } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";

interface NoSimsProps {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

export function NoSims({ isFiltered, onClear }: NoSimsProps) {
  if (isFiltered)
    return (
      <Notice
        title="No SIM is like that"
        actions={
          <Button size="sm" onClick={onClear}>
            Show all SIMs
          </Button>
        }
      >
        The search looks at device name, customer, ICCID, IMSI, MSISDN, IMEI and IP address.
      </Notice>
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
