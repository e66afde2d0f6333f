/** Where this package lies, with what is read from it as it is: styles, the browser’s scripts, the template. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the package, whether this is run as it is or compiled. */
export const PACKAGE_FOLDER = above(fileURLToPath(import.meta.url));

function above(path: string): string {
  const folder = dirname(path);
  return existsSync(join(folder, "package.json")) ? folder : above(folder);
}
