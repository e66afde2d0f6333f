/** Puts texts in quotes that YAML cannot read without: those with a colon in them, those that begin with a sign of its own. */
import type { FileKind } from "../../shared/schema.ts";
import { parseYaml, yamlOf } from "../front-matter.ts";
import { explainMistake, inQuotes } from "../yaml-mistakes.ts";
import { isPlainYaml, readingOf } from "./reading.ts";
import { textsOf } from "./yaml-nodes.ts";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly write: string;
}

/**
 * The same file in readable YAML; undefined where quotes alone do not make it so, or where what is in them then is not
 * what belongs there (`image: src: map.png` is no text that lacks quotes).
 */
export function quoteTexts(kind: FileKind, text: string): string | undefined {
  let mended = text;
  const quoted: number[] = [];
  for (let edit = nextEdit(kind, mended); edit !== undefined; edit = nextEdit(kind, mended)) {
    // From the top downwards: a mistake above the last one is of quoting’s own making.
    if (edit.start <= (quoted.at(-1) ?? -1)) return undefined;
    quoted.push(edit.start);
    mended = mended.slice(0, edit.start) + edit.write + mended.slice(edit.end);
  }
  const reading = readingOf(kind, mended);
  if (reading === undefined) return undefined;
  if (quoted.length === 0) return text;
  const found = yamlOf(mended, isPlainYaml(kind));
  const texts = found === undefined ? [] : textsOf(parseYaml(found.yaml));
  const wrong = new Set(
    reading.problems.flatMap(({ part, path }) => (part === "key" ? [] : [JSON.stringify(path)])),
  );
  const isRead = quoted.every((start) => {
    const written = texts.find((each) => each.start + (found?.start ?? 0) === start);
    return written !== undefined && !wrong.has(JSON.stringify(written.path));
  });
  return isRead ? mended : undefined;
}

/** What to do about the first mistake in the YAML of a file, where quotes are the answer. */
function nextEdit(kind: FileKind, text: string): Edit | undefined {
  const found = yamlOf(text, isPlainYaml(kind));
  if (found === undefined) return undefined;
  const { yaml, start } = found;
  const document = parseYaml(yaml);
  const [first] = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
  if (first === undefined) return undefined;
  const { range, write } = explainMistake(first, yaml);
  if (write !== undefined) return { start: start + range[0], end: start + range[1], write };
  if (first.code !== "BAD_SCALAR_START" || !/[@`%]/.test(yaml.charAt(range[0]))) return undefined;
  const plain = textsOf(document).find((each) => each.start === range[0] && each.type === "PLAIN");
  // On several lines, quotes would hold the lines together and still leave the question where the text ends.
  if (plain === undefined || yaml.slice(plain.start, plain.end) !== plain.value) return undefined;
  return { start: start + plain.start, end: start + plain.end, write: inQuotes(plain.value) };
}
