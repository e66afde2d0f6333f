import { expect, test } from "vitest";
import { pagePath } from "../../src/shared/paths.ts";

test.each([
  ["entity", "li-shangfu", "entities/li-shangfu/"],
  ["edge", "us-sanctions-li", "edges/us-sanctions-li/"],
  ["source", "presstv-2023", "sources/presstv-2023/"],
] as const)("a page of the kind %s has its own folder, named after the id", (kind, id, path) => {
  expect(pagePath(kind, id)).toBe(path);
});

test("addresses are percent-encoded", () => {
  expect(pagePath("entity", "李尚福")).toBe("entities/%E6%9D%8E%E5%B0%9A%E7%A6%8F/");
});
