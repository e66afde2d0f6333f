/** The keys that work anywhere on the page, but while the reader is typing. */

export type KeyActions = Readonly<Record<string, (() => unknown) | undefined>>;

export function listenToKeys(actions: KeyActions): void {
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const isTyping =
      target instanceof HTMLElement &&
      target.closest("input:not([type=checkbox]), textarea, select") !== null;
    const action = actions[key];
    if (action === undefined || ctrlKey || metaKey || altKey || (isTyping && key !== "Escape")) return;
    if (key !== "Escape") event.preventDefault();
    action();
  });
}
