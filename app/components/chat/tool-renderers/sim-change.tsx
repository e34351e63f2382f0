import { Notice } from "#app/components/ui/notice.tsx";

/** A change of one SIM. The agent cannot make one without an approval, so this is only ever history. */
export function SimChange() {
  return <Notice tone="good">The change was made.</Notice>;
}
