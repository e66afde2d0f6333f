/** A story: the step that is being read says what the map shows. */
import { PLAIN_VIEWPOINT, viewpointIn } from "../shared/viewpoint.ts";
import { listenToKeys } from "./keys.ts";
import { NARROW } from "./screen.ts";
import { look, type Store } from "./state.ts";

/** Follows the reader through the steps of the story’s text; above the first, the map shows everything. */
export function mountStory(element: HTMLElement, store: Store): void {
  const steps = [...element.querySelectorAll<HTMLElement>("[data-viewpoint]")];
  const stage = element.querySelector(".stage");
  let current: HTMLElement | undefined;

  /** How far down the window the text is read that is read now: at two fifths of what the map leaves of it. */
  function readingLine(): number {
    const top = matchMedia(NARROW).matches ? (stage?.clientHeight ?? 0) : 0;
    return top + (innerHeight - top) * 0.4;
  }

  /** The last step above the line, which goes down to the end of the window with the end of the page. */
  function stepRead(): HTMLElement | undefined {
    const line = Math.max(readingLine(), innerHeight - (lastScroll() - scrollY));
    return steps.findLast((step) => step.getBoundingClientRect().top <= line);
  }

  function follow(): void {
    const step = stepRead();
    if (step === current) return;
    current?.classList.remove("is-current");
    current = step;
    step?.classList.add("is-current");
    store.update(() => look(step === undefined ? PLAIN_VIEWPOINT : viewpointOf(step)));
  }

  /** Scrolls so far that a step comes to the line; before the first there is the beginning of the page. */
  function goTo(index: number): void {
    if (index >= steps.length) return;
    const step = steps[index];
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollTo({ top: step === undefined ? 0 : scrollFor(step), behavior: isCalm ? "instant" : "smooth" });
  }

  function scrollFor(step: HTMLElement): number {
    const top = step.getBoundingClientRect().top + scrollY;
    // Near the end of the page the line comes to meet the step.
    return Math.ceil(Math.min(top - readingLine(), (top + lastScroll() - innerHeight) / 2)) + 1;
  }

  const place = () => (current === undefined ? -1 : steps.indexOf(current));
  listenToKeys({ n: () => goTo(place() + 1), p: () => goTo(place() - 1) });
  addEventListener("scroll", follow, { passive: true });
  // Tells of the size that the text has at first, too.
  new ResizeObserver(follow).observe(element);
}

const lastScroll = (): number => document.documentElement.scrollHeight - innerHeight;

function viewpointOf({ dataset }: HTMLElement) {
  const page = location.href.split(/[?#]/)[0];
  return viewpointIn(new URL(dataset.viewpoint ?? "", page));
}
