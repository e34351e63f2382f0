import { Frame } from "#app/components/shell/frame.tsx";
export default function Page() {
  return (
    <Frame
      viewer={{ email: "demo@example.com", role: "owner" }}
      organization={{ id: "1", name: "VoltCharge GmbH" }}
      organizations={[
        { id: "1", name: "VoltCharge GmbH" },
        { id: "2", name: "Other" },
      ]}
      appearance={{ theme: "system", highContrast: false }}
      isRailNarrow={false}
      dataAge={null}
    >
      <div className="p-8">Hello</div>
    </Frame>
  );
}
