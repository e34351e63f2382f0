import { Plus } from "lucide-react";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { CopyButton } from "#app/components/ui/copy-button.tsx";
import { Key } from "#app/components/ui/key.tsx";
import { ShowMore } from "#app/components/ui/show-more.tsx";
import { Shelf } from "./shelf.tsx";

const LOOKS = ["primary", "plain", "ghost", "danger"] as const;
const SIZES = ["sm", "md", "lg"] as const;
const nothing = () => {};

export function Buttons() {
  return (
    <>
      {LOOKS.map((look) => (
        <Shelf key={look} name={`Button, ${look}`}>
          {SIZES.map((size) => (
            <Button key={size} look={look} size={size}>
              <Plus aria-hidden />
              Size {size}
            </Button>
          ))}
          <Button look={look} disabled>
            Disabled
          </Button>
          <Button look={look} size="icon" aria-label="Icon">
            <Plus aria-hidden />
          </Button>
          <Button look={look} size="icon-sm" aria-label="Small icon">
            <Plus aria-hidden />
          </Button>
        </Shelf>
      ))}
      <Shelf name="Others that are pressed">
        <CopyButton text="8988228066612345678" what="the ICCID" />
        <CopyButton text="8988228066612345678" what="the ICCID" withLabel />
        <ShowMore isLoading={false} onClick={nothing} />
        <ShowMore isLoading onClick={nothing} />
        <BackLink href="#back">Back to the SIMs</BackLink>
        <span className="py-2">
          Press <Key>Enter</Key>
        </span>
      </Shelf>
    </>
  );
}
