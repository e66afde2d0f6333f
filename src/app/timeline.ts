/**
 * Time below the map: a histogram of the claims, a range to brush or move with the keys, a play button, “as of” a day,
 * and a switch for what has no date. Dark bars are claims that fall into one part of time; light ones may.
 */

import { edgeText, emptyBins, type Histogram, histogramOf, partOf } from "../shared/bins.ts";
import { html } from "../shared/html.ts";
import { daysIn, dayText, type Viewpoint } from "../shared/viewpoint.ts";
import type { PageModel } from "./model.ts";
import { claimFilter } from "./shown.ts";
import { change, type State, type Store } from "./state.ts";

export interface Timeline {
  update(state: State): void;
  /** Moves the range by so many parts of time. */
  step(by: number): void;
}

const BEAT = 700;

/** Fills the element; undefined where no claim has a date. */
export function mountTimeline(element: HTMLElement, model: PageModel, store: Store): Timeline | undefined {
  const parts = emptyBins(model.network.claims);
  if (parts === undefined) return undefined;
  const { unit, edges } = parts;
  const last = edges.length - 2;
  const { locale, say, number, messages } = model.words;
  const { timeline } = messages.app;
  element.innerHTML = html`<div class="timeline-bar">
<button type="button" class="timeline-play" aria-pressed="false"><span aria-hidden="true"></span>${timeline.play}</button>
<button type="button" data-step="-1" aria-label="${timeline.back[unit]}"><span aria-hidden="true">‹</span></button>
<button type="button" data-step="1" aria-label="${timeline.on[unit]}"><span aria-hidden="true">›</span></button>
<output class="timeline-range" aria-live="off"></output>
<button type="button" class="timeline-all">${timeline.all}</button>
<label class="timeline-as-of">${timeline.asOf} <input type="date" min="${inputDay(edges[0])}" max="${inputDay((edges[last + 1] ?? 1) - 1)}"></label>
<label class="timeline-undated"><input type="checkbox" checked> ${timeline.undated} <span class="legend-count"></span></label>
</div>
<div class="timeline-chart">
<svg viewBox="0 0 ${last + 1} 100" preserveAspectRatio="none" aria-hidden="true"><g></g></svg>
<div class="timeline-window"></div>
<div class="timeline-handle" role="slider" tabindex="0" aria-label="${timeline.from}" data-end="from"></div>
<div class="timeline-handle" role="slider" tabindex="0" aria-label="${timeline.to}" data-end="to"></div>
</div>
<div class="timeline-axis" aria-hidden="true"></div>`.markup;
  const one = <T extends Element>(selector: string) => element.querySelector(selector) as T;
  const chart = one<HTMLElement>(".timeline-chart");
  const play = one<HTMLButtonElement>(".timeline-play");
  const undated = one<HTMLInputElement>(".timeline-undated input");
  const asOf = one<HTMLInputElement>(".timeline-as-of input");
  const handles = [...element.querySelectorAll<HTMLElement>(".timeline-handle")];
  drawAxis(one(".timeline-axis"), edges, unit, locale);

  const days = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...FORMATS[unit] });
  const dateOf = (day: number) => new Date(day * 86_400_000);

  /** The first and last part that the viewpoint includes. */
  function rangeOf({ from, to }: Viewpoint): [number, number] {
    const first = from === undefined ? undefined : daysIn(from)?.first;
    const end = to === undefined ? undefined : daysIn(to)?.last;
    return [
      first === undefined ? 0 : clamp(partOf(edges, first), 0, last),
      end === undefined ? last : clamp(partOf(edges, end), 0, last),
    ];
  }

  function setRange(first: number, end: number): void {
    const [a, b] = [clamp(Math.min(first, end), 0, last), clamp(Math.max(first, end), 0, last)];
    const from = a === 0 ? undefined : edgeText(edges[a] ?? 0, unit);
    const to = b === last ? undefined : edgeText((edges[b + 1] ?? 1) - 1, unit);
    store.update((state) => change(state, { from, to, asOf: undefined }));
  }

  function step(by: number): void {
    const [first, end] = rangeOf(store.state.viewpoint);
    const width = end - first;
    const start = clamp(first + by, 0, last - width);
    if (width === last) setRange(0, by > 0 ? 0 : last - 1);
    else setRange(start, start + width);
  }

  let timer: ReturnType<typeof setInterval> | undefined;
  function stop(): void {
    clearInterval(timer);
    timer = undefined;
    play.setAttribute("aria-pressed", "false");
  }
  /** A chosen range moves on; all of time fills up from the beginning. */
  play.addEventListener("click", () => {
    if (timer !== undefined) return stop();
    play.setAttribute("aria-pressed", "true");
    const [first, end] = rangeOf(store.state.viewpoint);
    const isWindow = first > 0;
    if (!isWindow && end === last) setRange(0, 0);
    timer = setInterval(() => {
      const [a, b] = rangeOf(store.state.viewpoint);
      if (b >= last) return stop();
      setRange(isWindow ? a + 1 : 0, b + 1);
    }, BEAT);
  });
  element.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-step]");
    if (button !== null) step(Number(button.dataset.step));
  });
  one(".timeline-all").addEventListener("click", () => {
    stop();
    store.update((state) => change(state, { from: undefined, to: undefined, asOf: undefined }));
  });
  undated.addEventListener("change", () =>
    store.update((state) => change(state, { undated: undated.checked })),
  );
  asOf.addEventListener("change", () =>
    store.update((state) => change(state, { asOf: asOf.value || undefined, from: undefined, to: undefined })),
  );

  const partAt = ({ clientX }: MouseEvent, grip = 0): number => {
    const { left, width } = chart.getBoundingClientRect();
    return clamp(Math.floor(((clientX - grip - left) / width) * (last + 1)), 0, last);
  };
  /** How far beside the end of the range its handle was taken hold of. */
  function gripOf(handle: HTMLElement, { clientX }: PointerEvent): number {
    const { left, right } = handle.getBoundingClientRect();
    // Half a pixel inside, so that a handle that is only touched stays where it is.
    return handle.dataset.end === "from" ? clientX - right - 0.5 : clientX - left + 0.5;
  }
  let drag: ((part: number) => void) | undefined;
  let grip = 0;
  chart.addEventListener("pointerdown", (event) => {
    stop();
    const part = partAt(event);
    const [first, end] = rangeOf(store.state.viewpoint);
    const handle = (event.target as Element).closest<HTMLElement>(".timeline-handle");
    const isWindow = (event.target as Element).closest(".timeline-window") !== null && end - first < last;
    grip = handle === null ? 0 : gripOf(handle, event);
    if (handle?.dataset.end === "from") drag = (to) => setRange(Math.min(to, end), end);
    else if (handle?.dataset.end === "to") drag = (to) => setRange(first, Math.max(to, first));
    else if (isWindow) {
      drag = (to) => {
        const start = clamp(first + to - part, 0, last - (end - first));
        setRange(start, start + end - first);
      };
    } else {
      drag = (to) => setRange(part, to);
      drag(part);
    }
    chart.setPointerCapture(event.pointerId);
    if (handle === null) event.preventDefault();
  });
  chart.addEventListener("pointermove", (event) => drag?.(partAt(event, grip)));
  for (const type of ["pointerup", "pointercancel"] as const)
    chart.addEventListener(type, () => {
      drag = undefined;
    });
  for (const handle of handles) {
    handle.addEventListener("keydown", (event) => {
      const [first, end] = rangeOf(store.state.viewpoint);
      const isFrom = handle.dataset.end === "from";
      const at = isFrom ? first : end;
      const to = moved(event.key, at, last);
      if (to === undefined) return;
      event.preventDefault();
      if (isFrom) setRange(Math.min(to, end), end);
      else setRange(first, Math.max(to, first));
    });
  }

  const isAllDated = model.network.claims.every(({ date }) => date !== undefined);
  let counted: unknown;
  return {
    step,
    update(state) {
      const { viewpoint } = state;
      const key = JSON.stringify({ ...viewpoint, from: 0, to: 0, asOf: 0, undated: 0, select: 0, at: 0 });
      if (key !== counted) {
        counted = key;
        const passes = claimFilter(model, viewpoint, { isTimeless: true });
        const histogram = histogramOf(model.network.claims.filter(passes), parts);
        drawBars(one("svg g"), histogram);
        one(".timeline-undated .legend-count").textContent = number(histogram.undated);
        one<HTMLElement>(".timeline-undated").hidden = isAllDated;
      }
      const [first, end] = rangeOf(viewpoint);
      const [left, right] = [(first / (last + 1)) * 100, ((end + 1) / (last + 1)) * 100];
      const isWhole = first === 0 && end === last;
      const window = one<HTMLElement>(".timeline-window");
      window.style.left = `${left}%`;
      window.style.width = `${right - left}%`;
      element.classList.toggle("is-whole", isWhole && viewpoint.asOf === undefined);
      element.classList.toggle("is-as-of", viewpoint.asOf !== undefined);
      for (const handle of handles) {
        const isFrom = handle.dataset.end === "from";
        handle.style.left = `${isFrom ? left : right}%`;
        const part = isFrom ? first : end;
        handle.setAttribute("aria-valuemin", "0");
        handle.setAttribute("aria-valuemax", String(last));
        handle.setAttribute("aria-valuenow", String(part));
        const day = isFrom ? edges[part] : (edges[part + 1] ?? 1) - 1;
        handle.setAttribute("aria-valuetext", days.format(dateOf(day ?? 0)));
      }
      const asOfDay = viewpoint.asOf === undefined ? undefined : daysIn(viewpoint.asOf)?.last;
      one(".timeline-range").textContent =
        asOfDay !== undefined
          ? say(timeline.asOfDay, { day: dayText(asOfDay) })
          : days.formatRange(dateOf(edges[first] ?? 0), dateOf((edges[end + 1] ?? 1) - 1));
      asOf.value = asOfDay === undefined ? "" : dayText(asOfDay);
      undated.checked = viewpoint.undated;
      one<HTMLElement>(".timeline-all").hidden = isWhole && viewpoint.asOf === undefined;
    },
  };
}

