import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { OfferOfProvider } from "#app/components/sims/actions/provider-offer.tsx";
import { ViewerScopes } from "#app/components/viewer.tsx";
import type { QuotaAdvice } from "#domain/analysis/quota-advice.ts";
import type { ProviderOffer } from "#domain/providers/provider-offer.ts";
import { AdviceCard } from "./advice-card.tsx";
import { UPGRADE } from "./testing.ts";

const offering = (rate_plan: true | string, topUpPackage: ProviderOffer["topUpPackage"] = null) =>
  ({ capabilities: { rate_plan, top_up: true }, topUpPackage }) as unknown as ProviderOffer;

function textOf(output: QuotaAdvice, offer: ProviderOffer, mayChange = true): string {
  const markup = renderToStaticMarkup(
    <ViewerScopes scopes={mayChange ? ["sims:write"] : []}>
      <OfferOfProvider offer={offer}>
        <AdviceCard output={output} />
      </OfferOfProvider>
    </ViewerScopes>,
  );
  return markup.replace(/<\/(th|td|p|button|tr)>/g, "|").replace(/<[^>]+>/g, "");
}

it("shows plan, volume, risk and cost before and after, and offers the change", () => {
  const text = textOf(UPGRADE, offering(true));
  expect(text).toContain("Rate plan|IoT 1 GB|IoT 5 GB|");
  expect(text).toContain("Volume|1.00 GB|5.00 GB|");
  expect(text).toContain("Risk of running out|62 %|under 1 %|");
  expect(text).toContain("Cost a month|€5.50|€4.00|");
  expect(text).toContain("saves €1.50 a month");
  expect(text).toContain("Change to IoT 5 GB|");
});

it("offers no change to who may make none, nor what the provider cannot do, and says that", () => {
  expect(textOf(UPGRADE, offering(true), false)).not.toContain("Change to IoT 5 GB|");
  const text = textOf(UPGRADE, offering("1NCE has no rate plans to change."));
  expect(text).not.toContain("Change to IoT 5 GB|");
  expect(text).toContain("1NCE has no rate plans to change.");
});

it("a top-up is offered as the provider sells it, and nothing where the plan is kept", () => {
  const advice = { ...UPGRADE.advice, type: "top_up", packages: 2 } as const;
  const sold = { about: "A package", bytes: 500 * 1024 ** 2, messages: 250 };
  expect(textOf({ ...UPGRADE, advice }, offering(true, sold))).toContain("Top up by 2 packages|");
  expect(textOf({ ...UPGRADE, advice }, offering(true))).toContain("Top up by 4.00 GB|");
  const kept = { ...UPGRADE, advice: { ...advice, type: "maintain" } } as const;
  expect(textOf(kept, offering(true))).not.toContain("Nothing changes until");
});
