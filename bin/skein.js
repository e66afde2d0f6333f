#!/usr/bin/env node
// Hands over to the command line.
import { load, ROOT } from "./compiled.js";

try {
  const { start } = await load("cli/start");
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  // A command tells its own mistakes; these are of what it runs on.
  process.stderr.write(`skein: ${ROOT} cannot be run: ${error.message}${remedyOf(error)}\n`);
  process.exitCode = 3;
}

function remedyOf({ code, errors }) {
  if (code === "ERR_MODULE_NOT_FOUND") return "; run npm ci there";
  const isInCode = errors?.some(({ location }) => location !== null);
  return isInCode ? "" : "; that folder has to be writable";
}
