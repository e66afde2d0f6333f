import { describe, expect, it } from "vitest";
import { panelContent } from "../../src/app/panel.ts";
import { shownFrom } from "../../src/app/shown.ts";
import { INITIAL_STATE } from "../../src/app/state.ts";
import { modelOf } from "../support/network.ts";

describe("the panel of a hub", () => {
  const notation = Array.from({ length: 70 }, (_, i) => `c${i}: hub > other${i}`).join("\n");
  const model = modelOf(`${notation}\nback: other1 > hub`);
  const subject = model.subject("hub");
  if (subject === undefined) throw new Error("there is no hub");
  const shown = shownFrom(model, INITIAL_STATE.viewpoint);
  const itemsIn = (markup: string) => markup.split('<li class="claim"').length - 1;

  it("lists a part of its claims at first, says how many of each kind, and offers the rest", () => {
    const { markup } = panelContent(subject, model, INITIAL_STATE, shown);
    expect(itemsIn(markup)).toBe(60);
    expect(markup).toContain("60 of 70");
    expect(markup).toMatch(/data-action="whole">Show 11 more claims</);
  });

  it("lists all of them when asked", () => {
    const { markup } = panelContent(subject, model, INITIAL_STATE, shown, true);
    expect(itemsIn(markup)).toBe(71);
    expect(markup).not.toContain('data-action="whole"');
  });
});
