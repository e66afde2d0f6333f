/** What the scripts say on a Chinese site: in every state of their pages, nothing is left in Latin letters. */
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { PHONE, useReader } from "../support/reader.ts";
import { temporaryFolder, writeFiles } from "../support/skein.ts";

const content = join(temporaryFolder(), "content");

const file = (keys: Readonly<Record<string, string>>, body = ""): string =>
  `---\n${Object.entries(keys)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join("")}---\n${body}`;

writeFiles(content, {
  "site.yml": "title: 往来\nlanguage: zh\nrequireSources: false\n",
  "entities/美国.md": file({ type: "state", name: "美国", aliases: "[合众国]", tags: "[军事]" }),
  "entities/中国.md": file({ type: "state", name: "中国", description: "一个国家" }),
  "entities/李尚福.md": file({ type: "person", name: "李尚福" }),
  "entities/香格里拉.md": file({ type: "event", name: "香格里拉对话会" }),
  "entities/孤岛.md": file({ type: "place", name: "孤岛" }),
  "sources/公报.md": file({ title: "联合公报", publisher: "新华社", url: "https://news.example/1" }),
  "sources/转载.md": file({ title: "转载的公报", publisher: "晚报", derivedFrom: "[公报]" }),
  "sources/日志.md": file({ title: "日志" }),
  "edges/制裁.md": file({
    type: "sanction",
    from: "美国",
    to: "李尚福",
    date: "2018-09-20",
    sources: "[公报, 日志, {source: 转载, stance: disputes}]",
    attributedTo: "[中国]",
    about: "[香格里拉]",
    tags: "[军事]",
  }),
  "edges/要求.md": file({
    type: "demand",
    from: "中国",
    to: "美国",
    date: "2023-05",
    status: "alleged",
    about: "[制裁]",
    sources: "[转载]",
  }),
  "edges/拒绝.md": file({
    type: "refusal",
    from: "美国",
    to: "中国",
    status: "disputed",
    respondsTo: "[要求]",
  }),
  "edges/出席.md": file({ type: "participation", from: "李尚福", to: "香格里拉", date: "2023-06" }),
  ...Object.fromEntries(
    Array.from({ length: 110 }, (_, i) => [
      `edges/表态-${i}.md`,
      file({ type: "statement", from: "美国", to: "中国", date: `20${10 + (i % 14)}-03` }),
    ]),
  ),
  "stories/经过.md": file({ title: "经过" }, "起初。\n\n## 制裁\n\n```map\nselect: 制裁\n```\n\n后来。\n"),
});

const reader = useReader(content);

afterEach(() => expect(reader.complaints).toEqual([]));

/** Names, keys and formats, which are the same in every language. */
const NAMES =
  /BibTeX|CSL-JSON|CSV|GEXF|PNG|SVG|Gephi|JSON|ID|Skein|EDTF|PageRank|\bEnter\b|\bEsc\b|\b[TtfSs]\b|https?:\S+/g;

/** Whatever the build says: its own tests read that. */
const BUILT =
  ".skip, .banner > :not(.theme-switch), .network-intro, .legend summary, .legend h2, .legend h3, .legend-name, .legend-signs, .picture, .colophon";

/** What is seen and heard in Latin letters; the parts of the page in which the build has put words are not looked at. */
async function latin(): Promise<string[]> {
  const said = await reader.page.evaluate((built) => {
    const given = [...document.querySelectorAll(".legend h2, .legend-name")]
      .flatMap((each) => each.textContent ?? [])
      .filter((text) => text !== "");
    const found: string[] = [];
    const own = [
      "label",
      "placeholder",
      "title",
      "alt",
      "aria-label",
      "aria-roledescription",
      "aria-valuetext",
    ];
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      if (element.closest(`${built}, script, style, noscript, pre`) !== null || !element.checkVisibility())
        continue;
      for (const node of element.childNodes) if (node instanceof Text) found.push(node.data);
      if (element.matches(".bar, .panel, .table, .timeline, nav")) continue;
      for (const name of own) found.push(element.getAttribute(name) ?? "");
    }
    return found.map((text) => given.reduce((rest, each) => rest.replace(each, ""), text));
  }, BUILT);
  return said.filter((text) => /\p{Script=Latin}/u.test(text.replace(NAMES, "")));
}

