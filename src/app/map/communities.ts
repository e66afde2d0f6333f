/** Colours of communities, by their number: the largest have one each, the rest share a grey. */

/** Twelve that can be told apart on paper and in the dark. */
export const COMMUNITY_COLORS: readonly string[] = [
  "#3b7dd8",
  "#c8553d",
  "#3a9a6a",
  "#9a5fc9",
  "#b58a1f",
  "#2a9aa5",
  "#c4548f",
  "#7a8a2e",
  "#6673c8",
  "#a8673f",
  "#4c8f8b",
  "#8f6f9f",
];
const REST = "#8a8f98";

export const communityColor = (community: number): string => COMMUNITY_COLORS[community] ?? REST;
