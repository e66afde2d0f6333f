/** Every chain of demand and answer, the longest first. */
import { type Html, html } from "../../shared/html.ts";
import { valuePerSite } from "../once.ts";
import { rootFrom } from "../page.ts";
import { overviewPage } from "../parts/overview.ts";
import { type Part, pager, summaryOfPart } from "../parts/pager.ts";
import { threadItem } from "../parts/thread.ts";
import { type Site, titleOf } from "../site.ts";
import { type Thread, type ThreadStep, threadSteps } from "../threads.ts";

/** Prints one part of the claims that belong to threads; a long thread runs over several. */
export function threadsPage(site: Site, part: Part<ThreadStep>): string {
  const root = rootFrom(part.address);
  const groups = new Map<Thread, ThreadStep[]>();
  for (const step of part.items) {
    const steps = groups.get(step.thread);
    if (steps === undefined) groups.set(step.thread, [step]);
    else steps.push(step);
  }
  const { shell, threads: said } = site.words.messages;
  return overviewPage(site, {
    name: "threads",
    address: part.address,
    title: shell.threads,
    summary: summaryOfPart(site, summary(site), part),
    description: said.description,
    section: "edges",
    part: part.number,
    body: html`${groups.size === 0 && html`<p class="empty">${said.none}</p>\n`}${[...groups].map(([thread, steps]) => chain(site, thread, steps, root))}${pager(site, part, root)}`,
  });
}

const threadCounts = valuePerSite("threadcounts", (site) => {
  const steps = threadSteps(site);
  return { claims: steps.length, threads: steps.filter(({ index }) => index === 0).length };
});

function summary(site: Site): string {
  const { messages, say } = site.words;
  const { common, threads: said } = messages;
  const { claims, threads } = threadCounts(site);
  if (claims === 0) return said.summary;
  return say(said.counted, {
    summary: said.summary,
    claims: say(common.claims, { n: claims }),
    threads: say(said.threads, { n: threads }),
  });
}

function chain(site: Site, thread: Thread, steps: readonly ThreadStep[], root: string): Html {
  const [first] = thread.claims;
  const isRest = (steps[0]?.index ?? 0) > 0;
  const { messages, say, mark } = site.words;
  const title = first !== undefined && html`<bdi>${titleOf(site, first)}</bdi>`;
  return html`<section aria-labelledby="thread-${thread.id}">
<h2 id="thread-${thread.id}">${isRest ? mark(messages.threads.continued, { title }) : title}</h2>
<p class="tally">${say(messages.common.claims, { n: thread.claims.length })}</p>
<ol class="thread">
${steps.map(({ edge }) => threadItem(site, edge, root, false, true))}</ol>
</section>
`;
}
