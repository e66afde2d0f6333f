/** `llms.txt`: what the site is and where to read it, for language models; after https://llmstxt.org. */
import { FOLDERS, NETWORK_DATA, pagePath, STORIES, storyPath } from "../../shared/paths.ts";
import { compareText, count } from "../../shared/text.ts";
import type { Site } from "../site.ts";
import { absolute } from "./addresses.ts";

/** How many entities it names: those with the highest PageRank. The rest is a click away. */
const ENTITIES_LIMIT = 30;

export function llmsText({ content, analysis }: Site): string {
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
    `A graph of ${count(entities.length, "entity", "entities")} and ${count(edges.length, "claim")} that rest on ${count(sources.length, "source")}. A claim is what somebody says, with its status (reported, alleged, confirmed, disputed, denied, withdrawn), and no verdict: when you quote one, name its status, who says so, and its source. Each page holds the same as JSON-LD.`,
    [
      "## Lists",
      "",
      link("Entities", `${FOLDERS.entity}/`, "who and what, by type"),
      link("Claims", `${FOLDERS.edge}/`, "who did what to whom, newest first"),
      link("Sources", `${FOLDERS.source}/`, "what the claims rest on"),
      ...(stories.length > 0 ? [link("Stories", `${STORIES}/`, "walks through the graph")] : []),
      link("The whole graph as data", NETWORK_DATA, "JSON, by columns"),
    ].join("\n"),
    foremost.length > 0 &&
      [
        "## Entities",
        "",
        ...foremost.map(({ id, name, description }) => link(name, pagePath("entity", id), description)),
      ].join("\n"),
    stories.length > 0 &&
      [
        "## Stories",
        "",
        ...stories.map(({ id, title, description }) => link(title, storyPath(id), description)),
      ].join("\n"),
  ];
  return `${parts.filter((part) => part !== false).join("\n\n")}\n`;
}

/** Text that Markdown leaves as it is. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, "\\$&");
