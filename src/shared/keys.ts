/** The keys of the network page, and what each does: for its menu, and for the page that explains the site. */
export const KEYS: readonly (readonly [string, string])[] = [
  ["/", "find"],
  ["← ↑ → ↓", "on the map: walk to a neighbour"],
  ["Enter", "on the map: go to its details"],
  ["Esc", "let go of what is chosen"],
  ["t", "table and map"],
  ["[ ]", "a step back or on in time"],
  ["+ − 0", "closer, farther, the whole map"],
  ["f", "full screen"],
  ["?", "these keys"],
];
