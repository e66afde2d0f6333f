/**
 * Publishing as one step: the site is printed beside the output folder and takes its place at the end, so that a build
 * that fails leaves the last good site whole, and pages of records that are gone are gone.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Publication, print } from "./eleventy.ts";
import { SITE_MARK } from "./pages.ts";

/** The output folder holds files that Skein did not make. */
export class ForeignOutput extends Error {}

/**
 * Prints into `output`. Rejects with `ForeignOutput` where the folder holds something else than a site of Skein’s, unless
 * `force` is set; then, and on every other failure, the folder is as it was.
 */
export async function publish(
  publication: Publication,
  output: string,
  { force = false, onPage = () => {} }: { force?: boolean; onPage?: (done: number) => void } = {},
): Promise<void> {
  const target = resolve(output);
  if (!force && isForeign(target)) {
    throw new ForeignOutput(
      `${output} holds files that Skein did not make; name another folder, or add --force`,
    );
  }
  const partial = join(dirname(target), `.${basename(target)}.partial-${process.pid}`);
  const former = join(dirname(target), `.${basename(target)}.former-${process.pid}`);
  try {
    mkdirSync(partial, { recursive: true });
    await print(publication, partial, onPage);
    if (existsSync(target)) renameSync(target, former);
    renameSync(partial, target);
  } catch (error) {
    if (existsSync(former) && !existsSync(target)) renameSync(former, target);
    throw error;
  } finally {
    rmSync(partial, { recursive: true, force: true });
    rmSync(former, { recursive: true, force: true });
  }
}

function isForeign(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, SITE_MARK));
}
