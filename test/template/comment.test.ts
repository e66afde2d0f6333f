/** The comment below a pull request, against a stand-in for GitHub’s API, with uploads nobody should trust. */
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FakeGitHub, REPOSITORY, TOKEN } from "../support/github.ts";
import { PROJECT, type Result, run, temporaryFolder } from "../support/skein.ts";
import { type ZipEntry, zipOf } from "../support/zip.ts";

const folder = temporaryFolder();
const SHA = "a".repeat(40);
const RUN = {
  id: 77,
  event: "pull_request",
  head_branch: "fix/a&b=c#d",
  head_sha: SHA,
  head_repository: { full_name: "mallory/graph", owner: { login: "mallory" } },
  html_url: "https://github.com/owner/graph/actions/runs/77",
  pull_requests: [],
};
const PULL = { number: 12, head: { label: "mallory:fix/a&b=c#d", sha: SHA } };
const CHECK = [
  {
    file: "content/edges/x.md",
    line: 4,
    column: 5,
    severity: "error",
    code: "unknown-reference",
    message: "no entity “bermda”; did you mean “bermuda”?",
    help: "write bermuda",
  },
];

const file = (name: string, content: string | Buffer): ZipEntry => ({ name, content });
const REPORT = [
  file("check.json", "[]"),
  file("build.json", '{"output":"_site","files":41,"seconds":1.2}'),
  file("diff.md", "### What changes\n\n- **1 claim** added\n"),
];

let gitHub: FakeGitHub;

beforeEach(async () => {
  gitHub = new FakeGitHub();
  await gitHub.start();
  gitHub.pulls = [PULL];
});

afterEach(() => gitHub.stop());

async function comment(event: object = RUN, env: Readonly<Record<string, string>> = {}): Promise<Result> {
  const path = join(folder, "event.json");
  writeFileSync(path, JSON.stringify({ workflow_run: event }));
  return run(process.execPath, [join(PROJECT, "template/.github/scripts/comment.mjs")], folder, {
    GITHUB_API_URL: gitHub.api,
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_TOKEN: TOKEN,
    ...env,
  });
}

const upload = (...entries: readonly ZipEntry[]) => {
  gitHub.uploads = [{ bytes: zipOf(entries) }];
};
const said = (number = 12): string[] => (gitHub.comments.get(number) ?? []).map(({ body }) => body);

describe("the comment", () => {
  test("says what was found, what was built and what changes", async () => {
    upload(...REPORT);
    const { code, out, err } = await comment();
    expect([code, out, err]).toEqual([0, "Commented on #12.\n", ""]);
    expect(said()).toEqual([
      `<!-- skein-report -->
### Skein: no problems, 41 files

[build, with the site to download](https://github.com/owner/graph/actions/runs/77)

### What changes

- **1 claim** added
`,
    ]);
  });

  test("lists the problems, and that nothing was built", async () => {
    upload(file("check.json", JSON.stringify(CHECK)));
    await comment();
    expect(said()[0]).toContain(`### Skein: 1 error, not built

- **error** content/edges/x.md:4:5 unknown-reference: no entity “bermda”; did you mean “bermuda”? — write bermuda
`);
  });

  test("leads to a preview where a host is set", async () => {
    upload(...REPORT);
    await comment(RUN, { PREVIEW_URL: "https://deploy-preview-{number}--graph.example/{sha}/" });
    expect(said()[0]).toContain(`[preview](https://deploy-preview-12--graph.example/${SHA}/) · [build`);
  });

  test("is one: the next build changes it", async () => {
    upload(...REPORT);
    await comment();
    upload(file("check.json", JSON.stringify(CHECK)));
    expect((await comment()).out).toBe("Updated the comment on #12.\n");
    expect(said()).toEqual([expect.stringContaining("1 error, not built")]);
  });

  test("is found behind hundreds of others", async () => {
    const others = Array.from({ length: 250 }, (_, id) => ({ id, user: { login: "ada" }, body: "Nice." }));
    const own = { id: 999, user: { login: "github-actions[bot]" }, body: "<!-- skein-report -->\nold" };
    gitHub.comments.set(12, [...others, own]);
    upload(...REPORT);
    await comment();
    expect(said().length).toBe(251);
    expect(said()[250]).toContain("no problems");
  });

  test("of somebody else who wrote the same marker stays theirs", async () => {
    const forged = "<!-- skein-report -->\nApproved.";
    gitHub.comments.set(12, [{ id: 1, user: { login: "mallory" }, body: forged }]);
    upload(...REPORT);
    await comment();
    expect(said()).toEqual([forged, expect.stringContaining("no problems")]);
  });
});

describe("the number of the pull request", () => {
  test("is GitHub’s, whatever the upload says", async () => {
    upload(file("check.json", '{"number": 1, "pull_request": 1}'));
    await comment({ ...RUN, pull_requests: [{ number: 1 }] });
    expect([...gitHub.comments.keys()]).toEqual([12]);
  });

  test.each([
    ["is of another commit by now", [{ ...PULL, head: { ...PULL.head, sha: "b".repeat(40) } }]],
    ["is closed", []],
    ["is somebody else’s with the same commit", [{ ...PULL, head: { ...PULL.head, label: "eve:main" } }]],
  ])("where it %s nothing is said, and the upload is not even loaded", async (_, pulls) => {
    gitHub.pulls = pulls;
    upload(...REPORT);
    const { code, out } = await comment();
    expect([code, out]).toEqual([0, "No open pull request has this commit at its head: nothing to say.\n"]);
    expect(gitHub.requests).toEqual([
      `!GET /repos/${REPOSITORY}/pulls?state=open&per_page=100&head=mallory%3Afix%2Fa%26b%3Dc%23d`,
    ]);
  });

  test.each([
    ["a run that is of no pull request", { ...RUN, event: "push" }],
    ["a fork that is gone", { ...RUN, head_repository: null }],
  ])("%s has none", async (_, event) => {
    expect((await comment(event)).code).toBe(0);
    expect(gitHub.requests).toEqual([]);
  });
});

