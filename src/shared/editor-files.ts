/**
 * What makes an editor help with a graph: schemas for the front matter and the YAML, snippets, and the settings that join
 * them, for Visual Studio Code; and for every editor and CI that runs remark, a Markdown linter that reads the schemas.
 */
import { editorSchema } from "./json-schema.ts";
import { FOLDERS, STORIES } from "./paths.ts";
import { SOURCE_TYPES, STATUSES } from "./schema.ts";

export interface EditorFilesOptions {
  /** The way from the root of the repository to the content folder, without a slash at its end. */
  readonly content: string;
  /** Ids of types for the snippets to choose from, the likeliest first. */
  readonly entityTypes: readonly string[];
  readonly edgeTypes: readonly string[];
}

const SCHEMAS = ".vscode/schemas";

const MARKDOWN = {
  entity: FOLDERS.entity,
  edge: FOLDERS.edge,
  source: FOLDERS.source,
  story: STORIES,
} as const;

/** Texts by their path in the repository. */
export function editorFiles(options: EditorFilesOptions): Record<string, string> {
  const kinds = [...(Object.keys(MARKDOWN) as (keyof typeof MARKDOWN)[]), "site", "ontology"] as const;
  return {
    ".remarkrc.json": json(remark(options)),
    ".vscode/extensions.json": json({ recommendations: ["unifiedjs.vscode-remark", "redhat.vscode-yaml"] }),
    ".vscode/settings.json": json(settings(options)),
    ".vscode/skein.code-snippets": json(snippets(options)),
    ".vscode/tasks.json": json(TASKS),
    ...Object.fromEntries(kinds.map((kind) => [`${SCHEMAS}/${kind}.json`, json(editorSchema(kind))])),
  };
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Of remark: which schema the front matter of a file follows. */
function remark({ content }: EditorFilesOptions) {
  const schemas = Object.entries(MARKDOWN).map(([kind, folder]) => [
    `${SCHEMAS}/${kind}.json`,
    [`${content}/${folder}/**/*.md`],
  ]);
  return {
    plugins: [
      "remark-frontmatter",
      ["remark-lint-frontmatter-schema", { schemas: Object.fromEntries(schemas) }],
    ],
  };
}

const settings = ({ content }: EditorFilesOptions) => ({
  "yaml.schemas": {
    [`${SCHEMAS}/site.json`]: `${content}/site.yml`,
    [`${SCHEMAS}/ontology.json`]: `${content}/ontology.yml`,
  },
  "files.insertFinalNewline": true,
  "[markdown]": {
    "editor.wordWrap": "on",
    "editor.quickSuggestions": { other: "on", comments: "off", strings: "off" },
    "editor.tabCompletion": "onlySnippets",
  },
});

/** Runs the whole check, and puts what it says beside the lines that it is about. */
const TASKS = {
  version: "2.0.0",
  tasks: [
    {
      label: "skein check",
      type: "shell",
      command: "npx skein check",
      group: { kind: "test", isDefault: true },
      presentation: { reveal: "silent" },
      problemMatcher: {
        owner: "skein",
        fileLocation: ["relative", "${workspaceFolder}"],
        pattern: {
          regexp: "^(.+?):(\\d+):(\\d+) (error|warning) ([a-z-]+): (.*)$",
          file: 1,
          line: 2,
          column: 3,
          severity: 4,
          code: 5,
          message: 6,
        },
      },
    },
  ],
};

function snippets({ entityTypes, edgeTypes }: EditorFilesOptions) {
  return {
    "Skein: entity": snippet("skein-entity", "A person, a body, a place, an event", [
      `type: ${choice(1, entityTypes)}`,
      "name: ${2:The name}",
      "description: ${3:Who or what it is, in a line}",
    ]),
    "Skein: claim": snippet("skein-claim", "Who did what to whom, and what says so", [
      `type: ${choice(1, edgeTypes)}`,
      "from: ${2:who-acts}",
      "to: ${3:who-is-acted-on}",
      "date: ${4:2023-06-15}",
      `status: ${choice(5, STATUSES)}`,
      "sources:",
      "  - source: ${6:the-source}",
      "    locator: ${7:paragraph 4}",
    ]),
    "Skein: source": snippet("skein-source", "What claims rest on", [
      "title: ${1:As it stands over the text}",
      `type: ${choice(2, SOURCE_TYPES)}`,
      "publisher: ${3:Who published it}",
      "url: ${4:https://example.org/}",
      "published: ${5:2023-06-15}",
      "accessed: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE",
    ]),
    "Skein: story": snippet(
      "skein-story",
      "A walk through the graph",
      ["title: ${1:The title}", "description: ${2:What it tells, in a line}"],
      ["## ${3:The first step}", "", "```map", "select: ${4:who-acts}", "```", "", "${5:What happened.}", ""],
    ),
    "Skein: citation": {
      scope: "markdown",
      prefix: "skein-citation",
      description: "A source with the place in it, in a list of sources",
      body: ["- source: ${1:the-source}", "  locator: ${2:paragraph 4}", "  quote: ${3:In its own words}"],
    },
  };
}

const snippet = (
  prefix: string,
  description: string,
  keys: readonly string[],
  body: readonly string[] = ["$0"],
) => ({ scope: "markdown", prefix, description, body: ["---", ...keys, "---", "", ...body] });

/** A list to choose from, in the syntax of snippets. */
const choice = (place: number, values: readonly string[]): string => `\${${place}|${values.join(",")}|}`;
