/**
 * The same pages for Hugo: a content folder as Hugo has it, and a theme that prints of each page its title, who acts on
 * whom with links, its date, its sources and its text, and of each folder a list. In Hugo’s favour, there are no feeds, no
 * sitemap and no taxonomies, links are put together from ids without being looked up, and `[[links]]` stay text.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What `hugo version` says of itself, as `v0.111.3`; undefined where there is none. */
export function hugoVersion(): string | undefined {
  const { stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return /v\d+\.\d+\.\d+/.exec(stdout ?? "")?.[0];
}

/** Arguments for a build into an empty folder. */
export function hugoArguments(folder: string, output: string): string[] {
  return ["--quiet", "--source", folder, "--destination", output, "--cacheDir", join(folder, "cache")];
}

/** Writes a site for Hugo from the files of a content folder. */
export function writeHugoSite(content: string, folder: string): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(SITE)) write(path, text);
  for (const kind of ["entities", "edges", "sources"]) {
    const files = readdirSync(join(content, kind), { recursive: true, encoding: "utf8" });
    for (const file of files.filter((name) => name.endsWith(".md")))
      write(`content/${kind}/${file}`, hugoText(readFileSync(join(content, kind, file), "utf8")));
  }
}

/** A file with the keys that Hugo takes for something else called otherwise: its `aliases` and `url` are addresses. */
function hugoText(text: string): string {
  const end = text.indexOf("\n---", 3);
  const keys = text
    .slice(0, end)
    .replace(/^name:/m, "title:")
    .replace(/^aliases:/m, "otherNames:")
    .replace(/^url:/m, "link:")
    .replace(/^date:(?! *"?\d{4}-\d\d-\d\d"?$)/m, "edtf:");
  return keys + text.slice(end);
}

const linked = (key: string): string =>
  `{{ with .Params.${key} }}<p>${key}: {{ range (cond (reflect.IsSlice .) . (slice .)) }}<a href="/entities/{{ . }}/">{{ . }}</a> {{ end }}</p>{{ end }}`;

const SITE: Readonly<Record<string, string>> = {
  "config.toml": `baseURL = "https://example.org/"
title = "The same pages"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
`,
  "layouts/_default/baseof.html": `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main>{{ block "main" . }}{{ end }}</main></body>
</html>
`,
  "layouts/_default/single.html": `{{ define "main" }}
<h1>{{ with .Title }}{{ . }}{{ else }}{{ .File.ContentBaseName }}{{ end }}</h1>
${linked("from")}
${linked("to")}
{{ with .Params.date }}<p>{{ . }}</p>{{ end }}
<ul>{{ range .Params.sources }}<li><a href="/sources/{{ . }}/">{{ . }}</a></li>{{ end }}</ul>
{{ .Content }}
{{ end }}
`,
  "layouts/_default/list.html": `{{ define "main" }}
<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ with .Title }}{{ . }}{{ else }}{{ .File.ContentBaseName }}{{ end }}</a></li>{{ end }}</ul>
{{ end }}
`,
};
