import type { Metadata } from "next";
import { RulesPage } from "#app/components/settings/change-rules/rules-page.tsx";

export const metadata: Metadata = { title: "Changes" };

export default function ChangeRulesPage() {
  return <RulesPage />;
}
