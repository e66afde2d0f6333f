import { expect, test } from "vitest";
import { load, problemsIn } from "../support/content.ts";

/** A joint act of so many with so many. */
function jointAct(actors: number, targets: number): string[] {
  const ids = Array.from({ length: Math.max(actors, targets) }, (_, i) => `p${i}`);
  const people = ids.map((id) => [`entities/${id}.md`, `---\ntype: person\nname: ${id}\n---\n`]);
  const claim = `type: statement\nfrom: [${ids.slice(0, actors)}]\nto: [${ids.slice(0, targets)}]\nsources: [log]`;
  return problemsIn(load({ ...Object.fromEntries(people), "edges/joint.md": `---\n${claim}\n---\n` }));
}

test("a joint act may be ten thousand lines on the map, and no more", () => {
  expect(jointAct(100, 100)).toEqual([]);
  expect(jointAct(101, 100)).toEqual(["edges/joint.md:4:5 invalid-value"]);
});
