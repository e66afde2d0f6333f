import { describe, expect, test } from "vitest";
import { filesOf, notesOf, prepare, vaultFound } from "../../support/importing.ts";

const LOG = { "sources/log.md": "---\ntitle: The log\n---\n" };

const importing = (notes: Readonly<Record<string, string>>, types: Readonly<Record<string, string>> = {}) =>
  prepare(vaultFound(notes, types), LOG, { source: "log", types: new Map(Object.entries(types)) });

describe("a note", () => {
  test("is an entity, with what its front matter says", () => {
    const note =
      "---\ntype: Person\naliases: [Countess, A. L.]\ntags: maths, sea\ndate: 1815-12-10\ndescription: Wrote [[Notes|notes]].\n---\n\n# Ada\n\nText #poetry.\n";
    expect(filesOf(importing({ "People/Ada Lovelace.md": note }))).toEqual({
      "entities/ada-lovelace.md":
        "---\ntype: person\nname: Ada Lovelace\naliases: [Countess, A. L.]\ndescription: Wrote notes.\ndate: 1815-12-10\ntags: [maths, sea, poetry]\n---\n\n# Ada\n\nText #poetry.\n",
    });
  });

  test.each([
    ["a tag in its front matter", "---\ntags: [sea, people/person]\n---\n", "person"],
    ["a tag in its text", "A #state.\n", "state"],
    ["a link in its front matter", '---\ntype: "[[Organisation]]"\n---\n', "organisation"],
    ["nothing, so that it is a thing", "Text\n", "thing"],
  ])("has its type from %s", (_, note, type) => {
    expect(filesOf(importing({ "Ada.md": note }))["entities/ada.md"]).toContain(
      `---\ntype: ${type}\nname: Ada\n`,
    );
  });

  test("without front matter that can be read keeps its text", () => {
    const prepared = importing({ "Ada.md": "---\ntype: [a\n---\nText\n" });
    expect(filesOf(prepared)).toEqual({ "entities/ada.md": "---\ntype: thing\nname: Ada\n---\n\nText\n" });
    expect(notesOf(prepared)).toEqual([
      "vault/Ada.md:1 replaced: no type of entity is given: it becomes “thing”",
      "vault/Ada.md:2 left-out: the front matter is left out: “[” is never closed",
    ]);
  });

  test("of a name that another has too is linked by its path", () => {
    const files = filesOf(
      importing({
        "a/Ada.md": "---\ntype: person\n---\n",
        "b/Ada.md": "---\ntype: person\n---\n",
        "Bo.md": "---\ntype: person\n---\n[[b/Ada]] and [[Ada]]\n",
      }),
    );
    expect(files["entities/bo.md"]).toBe("---\ntype: person\nname: Bo\n---\n\n[[ada-2]] and Ada\n");
  });
});

