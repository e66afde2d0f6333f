/** By what the folder of a site is known from another that came into its place. */
import { lstatSync } from "node:fs";

export type Root = number;

/** Undefined where there is none. */
export const rootOf = (folder: string): Root | undefined => lstatSync(folder, { throwIfNoEntry: false })?.ino;
