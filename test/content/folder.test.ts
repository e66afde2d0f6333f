import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Folder, readFolder, rereadFolder } from "../../src/content/folder.ts";
import { loadContent } from "../../src/content/load.ts";
import { AROUND, problemsIn } from "../support/content.ts";
import { temporaryFolder, writeFiles } from "../support/skein.ts";

const root = temporaryFolder();

function folderWith(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(root, name);
  writeFiles(folder, files);
  return folder;
}

describe("a content folder", () => {
  test("is read below its three folders, however deep, with its settings and images", () => {
    const folder = folderWith("whole", {
      ...AROUND,
      "site.yml": "title: A graph\n",
      "ontology.yml": "",
      "entities/a/b/c/cuba.md": "---\n",
      "assets/a.png": "",
      "assets/b/C.JPG": "",
      "assets/d.webp": "",
    });
    const { texts, assets, passedOver } = readFolder(folder);
    expect([...texts.keys()]).toEqual([
      "edges/visit.md",
      "entities/a/b/c/cuba.md",
      "entities/atlantis.md",
      "entities/bermuda.md",
      "ontology.yml",
      "site.yml",
      "sources/log.md",
    ]);
    expect([...assets]).toEqual(["assets/a.png", "assets/b/C.JPG", "assets/d.webp"]);
    expect(passedOver).toEqual([]);
    expect(texts.get("site.yml")).toBe("title: A graph\n");
  });

  test("is silent about names that begin with a dot or an underscore", () => {
    const folder = folderWith("hidden", {
      ...AROUND,
      ".git/config": "x",
      "_drafts/cuba.md": "x",
      "entities/.cuba.md": "x",
      "entities/_notes/cuba.md": "x",
      "assets/.DS_Store": "x",
    });
    const read = readFolder(folder);
    expect([...read.texts.keys()]).toEqual(Object.keys(AROUND).sort());
    expect(read.passedOver).toEqual([]);
  });

  test("may have byte order marks", () => {
    const folder = folderWith("marks", { ...AROUND, "site.yml": "\uFEFFtitle: A graph\n" });
    writeFiles(folder, { "entities/bermuda.md": `\uFEFF${AROUND["entities/bermuda.md"]}` });
    const loaded = loadContent(readFolder(folder), { drafts: false });
    expect(problemsIn(loaded)).toEqual([]);
    expect(loaded.content.settings.title).toBe("A graph");
    expect(loaded.content.byId.get("bermuda")).toMatchObject({ name: "Bermuda" });
  });

  test("gives ids in composed form, whatever the file system makes of the names", () => {
    const folder = folderWith("accents", {
      ...AROUND,
      "entities/sa\u0303o.md": "---\ntype: state\nname: São\n---\n",
      "edges/visit.md":
        "---\ntype: visit\nfrom: s\u00e3o\nto: [atlantis, bermuda]\nattributedTo: [sa\u0303o]\nsources: [log]\n---\n\n[A state](../entities/s\u00e3o.md)\n",
    });
    const loaded = loadContent(readFolder(folder), { drafts: false });
    expect(problemsIn(loaded)).toEqual([]);
    expect(loaded.content.byId.get("s\u00e3o")?.kind).toBe("entity");
    expect(loaded.content.byId.get("visit")).toMatchObject({ attributedTo: ["s\u00e3o"] });
  });

  test("ends at its own borders: links are told and not followed", () => {
    const outside = folderWith("outside", {
      "cuba.md": "---\ntype: state\nname: Secret\n---\n",
      "x.png": "",
    });
    const folder = folderWith("links", AROUND);
    symlinkSync(join(outside, "cuba.md"), join(folder, "entities/cuba.md"));
    symlinkSync(outside, join(folder, "entities/more"));
    symlinkSync(join(folder, "entities"), join(folder, "entities/circle"));
    symlinkSync(join(outside, "nothing"), join(folder, "sources/nothing.md"));
    mkdirSync(join(folder, "assets"));
    symlinkSync(join(outside, "x.png"), join(folder, "assets/x.png"));
    const read = readFolder(folder);
    expect([...read.texts.keys()]).toEqual(Object.keys(AROUND).sort());
    expect(read.assets.size).toBe(0);
    expect(problemsIn(loadContent(read, { drafts: false }))).toEqual([
      "assets/x.png:1:1 misplaced-file",
      "entities/circle:1:1 misplaced-file",
      "entities/cuba.md:1:1 misplaced-file",
      "entities/more:1:1 misplaced-file",
      "sources/nothing.md:1:1 misplaced-file",
    ]);
  });

  test("holds files of up to a mebibyte", () => {
    const folder = folderWith("large", AROUND);
    writeFileSync(join(folder, "entities/bermuda.md"), "x".repeat(1024 * 1024));
    writeFileSync(join(folder, "entities/cuba.md"), "x".repeat(1024 * 1024 + 1));
    const read = readFolder(folder);
    expect(read.texts.has("entities/bermuda.md")).toBe(true);
    expect(read.passedOver).toEqual([{ path: "entities/cuba.md", reason: "too-large" }]);
  });

  test("says how many files it has read", () => {
    const counts: number[] = [];
    readFolder(folderWith("counted", AROUND), (done) => counts.push(done));
    expect(counts).toEqual([1, 2, 3, 4]);
  });

  test("that is not there throws", () => {
    expect(() => readFolder(join(root, "nowhere"))).toThrow("ENOENT");
  });
});

