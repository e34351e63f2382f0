import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { LoadingRows } from "#app/components/ui/loading-rows.tsx";
import { NoneLikeThat } from "#app/components/ui/none-like-that.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { SortHeading } from "#app/components/ui/sort-heading.tsx";
import { Shelf } from "./shelf.tsx";

const TONES = ["info", "good", "attention", "critical"] as const;
const nothing = () => {};

export function States() {
  return (
    <>
      <Shelf name="Notice">
        {TONES.map((tone) => (
          <Notice
            key={tone}
            tone={tone}
            title={`What happened (${tone})`}
            actions={<Button size="sm">What to do</Button>}
            className="w-72"
          >
            What is safe, and what would help.
          </Notice>
        ))}
        <NoneLikeThat title="No SIM is like that" clearLabel="Show all SIMs" onClear={nothing}>
          The filter “Country” leaves none.
        </NoneLikeThat>
      </Shelf>
      <Shelf name="Card, skeletons">
        <Card aria-label="Card" className="w-60 p-4">
          A card has one border and no shadow.
        </Card>
        <Skeleton className="h-9 w-40" />
        <div className="w-60">
          <LoadingRows label="Loading" className="h-9" count={2} />
        </div>
      </Shelf>
      <Shelf name="Headings that sort">
        <table className="rounded-lg border border-line bg-raised text-sm">
          <thead>
            <tr>
              <SortHeading label="Up" sorted="ascending" next="descending" onSort={nothing} />
              <SortHeading label="Down" sorted="descending" next="ascending" onSort={nothing} />
              <SortHeading label="Not yet" sorted={null} next="ascending" onSort={nothing} />
              <SortHeading
                label="Number"
                sorted={null}
                next="descending"
                onSort={nothing}
                isNumber
              />
            </tr>
          </thead>
        </table>
      </Shelf>
    </>
  );
}
