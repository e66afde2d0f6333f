/**
 * What is wrong with the content, over the page: a dialog, which Escape closes, and afterwards a button that opens it
 * again. In a tree of its own, so that neither the site’s styles nor a theme’s reach it, and with text as text only.
 */
import type { DevEvent, QuotedLine, ShownPlace, ShownProblem } from "../../shared/dev-event.ts";
import { count } from "../../shared/text.ts";
import { OVERLAY_STYLES } from "./styles.ts";

type Problems = Extract<DevEvent, { type: "problems" }>;

const OVERLAY = "skein-dev-problems";

export function hideProblems(): void {
  document.getElementById(OVERLAY)?.remove();
}

export function showProblems(found: Problems): void {
  hideProblems();
  const host = element("div", { id: OVERLAY });
  const root = host.attachShadow({ mode: "open" });
  const styles = new CSSStyleSheet();
  styles.replaceSync(OVERLAY_STYLES);
  root.adoptedStyleSheets = [styles];
  const again = element("button", { type: "button", className: "again" }, headline(found));
  const dialog = dialogOf(found);
  const open = () => {
    again.hidden = true;
    dialog.showModal();
  };
  again.addEventListener("click", open);
  dialog.addEventListener("close", () => {
    again.hidden = false;
    again.focus();
  });
  root.append(dialog, again);
  document.body.append(host);
  open();
}

function headline({ problems, more }: Problems): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return `${more > 0 ? "at least " : ""}${count(errors, "error")} in the content`;
}

function dialogOf(found: Problems): HTMLDialogElement {
  const heading = element("h2", { id: "heading" }, headline(found));
  const note = element(
    "p",
    { id: "note" },
    "This is the last good site. It is made again with the next save.",
  );
  const close = element("button", { type: "button", className: "close", autofocus: true }, "Close");
  const list = element("ol", {}, ...found.problems.map(problemItem));
  const more =
    found.more === 0
      ? []
      : [element("p", {}, `${count(found.more, "more problem")}: skein check lists all.`)];
  const dialog = element(
    "dialog",
    {},
    element("div", { className: "head" }, heading, close),
    note,
    list,
    ...more,
  );
  dialog.setAttribute("role", "alertdialog");
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.setAttribute("aria-describedby", note.id);
  close.addEventListener("click", () => dialog.close());
  return dialog;
}

function problemItem(problem: ShownProblem): HTMLElement {
  const { severity, code, message, help, quote, related } = problem;
  return element(
    "li",
    {},
    element("p", { className: "place" }, placeLink(problem)),
    element("p", { className: severity }, element("b", {}, `${severity} ${code}`), `: ${message}`),
    ...(quote.length === 0 ? [] : [quoteOf(quote)]),
    ...(help === undefined ? [] : [element("p", {}, element("b", {}, "Help"), `: ${help}`)]),
    ...related.map((place) => element("p", {}, "See ", placeLink(place), ` ${place.message}`)),
  );
}

function placeLink({ place, href }: ShownPlace): HTMLElement {
  if (href === undefined) return element("code", {}, place);
  return element("a", { href, title: "Open in the editor" }, place);
}

function quoteOf(lines: readonly QuotedLine[]): HTMLElement {
  const width = String(lines.at(-1)?.number ?? 0).length;
  const quoted = lines.flatMap(({ number, before, marked, after }) => [
    element("span", { className: "number" }, `${String(number).padStart(width)} `),
    before,
    ...(marked === "" ? [] : [element("mark", {}, marked)]),
    `${after}\n`,
  ]);
  // What is too wide can be moved with the keys as well.
  return element("pre", { tabIndex: 0 }, ...quoted);
}

/** An element with the given properties; texts in it are texts. */
function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
