/** A page whose text alone has changed gets its new text in place: to load it again takes longer than all the rest. */

/** Theme and client: a page with more runs something that knows of the old text. */
const SCRIPTS = 2;
let renewals = 0;

/**
 * Puts the new text of this page in place, with its stamp; resolves with false where anything else of the page is
 * different, so that it has to be loaded again.
 */
export async function isRenewed(stampOf: (page: Document) => DOMStringMap): Promise<boolean> {
  const old = document.querySelector("main");
  if (old === null || document.querySelectorAll("script[src]").length > SCRIPTS) return false;
  const own = ++renewals;
  const next = await pageAnew();
  // Of two that come one after the other, the second counts.
  if (own !== renewals) return true;
  const text = next?.querySelector("main");
  if (next === undefined || !text || stampOf(next).frame !== stampOf(document).frame) return false;
  const at = { left: scrollX, top: scrollY, behavior: "instant" } as const;
  old.replaceWith(document.adoptNode(text));
  document.title = next.title;
  Object.assign(stampOf(document), stampOf(next));
  scrollTo(at);
  return true;
}

/** Undefined where there is no such page any more, or no server. */
async function pageAnew(): Promise<Document | undefined> {
  try {
    const response = await fetch(location.href);
    if (!response.ok) return undefined;
    return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    return undefined;
  }
}
