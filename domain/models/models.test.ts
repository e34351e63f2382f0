import { afterEach, describe, expect, it } from "vitest";
import { overrideConfig } from "#core/config.ts";
import { Forbidden, Invalid } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { chooseModel } from "./choose-model.ts";
import { modelOf } from "./model-of.ts";
import { offeredModels } from "./offered-models.ts";
import { showModelChoice } from "./show-model-choice.ts";

const TWO = {
  SIMON_MODEL: "openai:gpt-5,openai-compatible:qwen3:8b",
  OPENAI_API_KEY: "openai's",
  SIMON_MODEL_API_KEY: "the server's",
  SIMON_MODEL_BASE_URL: "http://127.0.0.1:9/v1",
};

afterEach(() => void overrideConfig({}));

describe("the model of an organisation", () => {
  it("is the first that is configured, until an owner chooses; others keep theirs", async () => {
    overrideConfig(TWO);
    const owner = testActor();
    const member = testActor({ organizationId: owner.organizationId, role: "viewer" });
    expect((await modelOf(member)).name).toBe("openai:gpt-5");
    await chooseModel(owner, "planner");
    expect((await modelOf(member)).name).toBe("planner");
    expect((await modelOf(testActor())).name).toBe("openai:gpt-5");
    const [entry] = await asActor(
      owner,
      (sql) => sql`select action, changes from store.audit_logs order by sequence desc limit 1`,
    );
    expect(entry).toEqual({
      action: "organization.choose_model",
      changes: { before: null, after: "planner" },
    });
  });

  it("is the first again when the chosen one is not configured any more", async () => {
    overrideConfig(TWO);
    const owner = testActor();
    await chooseModel(owner, "openai-compatible:qwen3:8b");
    overrideConfig({ SIMON_MODEL: "planner,openai:gpt-5" });
    expect((await modelOf(owner)).name).toBe("planner");
    expect((await showModelChoice(owner)).chosen).toBe("openai-compatible:qwen3:8b");
  });

  it("is none that lacks its key, or that nobody configured", async () => {
    overrideConfig({ SIMON_MODEL: "planner,anthropic:opus" });
    const owner = testActor();
    await expect(chooseModel(owner, "anthropic:opus")).rejects.toThrow("ANTHROPIC_API_KEY");
    await expect(chooseModel(owner, "openai:gpt-5")).rejects.toThrow(Invalid);
  });

  it("is chosen by owners in person only", async () => {
    await expect(chooseModel(testActor({ role: "operator" }), "planner")).rejects.toThrow(
      Forbidden,
    );
    await expect(showModelChoice(testActor({ role: "analyst" }))).rejects.toThrow(Forbidden);
  });
});

describe("the models that are offered", () => {
  it("share no key and no address: those are the compatible server's where there are several", () => {
    overrideConfig(TWO);
    expect(offeredModels()).toMatchObject([
      { modelId: "gpt-5", apiKey: "openai's", baseUrl: undefined, missing: null },
      { modelId: "qwen3:8b", apiKey: "the server's", baseUrl: TWO.SIMON_MODEL_BASE_URL },
      { name: "planner", missing: null },
    ]);
  });

  it("of one language model, take the key and the address of a gateway", () => {
    overrideConfig({ ...TWO, SIMON_MODEL: "anthropic:opus" });
    expect(offeredModels()[0]).toMatchObject({
      apiKey: "the server's",
      baseUrl: TWO.SIMON_MODEL_BASE_URL,
    });
  });
});
