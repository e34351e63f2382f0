import { expect, type Locator, type Page, test } from "@playwright/test";
import { approve, cardOf, isDone, typeAndApprove } from "./change-card.ts";
import {
  ask,
  atProvider,
  demo,
  expectAccessible,
  expectAccessibleInBoth,
  memberPage,
  picture,
  rowsOf,
  signIn,
} from "./simon.ts";

const CITY_BIKES = "customer = 'CityBikes' and country = 'DE'";
const statuses = () =>
  rowsOf<{ iccid: string; status: string }>(
    `select iccid, status from sims where ${CITY_BIKES} order by iccid`,
  );
const meantToSuspend = () =>
  rowsOf<{ iccid: string }>(`
    select iccid from sims where ${CITY_BIKES}
      and status not in ('suspended', 'deactivated') and not coalesce('critical' = any(tags), false)`);
/** How often the provider set a SIM since the fleet was made, by its own log. */
const timesSet = async () => (await atProvider<object[]>("/effects?kind=update")).length;
const isEnabledThere = async (iccid: string) =>
  (await atProvider<{ status: string }>(`/sims/${iccid}`)).status === "Enabled";

async function proposeSuspension(
  page: Page,
  words = "suspend all CityBikes SIMs in Germany",
): Promise<Locator> {
  await ask(page, words);
  const card = cardOf(page, /^Suspend \d+ SIMs$/);
  await expect(card.getByRole("button", { name: /^Suspend/ })).toBeVisible();
  return card;
}

async function newestChange(page: Page): Promise<string> {
  const body = await (await page.request.get("/api/v1/changes?limit=1")).json();
  return body.changes[0].id;
}

test("from “suspend all CityBikes SIMs in Germany” to done and undone", async ({ page }) => {
  const before = await statuses();
  const meant = new Set((await meantToSuspend()).map(({ iccid }) => iccid));
  expect(meant.size).toBeGreaterThan(5);
  await signIn(page);
  const card = await proposeSuspension(page);
  await expect(card).toContainText(`Suspend ${meant.size} SIMs`);
  await expect(card).toContainText("already suspended");
  await expect(card).toContainText("protected");
  expect(await statuses()).toEqual(before);
  await card.getByRole("button", { name: "Show all" }).click();
  await expect(page.getByRole("dialog").getByRole("row")).toHaveCount(before.length + 1);
  await page.keyboard.press("Escape");

  await approve(card, /^Suspend/);
  await isDone(card);
  await expect(card).toContainText(`${meant.size} done`);
  for (const iccid of meant) expect(await isEnabledThere(iccid)).toBe(false);
  expect(await statuses()).toEqual(
    before.map((row) => (meant.has(row.iccid) ? { ...row, status: "suspended" } : row)),
  );

  await card.getByRole("button", { name: "Undo" }).click();
  const undo = cardOf(page, /^Undo “Suspend/);
  await approve(undo, /^Undo/);
  await isDone(undo);
  await expect(card.getByText("Undone", { exact: true })).toBeVisible();
  expect(await statuses()).toEqual(before);
  for (const { iccid, status } of before)
    expect(await isEnabledThere(iccid)).toBe(status === "active");

  await page.reload(); // what history shows is how the change stands now
  await expect(card.getByText("Undone", { exact: true })).toBeVisible();
});

test("a rejected change does nothing, and its card has no way to approve it", async ({ page }) => {
  const before = await statuses();
  await signIn(page);
  const card = await proposeSuspension(page);
  await card.getByRole("button", { name: "Reject" }).click();
  await expect(card.getByText("Rejected", { exact: true })).toBeVisible();
  await expect(card).toContainText("Nothing was changed.");
  await expect(card.getByRole("button")).toHaveCount(0);
  expect(await statuses()).toEqual(before);
});

test("a second tab that still shows the proposal is told who approved it, and nothing happens twice", async ({
  page,
}) => {
  await signIn(page);
  await proposeSuspension(page);
  const id = await newestChange(page);
  const calls = await timesSet();
  const second = await page.context().newPage();
  await page.goto(`/changes/${id}`);
  await second.goto(`/changes/${id}`);
  const cards = [page, second].map((tab) => cardOf(tab, /^Suspend/)) as [Locator, Locator];
  await expect(cards[1].getByRole("button", { name: /^Suspend/ })).toBeEnabled();
  await second.route(`**/api/v1/changes/${id}`, (route) => route.abort()); // it does not look again
  await approve(cards[0], /^Suspend/);
  await isDone(cards[0]);
  await second.unroute(`**/api/v1/changes/${id}`);
  await approve(cards[1], /^Suspend/);
  await expect(cards[1].getByRole("alert")).toContainText(`approved already by ${demo().email}`);
  await isDone(cards[1]);
  const { length } = await rowsOf(
    `select 1 from store.change_items where change_id = '${id}' and state = 'done'`,
  );
  expect(await timesSet()).toBe(calls + length);

  await cards[0].getByRole("button", { name: "Undo" }).click();
  await approve(cardOf(page, /^Undo/), /^Undo/);
  await isDone(cardOf(page, /^Undo/));
});

