import { expect, test } from "@playwright/test";
import { ask, expectAccessible, rowsOf, signIn } from "./simon.ts";

test("a SIM is forecast in the chat by our method, by Prophet and by MSTL", async ({ page }) => {
  const [sim] = await rowsOf<{ label: string }>(`
    select s.label from sims s join sim_quota q using (iccid)
    where s.status = 'active' and s.label is not null and q.type = 'data' order by s.iccid limit 1`);
  if (!sim) throw new Error("The demo fleet has no active SIM");
  await signIn(page);
  const log = page.getByRole("log");
  const said = (text: RegExp) => expect(log.getByText(text).last()).toBeVisible();
  await ask(page, `forecast the usage of ${sim.label} for the next 14 days`);
  await said(/is expected to use .+ in the next 14 days/);
  await expect(log.locator("svg.recharts-surface").last()).toBeVisible();
  await expectAccessible(page);
  await ask(page, "compare with Prophet");
  await said(new RegExp(`^By Prophet, ${sim.label} is expected to use`));
  await ask(page, "and with MSTL");
  await said(new RegExp(`^By MSTL with ETS, ${sim.label} is expected to use`));
});
