// Around each test file that needs no database: what one left of the process's state the next one, which
// shares the process, does not find.
import { afterAll } from "vitest";
import { forgetAllProcessWide } from "#core/process-state.ts";

afterAll(forgetAllProcessWide);
