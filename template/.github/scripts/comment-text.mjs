// @ts-check
/** The words of the comment, from a report that nobody trusts. */
import { plainMarkdown, plainText } from "./text.mjs";

/** Files of the upload by name, or `refused`: why it was not read. @typedef {Readonly<Record<string, string>>} Report */

/** GitHub takes 65,536 characters. */
const DIFF_LIMIT = 50_000;
const PROBLEMS_LIMIT = 12_000;
const PROBLEMS_SHOWN = 20;

/**
 * @param {Report} report
 * @param {{ run: string, preview: string }} links
 */
export function commentText(report, { run, preview }) {
  if (report.refused !== undefined)
    return `### Skein\n\nThe report of [this build](${run}) was not read: ${report.refused}.\n`;
  const links = [
    ...(preview === "" ? [] : [`[preview](${preview})`]),
    `[build, with the site to download](${run})`,
  ].join(" · ");
  const parts = [
    `### Skein: ${standing(report)}`,
    problems(listIn(report["check.json"])),
    links,
    plainMarkdown(report["diff.md"] ?? "", DIFF_LIMIT),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** @param {Report} report */
function standing(report) {
  const list = listIn(report["check.json"]);
  const built = valueIn(report["build.json"]);
  const count = (/** @type {string} */ severity) => list.filter((one) => one?.severity === severity).length;
  const said = [
    [count("error"), "error", "errors"],
    [count("warning"), "warning", "warnings"],
  ].flatMap(([number, one, many]) => (number === 0 ? [] : [`${number} ${number === 1 ? one : many}`]));
  const found = said.length === 0 ? "no problems" : said.join(", ");
  const files = Number.isSafeInteger(built?.files) ? `, ${built.files} files` : ", not built";
  return report["check.json"] === undefined ? "not checked" : `${found}${files}`;
}

/** @param {readonly any[]} list */
function problems(list) {
  /** @type {string[]} */
  const lines = [];
  let length = 0;
  for (const one of list.slice(0, PROBLEMS_SHOWN)) {
    const line = problemLine(one);
    length += line.length;
    if (length > PROBLEMS_LIMIT) break;
    lines.push(line);
  }
  const more = list.length - lines.length;
  return [...lines, ...(more > 0 ? [`- … and ${more} more`] : [])].join("\n");
}

/** @param {any} problem */
function problemLine(problem) {
  const text = (/** @type {string} */ key, /** @type {number} */ limit) => plainText(problem?.[key], limit);
  const numbers = [problem?.line, problem?.column].filter(Number.isSafeInteger);
  const place = [text("file", 200), ...numbers].join(":");
  const help = text("help", 300);
  return `- **${text("severity", 20)}** ${place} ${text("code", 60)}: ${text("message", 300)}${help === "" ? "" : ` — ${help}`}`;
}

/** @param {string | undefined} text @returns {any} */
function valueIn(text) {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {string | undefined} text @returns {readonly any[]} */
function listIn(text) {
  const value = valueIn(text);
  return Array.isArray(value) ? value : [];
}
