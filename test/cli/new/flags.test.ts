import { expect, test } from "vitest";
import { FLAGS } from "../../../src/cli/new/flags.ts";
import { SCHEMAS } from "../../../src/shared/schema.ts";

test.each([
  ["entity", ["image", "edges", "formerIds", "draft"]],
  ["edge", ["formerIds", "draft"]],
  ["source", ["formerIds", "placeholder", "draft"]],
] as const)("every key of the model of %s has a flag, but for %s", (kind, others) => {
  const keys = FLAGS[kind].map(({ key }) => key);
  expect([...keys, ...others].sort()).toEqual(Object.keys(SCHEMAS[kind].shape).sort());
});
