// Around each test file. Files that follow each other in a worker share its process and its database; what
// one left of the process's state the next one does not find.
import { afterAll, inject } from "vitest";
import { forgetAllProcessWide } from "#core/process-state.ts";
import { closeDatabase } from "#db/database.ts";
import { openWorkerDatabase } from "./worker-database.ts";

await openWorkerDatabase(inject("templateDir"));

afterAll(async () => {
  await closeDatabase();
  forgetAllProcessWide();
});
