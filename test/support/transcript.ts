/**
 * What a page of documentation does, read from its blocks:
 *
 *     `path/of/file.md`            a line with nothing but a path, above a block: the file is written
 *     ```console                   `$ command` is run, and has to print the lines below it; `…` stands for any lines
 *     ```sh                        each line is run, and has to succeed
 *     <!-- before: commands -->    run before the next block, and not shown to readers
 *     <!-- not run: reason -->     the next block is left alone
 */
export type Step =
  | { readonly does: "write"; readonly line: number; readonly path: string; readonly text: string }
  | { readonly does: "prepare"; readonly line: number; readonly command: string }
  | {
      readonly does: "run";
      readonly line: number;
      readonly command: string;
      readonly prints: string | undefined;
    }
  | { readonly does: "pass over"; readonly line: number; readonly reason: string };

interface Block {
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** What stands above it, up to the block before. */
  readonly above: string;
}

const FENCE = /^(?<fence>`{3,})(?<language>[\w-]*)\n(?<text>[\s\S]*?)^\k<fence>$/gm;

export function blocksOf(page: string): Block[] {
  let end = 0;
  return [...page.matchAll(FENCE)].map(({ index, 0: whole, groups }) => {
    const above = page.slice(end, index);
    end = index + whole.length;
    const line = page.slice(0, index).split("\n").length;
    return { line, language: groups?.language ?? "", text: groups?.text ?? "", above };
  });
}

export function stepsOf(page: string): Step[] {
  return blocksOf(page).flatMap(({ line, language, text, above }): Step[] => {
    const before = [...above.matchAll(/<!-- before: ([\s\S]*?) -->/g)].map(
      ([, command = ""]) => ({ does: "prepare", line, command }) as const,
    );
    const reason = /<!-- not run: ([\s\S]*?) -->\s*$/.exec(above)?.[1];
    if (reason !== undefined) return [...before, { does: "pass over", line, reason }];
    const path = /^`([\w./-]+)`:?\n\s*$/m.exec(above)?.[1];
    if (path !== undefined) return [...before, { does: "write", line, path, text }];
    if (language === "sh") {
      const commands = text.split("\n").filter((each) => each.trim() !== "" && !each.startsWith("#"));
      return [
        ...before,
        ...commands.map((command) => ({ does: "run", line, command, prints: undefined }) as const),
      ];
    }
    if (language !== "console") return before;
    return [...before, ...commandsIn(text, line)];
  });
}

function commandsIn(text: string, line: number): Step[] {
  return text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [, command = "", prints = ""] = /^((?:.*\\\n)*.*)\n?([\s\S]*)$/.exec(part) ?? [];
      return { does: "run", line, command, prints };
    });
}

/** Times differ from run to run, ports are taken or not, and each page that a site gains is a file more. */
const steady = (text: string): string =>
  text
    .replace(/ *[\d.,]+ (s|ms|MiB)\b/g, " … $1")
    .replace(/localhost:\d+/g, "localhost:…")
    .replace(/\d+ files in/g, "… files in")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();

/** Whether a command printed what a page says. */
export function isPrinted(printed: string, expected: string): boolean {
  const parts = steady(expected)
    .split(/^…$/m)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[\\s\\S]*")}$`).test(steady(printed));
}
