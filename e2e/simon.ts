import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import postgres from "postgres";

const dataDir = process.env.E2E_DATA_DIR ?? "";

interface Demo {
  readonly url: string;
  readonly email: string;
  readonly password: string;
  readonly apiKey: string;
  readonly organization: string;
}

export function demo(): Demo {
  return JSON.parse(readFileSync(join(dataDir, "demo.json"), "utf8"));
}

let session: Awaited<ReturnType<BrowserContext["cookies"]>> = [];

/** By the form the first time, by the same session afterwards: sign-ins are limited, also for tests. */
export async function signIn(page: Page, next = "/chat"): Promise<void> {
  await page.context().addCookies(session);
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  const isIn = (url: URL) => url.pathname.startsWith(next);
  if (isIn(new URL(page.url()))) return;
  const { email, password } = demo();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(isIn);
  session = await page.context().cookies();
  await skipTour(page);
}

/** What a newcomer is shown stands in the way of everybody else. */
async function skipTour(page: Page): Promise<void> {
  const status = await page.evaluate(
    async () => (await fetch("/api/profile/tour", { method: "DELETE" })).status,
  );
  expect(status).toBeLessThan(300);
  await page.reload();
}

/** A new member of the demo organisation, signed in in a browser of their own. */
export async function memberPage(browser: Browser, owner: Page, role: string, next: string) {
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

export async function ask(page: Page, question: string): Promise<void> {
  const composer = page.getByPlaceholder("Ask about your fleet");
  await composer.fill(question);
  await composer.press("Enter");
}

/** Rows straight from the app's own embedded database, past everything of ours. */
export async function rowsOf<T extends object>(text: string): Promise<T[]> {
  const { socketDir } = JSON.parse(readFileSync(join(dataDir, "embedded.json"), "utf8"));
  const sql = postgres({ host: socketDir, database: "postgres", username: "postgres", max: 1 });
  const [organization] =
    await sql`select id from public.organization where name = ${demo().organization}`;
  try {
    return (await sql.begin(async (transaction) => {
      await transaction`select set_config('app.organization_id', ${organization?.id}, true),
        set_config('search_path', 'fleet', true)`;
      return (await transaction.unsafe(text)) as unknown as T[];
    })) as T[];
  } finally {
    await sql.end();
  }
}

/** Straight from the emulator behind the demo's organisation, past everything of ours. */
export async function atProvider<T>(path: string, init?: RequestInit): Promise<T> {
  const [connection] = await rowsOf<{ base_url: string }>(
    "select base_url from store.connections where state = 'connected'",
  );
  const control = connection?.base_url.replace("/management-api", "/_emulator");
  const answer = await fetch(`${control}${path}`, init);
  expect(answer.status, path).toBe(200);
  return (await answer.json()) as T;
}

/** For a person to look at, under test-results/look/, where LOOK=1 asks for it: drawing one takes a second. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.LOOK === "1") await page.screenshot({ path: `test-results/look/${name}.png` });
}

/** No serious violation of WCAG that axe can find. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(new AxeBuilder({ page }));
}

async function expectNoViolation(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const DESK = { width: 1280, height: 1600 };
const PHONE = { width: 360, height: 740 };

/** A colour that is still on its way from one scheme to the other would be measured as it is then. */
async function putOn(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.evaluate(async () => {
    const drawn = () => new Promise((done) => requestAnimationFrame(done));
    await drawn();
    await drawn();
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}

/** Accessible in light and dark, which differ in their colours only. */
export async function expectAccessibleInBoth(page: Page, name: string): Promise<void> {
  await putOn(page, "dark");
  await picture(page, `${name}-dark`);
  await expectNoViolation(
    new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]),
  );
  await putOn(page, "light");
  await picture(page, `${name}-light`);
  await expectAccessible(page);
}

/** Accessible in light and dark, and no wider than a phone. */
export async function expectPresentable(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize(DESK);
  await expectAccessibleInBoth(page, name);
  const { scrolled, window } = await page.evaluate(() => ({
    scrolled: document.documentElement.scrollHeight,
    window: document.documentElement.clientHeight,
  }));
  // Beside its menu a page scrolls by itself; were the window to scroll too, it would lead to nothing.
  if (await page.locator("main#content").count()) expect(scrolled, name).toBe(window);
  await page.setViewportSize(PHONE);
  await picture(page, `${name}-phone`);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${name} on a phone`).toBe(0);
  if (before) await page.setViewportSize(before);
}
