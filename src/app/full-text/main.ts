/** The search page: what is typed and chosen → the address and the list of what is found. */
import { type Html, html } from "../../shared/html.ts";
import type { SearchKind } from "../../shared/search-index.ts";
import { askedTerms } from "../../shared/terms.ts";
import type { SearchMessages } from "../../shared/words/words.ts";
import { readWords } from "../words.ts";
import { type Answer, type FoundDocument, type FullText, openFullText, type Question } from "./full-text.ts";
import { type ResultContext, resultItem } from "./results.ts";

/** How many are shown at first, and each time that more are asked for. */
const PAGE = 10;
/** For so long nothing is said of waiting, in milliseconds: what is soon there is not announced. */
const PATIENCE = 200;

const page = document.querySelector<HTMLElement>("[data-search]");
if (page !== null) start(page);

function start(element: HTMLElement): void {
  const root = element.dataset.search ?? "";
  const words = readWords<SearchMessages>();
  const { search: said } = words.messages;
  const one = <T extends Element>(selector: string) => element.querySelector(selector) as T;
  const form = one<HTMLFormElement>("form");
  const input = one<HTMLInputElement>("[name=q]");
  const kind = one<HTMLSelectElement>("[name=kind]");
  const type = one<HTMLSelectElement>("[name=type]");
  const status = one<HTMLElement>("[role=status]");
  const list = one<HTMLElement>(".results");
  const after = one<HTMLElement>(".results-after");
  let opened: Promise<FullText> | undefined;
  /** Which search it is: what an earlier one finds later is not shown. */
  let turn = 0;
  let showMore: () => Promise<void> = async () => {};

  function fullText(cache: RequestCache = "default"): Promise<FullText> {
    opened ??= openFullText(async (path) => {
      const response = await fetch(root + path, { cache });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.json();
    });
    return opened;
  }

  function say(text: string, below: Html | string = ""): void {
    status.textContent = text;
    list.replaceChildren();
    after.innerHTML = html`${below}`.markup;
  }

  async function search(cache?: RequestCache): Promise<void> {
    const mine = ++turn;
    const question = questionOf();
    if (question.terms.length === 0) return say("", html`<p class="empty">${said.hint}</p>`);
    const busy = setTimeout(() => {
      if (mine === turn && list.children.length === 0) say(said.busy);
    }, PATIENCE);
    try {
      const text = await fullText(cache);
      const answer = await text.ask(question);
      const context = { terms: question.terms, root, labels: new Map(text.head.types), words };
      if (answer.count === 0) await sayNothing(mine, text, question);
      else await show(mine, answer, context);
    } catch {
      opened = undefined;
      if (mine === turn)
        say(said.failed, html`<p><button type="button" data-action="again">${said.again}</button></p>`);
    } finally {
      clearTimeout(busy);
    }
  }

  function questionOf(): Question {
    return {
      terms: askedTerms(input.value),
      // The values are those of the options.
      kind: (kind.value || undefined) as SearchKind | undefined,
      type: type.value || undefined,
    };
  }

  async function show(mine: number, answer: Answer, context: ResultContext): Promise<void> {
    const add = (found: readonly FoundDocument[]) => {
      list.insertAdjacentHTML("beforeend", html`${found.map((each) => resultItem(each, context))}`.markup);
    };
    const offerRest = () => {
      const rest = answer.count - list.children.length;
      after.innerHTML =
        rest > 0
          ? html`<p><button type="button" data-action="more">${words.say(said.more, { n: rest })}</button></p>`
              .markup
          : "";
    };
    const [best, others] = [answer.documents(0, 1), answer.documents(1, PAGE)];
    // Where the best cannot be loaded either, that is said.
    others.catch(() => {});
    const first = await best;
    if (mine !== turn) return;
    say(words.say(said.found, { n: answer.count }));
    // Nobody waits for the others to read it.
    add(first);
    const next = await others;
    if (mine !== turn) return;
    add(next);
    offerRest();
    showMore = async () => {
      const shown = list.children.length;
      const found = await answer.documents(shown, shown + PAGE);
      if (mine !== turn || list.children.length !== shown) return;
      add(found);
      offerRest();
      list.children[shown]?.querySelector("a")?.focus();
    };
  }

  async function sayNothing(mine: number, text: FullText, { terms, kind, type }: Question): Promise<void> {
    const likes = await text.suggestions(terms);
    if (mine !== turn) return;
    const meant = terms.map(({ term }) => likes.get(term) ?? term).join(" ");
    const isFiltered = kind !== undefined || type !== undefined;
    say(
      said.none,
      html`<p class="empty">${said.noneHelp}</p>
${likes.size > 0 && html`<p>${words.mark(said.nearest, { words: link(meant, html`<bdi>${meant}</bdi>`) })}</p>`}
${isFiltered && html`<p>${words.mark(said.filtered, { everywhere: link(input.value, said.everywhere) })}</p>`}`,
    );
  }

  const link = (query: string, text: Html | string): Html =>
    html`<a href="?q=${encodeURIComponent(query)}">${text}</a>`;

  /** The types of other kinds cannot be chosen. */
  function limitTypes(): void {
    for (const group of type.querySelectorAll("optgroup"))
      group.disabled = kind.value !== "" && group.dataset.kind !== kind.value;
    const chosen = type.selectedOptions[0]?.closest("optgroup");
    if (chosen?.disabled === true) type.value = "";
    type.disabled = kind.value !== "" && type.querySelector("optgroup:not([disabled])") === null;
  }

  function readAddress(): void {
    const parameters = new URLSearchParams(location.search);
    input.value = parameters.get("q") ?? "";
    for (const field of [kind, type]) {
      field.value = parameters.get(field.name) ?? "";
      // What is no option.
      if (field.selectedIndex < 0) field.value = "";
    }
    limitTypes();
  }

  function writeAddress(): void {
    const parameters = new URLSearchParams();
    for (const { name, value } of [input, kind, type]) if (value.trim() !== "") parameters.set(name, value);
    const query = parameters.toString();
    history.replaceState(null, "", query === "" ? location.pathname : `?${query}`);
  }

  function changed(): void {
    limitTypes();
    // Which costs the answer a moment where it comes first: browsers look for the icon of the new address.
    void search().then(writeAddress);
  }

  form.addEventListener("input", (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) changed();
  });
  input.addEventListener("compositionend", changed);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed();
  });
  after.addEventListener("click", (event) => {
    const action = (event.target as Element).closest<HTMLElement>("[data-action]")?.dataset.action;
    if (action === "again") void search("reload");
    if (action === "more")
      showMore().catch(() => {
        opened = undefined;
        say(said.failed, html`<p><button type="button" data-action="again">${said.again}</button></p>`);
      });
  });
  addEventListener("popstate", () => {
    readAddress();
    void search();
  });

  readAddress();
  // Loaded before the first key.
  fullText().catch(() => {
    opened = undefined;
  });
  void search();
}
