import { describe, expect, it } from "vitest";
import { ask } from "../testing.ts";

const SIM = "8988303862410000984";

describe("the text of a message is sent whole, as it was given", () => {
  it.each([
    ['send "reboot now" to all fridges', "reboot now"],
    ["send GET DIAG to all fridges in Austria", "GET DIAG"],
    [`send AT+RESET to ${SIM}`, "AT+RESET"],
    ["text REBOOT NOW please to all fridges", "REBOOT NOW"],
    ["ping all gateways REBOOT", "REBOOT"],
    ["send SET report=hourly to all fridges", "SET report=hourly"],
    ["send reboot to all fridges", "reboot"],
    [`text ${SIM}: STATUS?`, "STATUS?"],
    [`sms to ${SIM}: GET DIAG!`, "GET DIAG"],
    [`text ${SIM}: STATUS please`, "STATUS"],
  ])("%s", (question, body) => {
    expect(ask(question)).toMatchObject({ kind: "action", tool: "send_sms", input: { body } });
  });
});

describe("where it may be more than what was understood, it is asked for", () => {
  it.each([
    [`text SIM ${SIM} that it is rebooting`, "it is rebooting"],
    [`tell SIM ${SIM} to reboot`, "reboot"],
    [`send a message to ${SIM} with the text RESET 1 now`, "RESET 1 now"],
    [`send an SMS to ${SIM} saying call me please`, "call me please"],
    [`send a text saying hello world to ${SIM}`, "hello world"],
    ["text all fridges: reboot in 5 minutes", "reboot in 5 minutes"],
    ["send SMS reboot now to all fridges", "reboot now"],
    ["message all fridges that we have maintenance tonight", "we have maintenance tonight"],
    ["send the fridges a text that says come home", "come home"],
  ])("%s", (question, body) => {
    const made = ask(question);
    if (made.kind !== "clarify") throw new Error(JSON.stringify(made));
    expect(made.question).toContain("Which text");
    const [whole = ""] = made.options;
    expect(ask(whole)).toMatchObject({ kind: "action", input: { body } });
  });

  it("whom it is for is no text", () => {
    const made = ask("tell them to reboot", "fridges in Austria");
    expect(made.kind).toBe("clarify");
    expect(ask('send them "reboot"', "fridges in Austria")).toMatchObject({
      kind: "action",
      input: { body: "reboot" },
    });
  });

  it("SIMs that a condition says are no text", () => {
    const made = ask("text all fridges that are suspended");
    expect(made).toMatchObject({ kind: "clarify" });
    expect(JSON.stringify(made)).not.toContain("are suspended");
  });
});
