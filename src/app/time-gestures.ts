/** Moves and zooms a drawing of time: by keys, by the wheel with Ctrl, by one finger or two. */

export interface TimeGestures {
  /** `share` is the place in the drawing that stays, from 0 at its left to 1 at its right. */
  zoom(factor: number, share?: number): void;
  /** By a share of what is seen. */
  move(share: number): void;
  showAll(): void;
}

export function listenToGestures(plot: HTMLElement, { zoom, move, showAll }: TimeGestures): void {
  const shareAt = (x: number): number => {
    const { left, width } = plot.getBoundingClientRect();
    return Math.min(1, Math.max(0, (x - left) / width));
  };

  plot.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      ArrowLeft: () => move(-0.2),
      ArrowRight: () => move(0.2),
      "+": () => zoom(0.5),
      "=": () => zoom(0.5),
      "-": () => zoom(2),
      "0": showAll,
      Home: showAll,
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });

  // A browser zooms the page by these; a trackpad’s pinch comes as one of them.
  plot.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(2 ** (Math.max(-100, Math.min(100, event.deltaY)) / 150), shareAt(event.clientX));
    },
    { passive: false },
  );

  const fingers = new Map<number, number>();
  const spreadOf = (places: readonly number[]) => Math.max(20, Math.max(...places) - Math.min(...places));
  const middleOf = (places: readonly number[]) => places.reduce((sum, x) => sum + x, 0) / places.length;
  let travelled = 0;
  plot.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, event.clientX);
    if (fingers.size === 1) travelled = 0;
  });
  plot.addEventListener("pointermove", (event) => {
    const at = fingers.get(event.pointerId);
    if (at === undefined) return;
    const before = [...fingers.values()];
    const after = [...fingers].map(([id, x]) => (id === event.pointerId ? event.clientX : x));
    const way = middleOf(after) - middleOf(before);
    // Less than this is a click that was not held still.
    if (Math.abs(travelled + way) < 4 && fingers.size === 1) return;
    if (!plot.hasPointerCapture(event.pointerId)) plot.setPointerCapture(event.pointerId);
    travelled += Math.abs(way);
    fingers.set(event.pointerId, event.clientX);
    if (fingers.size > 1) zoom(spreadOf(before) / spreadOf(after), shareAt(middleOf(after)));
    else move(-way / plot.clientWidth);
  });
  for (const type of ["pointerup", "pointercancel"] as const)
    plot.addEventListener(type, (event) => fingers.delete(event.pointerId));
  plot.addEventListener("dragstart", (event) => event.preventDefault());
}
