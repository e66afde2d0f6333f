/** Every chain of demand and answer, the longest first. */
import { type Html, html } from "../../shared/html.ts";
import { count } from "../../shared/text.ts";
import { rootFrom } from "../page.ts";
import { type Part, pager } from "../parts/pager.ts";
import { threadItem } from "../parts/thread.ts";
import { documentOf } from "../shell.ts";
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
  const claims = threadSteps(site).length;
  const threads = threadSteps(site).filter(({ index }) => index === 0).length;
  const main = html`<article class="record">
<header class="record-header">
<h1>Threads</h1>
<p class="standfirst">Chains of demand and answer: claims that answer or are about one another, the longest first, each from its oldest claim on.${claims > 0 && html` ${count(claims, "claim")} in ${count(threads, "thread")}.`}${part.of > 1 && html` Part ${part.number} of ${part.of}.`}</p>
</header>
${groups.size === 0 && html`<p class="empty">No claim here answers another.</p>\n`}${[...groups].map(([thread, steps]) => chain(site, thread, steps, root))}${pager(part, root)}</article>
`;
  return documentOf({
    site,
    root,
    address: part.address,
    title: part.number === 1 ? "Threads" : `Threads, part ${part.number}`,
    description: "Every chain of demand and answer, the longest first.",
    section: "edges",
    main,
  });
}

function chain(site: Site, thread: Thread, steps: readonly ThreadStep[], root: string): Html {
  const [first] = thread.claims;
  const isRest = (steps[0]?.index ?? 0) > 0;
  return html`<section aria-labelledby="thread-${thread.id}">
<h2 id="thread-${thread.id}">${first !== undefined && html`<bdi>${titleOf(site, first)}</bdi>`}${isRest && " (continued)"}</h2>
<p class="tally">${count(thread.claims.length, "claim")}</p>
<ol class="thread">
${steps.map(({ edge }) => threadItem(site, edge, root, false, true))}</ol>
</section>
`;
}