describe("a typed link", () => {
  const BO = { "Bo.md": "---\ntype: person\n---\n", "Guild.md": "---\ntype: organisation\n---\n" };

  test.each([
    ["a field on its own line", "---\ntype: person\n---\nmember-of:: [[Guild]]\n"],
    ["a field in a list", "---\ntype: person\n---\n- **member-of**:: [[Guild]]\n"],
    ["a property", '---\ntype: person\nmember-of: "[[Guild]]"\n---\n'],
    ["a property without quotes", "---\ntype: person\nmember-of: [[Guild]]\n---\n"],
    ["a list of properties", '---\ntype: person\nmember of:\n  - "[[Guild|the guild]]"\n---\n'],
  ])("as %s is a claim, and no text", (_, note) => {
    const files = filesOf(importing({ ...BO, "Ada.md": note }));
    expect(files["edges/ada-member-of-guild.md"]).toBe(
      "---\ntype: member-of\nfrom: ada\nto: guild\nsources: [log]\n---\n",
    );
    expect(files["entities/ada.md"]).toBe("---\ntype: person\nname: Ada\n---\n");
  });

  test("in a sentence is a claim, and a link of the text", () => {
    const files = filesOf(
      importing({ ...BO, "Ada.md": "---\ntype: person\n---\nShe (member-of:: [[Guild]]) sailed.\n" }),
    );
    expect(files["edges/ada-member-of-guild.md"]).toBeDefined();
    expect(files["entities/ada.md"]).toBe("---\ntype: person\nname: Ada\n---\n\nShe [[guild]] sailed.\n");
  });

  test("to several is a claim each, and to a note that is not written makes it", () => {
    const prepared = importing({ ...BO, "Ada.md": "---\ntype: person\n---\nmeeting:: [[Bo]], [[Cy]]\n" });
    expect(Object.keys(filesOf(prepared)).sort()).toEqual([
      "edges/ada-meeting-bo.md",
      "edges/ada-meeting-cy.md",
      "entities/ada.md",
      "entities/bo.md",
      "entities/cy.md",
      "entities/guild.md",
    ]);
    expect(notesOf(prepared)).toEqual([
      "vault/Ada.md:4 made: “Cy” is named as an end and is no entity: one is made, of type “thing”",
    ]);
  });

  test("of a type that the ontology does not have is of the fallback, and listed at its line", () => {
    const prepared = importing(
      { ...BO, "Ada.md": "---\ntype: person\n---\n\nup:: [[Bo]]\nsees:: [[Bo]]\n" },
      { sees: "visit" },
    );
    expect(Object.keys(filesOf(prepared)).filter((path) => path.startsWith("edges"))).toEqual([
      "edges/ada-concerns-bo.md",
      "edges/ada-visit-bo.md",
    ]);
    expect(notesOf(prepared)).toEqual([
      "vault/Ada.md:5 replaced: the ontology has no type of claim “up”: it becomes “concerns”, and x-type keeps the word",
    ]);
  });
});

describe("in a text", () => {
  test("links get ids, code stays, and what leads nowhere is listed at its line", () => {
    const text =
      "---\ntype: person\n---\n%% mine %%\n\n[[Bo|him]], [[Bo#Life]], [x](Bo.md), `[[Bo]]`, [[Nobody]]\n\n```\nmeeting:: [[Bo]]\n```\nEnd ^mark\n";
    const prepared = importing({ "Ada.md": text, "Bo.md": "---\ntype: person\n---\n" });
    expect(filesOf(prepared)["entities/ada.md"]).toBe(
      "---\ntype: person\nname: Ada\n---\n\n[[bo|him]], [[bo#Life|Bo > Life]], [[bo|x]], `[[Bo]]`, Nobody\n\n```\nmeeting:: [[Bo]]\n```\nEnd\n",
    );
    expect(notesOf(prepared)).toEqual([
      "vault/Ada.md:4 left-out: a comment is left out",
      "vault/Ada.md:6 left-out: the link [[Nobody]] leads to no record, or to several: it becomes text",
    ]);
  });

  test("attachments, embedded notes, properties and fields without links are listed", () => {
    const text = "---\ntype: person\nborn: London\n---\n![[me.png]] ![[Bo]]\nheight:: 160 cm\n";
    const prepared = importing({ "Ada.md": text, "Bo.md": "---\ntype: person\n---\n" });
    expect(filesOf(prepared)["entities/ada.md"]).toBe(
      "---\ntype: person\nname: Ada\n---\n\n [[bo]]\nheight:: 160 cm\n",
    );
    expect(notesOf(prepared)).toEqual([
      "vault/Ada.md:3 left-out: the property “born” is left out",
      "vault/Ada.md:5 left-out: the attachment “me.png” is left out",
      "vault/Ada.md:5 left-out: the embedded note “Bo” becomes a link",
      "vault/Ada.md:6 left-out: the field “height” is no claim: it stays in the text",
    ]);
  });

  test("templates are left out", () => {
    expect(notesOf(importing({ "Templates/Person.md": "type:: [[X]]" }))).toEqual([
      "vault/Templates/Person.md:1 left-out: a template is left out",
    ]);
  });
});
