import { expect, test } from "@playwright/test";
import { ask, expectAccessibleInBoth, memberPage, picture, signIn } from "./simon.ts";

test("a newcomer is shown around once, by keys alone; whoever asks for it, again", async ({
  page,
  browser,
}) => {
  await signIn(page);
  await expect(page.getByRole("dialog", { name: "Ask in plain words" })).toHaveCount(0);

  const newcomer = await memberPage(browser, page, "viewer", "/chat");
  const card = newcomer.getByRole("dialog");
  await expect(card).toContainText("Ask in plain words");
  await expectAccessibleInBoth(newcomer, "tour");
  await ask(newcomer, "how many SIMs are active?");
  await expect(newcomer).toHaveURL(/\/chat\/./);
  await expect(card).toHaveCount(0);
  await newcomer.goto("/chat");
  await expect(card).toContainText("1 of 5");
  await newcomer.keyboard.press("Enter");
  await expect(card).toContainText("The fleet at a glance");
  await newcomer.keyboard.press("ArrowLeft");
  await expect(card).toContainText("1 of 5");
  for (let step = 0; step < 4; step++) await newcomer.keyboard.press("ArrowRight");
  await expect(card).toContainText("Everything is one key away");
  await picture(newcomer, "tour-last");
  await newcomer.keyboard.press("Enter");
  await expect(card).toHaveCount(0);
  await newcomer.reload();
  await expect(newcomer.getByPlaceholder("Ask about your fleet")).toBeFocused();
  await expect(card).toHaveCount(0);

  await newcomer.goto("/sims");
  await newcomer.keyboard.press("Control+k");
  await expect(newcomer.getByRole("combobox", { name: "Search or ask" })).toBeFocused();
  await newcomer.keyboard.type("show me around");
  const around = newcomer.getByRole("option", { name: "Show me around", exact: true });
  await expect(around).toHaveAttribute("aria-selected", "true");
  await newcomer.keyboard.press("Enter");
  await expect(card).toContainText("Ask in plain words");
  await newcomer.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
});
