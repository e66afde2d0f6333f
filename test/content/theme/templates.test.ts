import { describe, expect, test } from "vitest";
import { readTemplate } from "../../../src/content/theme/templates.ts";
import { html } from "../../../src/shared/html.ts";
import { fill } from "../../../src/shared/template.ts";
import { load, problemsIn } from "../../support/content.ts";

const PIECES = {
  root: "../../",
  name: '<b>&"x"',
  description: "",
  prose: html`<p>Text</p>`,
  mentions: false,
} as const;

/** What a template of the page of an entity prints. */
function printed(text: string): string {
  const { template, problems } = readTemplate("entity", text);
  expect(problems).toEqual([]);
  return fill(template, PIECES).markup;
}

/** What is said of it. */
const saidOf = (text: string): string[] =>
  readTemplate("entity", text).problems.map(({ message }) => message);

describe("a template", () => {
  test.each([
    ["<p>{{name}}</p>", "<p>&lt;b&gt;&amp;&quot;x&quot;</p>"],
    ["<p>{{{name}}}{{&name}}</p>", "<p>&lt;b&gt;&amp;&quot;x&quot;&lt;b&gt;&amp;&quot;x&quot;</p>"],
    ["{{prose}}", "<p>Text</p>"],
    ["{{#name}}yes{{/name}}{{^name}}no{{/name}}", "yes"],
    ["{{#description}}yes{{/description}}{{^description}}no{{/description}}", "no"],
    ["{{#mentions}}{{mentions}}{{/mentions}}{{! a note }}", ""],
    [
      '<a href="{{root}}entities/" title="{{name}}">x</a>',
      '<a href="../../entities/" title="&lt;b&gt;&amp;&quot;x&quot;">x</a>',
    ],
    ['<p class="a{{#name}} b{{/name}}">x<br>y</p>', '<p class="a b">x<br>y</p>'],
    ["<p>a &lt; b</p>\n{{#name}}\nc\n{{/name}}\n", "<p>a &lt; b</p>\nc\n"],
  ])("%s", (text, expected) => {
    expect(printed(text)).toBe(expected);
  });

  test.each([
    "<script>alert(1)</script>",
    "<scr{{! x }}ipt>",
    "<{{name}}>x",
    "<style>p{}</style>",
    "<iframe src='x'></iframe>",
    "<form action='x'></form>",
    "<base href='https://example.org/'>",
    "<meta http-equiv='refresh' content='0; url=https://example.org'>",
    "<link rel='stylesheet' href='x'>",
    "<object data='x'></object>",
    "<svg onload='x'></svg>",
    "<math></math>",
    "<body>",
    "<textarea>",
    "<!-- {{name}} -->",
    "<!doctype html>",
    "<?x?>",
    "<p onclick='x()'></p>",
    "<p ONCLICK='x()'></p>",
    "<p style='color:red'></p>",
    "<p {{name}}></p>",
    "<p title={{name}}></p>",
    "<p title='{{prose}}'></p>",
    "<p{{#name}} title='x'{{/name}}></p>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' java\tscript:alert(1)'>x</a>",
    "<a href='javascript&colon;alert(1)'>x</a>",
    "<a href='{{name}}'>x</a>",
    "<a href='java{{name}}'>x</a>",
    "<a href='data:text/html,x'>x</a>",
    "<img src='data:image/svg+xml,x' alt=''>",
    "<img srcset='x' alt=''>",
    "<p",
    "<p title='x",
    "<p>",
    "</p>",
    "<b><i></b></i>",
    "{{#name}}<p>{{/name}}</p>",
    "a < b",
    "{{=<% %>=}}",
    "{{> entity}}",
    "{{constructor}}",
    "{{__proto__}}",
    "{{name.length}}",
    "{{.}}",
    "{{#name}}",
    "{{/name}}",
    "{{#name}}{{#prose}}{{/name}}{{/prose}}",
    "{{name",
    `{{#${" ".repeat(32_000)}`,
    "x".repeat(40_000),
    "{{}}",
    "{{prose}}{{prose}}{{prose}}",
    `${"{{#name}}".repeat(5000)}${"{{/name}}".repeat(5000)}`,
  ])("is refused where it says %s", (text) => {
    expect(saidOf(text)).not.toEqual([]);
  });

  test("is laid out nowhere else than in a file with the name of a page or a part", () => {
    const loaded = load({
      "theme/footr.mustache": "x",
      "theme/footer.mustache": "x\n\n<p>{{titel}}</p>\r\n",
    });
    expect(problemsIn(loaded)).toEqual([
      "theme/footer.mustache:3:4 theme-template",
      "theme/footr.mustache:1:1 misplaced-file",
    ]);
    expect(loaded.diagnostics[1]?.message).toContain("did you mean footer.mustache?");
  });
});
