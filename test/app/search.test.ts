import { describe, expect, test } from "vitest";
import { createModel } from "../../src/app/model.ts";
import { createSearch } from "../../src/app/search.ts";
import type { NetworkClaim } from "../../src/shared/network.ts";
import { ENGLISH } from "../../src/shared/words/languages.ts";
import { modelOf } from "../support/network.ts";

const model = modelOf(
  `
  newest: ada > bo
  middle: bo > ada
  joint: ada,chi > bo
  oldest: ada > bo title=Handshake
  `,
  { entities: { ada: { name: "Ada Almeida" }, bo: { name: "Bo Brandt" }, chi: { name: "李尚福" } } },
);
const search = createSearch(model);
await search.ready;
const idsFor = (query: string, limit = 10) => search.find(query, limit).map(({ id }) => id);

describe("the search beside the map", () => {
  test("finds a name by how it begins, then the claims that say it, newest first", () => {
    expect(idsFor("alm")).toEqual(["ada", "newest", "middle", "joint"]);
    expect(idsFor("alm", 2)).toEqual(["ada", "newest"]);
  });

  test("finds claims by all words of their sentence, in any order", () => {
    expect(idsFor("brandt ada")).toEqual(["newest", "middle", "joint"]);
    expect(idsFor(model.sentence(model.network.claims[2] as NetworkClaim))).toEqual(["joint"]);
    expect(idsFor("ada nobody")).toEqual([]);
  });

  test("finds a claim by the title it has instead of a sentence, and not by the sentence", () => {
    expect(idsFor("handsh")).toEqual(["oldest"]);
    expect(idsFor("ada brandt")).not.toContain("oldest");
  });

  test("forgives a mistake, and finds the middle of a name without spaces", () => {
    expect(idsFor("almeida brandd")).toEqual(["newest", "middle", "joint"]);
    expect(idsFor("尚")).toEqual(["chi", "joint"]);
  });
});

test("titles that are told later are found once they are there", async () => {
  const [claim] = modelOf("later: a > b").network.claims as [{ title?: string } & NetworkClaim];
  const network = { ...modelOf("x: a > b").network, claims: [claim] };
  const tell = async () => {
    claim.title = "The summit";
  };
  const late = createSearch(createModel(network, "./", ENGLISH, tell));
  await late.ready;
  expect(late.find("summit", 5).map(({ id }) => id)).toEqual(["later"]);
});
