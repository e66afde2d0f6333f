import { describe, expect, test } from "vitest";
import { PHONE, useReader } from "../support/reader.ts";

const reader = useReader();
const INPUT = "#search-query";

const count = () => reader.page.locator(".results-count").textContent();
const titles = () => reader.page.locator(".result .claim-sentence").allTextContents();
const address = () => new URL(reader.page.url()).search;
/** Words of the results that are marked, each once, as they stand there. */
const marks = async () => [...new Set(await reader.page.locator(".results mark").allTextContents())].sort();

test("every page leads to the search", async () => {
  const page = await reader.open("/entities/li-shangfu/");
  await page.getByRole("link", { name: "Search", exact: true }).click();
  await expect.poll(() => page.locator("h1").textContent()).toBe("Search");
  await expect.poll(() => page.locator(".results-after").textContent()).toContain("Type a word");
  // The page moves no focus: the first stop of a keyboard is the same as everywhere, and no phone opens its own.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
});

test("what is typed is found as it is typed: counted, marked, with its kind, type, date and status", async () => {
  const page = await reader.open("/search/");
  await page.locator(INPUT).pressSequentially("Sanctions li sh");
  await expect.poll(titles).toContain("The United States sanctions Li Shangfu");
  await expect.poll(marks).toEqual(expect.arrayContaining(["Shangfu", "sanctions", "Li"]));
  expect(await count()).toMatch(/^\d+ results?$/);
  const result = page.locator(".result", { hasText: "The United States sanctions Li Shangfu" }).first();
  expect(await result.locator(".claim-facts").textContent()).toMatch(/Claim.*Sanction.*2018.*reported/s);
  expect(address()).toBe("?q=Sanctions+li+sh");
  await result.getByRole("link").click();
  await expect.poll(() => new URL(page.url()).pathname).toBe("/edges/us-sanctions-li-shangfu/");
  await page.goBack();
  await expect.poll(() => page.locator(INPUT).inputValue()).toBe("Sanctions li sh");
  await expect.poll(titles).toContain("The United States sanctions Li Shangfu");
  expect(reader.complaints).toEqual([]);
});

test("names are found in any script", async () => {
  const page = await reader.open("/search/?q=李尚福");
  await expect.poll(titles).toContain("Li Shangfu");
  expect(await marks()).toEqual(["李尚福"]);
  await page.locator(INPUT).fill("尚");
  await expect.poll(marks).toEqual(["尚"]);
});

test("kind and type narrow it, stand in the address, and are there again when it is opened", async () => {
  const page = await reader.open("/search/?q=china");
  await expect.poll(count).toMatch(/results/);
  const all = Number.parseInt((await count()) ?? "", 10);
  await page.locator("#search-kind").selectOption("edge");
  await expect.poll(address).toBe("?q=china&kind=edge");
  await expect.poll(async () => Number.parseInt((await count()) ?? "", 10)).toBeLessThan(all);
  await page.locator("#search-type").selectOption(":edge:sanction");
  await expect.poll(count).toMatch(/^\d results?$/);
  const found = await titles();
  expect(await page.locator("#search-type optgroup[data-kind=entity]").isDisabled()).toBe(true);
  await page.reload();
  await expect.poll(titles).toEqual(found);
  expect(await page.locator("#search-type").inputValue()).toBe(":edge:sanction");
  await page.locator("#search-kind").selectOption("entity");
  expect(await page.locator("#search-type").inputValue()).toBe("");
});

test("more are shown when asked for, and the focus goes to the first of them", async () => {
  const page = await reader.open("/search/?q=c");
  await expect.poll(() => page.locator(".result").count()).toBe(10);
  const first = await titles();
  await page.getByRole("button", { name: /^Show more/ }).press("Enter");
  await expect.poll(() => page.locator(".result").count()).toBe(20);
  expect((await titles()).slice(0, 10)).toEqual(first);
  expect(
    await page
      .locator(".result")
      .nth(10)
      .locator("a")
      .evaluate((link) => link === document.activeElement),
  ).toBe(true);
});

test("where nothing is found it says so, and offers what is written almost the same", async () => {
  const page = await reader.open("/search/?q=shangfo+li+");
  await expect.poll(count).toBe("Nothing found");
  await page.getByRole("link", { name: "shangfu li" }).click();
  await expect.poll(titles).toContain("Li Shangfu");
  await page.goto(`${reader.origin}/search/?q=capital&kind=story`);
  await page.getByRole("link", { name: "Search everything" }).click();
  await expect.poll(titles).toContain("Beijing is the capital of China");
});

test("what is no word, no kind and no type does no harm", async () => {
  const page = await reader.open(
    `/search/?q=${encodeURIComponent('"><script>alert(1)</script> …')}&kind=x&type=y`,
  );
  await expect.poll(count).toBe("Nothing found");
  await page.locator(INPUT).fill("!!");
  await expect.poll(() => page.locator(".results-after").textContent()).toContain("Type a word");
  expect(reader.complaints).toEqual([]);
});

test("an index that does not come is said, and can be tried again", async () => {
  const page = await reader.open("/search/");
  const isPart = /search\/\w+\/terms-/;
  await page.route(isPart, (route) => route.abort());
  await page.locator(INPUT).fill("shangfu");
  await expect.poll(count).toMatch(/could not be loaded/);
  await page.unroute(isPart);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(titles).toContain("Li Shangfu");
});

describe("without JavaScript", () => {
  test("it says so and leads to the lists", async () => {
    const page = await reader.open("/search/", { javaScriptEnabled: false });
    expect(await page.locator(INPUT).isVisible()).toBe(false);
    expect(await page.locator("noscript").textContent()).toContain("Search needs JavaScript");
    await page.locator("noscript").getByRole("link", { name: "Claims" }).click();
    await expect.poll(() => page.locator("h1").textContent()).toBe("Claims");
  });
});

test.each([320, PHONE.width])("nothing is wider than a screen of %d pixels", async (width) => {
  const page = await reader.open("/search/?q=china+defen", { viewport: { width, height: 700 } });
  await expect.poll(titles).not.toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});
