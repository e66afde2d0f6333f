/** Stories: which files are told, and in which order. */
import { STORIES } from "../shared/paths.ts";
import type { Story } from "../shared/records.ts";
import { compareText } from "../shared/text.ts";
import { readFields } from "./fields.ts";
import type { Folder } from "./folder.ts";
import { readFrontMatter } from "./front-matter.ts";
import { checkFileName, idOf } from "./parse.ts";
import type { Problems } from "./problems.ts";
import { type Graph, readSteps } from "./steps.ts";

/** Reads all stories. Those with a mistake in their steps are among them, those that cannot be read are not. */
export function loadStories(folder: Folder, graph: Graph, drafts: boolean, problems: Problems): Story[] {
  const stories = new Map<string, Story>();
  for (const [file, text] of folder.texts) {
    if (!file.startsWith(`${STORIES}/`)) continue;
    const story = readStory(file, text, graph, drafts, problems);
    if (story === undefined) continue;
    const twin = stories.get(story.id);
    if (twin === undefined) stories.set(story.id, story);
    else reportTwin(story, twin, problems);
  }
  return [...stories.values()]
    .filter(({ draft }) => drafts || !draft)
    .sort((a, b) => (a.order ?? LAST) - (b.order ?? LAST) || compareText(a.id, b.id));
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
): Story | undefined {
  const { body, bodyLine, data, problems: yamlProblems } = readFrontMatter(text);
  for (const problem of yamlProblems) problems.add({ file, ...problem.span }, problem);
  const id = idOf(file);
  const isNamed = checkFileName(id, file, problems);
  if (yamlProblems.length > 0) return undefined;
  const { value, extra, problems: fieldProblems } = readFields("story", data);
  for (const problem of fieldProblems) problems.add({ file, ...problem }, problem);
  // A draft that stays out may refer to what is not there yet.
  const checked = value?.draft === true && !drafts ? undefined : graph;
  const steps = readSteps({ file, body, bodyLine }, checked, problems);
  return value === undefined || !isNamed ? undefined : { ...value, id, file, body, bodyLine, extra, steps };
}
