/** What `skein import` reads. */
export const IMPORT_FORMATS = ["csv", "gexf", "graphml", "obsidian"] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];
