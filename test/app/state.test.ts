import { describe, expect, test } from "vitest";
import {
  change,
  clearFilters,
  createStore,
  hover,
  INITIAL_STATE,
  look,
  type State,
  select,
  setShown,
} from "../../src/app/state.ts";
import { addressOf, viewpointIn } from "../../src/shared/viewpoint.ts";

const at = (search: string, hash = "") => look(viewpointIn({ search, hash }));
const addressIn = ({ viewpoint }: State) => addressOf(viewpoint);

describe("choosing", () => {
  test("keeps focus and filters, and lets go of the camera and what is pointed at", () => {
    const before = hover(at("?within=2&hide=state&at=1,2,300", "#ada"), "cy");
    const after = select(before, "bo");
    expect(addressIn(after)).toBe("?within=2&hide=state#bo");
    expect(after.hovered).toBeUndefined();
  });

  test("letting go ends the focus", () => {
    expect(addressIn(select(at("?within=2&hide=state", "#ada"), undefined))).toBe("?hide=state");
  });
});

describe("pointing", () => {
  test("is no part of the address", () => {
    expect(addressIn(hover(INITIAL_STATE, "ada"))).toBe("");
    expect(hover(INITIAL_STATE, "ada").hovered).toBe("ada");
  });

  test("at the same again changes nothing", () => {
    const state = hover(INITIAL_STATE, "ada");
    expect(hover(state, "ada")).toBe(state);
  });
});

describe("filters", () => {
  test("hide several, in the order of the alphabet, each once", () => {
    const state = setShown(
      setShown(INITIAL_STATE, "hide", ["state", "person"], false),
      "hide",
      ["state"],
      false,
    );
    expect(addressIn(state)).toBe("?hide=person,state");
  });

  test("show again what was hidden, and only that", () => {
    expect(addressIn(setShown(at("?hideClaims=tie,visit"), "hideClaims", ["tie", "demand"], true))).toBe(
      "?hideClaims=visit",
    );
    expect(addressIn(setShown(at("?hideStatus=denied&hide=state"), "hideStatus", ["denied"], true))).toBe(
      "?hide=state",
    );
  });

  test("are all taken off at once, and nothing else with them", () => {
    const filters =
      "within=1&hide=a&hideClaims=b&hideStatus=denied&tag=t&source=s&publisher=p&lens=alone&minSources=2&from=2018&to=2019&asOf=2018-01-01&undated=no";
    const rest =
      "route=a--b&alternative=1&onlyConfirmed=yes&forward=yes&view=table&sort=who&color=community&at=1,2,300";
    expect(addressIn(clearFilters(at(`?${filters}&${rest}`, "#ada")))).toBe(`?${rest}#ada`);
  });
});

describe("the store", () => {
  test("tells each listener of the new state and the one before", () => {
    const store = createStore(INITIAL_STATE);
    const heard: string[] = [];
    for (const name of ["one", "two"])
      store.subscribe((state, before) => heard.push(`${name} ${addressIn(before)}→${addressIn(state)}`));
    store.update((state) => change(state, { tag: "port" }));
    expect(heard).toEqual(["one →?tag=port", "two →?tag=port"]);
    expect(addressIn(store.state)).toBe("?tag=port");
  });

  test("says nothing where nothing changes", () => {
    const store = createStore(INITIAL_STATE);
    store.subscribe(() => {
      throw new Error("there is nothing to tell");
    });
    store.update((state) => hover(state, undefined));
    expect(store.state).toBe(INITIAL_STATE);
  });

  test("another viewpoint forgets what was pointed at", () => {
    expect(look(hover(INITIAL_STATE, "ada").viewpoint).hovered).toBeUndefined();
  });
});
