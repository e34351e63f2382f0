"use client";

import Link from "next/link";
import { useState } from "react";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { CopyButton } from "#app/components/ui/copy-button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { cn } from "#app/lib/cn.ts";
import { ConnectionTest } from "./connection-test.tsx";
import { snippetsFor } from "./snippets.ts";

interface ConnectProps {
  readonly address: string;
  readonly isOAuthOpen: boolean;
  readonly isOwner: boolean;
}

const LOCAL = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/;

export function Connect({ address, isOAuthOpen, isOwner }: ConnectProps) {
  const [byKey, setByKey] = useState(!isOAuthOpen);
  const [isReading, setReading] = useState(false);
  const [chosenId, setChosenId] = useState("claude-code");
  const snippets = snippetsFor({ address, isReading, byKey });
  const chosen = snippets.find(({ id }) => id === chosenId) ?? snippets[0];
  return (
    <div className="mt-3 flex flex-col gap-4">
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1">
        <legend className="text-sm font-medium">How it gets in</legend>
        <Radio
          name="way"
          isChosen={!byKey}
          disabled={!isOAuthOpen}
          onChoose={() => setByKey(false)}
          label="You sign in (OAuth)"
        />
        <Radio name="way" isChosen={byKey} onChoose={() => setByKey(true)} label="By an API key" />
        <label className="flex min-h-8 items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={isReading}
            onChange={() => setReading(!isReading)}
          />
          For reading only
        </label>
      </fieldset>
      {isOAuthOpen ? null : (
        <Notice title="Sign-in needs https">
          Simon runs under {new URL(address).origin}. Set SIMON_URL to an https address; until then
          clients get in by an API key.
        </Notice>
      )}
      {byKey ? <KeyHint isOwner={isOwner} /> : null}
      <fieldset>
        <legend className="text-sm font-medium">Client</legend>
        <div className="mt-1.5 flex flex-wrap gap-2">
          {snippets.map(({ id, label }) => (
            <label
              key={id}
              className={cn(
                "flex h-8 cursor-pointer items-center rounded-md border border-line px-3 hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-accent",
                id === chosen?.id && "border-accent font-medium text-accent",
              )}
            >
              <input
                type="radio"
                name="client"
                className="sr-only"
                checked={id === chosen?.id}
                onChange={() => setChosenId(id)}
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      {chosen ? (
        <div className="flex flex-col gap-2">
          <p>{chosen.steps}</p>
          {chosen.isHosted && LOCAL.test(address) ? (
            <Notice tone="attention">
              Its maker's servers call this address, so it must be reachable from the internet. This
              Simon runs on your machine only: choose a client that runs there too.
            </Notice>
          ) : null}
          <div className="flex items-start gap-2">
            <pre className="min-w-0 flex-1 overflow-x-auto rounded-md border border-line bg-bg p-2 font-mono text-sm select-all">
              {chosen.text}
            </pre>
            <CopyButton text={chosen.text} what="this" withLabel />
          </div>
          {chosen.link ? (
            <a href={chosen.link.href} className={cn(buttonStyle(), "self-start")}>
              {chosen.link.label}
            </a>
          ) : null}
        </div>
      ) : null}
      {isOAuthOpen ? <ConnectionTest /> : null}
    </div>
  );
}

function KeyHint({ isOwner }: { isOwner: boolean }) {
  return (
    <p className="text-muted">
      {isOwner ? (
        <>
          Make a key under{" "}
          <Link href="/settings/keys" className="text-accent underline">
            API keys
          </Link>{" "}
          and put it in place of YOUR_KEY.
        </>
      ) : (
        "An owner makes the key; put it in place of YOUR_KEY."
      )}
    </p>
  );
}

interface RadioProps {
  readonly name: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}

function Radio({ name, label, isChosen, disabled, onChoose }: RadioProps) {
  return (
    <label className={cn("flex min-h-8 items-center gap-2", disabled && "text-muted")}>
      <input
        type="radio"
        name={name}
        className="size-4 accent-accent"
        checked={isChosen}
        disabled={disabled}
        onChange={onChoose}
      />
      {label}
    </label>
  );
}
