import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { allBetween, claim, type Pages, pagesFrom, person } from "../support/pages.ts";

const LOOSE = { "site.yml": "title: Graph\nrequireSources: false\n" };
const PEOPLE = { ...LOOSE, ...person("a"), ...person("b") };
const dated = (id: string, date: string, more = "") => claim(id, "a", "b", `date: "${date}"\n${more}`);
const edgesIn = (html: string) =>
  [...html.matchAll(/<a href="(?:\.\.\/)+edges\/([^"/]+)\/"/g)].map(([, id]) => id);

const pages = pagesFrom({
  ...PEOPLE,
  ...dated("in-june", "2023-06-15"),
  ...dated("about-june", "2023-06~", "status: alleged\n"),
  ...dated("in-summer", "2023-06/2023-08", "status: disputed\n"),
  ...dated("since", "2021/.."),
  ...dated("in-2021", "2021-02-03"),
  ...dated("wrong", "2023-05-01"),
  ...dated("right", "2023-06-01", "supersedes: [wrong]\n"),
  ...claim("never", "a", "b"),
});

/** `id: claims` of each heading of the list. */
const periodsIn = (html: string): string[] =>
  html
    .slice(html.indexOf('class="time-list"'))
    .split(/<h[23] id="/)
    .slice(1)
    .map((part) => `${part.split('"')[0]}: ${edgesIn(part).join(",")}`);

describe("the timeline", () => {
  test("lists claims by year and month, then those of several years, then the undated", async () => {
    const html = await pages.at("timeline/");
    expect(periodsIn(html)).toEqual([
      "in-2021: ",
      "in-2021-02: in-2021",
      "in-2023: in-summer",
      "in-2023-06: right,about-june,in-june",
      "in-years: since",
      "in-undated: never",
    ]);
    expect(html).toContain('<h3 id="in-2023-06">June 2023</h3>\n<p class="tally">3 claims');
    expect(html).toContain("In 2023; the month is open, or there is more than one.");
  });

  test("says which claims are left out, and where they are", async () => {
    expect(await pages.at("timeline/")).toMatch(
      /1 claim that a later one corrects is left out: all are in the <a href="\.\.\/edges\/">/,
    );
  });

  test("links each year and month to the network page", async () => {
    const html = await pages.at("timeline/");
    expect(html).toContain('href="../?from=2023&amp;to=2023&amp;undated=no"');
    expect(html).toContain('href="../?from=2023-06&amp;to=2023-06&amp;undated=no"');
    expect(html).toContain('<span class="visually-hidden">: June 2023</span>');
  });

  test("draws a day as a disc, an uncertain date as a line, an open one to the edge, each with its status", async () => {
    const html = await pages.at("timeline/");
    const [svg = ""] = allBetween(html, '<div class="time-plot">', "</section>");
    const mark = (id: string) =>
      svg.match(new RegExp(`<a href="\\.\\./edges/${id}/" tabindex="-1" class="([^"]*)">.*</title>(.*)</a>`));
    expect(mark("in-june")?.[2]).toContain('<circle r="4"/>');
    expect(mark("about-june")?.[1]).toBe("status-alleged");
    expect(mark("about-june")?.[2]).toMatch(/^<line x1="[\d.]+%" x2="[\d.]+%"/);
    expect(mark("in-summer")?.[1]).toBe("status-disputed");
    expect(mark("since")?.[2]).toContain('x2="100%"');
    expect(svg).toContain(">2022</text>");
    expect(html).toContain("6 claims with a date, each a mark in the row of its type.");
  });

  test("without a date there is a list and no drawing", async () => {
    const html = await pagesFrom({ ...PEOPLE, ...claim("never", "a", "b") }).at("timeline/");
    expect(html).toContain("No claim has a date yet.");
    expect(html).not.toContain("<svg");
    expect(periodsIn(html)).toEqual(["in-undated: never"]);
  });
});

const MANY = Object.assign(
  {},
  ...Array.from({ length: 600 }, (_, i) =>
    dated(`c${String(i).padStart(3, "0")}`, i < 550 ? "2022-03-04" : "2023-05-06"),
  ),
);
const many: Pages = pagesFrom({ ...PEOPLE, ...MANY });

describe("with many claims", () => {
  test("the drawing counts them, and stays small", async () => {
    const html = await many.at("timeline/");
    const [svg = ""] = allBetween(html, '<div class="time-plot">', "</div>");
    expect(svg.length).toBeLessThan(6_000);
    expect(edgesIn(svg)).toEqual([]);
    expect(html).toContain("600 claims with a date, counted by type: a bar is a week.");
  });

  test("the list goes on in another part, and says so; the years lead to where they begin", async () => {
    const [first, second] = [await many.at("timeline/"), await many.at("timeline/page/2/")];
    expect(periodsIn(first).map((each) => each.split(":")[0])).toEqual(["in-2022", "in-2022-03"]);
    expect(first).toContain('<a href="#in-2022">2022</a>');
    expect(first).toContain('<a href="../timeline/page/2/#in-2023">2023</a>');
    expect(second).toContain('<h3 id="in-2022-03">March 2022 (continued)</h3>\n<p class="tally">550 claims');
    expect(second).not.toContain("timeline.js");
    expect(second).toContain(
      '<a href="../../../timeline/">The drawing of all of them is on the first part</a>',
    );
  });

  test("the table goes on in another part, with the rows that it holds", async () => {
    const second = await many.at("table/page/2/");
    expect(second).toContain("Rows 501 to 600 of 600 claims.");
    expect(allBetween(second, '<tr data-row="', '"')).toHaveLength(100);
    expect(second).toContain('<a href="../../../table/claims.csv" download>');
  });
});

const HOSTILE = {
  ...LOOSE,
  "entities/a.md": '---\ntype: person\nname: "=HYPERLINK(<script>)"\n---\n',
  ...person("b"),
  "sources/paper.md": "---\ntitle: A <b>report</b>\npublisher: Press\n---\n",
  ...claim("said", "a", "b", 'date: "2023"\nstatus: alleged\nattributedTo: [b]\nsources: [paper]\n'),
  ...claim("untold", "b", "a"),
};

describe("the table", () => {
  const hostile = pagesFrom(HOSTILE);

  test("is one real table: when, who, what, to whom, how sure, who says so, its sources", async () => {
    const html = await hostile.at("table/");
    const [head = ""] = allBetween(html, "<thead>", "</thead>");
    expect(
      allBetween(head, '<th scope="col"', "</th>").map((cell) => /^[^>]*>([\w ]+)/.exec(cell)?.[1]),
    ).toEqual(["Date", "Who", "What", "To whom", "Status", "Who says so", "Sources"]);
    expect(head).toContain('<th scope="col" aria-sort="descending">Date');
    expect(head).not.toContain("<button");
    const [said = ""] = allBetween(html, '<tr data-row="said">', "</tr>");
    const cells = allBetween(said, "<td", "</td>").map((cell) => cell.replace(/^[^>]*>|<[^>]*>/g, ""));
    expect(cells).toEqual([
      "2023",
      "=HYPERLINK(&lt;script&gt;)",
      "comments on",
      "B",
      "alleged",
      "B",
      "Press",
    ]);
    expect(said).toContain('title="A &lt;b&gt;report&lt;/b&gt;"');
  });

  test("scrolls in a region of its own that has a name and can be focused", async () => {
    expect(await hostile.at("table/")).toContain(
      '<section class="table table-scroll" aria-label="All claims" tabindex="0">',
    );
  });

  test("is a file as well, in which nothing runs", async () => {
    expect(hostile.paths).toContain("table/claims.csv");
    const csv = await hostile.file("table/claims.csv");
    const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true });
    expect(data.map(({ id }) => id)).toEqual(["said", "untold"]);
    expect(data[0]?.from_names).toBe("'=HYPERLINK(<script>)");
  });
});

test("above fourteen types, those with fewest claims share a row", async () => {
  const ids = Array.from({ length: 16 }, (_, i) => `t${String(i).padStart(2, "0")}`);
  const claimOf = (type: string, n: number) => ({
    [`edges/${type}-${n}.md`]: `---\ntype: ${type}\nfrom: a\nto: b\ndate: "2023-01-02"\n---\n`,
  });
  const html = await pagesFrom({
    ...PEOPLE,
    "ontology.yml": `edgeTypes:\n${ids.map((id) => `  ${id}: { label: Type ${id}, verb: does }\n`).join("")}`,
    ...Object.assign(
      {},
      ...ids.flatMap((id, i) => (i < 3 ? [claimOf(id, 1)] : [claimOf(id, 1), claimOf(id, 2)])),
    ),
  }).at("timeline/");
  const labels = allBetween(html, '<text class="time-label"', "</text>").map((label) =>
    label.replace(/^[^>]*>|<[^>]*>/g, ""),
  );
  expect(labels).toHaveLength(14);
  expect(labels.at(0)).toBe("Type t03 2");
  expect(labels.at(-1)).toBe("3 other types 3");
});
