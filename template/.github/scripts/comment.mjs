// @ts-check
/**
 * Says below a pull request what the workflow Check found. Runs with the right to write, so it reads what Check uploaded
 * as what anybody may have put there, and takes everything else from GitHub itself. docs/ci.md of Skein has the reasons.
 */
import { readFileSync } from "node:fs";
import { commentText } from "./comment-text.mjs";
import { github } from "./github.mjs";
import { Refused, readZip } from "./zip.mjs";

const MARKER = "<!-- skein-report -->";
const AUTHOR = "github-actions[bot]";
const UPLOAD_LIMIT = 4 * 1024 * 1024;
const LIMITS = { "check.json": 8 * 1024 * 1024, "build.json": 1024, "diff.md": 2 * 1024 * 1024 };
const PAGES_OF_COMMENTS = 20;

const { GITHUB_API_URL = "", GITHUB_EVENT_PATH = "", GITHUB_REPOSITORY = "" } = process.env;
const { GITHUB_TOKEN = "", PREVIEW_URL = "" } = process.env;
const gitHub = github({ api: `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}`, token: GITHUB_TOKEN });
const run = JSON.parse(readFileSync(GITHUB_EVENT_PATH, "utf8")).workflow_run;

const number = await pullRequestOf(run);
if (number === undefined) console.log("No open pull request has this commit at its head: nothing to say.");
else {
  const report = await reportOf(run);
  const body = commentText(report, { run: run.html_url, preview: previewOf(number, run.head_sha) });
  await say(number, `${MARKER}\n${body}`);
}

/**
 * The number of the open pull request that was built, from GitHub and not from the upload. The event does not have it
 * where the pull request comes from a fork.
 *
 * @param {any} run
 * @returns {Promise<number | undefined>}
 */
async function pullRequestOf({ event, head_branch, head_repository, head_sha }) {
  if (event !== "pull_request" || !head_repository) return undefined;
  const head = encodeURIComponent(`${head_repository.owner.login}:${head_branch}`);
  const found = await gitHub.get(`/pulls?state=open&per_page=100&head=${head}`);
  return found.find((/** @type {any} */ pull) => pull.head.sha === head_sha)?.number;
}

/**
 * What Check uploaded, or why it was not read.
 *
 * @param {any} run
 * @returns {Promise<import("./comment-text.mjs").Report>}
 */
async function reportOf({ id }) {
  const { artifacts } = await gitHub.get(`/actions/runs/${Number(id)}/artifacts?name=report&per_page=100`);
  const [artifact, ...more] = artifacts.filter((/** @type {any} */ { expired }) => !expired);
  if (artifact === undefined) return { refused: "there is none" };
  try {
    if (more.length > 0) throw new Refused("there is more than one");
    if (artifact.size_in_bytes > UPLOAD_LIMIT) throw new Refused("it is too large");
    const bytes = await gitHub.download(`/actions/artifacts/${Number(artifact.id)}/zip`, UPLOAD_LIMIT);
    const files = readZip(bytes, LIMITS);
    return Object.fromEntries([...files].map(([name, content]) => [name, content.toString("utf8")]));
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
}

/** @param {number} number @param {string} sha */
function previewOf(number, sha) {
  return PREVIEW_URL.replaceAll("{number}", String(number)).replaceAll("{sha}", sha);
}

/** @param {number} number @param {string} body */
async function say(number, body) {
  const former = await formerComment(number);
  if (former === undefined) await gitHub.send("POST", `/issues/${number}/comments`, { body });
  else await gitHub.send("PATCH", `/issues/comments/${former}`, { body });
  console.log(`${former === undefined ? "Commented on" : "Updated the comment on"} #${number}.`);
}

/** Somebody else’s comment may begin with the marker, and stays theirs. @param {number} number */
async function formerComment(number) {
  for (let page = 1; page <= PAGES_OF_COMMENTS; page++) {
    const comments = await gitHub.get(`/issues/${number}/comments?per_page=100&page=${page}`);
    const found = comments.find(
      (/** @type {any} */ { user, body }) => user?.login === AUTHOR && body?.startsWith(MARKER),
    );
    if (found !== undefined) return Number(found.id);
    if (comments.length < 100) return undefined;
  }
  return undefined;
}
