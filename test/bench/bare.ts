/** The least that any generator must do: read each file, parse it with gray-matter, render its Markdown, write a page. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import matter from "gray-matter";
import MarkdownIt from "markdown-it";

const [content = "", output = ""] = process.argv.slice(2);
const markdown = new MarkdownIt();
for (const kind of ["entities", "edges", "sources"]) {
  for (const file of readdirSync(join(content, kind))) {
    const { data, content: body } = matter(readFileSync(join(content, kind, file), "utf8"), {});
    const title = String(data.name ?? data.title ?? file);
    const page = `<!doctype html>\n<title>${title}</title>\n<h1>${title}</h1>\n${markdown.render(body)}`;
    const folder = join(output, kind, file.replace(/\.md$/, ""));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "index.html"), page);
  }
}
