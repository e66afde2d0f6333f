/** What `skein dev` tells the pages that are open in browsers. */

/** That the site is new, or what keeps it from being so. */
export type DevEvent =
  | { readonly type: "reload" }
  | {
      readonly type: "problems";
      readonly problems: readonly ShownProblem[];
      /** How many there are besides those that are listed. */
      readonly more: number;
    };

/** A place in a file, with the address that opens it in the author’s editor where there is one. */
export interface ShownPlace {
  /** `content/edges/x.md:4:7`. */
  readonly place: string;
  readonly href?: string;
}

export interface ShownProblem extends ShownPlace {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  readonly quote: readonly QuotedLine[];
  readonly related: readonly (ShownPlace & { readonly message: string })[];
}

/** A line of a file: what is wrong with it is `marked`, which is empty in the lines around it. */
export interface QuotedLine {
  readonly number: number;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Where the server listens for pages, and has the script that they run. */
export const DEV_EVENTS = "/skein-dev/events";
export const DEV_SCRIPT = "/skein-dev/client.js";