describe("a content folder that is read again", () => {
  const again = join(root, "again");
  const texts = (read: Folder) => Object.fromEntries(read.texts);

  test("is as if it were read anew, whatever came, went and changed", () => {
    writeFiles(again, {
      "site.yml": "title: T\n",
      "entities/a.md": "a",
      "entities/a-b.md": "ab",
      "entities/a/x.md": "x",
      "entities/z.md": "z",
      "notes.txt": "n",
      "assets/a.png": "1",
    });
    let read = readFolder(again);
    const change = (
      files: Readonly<Record<string, string>>,
      gone: readonly string[],
      paths: readonly string[],
    ) => {
      for (const path of gone) rmSync(join(again, path), { recursive: true });
      writeFiles(again, files);
      read = rereadFolder(again, read, paths);
      const anew = readFolder(again);
      expect([...read.texts]).toEqual([...anew.texts]);
      expect([...read.assets]).toEqual([...anew.assets]);
      expect(read.passedOver).toEqual(anew.passedOver);
    };
    change({ "entities/a.md": "changed" }, [], ["entities/a.md"]);
    expect(texts(read)["entities/a.md"]).toBe("changed");
    change({ "entities/a/w.md": "w", "edges/new/deep/e.md": "e" }, [], ["entities/a/w.md", "edges"]);
    change({}, ["entities/a", "entities/z.md", "notes.txt"], ["entities/a", "entities/z.md", "notes.txt"]);
    change({ "entities/a-b.md/x.md": "now a folder" }, ["entities/a-b.md"], ["entities/a-b.md"]);
    change({ "entities/a.md": "\u0000".repeat(1024 * 1024 + 1) }, [], ["entities/a.md"]);
    expect(read.passedOver).toEqual([{ path: "entities/a.md", reason: "too-large" }]);
    change({ "entities/a.md": "a" }, [], ["entities/a.md"]);
    change(
      { "assets/b.jpg": "2", "assets/no.svg": "3" },
      ["assets/a.png"],
      ["assets/a.png", "assets/b.jpg", "assets/no.svg"],
    );
    expect([...read.assets]).toEqual(["assets/b.jpg"]);
  });

  test("is the same value where nothing is different, and another where a picture is", () => {
    const read = readFolder(again);
    writeFiles(again, {
      "entities/a.md": read.texts.get("entities/a.md") ?? "",
      ".hidden": "x",
      "_draft/x.md": "x",
    });
    expect(rereadFolder(again, read, ["entities/a.md", "gone.md", ".hidden", "_draft/x.md"])).toBe(read);
    expect(rereadFolder(again, read, ["assets/b.jpg"])).not.toBe(read);
  });
});
