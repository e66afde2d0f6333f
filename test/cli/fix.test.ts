import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { replaceText } from "../../src/cli/replace.ts";
import { contentsOf, runSkein, SMALL_CONTENT, temporaryFolder, writeFiles } from "../support/skein.ts";

const folder = temporaryFolder();

/** A content folder with the files laid over the least content. */
function contentWith(name: string, files: Readonly<Record<string, string>>): string {
  const content = join(folder, name);
  writeFiles(content, { ...SMALL_CONTENT, ...files });
  return content;
}

const MISSPELT = "---\ntpye: state\nname: Cuba: an isle\n---\n\nNear [[a]]. \n";
const MENDED = '---\ntype: state\nname: "Cuba: an isle"\n---\n\nNear [[a]].\n';
const TO_CUBA = "---\ntype: visit\nfrom: a\nto: cuba\nsources: [log]\n---\n";

describe("skein check --fix", () => {
  test("mends files where they stand, touches no other, and has nothing to do the second time", async () => {
    const content = contentWith("mended", {
      "entities/cuba.md": MISSPELT,
      "edges/to-cuba.md": TO_CUBA.replace("to: cuba", "to: cuba # here\ndate: 15 June 2023"),
    });
    const before = contentsOf(content);
    const times = () => [...before.keys()].map((path) => statSync(join(content, path)).ino);
    const first = await runSkein(["check", "--fix", "-c", content]);
    expect(first).toEqual({
      code: 0,
      out: "2 files mended; 3 entities, 2 claims, 1 source: no problems\n",
      err: "",
    });
    expect(contentsOf(content)).toEqual(
      new Map([
        ...before,
        ["entities/cuba.md", MENDED],
        ["edges/to-cuba.md", TO_CUBA.replace("to: cuba", "to: cuba # here\ndate: 2023-06-15")],
      ]),
    );
    const written = times();
    const second = await runSkein(["check", "--fix", "-c", content]);
    expect([second.code, second.out]).toEqual([
      0,
      "nothing to mend; 3 entities, 2 claims, 1 source: no problems\n",
    ]);
    expect(times()).toEqual(written);
  });

  test("without it nothing is mended", async () => {
    const content = contentWith("unmended", { "entities/cuba.md": MISSPELT });
    const before = contentsOf(content);
    expect((await runSkein(["check", "-c", content])).code).toBe(1);
    expect(contentsOf(content)).toEqual(before);
  });

  test("says what is left, with its place in the mended file", async () => {
    const content = contentWith("left", {
      "entities/cuba.md": "---\nnaem: Cuba\ntype: state\ndate: 03/04/2023\n---\n",
      "edges/to-cuba.md": TO_CUBA.replace("cuba", "cubo"),
    });
    const { code, out } = await runSkein(["check", "--fix", "-c", content]);
    expect(code).toBe(1);
    expect(out).toContain(`${content}/entities/cuba.md:4:7 error invalid-date`);
    expect(out).toMatch(/\n1 file mended; 2 entities, \d claims, 1 source: \d errors?/);
    expect(contentsOf(content).get("edges/to-cuba.md")).toContain("to: cubo\n");
  });

  test("a reference by a former id becomes the current one, but not where a claim has its own id from it", async () => {
    const former = "sources: [log]\nformerIds: [cubania]\n";
    const content = contentWith("former", {
      "entities/cuba.md": `---\ntype: state\nname: Cuba\n${former}---\n`,
      "entities/dominica.md":
        "---\ntype: state\nname: Dominica\nedges:\n  - type: visit\n    to: cubania\n    sources: [log]\n" +
        "  - id: second\n    type: visit\n    to: cubania\n    attributedTo: [a, 'cubania' ] # by both\n    sources: [log]\n---\n",
      "edges/to-cuba.md": TO_CUBA.replace("to: cuba", "to:\n  - cubania # once"),
      "edges/claim.md":
        "---\ntype: visit\nfrom: b\nto: a\nrespondsTo: [dominica-visit-cubania]\nsources: [log]\n---\n\n[[cubania]]\n",
    });
    const before = contentsOf(content);
    const { out, code } = await runSkein(["check", "--fix", "-c", content]);
    const after = contentsOf(content);
    expect(after.get("edges/to-cuba.md")).toBe(TO_CUBA.replace("to: cuba", "to:\n  - cuba # once"));
    expect(after.get("entities/dominica.md")).toBe(
      before
        .get("entities/dominica.md")
        ?.replace(
          "to: cubania\n    attributedTo: [a, 'cubania' ]",
          "to: cuba\n    attributedTo: [a, 'cuba' ]",
        ),
    );
    expect(after.get("edges/claim.md")).toBe(before.get("edges/claim.md"));
    expect(code).toBe(0);
    expect(out.match(/warning former-id/g)).toHaveLength(1);
    expect(out).toContain("2 files mended; ");
    expect((await runSkein(["check", "--fix", "-c", content])).out).toContain("nothing to mend; ");
  });

  test.each(["json", "sarif"])("--format %s stays readable for programs", async (format) => {
    const content = contentWith(format, { "entities/cuba.md": MISSPELT, "edges/to-cuba.md": TO_CUBA });
    const { out, err, code } = await runSkein(["check", "--fix", "--format", format, "-c", content]);
    expect(JSON.parse(out)).toBeDefined();
    expect([err, code]).toEqual(["1 file mended\n", 0]);
  });

  test("--format github prints annotations alone, and --quiet nothing where nothing is wrong", async () => {
    const content = contentWith("github", { "entities/cuba.md": MISSPELT, "edges/to-cuba.md": TO_CUBA });
    expect(await runSkein(["check", "--fix", "--format", "github", "-c", content])).toEqual({
      code: 0,
      out: "",
      err: "1 file mended\n",
    });
    writeFiles(content, { "entities/cuba.md": MISSPELT });
    expect(await runSkein(["check", "--fix", "--quiet", "-c", content])).toEqual({
      code: 0,
      out: "",
      err: "",
    });
    expect(contentsOf(content).get("entities/cuba.md")).toBe(MENDED);
  });

  test("keeps the mode of a file, its byte order mark and its line ends", async () => {
    const content = contentWith("kept", { "edges/to-cuba.md": TO_CUBA });
    const file = join(content, "entities/cuba.md");
    const windows = (text: string) => `\uFEFF${text.replaceAll("\n", "\r\n")}`;
    writeFileSync(file, windows(MISSPELT));
    chmodSync(file, 0o640);
    expect((await runSkein(["check", "--fix", "-c", content])).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(windows(MENDED));
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  test("leaves what a link leads to, and what Skein does not read", async () => {
    const outside = join(folder, "outside.md");
    writeFileSync(outside, MISSPELT);
    const content = contentWith("linked", {
      "entities/_draft.md": MISSPELT,
      ".hidden/cuba.md": MISSPELT,
      "notes/cuba.md": MISSPELT,
    });
    symlinkSync(outside, join(content, "entities/cuba.md"));
    symlinkSync(folder, join(content, "edges/all"));
    const { out } = await runSkein(["check", "--fix", "-c", content]);
    expect(out).toContain("nothing to mend; ");
    expect(readFileSync(outside, "utf8")).toBe(MISSPELT);
    expect(readlinkSync(join(content, "entities/cuba.md"))).toBe(outside);
    for (const path of ["entities/_draft.md", ".hidden/cuba.md", "notes/cuba.md"])
      expect(readFileSync(join(content, path), "utf8")).toBe(MISSPELT);
  });

  test("a file that cannot be written is one line, and stays as it is", async () => {
    const content = contentWith("blocked", { "entities/cuba.md": MISSPELT });
    mkdirSync(join(content, "entities/.skein-mending"));
    expect(await runSkein(["check", "--fix", "-c", content])).toEqual({
      code: 3,
      out: "",
      err: `skein: cannot write ${content}/entities/cuba.md: .skein-mending is in its folder; if no other skein is at work, remove that\n`,
    });
    expect(readFileSync(join(content, "entities/cuba.md"), "utf8")).toBe(MISSPELT);
  });

  test("what a killed run left is taken away, and what another may be writing is not", async () => {
    const content = contentWith("killed", { "entities/cuba.md": MISSPELT, "edges/to-cuba.md": TO_CUBA });
    const partial = join(content, "entities/.skein-mending");
    writeFileSync(partial, MENDED.slice(0, 20));
    expect((await runSkein(["check", "--fix", "-c", content])).err).toContain(
      "if no other skein is at work, remove that",
    );
    const before = new Date(Date.now() - 11_000);
    utimesSync(partial, before, before);
    expect((await runSkein(["check", "--fix", "-c", content])).code).toBe(0);
    expect(contentsOf(content).get("entities/cuba.md")).toBe(MENDED);
    expect(existsSync(partial)).toBe(false);
  });

  test("a folder that is not there is wrong usage", async () => {
    expect((await runSkein(["check", "--fix", "-c", join(folder, "nowhere")])).code).toBe(2);
  });
});

describe("replacing a text", () => {
  test("leaves no second file behind", () => {
    const root = join(folder, "replaced");
    writeFiles(root, { "a.md": "old" });
    replaceText(root, "a.md", "old", "new");
    expect(contentsOf(root)).toEqual(new Map([["a.md", "new"]]));
  });

  test("is refused where the file has changed since it was read", () => {
    const root = join(folder, "changed");
    writeFiles(root, { "a.md": "newer" });
    expect(() => replaceText(root, "a.md", "old", "new")).toThrow(
      `cannot write ${root}/a.md: it has just been changed by somebody else`,
    );
    expect(contentsOf(root)).toEqual(new Map([["a.md", "newer"]]));
  });

  test("is refused through links, and outside the folder", () => {
    const root = join(folder, "guarded");
    writeFiles(root, { "in/a.md": "old", "out/b.md": "old" });
    symlinkSync(join(root, "out/b.md"), join(root, "in/link.md"));
    symlinkSync(join(root, "out"), join(root, "in/folder"));
    const inside = join(root, "in");
    expect(() => replaceText(inside, "link.md", "old", "new")).toThrow("it is a link, or no file");
    expect(() => replaceText(inside, "folder/b.md", "old", "new")).toThrow("outside the content folder");
    expect(() => replaceText(inside, "../out/b.md", "old", "new")).toThrow("outside the content folder");
    expect(() => replaceText(inside, "gone.md", "old", "new")).toThrow("it is gone");
    expect(readFileSync(join(root, "out/b.md"), "utf8")).toBe("old");
    expect(lstatSync(join(inside, "link.md")).isSymbolicLink()).toBe(true);
  });
});
