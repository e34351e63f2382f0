import { expect, type Locator, type Page } from "@playwright/test";

/** The newest change of such a title. */
export const cardOf = (page: Page, title: RegExp) =>
  page.getByRole("region", { name: title }).last();

export const approve = (card: Locator, act: RegExp) =>
  card.getByRole("button", { name: act }).click();

export async function typeAndApprove(card: Locator, act: RegExp): Promise<void> {
  const field = card.getByLabel(/^Type \d+/);
  const [count = ""] = /\d+/.exec((await card.getByText(/^Type \d+/).textContent()) ?? "") ?? [];
  await expect(card.getByRole("button", { name: act })).toBeDisabled();
  await field.fill(count);
  await approve(card, act);
}

export const isDone = (card: Locator) =>
  expect(card.getByText("Done", { exact: true })).toBeVisible();
