/** Screens on which the map is a part of a page that scrolls; the stylesheet has the same bound. */
export const NARROW = "(max-width: 55.99rem)";
