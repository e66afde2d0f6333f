import { expect, test } from "vitest";
import { editorLinks } from "../../../src/cli/dev/editor.ts";
import { UsageError } from "../../../src/cli/terminal.ts";

const FILE = "/srv/my graph/content/entities/李 & co#1.md";

test("a place in a file is opened by the address that the editor has for it", () => {
  const path = "/srv/my%20graph/content/entities/%E6%9D%8E%20%26%20co%231.md";
  const opened: [string | undefined, string | undefined][] = [
    [undefined, `vscode://file${path}:4:7`],
    ["cursor", `cursor://file${path}:4:7`],
    ["idea", `idea://open?file=${path}&line=4&column=7`],
    ["my-editor://{path}?at={line}", `my-editor://${path}?at=4`],
    ["none", undefined],
  ];
  for (const [setting, address] of opened)
    expect([setting, editorLinks(setting)(FILE, 4, 7)]).toEqual([setting, address]);
});

test("what is no address of an editor is refused, and so is what the browser would run or open itself", () => {
  const refused = [
    "vim",
    "code -g {path}",
    "my-editor://open",
    "javascript:alert('{path}')",
    "JavaScript:{path}",
    "data:text/html,{path}",
    "file://{path}",
    "",
  ];
  for (const setting of refused) expect(() => editorLinks(setting), setting).toThrow(UsageError);
});
