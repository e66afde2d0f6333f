/** What is asked for a new file, and in which order; what can be answered is in `choices.ts`. */
import { readFields } from "../../content/fields.ts";
import type { RecordKind } from "../../shared/paths.ts";
import type { Content } from "../../shared/records.ts";
import { printable } from "../report/printable.ts";
import { UsageError } from "../terminal.ts";
import type { Asker, Choice } from "./asker.ts";
import {
  claimChoices,
  entityChoices,
  entityTypeChoices,
  sourceChoices,
  sourceTypeChoices,
  statusChoices,
  titleOf,
  typeChoices,
} from "./choices.ts";
import type { Keys } from "./keys.ts";

/** What a question may look at. */
interface Talk {
  readonly ask: Asker;
  readonly kind: RecordKind;
  readonly content: Content;
  /** What is known by now. */
  readonly keys: Keys;
}

interface Question {
  readonly key: string;
  /** The value of the key; undefined leaves it out. */
  readonly answer: (talk: Talk) => Promise<unknown>;
}

/** Asks for what the keys lack; all keys together. */
export async function interview(kind: RecordKind, keys: Keys, content: Content, ask: Asker): Promise<Keys> {
  const known: Record<string, unknown> = { ...keys };
  for (const { key, answer } of QUESTIONS[kind])
    known[key] ??= await answer({ ask, kind, content, keys: known });
  return known;
}

const QUESTIONS: Record<RecordKind, readonly Question[]> = {
  entity: [
    one("type", "What is it?", entityTypeChoices),
    line("name", "Name", "required"),
    { key: "aliases", answer: (talk) => askNames(talk) },
    line("description", "What is it, in one line? (or Enter)"),
    line("date", "Date of its life, founding or happening (or Enter)"),
    { key: "sources", answer: (talk) => askSources(talk, "What does your text about it rest on?", false) },
  ],
  edge: [
    one("type", "What happened, or holds?", typeChoices),
    one("from", "Who acts?", ({ content, keys }) => entityChoices(content, keys, "from")),
    one("to", "On whom?", ({ content, keys }) => entityChoices(content, keys, "to")),
    line("date", "When? 2023-06-15, 2023-06, 2018/.. for since, 1998~ for about (or Enter)"),
    {
      key: "sources",
      answer: (talk) => askSources(talk, "Which source says so?", talk.content.settings.requireSources),
    },
    one("status", "How sure is it?", statusChoices),
    {
      key: "respondsTo",
      answer: (talk) => askSome(talk, "Which claim does it answer?", claimChoices(talk.content)),
    },
    { key: "title", answer: (talk) => askTitle(talk) },
  ],
  source: [
    line("title", "Title", "required"),
    line("url", "Web address (or Enter)"),
    line("publisher", "Publisher (or Enter)"),
    line("published", "Published when? 2023-06-15, 2023-06, 2023 (or Enter)"),
    one("type", "What is it?", sourceTypeChoices),
    line("language", "Language: en, pt-BR, zh-Hans (or Enter)"),
  ],
};

function line(key: string, message: string, need?: "required"): Question {
  return { key, answer: (talk) => askLine(talk, key, message, need === "required") };
}

async function askLine({ ask, kind }: Talk, key: string, message: string, isRequired: boolean) {
  const answer = await ask.text({
    message,
    refuse: (text) => (text === "" && !isRequired ? undefined : refusal(kind, key, text)),
  });
  return answer === "" ? undefined : answer;
}

/** Why the schema refuses a value of one key. */
function refusal(kind: RecordKind, key: string, value: unknown): string | undefined {
  const problem = readFields(kind, { [key]: value }).problems.find(({ path }) => path[0] === key);
  if (problem === undefined) return undefined;
  return printable([problem.message, problem.help].filter((part) => part !== undefined).join("; "));
}

function one(key: string, message: string, choices: (talk: Talk) => readonly Choice[]): Question {
  return {
    key,
    answer: (talk) => {
      const found = choices(talk);
      if (found.length > 0) return talk.ask.pick(message, found);
      throw new UsageError(
        `there is nothing yet to choose from for ${key}; add an entity first: skein new entity`,
      );
    },
  };
}

const NONE: Choice = { value: "", label: "None" };

/** Asks until there are no more; undefined where there is none. */
async function askSome({ ask }: Talk, message: string, choices: readonly Choice[], isRequired = false) {
  const picked: string[] = [];
  for (let left = choices; left.length > 0; left = choices.filter(({ value }) => !picked.includes(value))) {
    const isFirst = picked.length === 0;
    const end = isFirst ? NONE : { ...NONE, label: "No other" };
    const value = await ask.pick(
      isFirst ? message : "Another?",
      isFirst && isRequired ? left : [end, ...left],
    );
    if (value === "") break;
    picked.push(value);
  }
  return picked.length === 0 ? undefined : picked;
}

async function askSources(talk: Talk, message: string, isRequired: boolean) {
  const choices = sourceChoices(talk.content);
  if (isRequired && choices.length === 0)
    throw new UsageError("a claim needs a source, and there is none yet; add one first: skein new source");
  const ids = await askSome(talk, message, choices, isRequired);
  const citations: unknown[] = [];
  for (const source of ids ?? []) {
    const locator = await talk.ask.text({
      message: `Where in ${printable(source)}? page 4, paragraph 11 (or Enter)`,
      refuse: (text) =>
        text === "" ? undefined : refusal(talk.kind, "sources", [{ source, locator: text }]),
    });
    citations.push(locator === "" ? source : { source, locator });
  }
  return ids === undefined ? undefined : citations;
}

async function askNames({ ask, kind }: Talk) {
  const split = (text: string) => text.split(";").flatMap((name) => name.trim() || []);
  const answer = await ask.text({
    message: "Other names, with ; between them (or Enter)",
    refuse: (text) => refusal(kind, "aliases", split(text)),
  });
  return split(answer);
}

function askTitle(talk: Talk) {
  const title = printable(titleOf(talk.keys, talk.content));
  return askLine(talk, "title", `The claim in words (or Enter for “${title}”)`, false);
}
