/**
 * The command line: the only place that reads flags and decides on exit codes. Each command is loaded when it is
 * called, so that none waits for what another needs.
 */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { version } from "../../package.json" with { type: "json" };
import { DATA_FILES } from "../exchange/files.ts";
import { IMPORT_FORMATS } from "./import/formats.ts";
import { FORMATS } from "./report/format.ts";
import { EXIT, type ExitCode, FailedError, type Terminal, UsageError } from "./terminal.ts";

const TERMINAL: Terminal = {
  out: process.stdout,
  err: process.stderr,
  env: process.env,
  now: () => performance.now(),
};

/** Runs one command line, without the program’s own name; the exit code. */
export async function run(args: readonly string[], terminal: Terminal = TERMINAL): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = programOf(terminal, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return explain(error, terminal);
  }
}

function explain(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
  if (error instanceof UsageError) {
    terminal.err.write(`skein: ${error.message}\n`);
    return EXIT.wrongUsage;
  }
  if (error instanceof FailedError) terminal.err.write(`skein: ${error.message}\n`);
  else {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.err.write(
      `skein: this is a mistake in Skein, not in your content. Please report it:\n${details}\n`,
    );
  }
  return EXIT.internalError;
}

function programOf(terminal: Terminal, onResult: (code: ExitCode) => void): Command {
  const program = new Command("skein")
    .description(
      "Turns a folder of Markdown into a website of a graph in which every line leads to its source.",
    )
    .version(version, "-V, --version", "print the version")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.err.write(text),
    })
    .showHelpAfterError("(skein --help lists the commands)");
  const content = () => new Option("-c, --content <dir>", "the folder of Markdown").default("content");
  const output = () => new Option("-o, --output <dir>", "the folder of the site").default("_site");
  const drafts = () => new Option("--drafts", "include records marked draft: true").default(false);
  const quiet = () => new Option("-q, --quiet", "say nothing but what is wrong").default(false);
  const force = () =>
    new Option("--force", "replace an output folder that Skein did not make").default(false);

  program
    .command("build")
    .description("make the site; where the content has errors, nothing is published and the last site stays")
    .addOption(content())
    .addOption(output())
    .addOption(drafts())
    .addOption(force())
    .addOption(quiet())
    .option("--json", "print the result as JSON", false)
    .action(async (options) => onResult(await (await import("./build.ts")).build(options, terminal)));

  program
    .command("check")
    .description("say everything that is wrong with the content")
    .addOption(content())
    .addOption(new Option("-f, --format <format>", "how to say it").choices(FORMATS).default("pretty"))
    .option("--strict", "count warnings as errors", false)
    .option("--fix", "mend what has one right answer, and say what is left", false)
    .addOption(drafts())
    .addOption(quiet())
    .option("--json", "the same as --format json", false)
    .action(async (options) => {
      const { check } = await import("./check.ts");
      onResult(await check({ ...options, format: options.json ? "json" : options.format }, terminal));
    });

  program
    .command("dev")
    .description("serve the site, and make it again whenever the content changes")
    .addOption(content())
    .addOption(output())
    .addOption(drafts())
    .addOption(force())
    .addOption(quiet())
    .addOption(new Option("-p, --port <number>", "the first port to try").argParser(portOf).default(8080))
    .action(async (options) => onResult(await (await import("./dev.ts")).dev(options, terminal)));

  const repeated = (value: string, before: readonly string[] = []): string[] => [...before, value];
  program
    .command("import")
    .description("take over CSV, GEXF, GraphML or an Obsidian vault; what is there already stays as it is")
    .argument("[path]", "a file, or the folder of a vault or of CSV files")
    .addOption(content())
    .addOption(new Option("-f, --format <format>", "what it is; else by its name").choices(IMPORT_FORMATS))
    .option("--entities <file>", "a CSV file with an entity a row")
    .option("--edges <file>", "a CSV file with a claim a row")
    .option("--map <key=column>", "the column that holds a key; may be repeated", repeated)
    .option("--type <word=type>", "what a word of the input is in the ontology; may be repeated", repeated)
    .option("--source <id>", "the source that every claim cites")
    .option("--entity-type <type>", "the type of entities without a known one (default: thing)")
    .option("--edge-type <type>", "the type of claims without a known one (default: concerns)")
    .option("--dry-run", "say what would be done, and write nothing", false)
    .addOption(quiet())
    .option("--json", "print the result as JSON", false)
    .action(async (path, options) => {
      const { importAt } = await import("./import.ts");
      onResult(await importAt(path, { map: [], type: [], ...options }, terminal));
    });

  program
    .command("export")
    .description("write the graph for other programs, as the site publishes it below data/")
    .addOption(
      new Option("-f, --format <name>", "which file")
        .choices([...DATA_FILES.map(({ name }) => name), "csv"])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option("-o, --output <file>", "where to; a folder for csv, - for standard output").default("-"),
    )
    .addOption(content())
    .addOption(drafts())
    .option("--force", "replace a file that does not look like an earlier export", false)
    .addOption(quiet())
    .action(async (options) => onResult(await (await import("./export.ts")).exportGraph(options, terminal)));

  program
    .command("stats")
    .description("the graph in figures")
    .addOption(content())
    .addOption(drafts())
    .addOption(quiet())
    .option("--json", "print them as JSON", false)
    .action(async (options) => onResult(await (await import("./stats.ts")).stats(options, terminal)));

  return program;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}
