/** The pages and parts that a file of the same name in `theme/` can lay out, and the pieces that each is given. */

/**
 * What a piece is: `html` is markup that is ready to stand between tags; `text` and `url` may also stand in the value of
 * an attribute, and only a `url` where an address is expected.
 */
export type PieceKind = "html" | "text" | "url";

export interface PieceInfo {
  readonly kind: PieceKind;
  readonly about: string;
  /** Whether a template has to have it. */
  readonly isRequired?: boolean;
}

interface TemplateInfo {
  readonly about: string;
  readonly pieces: Readonly<Record<string, PieceInfo>>;
}

const text = (about: string) => ({ kind: "text", about }) as const;
const url = (about: string) => ({ kind: "url", about }) as const;
const html = (about: string) => ({ kind: "html", about }) as const;

const ROOT = { root: url("the way to the front page; `{{root}}entities/` leads to the list of entities") };
const PAGER = { pager: html("what `pager` makes, for a long list") };
const OVERVIEW = {
  ...ROOT,
  title: text("its title"),
  summary: text("what is on it, in a sentence"),
  body: html("what is on it"),
};
const FOOTNOTES = { sources: html("the numbered sources, to which the marks in the text lead") };

const templates = {
  shell: {
    about: "What is in the body of every page.",
    pieces: {
      ...ROOT,
      siteTitle: text("the `title` of `site.yml`"),
      skip: html("the link over the navigation, for those who use a keyboard"),
      banner: html("what `banner` makes"),
      main: { ...html("the page itself"), isRequired: true },
      footer: html("what `footer` makes"),
    },
  },
  banner: {
    about: "The top of every page.",
    pieces: {
      ...ROOT,
      siteTitle: text("the `title` of `site.yml`"),
      navigation: html("the sections of the site, and `menus` of `site.yml`"),
    },
  },
  footer: {
    about: "The foot of every page.",
    pieces: {
      ...ROOT,
      siteTitle: text("the `title` of `site.yml`"),
      navigation: html("the pages about the whole graph"),
      notice: text("that claims are no verdicts"),
      file: text("the file that the page is made from, in the content folder"),
      lastChanged: html("when the file was last changed and by whom, with a link to its history"),
      address: url("the page’s own address, where `baseUrl` is set"),
      repository: url("the `repository` of `site.yml`"),
      license: text("the `license` of `site.yml`"),
    },
  },
  network: {
    about:
      "The front page. The map comes whole, with search, legend and tools: its scripts rely on how it is built.",
    pieces: {
      ...ROOT,
      title: text("the `title` of `site.yml`"),
      description: text("the `description` of `site.yml`"),
      size: text("how many entities, claims and sources"),
      drawn: text("of how many the drawing without scripts is, where not of all"),
      map: { ...html("the map and all that belongs to it, without title and description"), isRequired: true },
    },
  },
  story: {
    about: "The page of a story: what is in the block to which its script belongs.",
    pieces: {
      ...ROOT,
      title: text("its title"),
      description: text("its description"),
      introduction: html("the text before the first step"),
      steps: html("its steps, each with a link to the map"),
      notes: html("the footnotes of its text"),
      ...FOOTNOTES,
      others: html("links to the stories before and after it"),
      map: { ...html("the map, which follows the steps"), isRequired: true },
    },
  },
  embed: {
    about: "The map for other people’s pages: what is in the block to which its script belongs.",
    pieces: {
      ...ROOT,
      title: text("the `title` of `site.yml`"),
      map: { ...html("the map"), isRequired: true },
      source: { ...html("the link to the same view on the site"), isRequired: true },
    },
  },
  entity: {
    about: "The page of an entity.",
    pieces: {
      ...ROOT,
      type: text("the label of its type"),
      typeSign: html("a disc in the colour of its type"),
      name: text("its name"),
      aliases: html("its other names"),
      description: text("its description"),
      image: html("its picture, with credit"),
      prose: html("its text"),
      facts: html("date, standing, tags, links out, as `facts` makes them"),
      neighbourhood: html("what `neighbourhood` makes"),
      timeline: html("what `in-time` makes"),
      claims: html("its claims by type"),
      ...PAGER,
      claimsAbout: html("claims that have it as their matter"),
      claimsBy: html("claims that it makes"),
      mentions: html("what `mentions` makes"),
      ...FOOTNOTES,
    },
  },
  edge: {
    about: "The page of a claim.",
    pieces: {
      ...ROOT,
      type: text("the label of its type"),
      typeSign: html("a line in the colour of its type"),
      sentence: text("who did what to whom"),
      date: html("when, in words"),
      status: html("how sure, where it is not merely reported"),
      corrections: html("that it was corrected, and by which claim"),
      prose: html("its text"),
      facts: html("who, to whom, when, status and the rest, as `facts` makes them"),
      sources: html("what it rests on"),
      thread: html("what `thread` makes"),
      alsoBetween: html("other claims between the same two"),
      citations: html("what `citations` makes"),
    },
  },
  source: {
    about: "The page of a source.",
    pieces: {
      ...ROOT,
      type: text("article, report, dataset …"),
      title: text("its title"),
      language: text("the tag of its language"),
      byline: html("authors, publisher and date"),
      prose: html("its text"),
      facts: html("where it is and was, reliability, what it was made from, as `facts` makes them"),
      claims: html("the claims that cite it"),
      entities: html("the entities that cite it"),
      ...FOOTNOTES,
    },
  },
  index: {
    about: "The lists of all entities, claims, sources and stories.",
    pieces: {
      ...ROOT,
      title: text("what is listed"),
      summary: text("how many, and in which order"),
      list: html("the list"),
      ...PAGER,
    },
  },
  overview: {
    about:
      "The pages about the whole graph, and the search. Each of them can have a template of its own, which goes before this one.",
    pieces: OVERVIEW,
  },
  timeline: { about: "The page of all claims in time.", pieces: OVERVIEW },
  table: { about: "The page of all claims as a table.", pieces: OVERVIEW },
  threads: { about: "The page of all threads.", pieces: OVERVIEW },
  disputes: { about: "The page of contested claims.", pieces: OVERVIEW },
  statistics: { about: "The page of figures.", pieces: OVERVIEW },
  matrix: { about: "The page of who did what to whom.", pieces: OVERVIEW },
  help: { about: "The page of what help is wanted.", pieces: OVERVIEW },
  changes: { about: "The page of changes.", pieces: OVERVIEW },
  data: { about: "The page of the files for other programs.", pieces: OVERVIEW },
  about: { about: "The page that says how to read the site.", pieces: OVERVIEW },
  search: { about: "The page of the search.", pieces: OVERVIEW },
  pair: {
    about: "The page of all claims between two entities.",
    pieces: {
      ...ROOT,
      first: text("the name of one"),
      second: text("the name of the other"),
      both: html("both names, as in “A and B”"),
      summary: html("how many claims, with links to both"),
      toNetwork: html("the link to the map"),
      claims: html("the claims, oldest first"),
      ...PAGER,
      ...FOOTNOTES,
    },
  },
  moved: {
    about: "The page at an address that an entity had before; it sends the reader on.",
    pieces: {
      ...ROOT,
      name: text("the name of the entity"),
      address: url("the way to its page"),
      movedTo: html("where it is now, in a sentence with a link"),
    },
  },
  "not-found": {
    about: "The page for an address that leads nowhere.",
    pieces: ROOT,
  },
  claim: {
    about: "A claim in a list: an item of the list, `<li>`.",
    pieces: {
      ...ROOT,
      sentence: html("who did what to whom, as a link, with the marks of its sources"),
      facts: html("when, how sure, who says so, what it answers"),
      superseded: text("“superseded”, where a later claim corrects it"),
    },
  },
  citations: {
    about: "How to cite a claim.",
    pieces: {
      plain: text("in words"),
      bibtex: text("as BibTeX"),
      csl: text("as CSL-JSON"),
    },
  },
  neighbourhood: {
    about: "An entity among its neighbours.",
    pieces: {
      ...ROOT,
      picture: html("the drawing"),
      note: text("what the drawing leaves out"),
      toNetwork: html("the link to the map"),
      pairs: html("the list of the pairs it is part of"),
    },
  },
  "in-time": {
    about: "The claims of an entity in time, where two or more have a date.",
    pieces: {
      ...ROOT,
      picture: html("the drawing"),
      note: text("how many claims, and how they are drawn"),
      toTimeline: html("the link to the claims of all"),
    },
  },
  mentions: {
    about: "The records whose texts link to an entity, where there are any.",
    pieces: {
      ...ROOT,
      records: html("the records, each an `<li>` with the sentences around the links"),
      more: text("how many more there are, of very many"),
    },
  },
  thread: {
    about: "What a claim answers and what answers it, where it belongs to a thread.",
    pieces: {
      ...ROOT,
      answers: html("the claims that it answers"),
      isAbout: html("other claims that are its matter"),
      answeredBy: html("the claims that answer it"),
      about: html("other claims that are about it"),
      whole: html("the thread around it, where that is more"),
    },
  },
  facts: {
    about: "What is known of a record in few words.",
    pieces: {
      ...ROOT,
      rows: html("the facts, each a `<div>` with `<dt>` and `<dd>`, for a `<dl>`"),
    },
  },
  pager: {
    about: "The way to the other parts of a long list, where there are any.",
    pieces: {
      ...ROOT,
      number: text("which part this is, from 1"),
      of: text("how many there are"),
      previous: url("the way to the part before"),
      next: url("the way to the part after"),
      links: html("the links to the parts by their numbers, each an `<li>`, for an `<ol>`"),
    },
  },
} as const satisfies Readonly<Record<string, TemplateInfo>>;

export type TemplateName = keyof typeof templates;

/** The templates that are given the pieces of `overview`. */
export type OverviewName = {
  [N in TemplateName]: (typeof templates)[N]["pieces"] extends typeof OVERVIEW ? N : never;
}[TemplateName];

/** The pieces of a template: each has to be given, and may be empty. */
export type PieceName<N extends TemplateName> = keyof (typeof templates)[N]["pieces"];

export const TEMPLATES: Readonly<Record<TemplateName, TemplateInfo>> = templates;

export function isTemplateName(name: string): name is TemplateName {
  return Object.hasOwn(TEMPLATES, name);
}
