/** What pages load besides themselves: the stylesheet with the colours of the ontology, the icon, the browser’s script. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { escapeHtml } from "../shared/html.ts";
import type { Ontology } from "../shared/records.ts";

const fileBeside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The stylesheet; each type’s colour is a custom property on whatever bears the type. */
export function stylesheet(ontology: Ontology): string {
  const rules = [
    ...[...ontology.entityTypes.values()].map(
      ({ id, color }) => `[data-entity-type="${id}"]{--color:${color}}`,
    ),
    ...[...ontology.edgeTypes.values()].map(({ id, color }) => `[data-edge-type="${id}"]{--color:${color}}`),
  ];
  return `${readFileSync(fileBeside("styles/skein.css"), "utf8")}\n${rules.join("\n")}\n`;
}

/** The script of the network page. */
export const networkScript = (): Promise<string> => bundle("../app/main.ts");

/** A script for the browser and all that it imports, from a file beside this one. */
export async function bundle(path: string): Promise<string> {
  const result = await build({
    entryPoints: [fileBeside(path)],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    legalComments: "inline",
    charset: "utf8",
    logLevel: "silent",
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error("the browser’s script was bundled to nothing");
  return output.text;
}

/** The site’s mark: three knots and the threads between them. */
export function icon(label: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>${escapeHtml(label)}</title><g stroke="#2e86ab" stroke-width="2.5"><path d="M8 9 24 12 13 25Z" fill="none"/></g><circle cx="8" cy="9" r="4.5" fill="#d1495b"/><circle cx="24" cy="12" r="4" fill="#2e86ab"/><circle cx="13" cy="25" r="4" fill="#a8741a"/></svg>\n`;
}
