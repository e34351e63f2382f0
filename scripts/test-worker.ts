import { afterAll } from "vitest";
import { closeDatabase } from "#db/database.ts";

afterAll(closeDatabase);
