import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

const ONE_OF_THEM = "1nce-sim-management-v2-openapi.json";

/**
 * The folder of 1NCE's OpenAPI documents. They are 1NCE's and no part of this repository: they lie in
 * shared/1nce beside it or above. Null where they do not.
 */
export function onceDocumentsFolder(): string | null {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, "shared", "1nce");
    if (existsSync(join(candidate, ONE_OF_THEM))) return candidate;
    if (dirname(folder) === folder) return null;
  }
}
