import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ConfigError, parseConfig } from "./config.ts";

describe("the configuration", () => {
  it("works with an empty environment: embedded, demo, planner, this machine only", () => {
    const config = parseConfig({});
    expect(config).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      demo: true,
      database: { kind: "embedded" },
      model: { names: ["planner"] },
      fleetNow: undefined,
    });
    expect(config.maxUploadBytes).toBe(500 * 1024 ** 2);
    expect(config.callLimits).toEqual({ readsPerMinute: 100, effectsPerMinute: 10 });
    expect(config.personLimits).toEqual({ readsPerMinute: 1200, effectsPerMinute: 60 });
  });

  it("makes no demo on a Postgres unless asked", () => {
    const DATABASE_URL = "postgres://simon@localhost/simon";
    expect(parseConfig({ DATABASE_URL }).demo).toBe(false);
    expect(parseConfig({ DATABASE_URL, SIMON_DEMO: "1" }).demo).toBe(true);
  });

  it("takes several models, each with its prices, the planner with none", () => {
    const { names, prices } = parseConfig({
      SIMON_MODEL: "openai:a, planner, openai-compatible:b:8b",
      SIMON_MODEL_PRICES: "2.50/10, 2.50/10",
    }).model;
    expect(names).toEqual(["openai:a", "planner", "openai-compatible:b:8b"]);
    expect([...prices.keys()]).toEqual(["openai:a", "openai-compatible:b:8b"]);
    expect(prices.get("openai:a")).toEqual({ input: 2.5, output: 10 });
    expect(() => parseConfig({ SIMON_MODEL: "planner,gpt" })).toThrow("SIMON_MODEL");
  });

  it("takes an empty value as absent", () => {
    expect(parseConfig({ DATABASE_URL: "", PORT: "" }).port).toBe(3000);
  });

  it("names every wrong variable at once, and repeats no value", () => {
    const read = () =>
      parseConfig({
        PORT: "abc",
        SIMON_NOW: "yesterday",
        SIMON_SECRET: "hunter2",
        SIMON_MODEL: "gpt",
      });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/PORT[\s\S]*SIMON_NOW[\s\S]*SIMON_SECRET[\s\S]*SIMON_MODEL|SIMON_/);
    expect(read).not.toThrow(/hunter2|yesterday/);
  });

  it("explains every variable in .env.example, and no other", () => {
    const explained = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z_]+)=/gm)].map(
      (m) => m[1],
    );
    const read = [...readFileSync("core/config.ts", "utf8").matchAll(/^ {2}([A-Z_]+):/gm)].map(
      (m) => m[1],
    );
    expect(new Set(explained)).toEqual(new Set(read.filter((name) => name !== "NODE_ENV")));
  });
});
