import { describe, expect, test } from "vitest";
import { threadOf } from "../../src/app/thread.ts";
import { idsOf, modelOf, there } from "../support/network.ts";

describe("a thread", () => {
  const model = modelOf(`
    refusal: bo > ada date=2019 answers=demand
    demand: ada > bo date=2018
    remark: cy > bo about=refusal
    sanction: ada > bo date=2020 answers=refusal,older
    older: bo > cy date=2017
    since: cy > cy date=../2021 about=sanction
    aside: ada > cy date=2018 about=bo
  `);
  const whole = ["since", "older", "demand", "refusal", "sanction", "remark"];

  test.each(whole)("is the same from each of its claims, oldest first, the undated last: %s", (id) => {
    expect(idsOf(threadOf(there(model.claim(id)), model))).toEqual(whole);
  });

  test("of a claim that nothing answers is the claim alone: an entity in common makes none", () => {
    expect(idsOf(threadOf(there(model.claim("aside")), model))).toEqual(["aside"]);
  });

  test("ends where claims answer one another, those of one day in the order of their ids", () => {
    const circle = modelOf("y: a > b date=2018 answers=x\nx: b > a date=2018 answers=y");
    expect(idsOf(threadOf(there(circle.claim("y")), circle))).toEqual(["x", "y"]);
  });
});