describe("a hostile upload", () => {
  const HOSTILE: readonly (readonly [string, readonly ZipEntry[]])[] = [
    ["it holds a file of another name", [file("../../../.bashrc", "evil")]],
    ["it holds a file of another name", [file("check.json/../../x", "evil")]],
    ["it holds a link, a folder or a device", [{ ...file("diff.md", "/proc/self/environ"), mode: 0o120777 }]],
    ["it holds more files than it may", Array.from({ length: 1000 }, (_, n) => file(`${n}.md`, ""))],
    ["it holds a file that is too large", [file("diff.md", Buffer.alloc(3_000_000))]],
    [
      "it holds a file of another size than it says",
      [{ ...file("diff.md", Buffer.alloc(100_000_000)), size: 2_000_000 }],
    ],
  ];

  test.each(HOSTILE)("is refused, because %s", async (reason, entries) => {
    upload(...entries);
    const { code } = await comment();
    expect(code).toBe(0);
    expect(said()).toEqual([
      `<!-- skein-report -->\n### Skein\n\nThe report of [this build](${RUN.html_url}) was not read: ${reason}.\n`,
    ]);
  });

  test("is not loaded where GitHub says that it is too large, and not to its end where it is", async () => {
    gitHub.uploads = [{ bytes: Buffer.alloc(0), size: 5_000_000 }];
    await comment();
    expect(gitHub.requests.filter((call) => call.includes("/zip"))).toEqual([]);
    gitHub.uploads = [{ bytes: randomBytes(20_000_000), size: 100 }];
    await comment();
    expect(said()).toEqual([expect.stringContaining("was not read: it is too large.")]);
  });

  test("is not chosen from two", async () => {
    gitHub.uploads = [{ bytes: zipOf(REPORT) }, { bytes: zipOf(REPORT) }];
    await comment();
    expect(said()).toEqual([expect.stringContaining("was not read: there is more than one.")]);
  });

  test("that is not there is said to be missing", async () => {
    await comment();
    expect(said()).toEqual([expect.stringContaining("was not read: there is none.")]);
  });

  test("cannot speak to others, link, load, or hide what stands above it", async () => {
    const evil =
      "@everyone [a](https://evil.example) ![](https://evil.example/x.png) <img src=x> <!-- fixes #1";
    const problem = { ...CHECK[0], file: evil, message: evil, code: evil, help: evil, severity: evil };
    upload(file("check.json", JSON.stringify([problem])), file("diff.md", evil));
    await comment();
    const [body = ""] = said();
    expect(body).toContain("### Skein: no problems, not built");
    expect(body.slice(body.indexOf("\n"))).not.toMatch(/@\w|\]\(https:\/\/evil|:\/\/evil|<img|<!--|#1\b/);
  });

  test.each([
    "",
    "null",
    "{",
    '{"length": 9}',
    "[null, 1, [], {}]",
    '[{"line": "x", "message": {}}]',
    "9".repeat(99),
  ])("of %j is no more than nothing", async (check) => {
    upload(file("check.json", check), file("build.json", check));
    expect((await comment()).code).toBe(0);
    expect(said()[0]).toContain("### Skein: no problems, not built");
  });

  test("with more than a comment takes is cut", async () => {
    const many = Array.from({ length: 3000 }, () => ({ ...CHECK[0], message: "*".repeat(600) }));
    upload(file("check.json", JSON.stringify(many)), file("diff.md", "- @everyone\n".repeat(100_000)));
    await comment();
    const [body = ""] = said();
    expect(body).toContain("### Skein: 3000 errors");
    expect(body).toMatch(/- … and 29\d\d more/);
    expect(body.length).toBeLessThan(65_536);
  });
});

test("the token goes to the API alone, not to where the upload is kept", async () => {
  upload(...REPORT);
  await comment();
  expect(gitHub.requests).toEqual([
    `!GET /repos/${REPOSITORY}/pulls?state=open&per_page=100&head=mallory%3Afix%2Fa%26b%3Dc%23d`,
    `!GET /repos/${REPOSITORY}/actions/runs/77/artifacts?name=report&per_page=100`,
    `!GET /repos/${REPOSITORY}/actions/artifacts/0/zip`,
    "GET /storage/0",
    `!GET /repos/${REPOSITORY}/issues/12/comments?per_page=100&page=1`,
    `!POST /repos/${REPOSITORY}/issues/12/comments`,
  ]);
});

test("a refusal of GitHub’s fails the job", async () => {
  upload(...REPORT);
  const { code, err } = await comment(RUN, { GITHUB_TOKEN: "expired" });
  expect(code).toBe(1);
  expect(err).toContain("GitHub answers 404 to /pulls");
});
