/** One page of each kind on the site of the default content. */
export const PAGE_KINDS = [
  "/entities/li-shangfu/",
  "/edges/us-sanctions-li-shangfu/",
  "/sources/presstv-2023/",
  "/entities/",
  "/edges/",
  "/sources/",
  "/stories/",
  "/stories/from-a-sanction-to-a-refused-line/",
  "/pairs/china--united-states/",
  "/threads/",
  "/disputes/",
  "/statistics/",
  "/matrix/",
  "/help/",
  "/nowhere/",
] as const;