/** Keeps what the live regions say from now on. */
async function listen(): Promise<() => Promise<string[]>> {
  await reader.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest("[role=status]");
        if (region?.textContent) heard.push(region.textContent);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  return () => reader.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

describe("the network page of a Chinese site", () => {
  test("speaks Chinese around the map: bar, legend, filters, timeline, tools, theme", async () => {
    const page = await reader.openMap("/");
    expect(await page.locator("html").getAttribute("lang")).toBe("zh");
    expect(await reader.counts()).toBe("114 条说法，5 个实体");
    expect(await page.locator(".timeline-range").textContent()).toMatch(/^2010\D+2023年$/);
    expect(await page.locator(".timeline-axis span").first().textContent()).toMatch(/^20\d\d年$/);
    expect(await page.locator(".stage").getAttribute("aria-label")).toMatch(/^关系图。/);
    expect(await page.locator(".legend-all button").first().getAttribute("aria-label")).toMatch(/：全选$/);
    const theme = page.locator(".theme-switch");
    expect([await theme.textContent(), await theme.getAttribute("aria-label")]).toEqual([
      "自动",
      "颜色：跟随系统，自动。更改",
    ]);
    expect(await latin()).toEqual([]);
    await theme.click();
    expect(await theme.textContent()).toBe("浅色");
    await page.locator("[data-step='1']").click();
    await expect.poll(reader.counts).toMatch(/^114 条说法中的 \d+ 条，5 个实体中的 \d+ 个$/);
    expect(await latin()).toEqual([]);
  });

  test("names communities, a day, and what the filters leave", async () => {
    await reader.openMap("/?color=community");
    expect(await latin()).toEqual([]);
    const page = await reader.openMap("/?asOf=2019-01-01");
    expect(await page.locator(".timeline-range").textContent()).toBe("截至 2019-01-01");
    expect(await latin()).toEqual([]);
    await reader.openMap("/?minSources=5&source=公报&lens=alone");
    expect(await reader.page.locator(".stage-empty").textContent()).toBe("筛选后没有可显示的内容。 清除筛选");
    expect(await latin()).toEqual([]);
  });

  test("finds by Chinese names, and says how many", async () => {
    const page = await reader.openMap("/");
    const heard = await listen();
    await reader.find("公报");
    await expect.poll(() => page.locator("#finder-list li").count()).toBe(2);
    expect(await page.locator("#finder-list .option-note").allTextContents()).toEqual([
      "来源 · 新华社",
      "来源 · 晚报",
    ]);
    expect(await latin()).toEqual([]);
    await page.locator("#finder-input").fill("制裁 李");
    await expect
      .poll(() => page.locator("#finder-list .option-note").first().textContent())
      .toBe("说法 · 2018年9月20日");
    await page.locator("#finder-input").fill("无此名称");
    await expect.poll(() => page.locator("#finder-list").textContent()).toBe("没有名称相近的结果");
    expect(await latin()).toEqual([]);
    expect(await heard()).toEqual(expect.arrayContaining(["找到 2 项", "找到 0 项"]));
  });

  test.each([
    ["an entity of many claims", "/#美国", "美国"],
    ["an entity without claims", "/#孤岛", "孤岛"],
    ["an entity that a filter hides claims of", "/?hideStatus=alleged#中国", "中国"],
    ["a claim", "/#制裁", "美国制裁李尚福"],
    ["a claim without a date", "/#拒绝", "美国拒绝中国"],
    ["a source", "/#公报", "联合公报"],
    ["a source made from another", "/#转载", "转载的公报"],
    ["a pair", "/#中国--美国", "中国和美国"],
    ["a connection", "/?route=香格里拉--中国", "香格里拉对话会与中国有何关联？"],
    ["a connection to be", "/?route=李尚福--", "李尚福与…有何关联？"],
    ["no connection", "/?route=李尚福--孤岛&onlyConfirmed=yes", "李尚福与孤岛有何关联？"],
  ])("speaks Chinese in the panel of %s", async (_, address, heading) => {
    const page = await reader.openMap(address);
    await expect.poll(reader.panelHeading).toBe(heading);
    expect(await latin()).toEqual([]);
    expect(await page.locator(".panel button").count()).toBeGreaterThan(0);
  });

  test("says in the details what kind of claim it is, how sure, and how to look on", async () => {
    const page = await reader.openMap("/#制裁");
    const facts = await page.locator(".facts div").evaluateAll((all) => all.map((each) => each.textContent));
    expect(facts).toEqual([
      "行为方美国",
      "对象李尚福",
      "状态据报道",
      "说法出自中国",
      "关于香格里拉对话会",
      "来源联合公报，新华社（原文） 透过它查看日志 透过它查看",
      "反对或仅提及的来源转载的公报，晚报 透过它查看",
    ]);
    await page.getByRole("button", { name: "引用这条说法" }).click();
    expect(await latin()).toEqual([]);
    expect(await page.locator(".citation pre").first().textContent()).toMatch(
      /^“美国制裁李尚福”（2018年9月20日，据报道）。来源：新华社《联合公报》；《日志》。载于：往来，http\S+（查阅于 \d{4}-\d\d-\d\d）。$/,
    );
  });

  test("is a table in Chinese, sorted and longer on demand", async () => {
    const page = await reader.open("/?view=table");
    const columns = page.locator(".table thead").first().locator("th");
    await expect
      .poll(() => columns.allTextContents())
      .toEqual(["日期 ↓", "行为方", "行为", "对象", "状态", "来源"]);
    expect(await page.locator(".table h2").allTextContents()).toEqual(["114 条说法", "5 个实体"]);
    expect(await page.locator(".table [data-action=more]").textContent()).toBe("显示更多：还有 14 条说法");
    expect(await latin()).toEqual([]);
    await page.locator(".table [data-action=more]").click();
    await expect.poll(() => page.locator(".table tbody").first().locator("tr").count()).toBe(114);
    expect(await latin()).toEqual([]);
    await reader.open("/?view=table&minSources=5");
    await expect.poll(() => reader.page.locator(".table .empty").textContent()).toBe("筛选后没有说法。");
  });

  test.each(["share", "save", "keys"])("has the menu “%s” in Chinese", async (menu) => {
    const page = await reader.openMap("/");
    await page.locator(`[data-opens=${menu}]`).click();
    await page.waitForSelector(`#menu-${menu}:not([hidden])`);
    expect(await latin()).toEqual([]);
  });

  test("announces in Chinese what happens", async () => {
    const page = await reader.openMap("/");
    const heard = await listen();
    const last = async () => (await heard()).at(-1);
    await page.locator(".stage").focus();
    await page.keyboard.press("ArrowLeft");
    await expect.poll(last).toMatch(/：详情已在图旁打开$/);
    for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) await page.keyboard.press(key);
    await reader.page.goto(`${reader.origin}/#美国`);
    await page.getByRole("button", { name: /^再显示 \d+ 条说法$/ }).click();
    await expect.poll(last).toBe("已列出全部说法");
    await page.locator("[data-opens=save]").click();
    await page.locator("[data-save=csv]").click();
    await expect.poll(last).toBe("文件已保存");
    await page.locator("[data-opens=share]").click();
    await page.locator("[data-copy=link]").click();
    await expect.poll(last).toMatch(/^(链接已复制|浏览器不允许复制：请选中文字后自行复制)$/);
    expect((await heard()).filter((text) => /\p{Script=Latin}/u.test(text))).toEqual([]);
  });

  test("says why its map is not there", async () => {
    const page = await reader.open("/entities/");
    await page.route("**/skein/network.bin", (route) => route.fulfill({ status: 500 }));
    await page.goto(`${reader.origin}/`);
    await expect
      .poll(() => page.locator(".network-side .notice").last().textContent())
      .toBe("互动关系图未能加载（服务器返回 500）。静态图和各份列表仍可使用。");
    // The browser itself complains of the answer.
    expect(reader.complaints).toHaveLength(1);
    await reader.open("/entities/");
  });

  test("speaks Chinese on a phone", async () => {
    const page = await reader.openMap("/#制裁", { viewport: PHONE });
    await page.locator(".legend summary").click();
    expect(await latin()).toEqual([]);
  });
});

