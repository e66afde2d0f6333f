import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeHtml, html, join, raw } from "../../src/shared/html.ts";

test("text is escaped, in elements and in attributes", () => {
  const name = `<script>"'&`;
  expect(html`<p title="${name}">${name}</p>`.markup).toBe(
    `<p title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;</p>`,
  );
});

test("markup of the tag’s own stays markup, alone and in lists", () => {
  expect(html`<ul>${["a", "<b>"].map((item) => html`<li>${item}</li>`)}</ul>`.markup).toBe(
    "<ul><li>a</li><li>&lt;b&gt;</li></ul>",
  );
});

test("what stands in a template in a template is escaped once", () => {
  const inner = html`<b>${"R&D"}</b>`;
  expect(html`<p>${html`<i>${inner}</i>`} ${[[inner], ["&", false]]}</p>`.markup).toBe(
    "<p><i><b>R&amp;D</b></i> <b>R&amp;D</b>&amp;</p>",
  );
});

test("what looks like markup in an object of somebody else’s is not let in", () => {
  // As a careless cast would hand it over.
  const forged = { markup: "<script>", toString: () => "<script>" } as unknown as string;
  expect(html`${forged}`.markup).toBe("");
});

test("nothing, false and null print nothing, but zero is a number", () => {
  expect(html`${undefined}${null}${false}${0}${""}`.markup).toBe("0");
});

test("a separator stands only between", () => {
  expect(join(["a", html`<i>b</i>`, "c"], " · ").markup).toBe("a · <i>b</i> · c");
  expect(join([], ", ").markup).toBe("");
});

test("raw is left alone", () => {
  expect(html`${raw("<hr>")}`.markup).toBe("<hr>");
});

test("no text can open an element or leave an attribute", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => !/[<>"']/.test(escapeHtml(text))),
    {
      seed: 1,
    },
  );
});
