#!/usr/bin/env node
// Hands over to the command line.
import { load, ROOT } from "./compiled.js";

const { start } = await load("cli/start").catch((error) => {
  const isInCode = error.errors?.some(({ location }) => location !== null);
  const remedy = isInCode ? "" : "; that folder has to be writable";
  process.stderr.write(
    `skein: ${ROOT} cannot be run: ${error.message}${error.code === "ERR_MODULE_NOT_FOUND" ? "; run npm ci there" : remedy}\n`,
  );
  process.exit(3);
});
process.exitCode = await start(process.argv.slice(2));
