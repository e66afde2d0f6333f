/** The keys of the network page, each with the message that says what it does: for its menu, and for the page About. */
export const KEYS = [
  ["/", "find"],
  ["← ↑ → ↓", "walk"],
  ["Enter", "details"],
  ["Esc", "letGo"],
  ["t", "table"],
  ["[ ]", "time"],
  ["+ − 0", "zoom"],
  ["f", "fullScreen"],
  ["?", "keys"],
] as const;
