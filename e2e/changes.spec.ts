import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { ask, atProvider, demo, expectAccessible, rowsOf, signIn } from "./simon.ts";

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

const shot = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/look/${name}.png` });
const cardOf = (page: Page, title: RegExp) => page.getByRole("region", { name: title }).last();
const approve = (card: Locator, act: RegExp) => card.getByRole("button", { name: act }).click();
async function typeAndApprove(card: Locator, act: RegExp): Promise<void> {
  const field = card.getByLabel(/^Type \d+/);
  const [count = ""] = /\d+/.exec((await card.getByText(/^Type \d+/).textContent()) ?? "") ?? [];
  await expect(card.getByRole("button", { name: act })).toBeDisabled();
  await field.fill(count);
  await approve(card, act);
}
const isDone = (card: Locator) => expect(card.getByText("Done", { exact: true })).toBeVisible();

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

/** A new member of the demo organisation, signed in in a browser of their own. */
async function memberPage(browser: Browser, owner: Page, role: string, next: string) {
  const email = `${role}-${Date.now()}@simon.example`;
  const link = await owner.evaluate(
    async (invitation) => {
      const answer = await fetch("/api/invitations", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(invitation),
      });
      return answer.json();
    },
    { email, role },
  );
  const page = await (await browser.newContext()).newPage();
  await page.goto(link.path);
  await page.getByLabel("New password").fill("correct horse battery");
  await page.getByRole("button", { name: "Make my account" }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/chat"));
  await page.goto(next);
  return page;
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

test("many SIMs of the list: selected over pages, changed at once after their number is typed", async ({
  page,
}) => {
  await signIn(page, "/sims");
  await page.getByRole("checkbox", { name: "Select all rows shown" }).click();
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(page.getByRole("row")).toHaveCount(101);
  const boxes = page.getByRole("row").getByRole("checkbox");
  await boxes.nth(61).click();
  await boxes.nth(65).click({ modifiers: ["Shift"] });
  const bar = page.getByRole("region", { name: "Selected SIMs" });
  await expect(bar).toContainText("55 SIMs selected");
  await page.getByLabel("Status").selectOption("inactive");
  await expect(bar).toContainText("not among the rows shown; they stay selected");
  await expectAccessible(page);

  await bar.getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name: "Change tags" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Add").fill("browser-test");
  await dialog.getByRole("button", { name: "Show what would change" }).click();
  const act = dialog.getByRole("button", { name: /^Add tag browser-test/ });
  await expect(act).toBeDisabled();
  await dialog.getByLabel(/^Type 55/).fill("54");
  await expect(act).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByLabel(/^Type 55/).fill("55");
  await act.click();
  await isDone(dialog);
  const tagged = await rowsOf("select 1 from sims where 'browser-test' = any(tags)");
  expect(tagged).toHaveLength(55);
  await dialog.getByRole("button", { name: "Close" }).click();
  await bar.getByRole("button", { name: "Clear" }).click();
  await expect(bar).toHaveCount(0);
});

test("every action that the provider can do becomes a proposal, which does nothing", async ({
  page,
}) => {
  const sims = "select iccid, status, rate_plan, customer, label, tags from sims order by iccid";
  const before = await rowsOf(sims);
  await signIn(page, "/sims");
  await page.getByLabel("Status").selectOption("active");
  await expect(page.getByRole("cell", { name: "suspended", exact: true })).toHaveCount(0);
  await page.getByRole("row").nth(1).getByRole("checkbox").click();
  const dialog = page.getByRole("dialog");
  const propose = async (action: string, fill?: () => Promise<unknown>) => {
    await page.getByRole("button", { name: "Actions" }).click();
    await page.getByRole("menuitem", { name: action }).click();
    if (fill) {
      await fill();
      await dialog.getByRole("button", { name: "Show what would change" }).click();
    }
    await expect(dialog.getByRole("button", { name: /1 SIM/ })).toBeEnabled();
    await dialog.getByRole("button", { name: "Reject" }).click();
    await expect(dialog.getByText("Rejected", { exact: true })).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();
  };
  await propose("Suspend");
  await propose("Top up", () => dialog.getByLabel("Packages for each SIM").fill("2"));
  await propose("Change tags", () => dialog.getByLabel("Add").fill("one, two"));
  await propose("Rename", () => dialog.getByLabel("Device name").fill("Another name"));
  await propose("Change customer", () => dialog.getByLabel("Customer").fill("Another customer"));
  await propose("Send SMS", () => dialog.getByLabel("Text").fill("reboot"));
  await propose("Reset connectivity");
  await propose("Remove");
  await page.getByRole("button", { name: "Actions" }).click();
  await expect(page.getByRole("menuitem", { name: "Suspend" })).toBeVisible();
  for (const name of ["Change rate plan", "Refresh usage"])
    await expect(page.getByRole("menuitem", { name })).toHaveCount(0);
  expect(await rowsOf(sims)).toEqual(before);
});

test("the page of a SIM shows what an approved change made of it, without loading it again", async ({
  page,
}) => {
  const [sim] = await rowsOf<{ iccid: string }>(
    "select iccid from sims where status = 'active' order by iccid desc limit 1",
  );
  await signIn(page, "/sims");
  await page.goto(`/sims/${sim?.iccid}`);
  const details = page.getByRole("region", { name: `SIM ${sim?.iccid}` });
  await expect(details).toContainText("active");
  await page.getByRole("button", { name: "Actions" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "Suspend" }).click();
  const dialog = page.getByRole("dialog");
  await approve(dialog, /^Suspend 1 SIM$/);
  await isDone(dialog);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(details).toContainText("suspended");
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
  await shot(page, "change-failures");
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

for (const colorScheme of ["light", "dark"] as const) {
  test(`${colorScheme}: the approval, progress and result cards are accessible`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await signIn(page);
    const card = await proposeSuspension(page, "suspend all CityBikes SIMs"); // enough to be paused
    await shot(page, `${colorScheme}-change-approval`);
    await expectAccessible(page);
    await typeAndApprove(card, /^Suspend/);
    await card.getByRole("button", { name: "Pause" }).click();
    await expect(card.getByRole("button", { name: "Resume" })).toBeVisible();
    await shot(page, `${colorScheme}-change-progress`);
    await expectAccessible(page);
    await card.getByRole("button", { name: "Cancel the rest" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Go on" }).click();
    await card.getByRole("button", { name: "Resume" }).click();
    await isDone(card);
    await shot(page, `${colorScheme}-change-result`);
    await expectAccessible(page);
    await card.getByRole("button", { name: "Undo" }).click();
    await typeAndApprove(cardOf(page, /^Undo/), /^Undo/);
    await isDone(cardOf(page, /^Undo/));
    await page.goto("/changes");
    await expect(page.getByRole("listitem").first()).toContainText("Undo");
    await expectAccessible(page);
    await context.close();
  });
}
