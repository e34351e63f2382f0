// The rules of the house that no linter knows; see AGENTS.md.
import { contentViolations } from "./rules/content.ts";
import { docViolations } from "./rules/docs.ts";
import { readSources } from "./rules/files.ts";
import { layerViolations } from "./rules/layers.ts";
import { nameViolations } from "./rules/names.ts";

const sources = readSources();
const violations = [
  ...sources.flatMap((file) => [
    ...layerViolations(file),
    ...contentViolations(file),
    ...nameViolations(file),
  ]),
  ...docViolations(),
];
for (const violation of violations) console.error(violation);
if (violations.length > 0) process.exit(1);
console.log(`${sources.length} files keep the rules.`);