test("the map of a story, and an embedded one, speak Chinese too", async () => {
  const page = await reader.openMap("/stories/经过/");
  expect(await page.locator(".stage").getAttribute("aria-label")).toMatch(/完整关系图上打开所选内容。$/);
  await reader.open("/embed/");
  const titles = reader.page.locator(".stage svg title");
  await expect.poll(() => titles.allTextContents()).toContain("李尚福（人物）");
  expect(await titles.allTextContents()).toContain("美国制裁李尚福，2018年9月20日");
  expect((await titles.allTextContents()).filter((text) => /\p{Script=Latin}/u.test(text))).toEqual([]);
});

describe("the page of all claims in time", () => {
  test("is narrowed and zoomed in Chinese", async () => {
    const page = await reader.open("/timeline/?status=alleged");
    const tally = page.locator(".time-list .tally").first();
    const drawing = page.locator(".time-count");
    await expect.poll(() => tally.textContent()).toBe("114 条说法中的 1 条。 在关系图中查看");
    expect(await page.locator(".claim-facts").first().textContent()).toBe("2023年5月 · 据称");
    expect(await drawing.textContent()).toMatch(
      /^2010\D.*2023\D.*：1 条有日期的说法，各以一个标记列在所属类型的一行。顶部每根柱代表\S+。$/,
    );
    expect(await page.locator(".time-plot").getAttribute("aria-label")).toBe(
      "时间中的说法：方向键移动，加号和减号缩放，0 显示全部",
    );
    expect(await latin()).toEqual([]);
    await page.selectOption("#filter-status", "disputed");
    await expect
      .poll(() => page.locator(".claim-facts").first().textContent())
      .toBe("日期不详 · 有争议 · 回应中国要求美国");
    expect(await latin()).toEqual([]);
    await page.click("#filter-clear");
    await page.click("[data-time=zoomIn]");
    await expect
      .poll(() => tally.textContent())
      .toMatch(/^114 条说法中的 \d+ 条。另有 1 条日期不详的说法未列入。/);
    expect(await latin()).toEqual([]);
    for (let i = 0; i < 5; i++) await page.click("[data-time=zoomIn]");
    await expect.poll(() => drawing.textContent()).toMatch(/^20\d\d\D\d+\D\d+.*：\d+ 条有日期的说法/);
    expect(await latin()).toEqual([]);
    await page.fill("#filter-text", "无此名称");
    await expect.poll(() => tally.textContent()).toMatch(/^没有符合条件的说法。/);
    expect(await latin()).toEqual([]);
  });
});

