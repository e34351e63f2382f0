import { expect, test } from "vitest";
import type { ChatMessage } from "#domain/threads/thread.ts";
import { scopesShown } from "./scopes-shown.ts";

const shown = (tool: string, input: unknown, output: unknown = {}) => {
  const part = {
    type: `tool-${tool}`,
    toolCallId: "1",
    state: "output-available",
    input,
    output,
  };
  return scopesShown([{ id: "1", role: "assistant", parts: [part] } as ChatMessage]);
};

test("results need the scope of their tool and of what they hold", () => {
  expect(shown("query_fleet", { query: { from: "sims" } })).toEqual(["sims:read"]);
  expect(shown("query_fleet", { query: { from: "audit_logs" } })).toContain("audit:read");
  // its default columns have the text only for those who may read it
  expect(shown("query_fleet", { query: { from: "sms_messages" } })).toContain("sms:read");
  const wrong = { from: "sms_messages", columns: ["sms_messages.weather"] };
  expect(shown("query_fleet", { query: wrong })).toContain("sms:read");
  expect(shown("sim_connectivity", { iccid: "8988" })).toContain("sms:read");
  const sql = "select actor from audit_logs";
  expect(shown("run_sql", { sql })).toEqual(["audit:read", "developer"]);
  expect(shown("run_sql", { sql: "SELECT actor FROM AUDIT_LOGS" })).toContain("audit:read");
  const escaped = 'select actor from U&"\\0061udit_logs"';
  expect(shown("run_sql", { sql: escaped })).toContain("audit:read");
  expect(shown("ask_back", { question: "Which?" })).toEqual([]);
});

test("the text of a message that is proposed or told of needs its scope", () => {
  const change = { tool: "send_sms" };
  expect(shown("propose_change", change)).toEqual(["sms:read"]);
  expect(shown("get_change", {}, change)).toEqual(["sims:read", "sms:read"]);
  const changes = [{ tool: "suspend_sims" }, change];
  expect(shown("list_changes", {}, { changes })).toContain("sms:read");
  expect(shown("propose_change", { tool: "suspend_sims" })).toEqual([]);
});
