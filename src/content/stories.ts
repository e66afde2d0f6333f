/** Stories: which files are told, and in which order. */
import { STORIES } from "../shared/paths.ts";
import type { Story, Written } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";
import { readFields } from "./fields.ts";
import type { Folder } from "./folder.ts";
import { readFrontMatter } from "./front-matter.ts";
import { checkFileName, idOf } from "./parse.ts";
import type { Problems } from "./problems.ts";
import { type Graph, readSteps } from "./steps.ts";

export interface Stories {
  readonly stories: readonly Story[];
  /** Everything that is told, in stories with a mistake in their keys as well: its links are to be checked. */
  readonly texts: readonly Written[];
}

export function loadStories(folder: Folder, graph: Graph, drafts: boolean, problems: Problems): Stories {
  const stories = new Map<string, Story>();
  const texts: Written[] = [];
  for (const [file, text] of folder.texts) {
    if (!file.startsWith(`${STORIES}/`)) continue;
    const { story, written } = readStory(file, text, graph, drafts, problems);
    if (drafts || story?.draft !== true) texts.push(written);
    if (story === undefined) continue;
    const twin = stories.get(story.id);
    if (twin === undefined) stories.set(story.id, story);
    else reportTwin(story, twin, problems);
  }
  const told = [...stories.values()].filter(({ draft }) => drafts || !draft);
  told.sort((a, b) => (a.order ?? LAST) - (b.order ?? LAST) || compareText(a.id, b.id));
  return { stories: told, texts };
}

/** Above every number that `order` may be. */
const LAST = 1000;

function reportTwin(story: Story, twin: Story, problems: Problems): void {
  const place = { file: twin.file, path: [] };
  problems.add(
    { file: story.file, path: [] },
    {
      code: "duplicate-id",
      message: `the id “${story.id}” is also that of ${twin.file}`,
      help: "rename one of the two, or merge them",
      related: [{ file: twin.file, ...problems.span(place), message: `“${story.id}” is here too` }],
    },
  );
}

function readStory(
  file: string,
  text: string,
  graph: Graph,
  drafts: boolean,
  problems: Problems,
): { story?: Story; written: Written } {
  const { body, bodyLine, data, problems: yamlProblems } = readFrontMatter(text);
  const written = { file, body, bodyLine };
  for (const problem of yamlProblems) problems.add({ file, ...problem.span }, problem);
  const id = idOf(file);
  const isNamed = checkFileName(id, file, problems);
  if (yamlProblems.length > 0) return { written };
  const { value, extra, problems: fieldProblems } = readFields("story", data);
  for (const problem of fieldProblems) problems.add({ file, ...problem }, problem);
  // A draft that stays out may name what is not there yet.
  const isLeftOut = value?.draft === true && !drafts;
  const steps = readSteps(written, isLeftOut ? undefined : graph, problems);
  if (value === undefined || !isNamed) return { written };
  return { story: { ...value, id, ...written, extra, steps }, written };
}
