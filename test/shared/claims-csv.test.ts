import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { shownFrom } from "../../src/app/shown.ts";
import { csvOf } from "../../src/shared/claims-csv.ts";
import { PLAIN_VIEWPOINT } from "../../src/shared/viewpoint.ts";
import { ENGLISH } from "../../src/shared/words/languages.ts";
import { awkwardModel, modelOf } from "../support/network.ts";

const model = awkwardModel();

describe("the claims as CSV", () => {
  const csv = csvOf(model.network.claims, ENGLISH);
  const rows = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true });

  test("is what a spreadsheet reads: a byte order mark, CRLF, and quotes where they are needed", () => {
    expect(csv.startsWith("\uFEFFid,claim,type,from,from_names,to,to_names,date,")).toBe(true);
    expect(csv.endsWith("\r\n")).toBe(true);
    expect(csv.split("\r\n")).toHaveLength(5);
    expect(csv).toContain('"Ada ""the first"", Countess; =HYPERLINK(1)"');
    expect(rows.errors).toEqual([]);
  });

  test("has a row a claim, in the order of the claims, with all that is said of it", () => {
    expect(rows.data.map(({ id }) => id)).toEqual(["joint", "answer", "first"]);
    expect(rows.data[0]).toEqual({
      id: "joint",
      claim: 'Ada "the first", Countess and =HYPERLINK(1) visits 尚福 <&> Müller',
      type: "visit",
      from: "ada bo",
      from_names: 'Ada "the first", Countess; =HYPERLINK(1)',
      to: "cy",
      to_names: "尚福 <&> Müller",
      date: "September 2018",
      earliest: "2018-09-01",
      latest: "2018-09-30",
      status: "alleged",
      attributed_to: "",
      responds_to: "",
      independent_sources: "1",
      sources: "log copy",
      source_urls: "https://log.example/a?b=1&c=2 https://copy.example/",
    });
    expect(rows.data[1]).toMatchObject({
      earliest: "2019-01-01",
      latest: "",
      responds_to: "joint first",
      source_urls: "",
    });
    expect(rows.data[2]).toMatchObject({ date: "", earliest: "", latest: "", independent_sources: "0" });
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=1\n+2"])(
    "a name that begins as a formula does is a text: %j",
    (name) => {
      const evil = modelOf("visit: a > b", { entities: { a: { name } } });
      const [row] = Papa.parse<Record<string, string>>(csvOf(evil.network.claims, ENGLISH).slice(1), {
        header: true,
        skipEmptyLines: true,
      }).data;
      expect(row?.from_names).toBe(`'${name}`);
      expect(row?.claim).toBe(`'${name} visits B`);
    },
  );

  test("holds what is shown, and its header where that is nothing", () => {
    const shown = shownFrom(model, { ...PLAIN_VIEWPOINT, hideStatus: ["alleged"] });
    expect(csvOf(shown.claims, ENGLISH)).not.toContain("joint,");
    expect(csvOf([], ENGLISH)).toMatch(/^\uFEFFid,claim,type,[a-z_,]+,source_urls\r\n$/);
  });
});
