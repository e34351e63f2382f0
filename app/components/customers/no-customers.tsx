import Link from "next/link";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { NoneLikeThat } from "#app/components/ui/none-like-that.tsx";
import { Notice } from "#app/components/ui/notice.tsx";

interface NoCustomersProps {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

export function NoCustomers({ isFiltered, onClear }: NoCustomersProps) {
  if (isFiltered)
    return (
      <NoneLikeThat
        title="No customer is called like that"
        clearLabel="Show all customers"
        onClear={onClear}
      >
        The search looks at a part of the name.
      </NoneLikeThat>
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