test("what failed comes first and is proposed again as a change of its own", async ({ page }) => {
  await signIn(page);
  const card = await proposeSuspension(page);
  await approve(card, /^Suspend/);
  await isDone(card);
  const id = await newestChange(page);
  // The demo's provider refuses nothing: two of its answers are rewritten, as if they had not come about.
  await rowsOf(`
    with two as (select target, position from store.change_items
      where change_id = '${id}' and state = 'done' order by position limit 2),
    items as (update store.change_items i set reason = 'The network does not know this SIM.',
        state = case when i.position = (select min(position) from two) then 'failed' else 'unknown' end
      from two where i.change_id = '${id}' and i.position = two.position)
    update store.sims s set status = 'active' from two where s.iccid = two.target`);
  await page.goto(`/changes/${id}`);
  const result = cardOf(page, /^Suspend \d+ SIMs$/);
  await expect(result).toContainText("Done, with failures");
  await expect(result).toContainText("The network does not know this SIM.");
  await expect(result).toContainText("They are not tried again");
  await expectAccessible(page);
  await picture(page, "change-failures");
  await page.getByLabel("State").selectOption("failed");
  await expect(page.getByRole("row")).toHaveCount(2);

  await result.getByRole("button", { name: "Try the failed ones again" }).click();
  const again = cardOf(page, /^Suspend 1 SIM$/);
  await expect(again).toContainText("Tries again what failed of an earlier change");
  await page.reload();
  await approve(again, /^Suspend 1 SIM$/);
  await isDone(again);
  await result.getByRole("button", { name: "Undo" }).click();
  await approve(cardOf(page, /^Undo/), /^Undo/);
  await isDone(cardOf(page, /^Undo/));
});

test("a viewer sees changes and SIMs, and nothing to select, approve or undo", async ({
  page,
  browser,
}) => {
  await signIn(page);
  await proposeSuspension(page);
  const viewer = await memberPage(browser, page, "viewer", `/changes/${await newestChange(page)}`);
  const card = cardOf(viewer, /^Suspend/);
  await expect(card).toContainText("Your role may not decide on changes");
  await expect(card.getByRole("button", { name: "Reject" })).toHaveCount(0);
  await expectAccessible(viewer);
  await viewer.goto("/sims");
  await expect(viewer.getByRole("row")).toHaveCount(51);
  await expect(viewer.getByRole("checkbox")).toHaveCount(0);
  await viewer.goto("/settings/changes");
  await expect(viewer.getByLabel("Typed confirmation above")).toBeDisabled();
  await viewer.context().close();
});

test("an owner makes the rules stricter: the number is typed, and two people approve", async ({
  page,
  browser,
}) => {
  const setRules = async (typedAbove: string, twoAbove: string) => {
    await page.goto("/settings/changes");
    await page.getByLabel("Typed confirmation above").fill(typedAbove);
    await page.getByLabel("Two people above", { exact: true }).fill(twoAbove);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
  };
  await signIn(page, "/settings/changes");
  await expect(page.getByLabel("Typed confirmation above")).toHaveValue("25");
  await expectAccessible(page);
  await setRules("3", "4");
  await page.goto("/chat");
  await ask(page, "suspend all CityBikes SIMs in Germany");
  const card = cardOf(page, /^Suspend/);
  await typeAndApprove(card, /^Suspend/);
  await expect(card).toContainText("1 of 2 approvals given");
  await expect(card).toContainText("It needs a second person");
  await expectAccessible(page);

  const second = await memberPage(
    browser,
    page,
    "operator",
    `/changes/${await newestChange(page)}`,
  );
  await typeAndApprove(cardOf(second, /^Suspend/), /^Suspend/);
  await isDone(cardOf(second, /^Suspend/));
  await second.context().close();
  await isDone(card); // the first person's card has followed
  const id = await newestChange(page);
  await setRules("25", "1000");
  await page.goto(`/changes/${id}`);
  await page.getByRole("button", { name: "Undo" }).click();
  await approve(cardOf(page, /^Undo/), /^Undo/);
  await isDone(cardOf(page, /^Undo/));
});

test("the approval, progress and result cards are accessible, in light and dark", async ({
  page,
}) => {
  await signIn(page);
  const card = await proposeSuspension(page, "suspend all CityBikes SIMs"); // enough to be paused
  await expectAccessibleInBoth(page, "change-approval");
  await typeAndApprove(card, /^Suspend/);
  await card.getByRole("button", { name: "Pause" }).click();
  await expect(card.getByRole("button", { name: "Resume" })).toBeVisible();
  await expectAccessibleInBoth(page, "change-progress");
  await card.getByRole("button", { name: "Cancel the rest" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Go on" }).click();
  await card.getByRole("button", { name: "Resume" }).click();
  await isDone(card);
  await expectAccessibleInBoth(page, "change-result");
  await card.getByRole("button", { name: "Undo" }).click();
  await typeAndApprove(cardOf(page, /^Undo/), /^Undo/);
  await isDone(cardOf(page, /^Undo/));
  await page.goto("/changes");
  await expect(page.getByRole("listitem").first()).toContainText("Undo");
  await expectAccessibleInBoth(page, "changes");
});
