/** A page on which sigma, with its default programs, draws the nodes of a network and one line a pair, and nothing else. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import type { Network } from "../../src/shared/network.ts";
import { pairsOf } from "../../src/shared/pairs.ts";

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Sigma</title>
<link rel="icon" href="data:,">
<link rel="preload" href="network.json" as="fetch" crossorigin="anonymous">
<style>body { margin: 0 } #stage { position: fixed; inset: 0 }</style>
<script type="module" src="bare.js"></script>
</head>
<body><div id="stage"></div></body>
</html>
`;

const SCRIPT = `
import { UndirectedGraph } from "graphology";
import Sigma from "sigma";

const { nodes, edges } = await (await fetch("network.json")).json();
const graph = new UndirectedGraph();
for (const [id, label, x, y, size, color] of nodes) graph.addNode(id, { label, x, y, size, color });
for (const [a, b] of edges) graph.addEdge(nodes[a][0], nodes[b][0], { color: "#8884" });
const sigma = new Sigma(graph, document.querySelector("#stage"));
sigma.on("afterRender", () => { globalThis.isDrawn = true; });
sigma.scheduleRender();
`;

export function writeBarePage(folder: string, { entities, claims }: Network): void {
  mkdirSync(folder, { recursive: true });
  const places = new Map(entities.map((entity, i) => [entity, i]));
  const pairs = pairsOf(claims).filter(({ a, b }) => a !== b);
  const nodes = entities.map(({ id, name, x, y, type }) => [id, name, x, -y, 2, type.color]);
  const edges = pairs.map(({ a, b }) => [places.get(a), places.get(b)]);
  const { outputFiles } = buildSync({
    stdin: { contents: SCRIPT, resolveDir: fileURLToPath(new URL(".", import.meta.url)), loader: "js" },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  writeFileSync(join(folder, "index.html"), PAGE);
  writeFileSync(join(folder, "network.json"), JSON.stringify({ nodes, edges }));
  writeFileSync(join(folder, "bare.js"), outputFiles[0]?.contents ?? "");
}
