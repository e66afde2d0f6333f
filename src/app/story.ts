/** A story: the step that is being read says what the map shows. */
import { viewpointIn } from "../shared/viewpoint.ts";
import { look, type Store } from "./state.ts";

/** Follows the reader through the steps of the story’s text. */
export function mountStory(element: HTMLElement, store: Store): void {
  const steps = [...element.querySelectorAll<HTMLElement>("[data-viewpoint]")];
  let current: HTMLElement | undefined;
  function show(step: HTMLElement): void {
    if (step === current) return;
    current?.classList.remove("is-current");
    current = step;
    step.classList.add("is-current");
    const { search, hash } = new URL(step.dataset.viewpoint ?? "", location.href.split(/[?#]/)[0]);
    store.update(() => look(viewpointIn({ search, hash })));
  }
  // The step that crosses a line a little above the middle of what is read.
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting && target instanceof HTMLElement) show(target);
    },
    { rootMargin: "-45% 0px -54% 0px" },
  );
  for (const step of steps) observer.observe(step);
}
