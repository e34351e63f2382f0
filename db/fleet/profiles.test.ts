import { describe, expect, it } from "vitest";
import { weekdayOf } from "./calendar.ts";
import { dayFactor, drawShape, expectedFactor, type Shape } from "./profiles.ts";
import { randomOf } from "./random.ts";
import { PROFILES, type Profile } from "./vocabulary.ts";

const BASE_DAY = 20_747; // 2026-10-21
const DAYS = 120;
const days = Array.from({ length: DAYS }, (_, i) => BASE_DAY - DAYS + i);

const shapeOf = (profile: Profile, key = 1): Shape =>
  drawShape(profile, randomOf(key), BASE_DAY, DAYS);
const factorsOf = (shape: Shape) => days.map((day) => dayFactor(shape, day, randomOf(7, day)));
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

describe("usage profiles", () => {
  it.each(PROFILES)("%s never goes below zero and gives the same days again", (profile) => {
    const factors = factorsOf(shapeOf(profile));
    expect(Math.min(...factors)).toBeGreaterThanOrEqual(0);
    expect(factorsOf(shapeOf(profile))).toEqual(factors);
  });

  it("silent never talks, weekend-off not at the weekend", () => {
    expect(mean(factorsOf(shapeOf("silent")))).toBe(0);
    const shape = shapeOf("weekend-off");
    const weekend = days.filter((day) => weekdayOf(day) >= 5);
    expect(weekend.every((day) => expectedFactor(shape, day) === 0)).toBe(true);
  });

  it("steady stays near its mean", () => {
    expect(mean(factorsOf(shapeOf("steady")))).toBeCloseTo(1, 0);
  });

  it("trending moves one way and passes through its mean on the base day", () => {
    const shape = shapeOf("trending");
    expect(expectedFactor(shape, BASE_DAY)).toBeCloseTo(1, 5);
    const change = expectedFactor(shape, BASE_DAY) - expectedFactor(shape, BASE_DAY - 100);
    expect(Math.abs(change)).toBeGreaterThan(0.2);
  });

  it("level-shift jumps once", () => {
    const shape = shapeOf("level-shift");
    const levels = new Set(days.map((day) => expectedFactor(shape, day)));
    expect(levels.size).toBe(2);
  });

  it("intermittent has many days without a byte, bursty some days far above its mean", () => {
    const idle = factorsOf(shapeOf("intermittent")).filter((factor) => factor === 0);
    expect(idle.length).toBeGreaterThan(DAYS * 0.25);
    expect(Math.max(...factorsOf(shapeOf("bursty")))).toBeGreaterThan(4);
  });
});
