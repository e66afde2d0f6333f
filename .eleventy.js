// Starts TypeScript and hands over: everything else is in src/site/eleventy.ts.
import "./bin/typescript.js";

const { skein } = await import("./src/site/eleventy.ts");

export default function (eleventy) {
  eleventy.addPlugin(skein);
}

export const config = { dir: { input: "src/site", output: "_site" }, templateFormats: ["11ty.js"] };
