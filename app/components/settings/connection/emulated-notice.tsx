import { Notice } from "#app/components/ui/notice.tsx";

/** Says that nothing of it is real, and how to get to the real one. */
export function EmulatedNotice({ speed }: { readonly speed: number }) {
  return (
    <Notice
      className="mt-3"
      title={`This is the built-in emulator of 1NCE, at ${speed} times its speed`}
    >
      Calls, orders and prices are as at 1NCE, and none reaches it: nothing is bought. To connect
      your own account, disconnect first, then enter the credentials from the 1NCE portal.
    </Notice>
  );
}
