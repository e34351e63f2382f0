import { askFleet } from "#agent/ask-tool.ts";
import type { Tool } from "#tools/define.ts";
import { allTools } from "#tools/registry.ts";

/** What REST publishes: every tool of the registry, and the question in plain words. */
export const operations: readonly Tool[] = [...allTools, askFleet];
