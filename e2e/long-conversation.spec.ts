import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, picture, signIn } from "./simon.ts";

const QUESTIONS = 12;
const SHOWN_AT_FIRST = 10;

test("a long conversation opens with its end; what was before comes above, and nothing of it is lost by answering", async ({
  page,
}) => {
  await signIn(page);
  const threadId = await makeConversation(page);
  await page.goto(`/chat/${threadId}`);
  const questions = page.locator("[data-role=question]");
  const earlier = page.getByRole("button", { name: "Earlier messages" });
  await expect(questions).toHaveCount(SHOWN_AT_FIRST);
  await expect(questions.last()).toContainText(`top ${QUESTIONS} SIMs`);

  await page.getByRole("button", { name: "Answer again" }).last().click();
  await expect(page.getByText("2 / 2")).toBeVisible();
  await expect(questions).toHaveCount(SHOWN_AT_FIRST);
  expect(await keptMessages(page, threadId)).toBe(2 * QUESTIONS);

  await earlier.scrollIntoViewIfNeeded();
  await picture(page, "earlier-before");
  await expectAccessible(page);
  await earlier.focus();
  const first = questions.first();
  const before = await first.boundingBox();
  await page.keyboard.press("Enter");
  await expect(questions).toHaveCount(QUESTIONS);
  await expect(earlier).toHaveCount(0);
  await picture(page, "earlier-after");
  const where = questions.nth(QUESTIONS - SHOWN_AT_FIRST);
  await expect(where).toBeFocused();
  await expect(where).toContainText(`top ${QUESTIONS - SHOWN_AT_FIRST + 1} SIMs`);
  expect(Math.abs(((await where.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);

  await first.getByRole("button", { name: "Edit the question" }).click();
  await page.getByRole("textbox", { name: "Edit the question" }).fill("how many SIMs are active?");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(questions).toHaveCount(1);
  await page.getByRole("button", { name: "Earlier version of the question" }).click();
  await expect(questions.last()).toContainText(`top ${QUESTIONS} SIMs`);
  expect(await keptMessages(page, threadId)).toBe(2 * QUESTIONS);
});

/** Asked one after the other, without a page that shows each. */
function makeConversation(page: Page): Promise<string> {
  return page.evaluate(async (questions) => {
    const id = crypto.randomUUID();
    for (let number = 1; number <= questions; number++) {
      const text = `top ${number} SIMs by data usage last week`;
      const message = { id: crypto.randomUUID(), role: "user", parts: [{ type: "text", text }] };
      const answer = await fetch("/api/chat", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ id, trigger: "submit-message", message }),
      });
      if (!answer.ok) throw new Error(`/api/chat: ${answer.status} ${await answer.text()}`);
      await answer.text();
    }
    return id;
  }, QUESTIONS);
}

function keptMessages(page: Page, threadId: string): Promise<number> {
  return page.evaluate(async (id) => {
    const kept = await (await fetch(`/api/threads/${id}/messages`)).json();
    return kept.messages.length;
  }, threadId);
}