describe("the table of all claims", () => {
  test("is narrowed and sorted in Chinese", async () => {
    const page = await reader.open("/table/");
    const tally = page.locator(".claims-table > .tally");
    expect(await tally.textContent()).toBe("共 114 条说法。");
    await page.click("[data-sort=status]");
    const statuses = page.locator("tbody tr td:nth-child(5)");
    await expect.poll(() => page.locator("th[aria-sort]").textContent()).toBe("状态 ↑");
    await expect.poll(async () => new Set(await statuses.allTextContents()).size).toBe(3);
    expect(await latin()).toEqual([]);
    await page.fill("#filter-text", "李尚福");
    await expect.poll(() => tally.textContent()).toBe("114 条说法中的 2 条。");
    expect(await latin()).toEqual([]);
    await page.fill("#filter-text", "无此名称");
    await expect.poll(() => tally.textContent()).toBe("没有符合条件的说法。");
  });

  test("says why the claims are not there", async () => {
    const page = await reader.open("/table/");
    await page.route("**/skein/network.bin", (route) => route.fulfill({ status: 500 }));
    await page.fill("#filter-text", "李尚福");
    await expect
      .poll(() => page.locator("#claims-failure").textContent())
      .toBe("说法未能加载（服务器返回 500）。本页原有的内容仍可查看。");
    // The browser itself complains of the answer.
    expect(reader.complaints).toHaveLength(1);
    await reader.open("/entities/");
  });
});

describe("the search page", () => {
  test("finds in Chinese what is typed and chosen", async () => {
    const page = await reader.open("/search/");
    const count = page.locator(".results-count");
    await expect.poll(() => page.locator(".results-after").textContent()).toMatch(/^输入一个词或词的开头：/);
    expect(await latin()).toEqual([]);
    await page.locator("#search-query").pressSequentially("中国");
    await expect.poll(() => count.textContent()).toMatch(/^找到 11\d 项结果$/);
    expect(await page.locator("[data-action=more]").textContent()).toMatch(/^显示更多：还有 10\d 项结果$/);
    expect(await latin()).toEqual([]);
    await page.locator("#search-query").fill("制裁 李尚福");
    await expect.poll(() => page.locator(".result a").first().textContent()).toBe("美国制裁李尚福");
    expect(await page.locator(".result .claim-facts").first().textContent()).toBe(
      "说法 · 制裁 · 2018年9月20日 · 据报道",
    );
    await page.locator("#search-query").fill("拒绝");
    await page.locator("#search-kind").selectOption({ label: "说法" });
    await expect
      .poll(() => page.locator(".result .claim-facts").allTextContents())
      .toEqual(["说法 · 拒绝 · 日期不详 · 有争议"]);
    expect(await latin()).toEqual([]);
    await page.locator("#search-query").fill("公报");
    await page.locator("#search-kind").selectOption({ label: "来源" });
    await expect
      .poll(() => page.locator(".result .claim-facts").allTextContents())
      .toEqual(["来源 · 文章", "来源 · 文章"]);
    expect(await latin()).toEqual([]);
  });

  test("says in Chinese that nothing is found, and offers to search everything", async () => {
    const page = await reader.open("/search/?q=孤岛&kind=source");
    await expect.poll(() => page.locator(".results-count").textContent()).toBe("没有找到结果");
    expect(await latin()).toEqual([]);
    await page.getByRole("link", { name: "搜索全部内容" }).click();
    await expect.poll(() => page.locator(".results-count").textContent()).toBe("找到 1 项结果");
  });

  test("says in Chinese that its index cannot be loaded", async () => {
    const page = await reader.open("/search/");
    await page.route(/search\/\w+\/terms-/, (route) => route.fulfill({ status: 500 }));
    await page.locator("#search-query").fill("美国");
    await expect.poll(() => page.locator(".results-count").textContent()).toMatch(/^索引未能加载：/);
    expect(await page.locator("[data-action=again]").textContent()).toBe("重试");
    expect(await latin()).toEqual([]);
    // The browser itself complains of the answer.
    expect(reader.complaints).toHaveLength(1);
    await reader.open("/search/");
  });
});
