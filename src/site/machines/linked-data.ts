/**
 * What a page is about, as JSON-LD: schema.org for what things are, PROV for where claims come from. A claim is a
 * `Claim` and never a `ClaimReview`, which would be a verdict.
 */
import { CONTEXT, type Naming, type Node, nodeOf, siteNodes, storyNode } from "../../exchange/schema-org.ts";
import type { Html } from "../../shared/html.ts";
import { pagePath, storyPath } from "../../shared/paths.ts";
import type { AnyRecord, Story, Written } from "../../shared/records.ts";
import { dayOf, fileHistoryOf } from "../history.ts";
import { dataBlock } from "../parts/data-block.ts";
import { type Site, titleOf } from "../site.ts";
import { absolute } from "./addresses.ts";

/** What of a page is told. */
export interface Described {
  readonly site: Site;
  readonly root: string;
  readonly address: string;
  readonly title?: string;
  readonly description?: string;
  readonly section?: { readonly label: string; readonly address: string };
  readonly record?: AnyRecord | Story;
}

/** The element that holds it: a block of data, which no browser runs. */
export function linkedData(page: Described): Html {
  const { baseUrl } = page.site.content.settings;
  const naming: Naming = (address) => absolute(baseUrl, address) ?? `${page.root}${address}`;
  const graph = [...mainNodes(page, naming), ...breadcrumbs(page, naming)];
  return dataBlock("application/ld+json", { "@context": CONTEXT, "@graph": graph });
}

function mainNodes(page: Described, naming: Naming): Node[] {
  const { site, address, record } = page;
  if (address === "") return siteNodes(site, site.content.edges.length, naming);
  if (record === undefined) return [webPage(page, naming, "CollectionPage")];
  if (!("kind" in record)) return [{ ...storyNode(site, record, naming), ...daysOf(site, record) }];
  const own = pagePath(record.kind, record.id);
  // What is said of the record stands on the first part of its page.
  if (address !== own) return [{ ...webPage(page, naming, "WebPage"), about: { "@id": naming(own) } }];
  return [nodeOf(site, record, naming), ...recordPage(site, own, record, naming)];
}

/** The page as such, which has days of its own: a person has none, and an article of a source has those of its author. */
function recordPage(site: Site, address: string, record: AnyRecord, naming: Naming): Node[] {
  const days = daysOf(site, record);
  if (days.dateModified === undefined) return [];
  return [{ "@type": "WebPage", url: naming(address), mainEntity: { "@id": naming(address) }, ...days }];
}

/** Since when the file is there and when it last changed, as far as git says. */
function daysOf(site: Site, { file }: Written): { datePublished?: string; dateModified?: string } {
  const found = fileHistoryOf(site, file);
  return {
    datePublished: found?.first && dayOf(found.first.time),
    dateModified: found && dayOf(found.last.time),
  };
}

function webPage({ site, address, title, description }: Described, naming: Naming, type: string): Node {
  return {
    "@type": type,
    "@id": naming(address),
    url: naming(address),
    name: title,
    description,
    inLanguage: site.content.settings.language,
    isPartOf: { "@id": naming("") },
  };
}

/** The way from the front page; none on the front page itself. */
function breadcrumbs(page: Described, naming: Naming): Node[] {
  const { site, address, section, record, title } = page;
  if (address === "") return [];
  const steps = [{ label: site.content.settings.title, address: "" }];
  if (section !== undefined && section.address !== "" && section.address !== address) steps.push(section);
  const own = record === undefined ? address : addressOf(record);
  steps.push({ label: record === undefined ? (title ?? "") : nameOf(site, record), address: own });
  if (own !== address) steps.push({ label: title ?? "", address });
  return [
    {
      "@type": "BreadcrumbList",
      itemListElement: steps.map((step, i) => ({
        "@type": "ListItem",
        position: i + 1,
        name: step.label,
        item: { "@id": naming(step.address) },
      })),
    },
  ];
}

const addressOf = (record: AnyRecord | Story): string =>
  "kind" in record ? pagePath(record.kind, record.id) : storyPath(record.id);

const nameOf = (site: Site, record: AnyRecord | Story): string =>
  "kind" in record ? titleOf(site, record) : record.title;
