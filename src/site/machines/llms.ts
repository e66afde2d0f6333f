/** `llms.txt`: what the site is and where to read it, for language models; after https://llmstxt.org. */
import { DATA, FOLDERS, pagePath, STORIES, storyPath } from "../../shared/paths.ts";
import { compareText } from "../../shared/text.ts";
import type { Site } from "../site.ts";
import { absolute } from "./addresses.ts";

/** How many entities it names: those with the highest PageRank. The rest is a click away. */
const ENTITIES_LIMIT = 30;

export function llmsText({ content, analysis, words: { messages, say } }: Site): string {
  const { shell, common } = messages;
  const { llms: said } = messages.machines;
  const { settings, entities, edges, sources, stories } = content;
  const link = (name: string, address: string, note?: string): string =>
    `- [${plain(name)}](${absolute(settings.baseUrl, address) ?? address})${note === undefined ? "" : `: ${plain(note)}`}`;
  const rank = (id: string): number => analysis.pagerank.get(id) ?? 0;
  const foremost = [...entities]
    .sort((a, b) => rank(b.id) - rank(a.id) || compareText(a.id, b.id))
    .slice(0, ENTITIES_LIMIT);
  const parts = [
    `# ${plain(settings.title)}`,
    settings.description !== undefined && `> ${plain(settings.description)}`,
    say(said.about, {
      entities: say(common.entities, { n: entities.length }),
      claims: say(common.claims, { n: edges.length }),
      sources: say(common.sources, { n: sources.length }),
    }),
    [
      `## ${said.lists}`,
      "",
      link(shell.entities, `${FOLDERS.entity}/`, said.entities),
      link(shell.edges, `${FOLDERS.edge}/`, said.claims),
      link(shell.sources, `${FOLDERS.source}/`, said.sources),
      ...(stories.length > 0 ? [link(shell.stories, `${STORIES}/`, said.stories)] : []),
      link(shell.data, DATA, said.dataFiles),
    ].join("\n"),
    foremost.length > 0 &&
      [
        `## ${shell.entities}`,
        "",
        ...foremost.map(({ id, name, description }) => link(name, pagePath("entity", id), description)),
      ].join("\n"),
    stories.length > 0 &&
      [
        `## ${shell.stories}`,
        "",
        ...stories.map(({ id, title, description }) => link(title, storyPath(id), description)),
      ].join("\n"),
  ];
  return `${parts.filter((part) => part !== false).join("\n\n")}\n`;
}

/** Text that Markdown leaves as it is. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, "\\$&");