const FORMATS: Record<Histogram["unit"], Intl.DateTimeFormatOptions> = {
  day: { day: "numeric", month: "short", year: "numeric" },
  week: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "short", year: "numeric" },
  year: { year: "numeric" },
  decade: { year: "numeric" },
  century: { year: "numeric" },
  millennium: { year: "numeric" },
};

/** Date fields know the years 1 to 9999. */
function inputDay(day: number | undefined): string {
  const text = dayText(day ?? 0);
  return /^\d{4}-/.test(text) && !text.startsWith("0000") ? text : "";
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

function moved(key: string, at: number, last: number): number | undefined {
  const leap = Math.max(1, Math.round(last / 10));
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return at - 1;
    case "ArrowRight":
    case "ArrowUp":
      return at + 1;
    case "PageDown":
      return at - leap;
    case "PageUp":
      return at + leap;
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}

/** Heights by the square root, so that a part with one claim is still seen beside one with a thousand. */
function drawBars(group: SVGGElement, { bins }: Histogram): void {
  const most = Math.max(1, ...bins.map(({ sure, possible }) => sure + possible));
  const height = (value: number) => 100 * Math.sqrt(value / most);
  const bar = (i: number, value: number, className: string) =>
    value > 0 &&
    html`<rect class="${className}" x="${i + 0.08}" width="0.84" y="${100 - height(value)}" height="${height(value)}"/>`;
  group.innerHTML =
    html`${bins.map(({ sure, possible }, i) => html`${bar(i, sure + possible, "possible")}${bar(i, sure, "sure")}`)}`.markup;
}

/** About six marks, at the beginnings of parts. */
function drawAxis(
  element: HTMLElement,
  edges: readonly number[],
  unit: Histogram["unit"],
  locale: string,
): void {
  const count = edges.length - 1;
  const years = edges.slice(0, -1).flatMap((edge, i) => {
    const date = new Date(edge * 86_400_000);
    return unit === "month" && date.getUTCMonth() !== 0 ? [] : [i];
  });
  const areYears = unit === "month" && years.length > 1;
  const places = areYears ? years : edges.slice(0, -1).map((_, i) => i);
  const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...AXIS[areYears ? "year" : unit] });
  const every = Math.max(1, Math.ceil(places.length / 7));
  for (const [n, i] of places.entries()) {
    if (n % every !== 0) continue;
    const mark = document.createElement("span");
    mark.textContent = format.format(new Date((edges[i] ?? 0) * 86_400_000));
    mark.style.left = `${(i / count) * 100}%`;
    element.append(mark);
  }
}

const AXIS: Record<Histogram["unit"], Intl.DateTimeFormatOptions> = {
  day: { day: "numeric", month: "short" },
  week: { day: "numeric", month: "short", year: "numeric" },
  month: { month: "short", year: "numeric" },
  year: { year: "numeric" },
  decade: { year: "numeric" },
  century: { year: "numeric" },
  millennium: { year: "numeric" },
};
