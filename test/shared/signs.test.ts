import { expect, test } from "vitest";
import { STATUSES } from "../../src/shared/schema.ts";
import { DEFAULT_DASHES, dashesOf } from "../../src/shared/signs.ts";

test("what is confirmed or reported has no dashes, what is not has", () => {
  const whole = STATUSES.filter((status) => dashesOf(DEFAULT_DASHES, status).length === 0);
  expect(whole).toEqual(["reported", "confirmed"]);
  expect(dashesOf(DEFAULT_DASHES, "alleged")).toEqual([6, 4]);
  expect(dashesOf(DEFAULT_DASHES, "denied")).toEqual([1.5, 3.5]);
});
