/** Runs in every page that `skein dev` serves: renews it when the site is new, and shows what keeps it from being so. */
import { DEV_EVENTS, DEV_SCRIPT, type DevEvent } from "../../shared/dev-event.ts";
import { hideProblems, showProblems } from "./overlay.ts";
import { isRenewed } from "./renewal.ts";

let events: EventSource | undefined;

/** A page out of sight is told nothing: browsers open six connections to a server, and there may be more pages. */
function follow(): void {
  if (document.hidden) {
    events?.close();
    events = undefined;
  } else if (events === undefined) {
    events = new EventSource(`${DEV_EVENTS}?version=${stampOf(document).version ?? ""}`);
    events.addEventListener("message", ({ data }) => obey(JSON.parse(data)));
  }
}

function obey(event: DevEvent): void {
  if (event.type === "problems") {
    showProblems(event);
    return;
  }
  hideProblems();
  void renew();
}

/** What the server says of a page, in the element of this script. */
function stampOf(page: Document): DOMStringMap {
  return page.querySelector<HTMLElement>(`script[src="${DEV_SCRIPT}"]`)?.dataset ?? {};
}

async function renew(): Promise<void> {
  if (await isRenewed(stampOf)) return;
  // Parts of the page that are about to write the reader’s last steps into the address do so when it is left. That would
  // be too late: what is loaded again is what the address is now.
  dispatchEvent(new Event("pagehide"));
  location.reload();
}

document.addEventListener("visibilitychange", follow);
follow();
