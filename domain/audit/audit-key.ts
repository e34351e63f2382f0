import { hkdfSync } from "node:crypto";
import { forgetProcessWide, processWide } from "#core/process-state.ts";
import { installationSecret } from "#domain/auth/secret.ts";

const NAME = "audit-key";
const LABEL = "simon audit log, chain 1";
const KEY_BYTES = 32;

/** What the audit log is sealed with. It is derived from the installation's secret, never stored. */
export function auditKey(): Promise<Buffer> {
  return processWide(NAME, () =>
    deriveKey().catch((error) => {
      forgetProcessWide(NAME);
      throw error;
    }),
  );
}

async function deriveKey(): Promise<Buffer> {
  return Buffer.from(hkdfSync("sha256", await installationSecret(), "", LABEL, KEY_BYTES));
}

/** For tests: a changed secret counts from now on. */
export function forgetAuditKey(): void {
  forgetProcessWide(NAME);
}
