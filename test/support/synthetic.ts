/** A made-up content folder of any size: a few hubs, many small fry, dates over a year. The same arguments, the same bytes. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "../../src/graph/random.ts";

const TYPES = ["person", "organisation", "state", "event"];
const ACTS = [
  "meeting",
  "visit",
  "demand",
  "refusal",
  "offer",
  "criticism",
  "accusation",
  "statement",
  "agreement",
];
const GIVEN = ["Ada", "Bo", "Chiara", "Dmitri", "Elif", "Farah", "Goran", "Hana", "Ivo", "Jun"];
const FAMILY = [
  "Almeida",
  "Brandt",
  "Castro",
  "Duarte",
  "Eriksen",
  "Farouk",
  "Grünwald",
  "Hoxha",
  "Ito",
  "Jansen",
];

export function writeSyntheticContent(folder: string, entities: number, edges: number): void {
  const random = seededRandom(entities * 31 + edges);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  // Squaring the draw makes the first entities the hubs.
  const anyone = () => Math.floor(random() * random() * entities);
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  for (const name of ["entities", "edges", "sources"]) mkdirSync(join(folder, name), { recursive: true });
  write(
    "site.yml",
    "title: A made-up graph\ndescription: For measuring and tests.\nbaseUrl: https://example.org/\n",
  );
  write("sources/ledger.md", "---\ntitle: The ledger\ntype: dataset\nurl: https://example.org/ledger\n---\n");
  for (let i = 0; i < entities; i++) {
    const name = `${pick(GIVEN)} ${pick(FAMILY)} ${i}`;
    const other = anyone();
    write(
      `entities/e${i}.md`,
      `---\ntype: ${pick(TYPES)}\nname: "${name}"\naliases: ["Number ${i}"]\ndescription: "Entry ${i} of the ledger"\nsources: [ledger]\n---\n\n**${name}** is often seen with [[e${other}]].\n\n## In the ledger\n\nOne line among many.[^ledger]\n`,
    );
  }
  for (let i = 0; i < edges; i++) {
    // The first edges touch every entity once, so that none is lonely.
    const from = i < entities ? i : anyone();
    const to = (from + 1 + Math.floor(random() * random() * (entities - 1))) % entities;
    const day = new Date(Date.UTC(2014, 0, 1 + Math.floor(random() * 365))).toISOString().slice(0, 10);
    write(
      `edges/c${i}.md`,
      `---\ntype: ${pick(ACTS)}\nfrom: e${from}\nto: e${to}\ndate: "${day}"\nsources: [ledger]\n---\n\nOn ${day} the ledger names [[e${from}]] as the actor.\n`,
    );
  }
}
