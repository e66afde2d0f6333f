import { expect, test } from "vitest";
import { useReader, WIDE } from "../support/reader.ts";

const reader = useReader();

test("a browser keeps a page’s block of data under the page’s own policy, and complains of nothing", async () => {
  const page = await reader.open("/entities/li-shangfu/", { viewport: WIDE });
  const text = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(text ?? "")["@graph"][0]).toMatchObject({ "@type": "Person", name: "Li Shangfu" });
  expect(reader.complaints).toEqual([]);
});
