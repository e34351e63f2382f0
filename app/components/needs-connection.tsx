import { Notice } from "#app/components/ui/notice.tsx";

/** Above the rows of the filters before, where those of the present ones cannot be asked for. */
export function NeedsConnection() {
  return (
    <Notice tone="attention" title="This filter needs a connection">
      What is below is from before.
    </Notice>
  );
}
