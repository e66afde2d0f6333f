// Hands over: everything else is in src/site/eleventy.ts.
import { load } from "./bin/compiled.js";

const { skein } = await load("site/eleventy");

export default function (eleventy) {
  eleventy.addPlugin(skein);
}

export const config = { dir: { input: "src/site", output: "_site" }, templateFormats: ["11ty.js"] };
