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

/**
 * Claims have a file each, or stand in the files of those who act: one file for each entity is what a disk takes of a
 * graph with a million claims.
 */
export function writeSyntheticContent(
  folder: string,
  entities: number,
  edges: number,
  { isInline = false }: { isInline?: boolean } = {},
): void {
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
  const claims: string[][] = Array.from({ length: isInline ? entities : 0 }, () => []);
  const heads: string[] = [];
  const bodies: string[] = [];
  for (let i = 0; i < entities; i++) {
    const name = `${pick(GIVEN)} ${pick(FAMILY)} ${i}`;
    const other = anyone();
    heads.push(
      `type: ${pick(TYPES)}\nname: "${name}"\naliases: ["Number ${i}"]\ndescription: "Entry ${i} of the ledger"\nsources: [ledger]\n`,
    );
    bodies.push(
      `**${name}** is often seen with [[e${other}]].\n\n## In the ledger\n\nOne line among many.[^ledger]\n`,
    );
  }
  for (let i = 0; i < edges; i++) {
    // The first edges touch every entity once, so that none is lonely.
    const from = i < entities ? i : anyone();
    const to = (from + 1 + Math.floor(random() * random() * (entities - 1))) % entities;
    const day = new Date(Date.UTC(2014, 0, 1 + Math.floor(random() * 365))).toISOString().slice(0, 10);
    const type = pick(ACTS);
    if (isInline)
      claims[from]?.push(`  - { id: c${i}, type: ${type}, to: e${to}, date: "${day}", sources: [ledger] }\n`);
    else
      write(
        `edges/c${i}.md`,
        `---\ntype: ${type}\nfrom: e${from}\nto: e${to}\ndate: "${day}"\nsources: [ledger]\n---\n\nOn ${day} the ledger names [[e${from}]] as the actor.\n`,
      );
  }
  for (let i = 0; i < entities; i++) {
    const own = claims[i] ?? [];
    const list = own.length === 0 ? "" : `edges:\n${own.join("")}`;
    write(`entities/e${i}.md`, `---\n${heads[i]}${list}---\n\n${bodies[i]}`);
  }
}
