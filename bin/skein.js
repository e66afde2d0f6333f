#!/usr/bin/env node
// Starts TypeScript and hands over to the command line.
import "./typescript.js";

const { run } = await import("../src/cli/main.ts");
process.exitCode = await run(process.argv.slice(2));
