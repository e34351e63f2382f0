import Link from "next/link";
import { Button, buttonStyle } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";

interface NoCustomersProps {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

export function NoCustomers({ isFiltered, onClear }: NoCustomersProps) {
  if (isFiltered)
    return (
      <Notice
        title="No customer is called like that"
        actions={
          <Button size="sm" onClick={onClear}>
            Show all customers
          </Button>
        }
      >
        The search looks at a part of the name.
      </Notice>
    );
  return (
    <Notice
      title="There are no customers yet"
      actions={
        <Link href="/import" className={buttonStyle({ size: "sm" })}>
          Load your own CSV
        </Link>
      }
    >
      A customer is whom a SIM’s device belongs to. It stands in the column “customer” of a list of
      SIMs, and can be set for selected SIMs in the list.
    </Notice>
  );
}
