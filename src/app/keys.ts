/** The keys that work anywhere on the page, but while the reader is typing. */

const STORED = "skein-keys";
let isOn = read();

/** Whether a single key does something: whoever speaks to the machine, or hits keys by chance, turns that off. */
export const areKeysOn = (): boolean => isOn;

export function turnKeys(on: boolean): void {
  isOn = on;
  try {
    localStorage.setItem(STORED, on ? "on" : "off");
  } catch {
    // Without storage the choice holds for this page.
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true;
  }
}

export type KeyActions = Readonly<Record<string, (() => unknown) | undefined>>;

export function listenToKeys(actions: KeyActions): void {
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const isTyping =
      target instanceof HTMLElement &&
      target.closest("input:not([type=checkbox]), textarea, select") !== null;
    // A dialog is closed by the browser, and what lies behind it stays as it is.
    if (target instanceof Element && target.closest("dialog") !== null) return;
    const action = actions[key];
    if (action === undefined || ctrlKey || metaKey || altKey || (isTyping && key !== "Escape")) return;
    if (key !== "Escape" && !isOn) return;
    if (key !== "Escape") event.preventDefault();
    action();
  });
}
