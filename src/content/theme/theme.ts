/** `theme` of `site.yml` and the folder `theme/` → a theme: what is not said there is as Skein has it. */

import type { SiteSettings } from "../../shared/records.ts";
import type { Template } from "../../shared/template.ts";
import { isTemplateName, TEMPLATES, type TemplateName } from "../../shared/templates.ts";
import { compareText, nearest } from "../../shared/text.ts";
import { DEFAULT_THEME, type Theme } from "../../shared/theme.ts";
import type { Folder } from "../folder.ts";
import type { Problems, Stretch } from "../problems.ts";
import { readTemplate } from "./templates.ts";

export const THEME_FOLDER = "theme/";
const STYLESHEET = "skein.css";

export function loadTheme(settings: SiteSettings, folder: Folder, problems: Problems): Theme {
  const { colors, dark, fonts, signs } = settings.theme ?? {};
  const files = [...folder.texts].filter(([path]) => path.startsWith(THEME_FOLDER));
  const styles = files.filter(([path]) => path.endsWith(".css"));
  const isWhole = ([path]: readonly [string, string]): boolean => path === THEME_FOLDER + STYLESHEET;
  return {
    light: { ...DEFAULT_THEME.light, ...colors },
    dark: { ...DEFAULT_THEME.dark, ...dark },
    fonts: { ...DEFAULT_THEME.fonts, ...fonts },
    dashes: { ...DEFAULT_THEME.dashes, ...signs },
    stylesheet: styles.find(isWhole)?.[1],
    moreStyles: styles
      .filter((file) => !isWhole(file))
      .sort(([a], [b]) => compareText(a, b))
      .map(([, text]) => text)
      .join("\n"),
    templates: loadTemplates(files, problems),
  };
}

function loadTemplates(
  files: readonly (readonly [path: string, text: string])[],
  problems: Problems,
): ReadonlyMap<TemplateName, Template> {
  const templates = new Map<TemplateName, Template>();
  for (const [file, text] of files) {
    if (!file.endsWith(TEMPLATE_END)) continue;
    const name = file.slice(THEME_FOLDER.length, -TEMPLATE_END.length);
    if (!isTemplateName(name)) {
      const names = Object.keys(TEMPLATES);
      const meant = nearest(name, names);
      problems.add(stretchOf(file, text, 0, 1), {
        code: "misplaced-file",
        message: `no page and no part is called “${name}”${meant === undefined ? "" : `; did you mean ${meant}${TEMPLATE_END}?`}`,
        help: `the names are ${names.join(", ")}`,
      });
      continue;
    }
    const { template, problems: found } = readTemplate(name, text);
    for (const { start, end, message, help } of found.slice(0, PROBLEMS_LIMIT))
      problems.add(stretchOf(file, text, start, end), { code: "theme-template", message, help });
    templates.set(name, template);
  }
  return templates;
}

const TEMPLATE_END = ".mustache";
/** Of one template: who has so many to mend looks again. */
const PROBLEMS_LIMIT = 20;

/** Offsets of a text as a stretch of the line on which they begin. */
function stretchOf(file: string, text: string, start: number, end: number): Stretch {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const line = text.slice(0, lineStart).split("\n").length;
  const lineLength = /^[^\r\n]*/.exec(text.slice(lineStart))?.[0].length ?? 0;
  // An empty line has nothing to underline.
  if (lineLength === 0) return { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const column = Math.min(start - lineStart, lineLength - 1) + 1;
  const endColumn = Math.min(Math.max(end - lineStart, column), lineLength) + 1;
  return { file, line, column, endLine: line, endColumn };
}
