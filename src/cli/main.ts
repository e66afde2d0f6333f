/**
 * The command line: the only place that reads flags and decides on exit codes. Each command is loaded when it is
 * called, so that none waits for what another needs.
 */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import own from "../../package.json" with { type: "json" };
import { BULK_FORMATS, DATA_FILES } from "../exchange/files.ts";
import type { RecordKind } from "../shared/paths.ts";
import { IMPORT_FORMATS } from "./import/formats.ts";
import { FLAGS, type Flag } from "./new/flags.ts";
import { memoryReason, mistake } from "./reasons.ts";
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
  const reason = error instanceof FailedError ? error.message : memoryReason(error);
  terminal.err.write(`skein: ${reason ?? mistake(error)}\n`);
  return EXIT.internalError;
}

function programOf(terminal: Terminal, onResult: (code: ExitCode) => void): Command {
  const program = new Command("skein")
    .description(
      "Turns a folder of Markdown into a website of a graph in which every line leads to its source.",
    )
    .version(own.version, "-V, --version", "print the version")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.err.write(text),
    })
    .showHelpAfterError("(skein --help lists the commands)");
  for (const add of COMMANDS) add(program, terminal, onResult);
  return program;
}

type AddCommand = (program: Command, terminal: Terminal, onResult: (code: ExitCode) => void) => void;

const content = () => new Option("-c, --content <dir>", "the folder of Markdown").default("content");
const output = () => new Option("-o, --output <dir>", "the folder of the site").default("_site");
const docs = () => new Option("--docs <dir>", "a folder of Markdown to publish beside the graph, at docs/");
const drafts = () => new Option("--drafts", "include records marked draft: true").default(false);
const quiet = () => new Option("-q, --quiet", "say nothing but what is wrong").default(false);
const json = () => new Option("--json", "print the result as JSON").default(false);
const force = () => new Option("--force", "replace an output folder that Skein did not make").default(false);

const addInit: AddCommand = (program, terminal, onResult) => {
  program
    .command("init")
    .description("start a graph of your own in a new folder")
    .argument("<dir>", "the folder: new, or empty")
    .option("--title <title>", "what the site is called")
    .option(
      "--skein <spec>",
      "what package.json asks npm for: a version, a tarball, an address (default: the Skein that runs)",
    )
    .addOption(quiet())
    .addOption(json())
    .action(async (dir, options) => onResult(await (await import("./init.ts")).init(dir, options, terminal)));
};

const addNew: AddCommand = (program, terminal, onResult) => {
  const create = program
    .command("new")
    .description("write a file for an entity, a claim or a source: asks, or takes flags");
  for (const kind of KINDS) {
    const command = create
      .command(kind)
      .description(`write a file for ${NOUNS[kind]}; at a terminal, asks for what is missing`);
    for (const flag of FLAGS[kind]) command.addOption(optionOf(flag));
    if (kind === "source")
      command.option("--from-html <file>", "fill it from a saved page; - reads standard input");
    command
      .option("--body <markdown>", "the text below the front matter")
      .option("--draft", "leave it out of the site for now")
      .option("--id <id>", "its id, and the name of its file; otherwise proposed")
      .option("--folder <path>", "a folder of your own for it, below that of its kind")
      .option("--anyway", "write it though something alike is there", false)
      .option("--dry-run", "print the file, and write nothing", false)
      .addOption(content())
      .addOption(quiet())
      .addOption(json())
      .action(async (options) =>
        onResult(await (await import("./new.ts")).createAt(kind, options, terminal)),
      );
  }
};

const KINDS = ["entity", "edge", "source"] as const satisfies readonly RecordKind[];
const NOUNS: Record<RecordKind, string> = { entity: "an entity", edge: "a claim", source: "a source" };

function optionOf({ name, value, about, isList }: Flag): Option {
  const option = new Option(`--${name} <${value}>`, about);
  return isList ? option.argParser(repeated) : option;
}

const repeated = (value: string, before: readonly string[] = []): string[] => [...before, value];

const addCheck: AddCommand = (program, terminal, onResult) => {
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
};

const addDev: AddCommand = (program, terminal, onResult) => {
  program
    .command("dev")
    .description("serve the site, and make it again whenever the content changes; nothing is written")
    .addOption(content())
    .addOption(output())
    .addOption(docs())
    .addOption(drafts())
    .addOption(force())
    .addOption(quiet())
    .addOption(new Option("-p, --port <number>", "the first port to try").argParser(portOf).default(8080))
    .action(async (options) => onResult(await (await import("./dev.ts")).dev(options, terminal)));
};

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}

const addBuild: AddCommand = (program, terminal, onResult) => {
  program
    .command("build")
    .description("make the site; where the content has errors, nothing is published and the last site stays")
    .addOption(content())
    .addOption(output())
    .addOption(docs())
    .addOption(drafts())
    .addOption(force())
    .option("--layout-from <path>", "start the map from a positions file, a content folder or a site")
    .option("--relayout", "lay the map out anew, instead of keeping the last one", false)
    .option("--measures <file>", "take places and measures from a CSV file, instead of working them out")
    .option("--no-save-positions", "leave the file .positions in the content folder as it is")
    .option("--profile", "say what each phase took: time, work of the processors, memory", false)
    .option(
      "--cache <dir>",
      "the folder of what a build keeps for the next one (default: .skein-cache beside the site)",
    )
    .option("--no-cache", "keep nothing, and start from nothing")
    .addOption(quiet())
    .addOption(json())
    .action(async (options) => onResult(await (await import("./build.ts")).build(options, terminal)));
};

const addDiff: AddCommand = (program, terminal, onResult) => {
  program
    .command("diff")
    .description("say what a change does to the graph: two content folders or git revisions")
    .argument("<base>", "the folder or revision before the change")
    .argument("[head]", "the one after it; left out, the content folder as it is now")
    .addOption(content())
    .addOption(new Option("-f, --format <format>", "how to say it").choices(DIFF_FORMATS).default("markdown"))
    .option("--exit-code", "end with 1 where something changes", false)
    .addOption(drafts())
    .addOption(quiet())
    .option("--json", "the same as --format json", false)
    .action(async (base, head, options) => {
      const { diff } = await import("./diff.ts");
      onResult(diff(base, head, { ...options, format: options.json ? "json" : options.format }, terminal));
    });
};

const DIFF_FORMATS = ["markdown", "json", "svg"];

const addImport: AddCommand = (program, terminal, onResult) => {
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
    .addOption(json())
    .action(async (path, options) => {
      const { importAt } = await import("./import.ts");
      onResult(await importAt(path, { map: [], type: [], ...options }, terminal));
    });
};

const addExport: AddCommand = (program, terminal, onResult) => {
  program
    .command("export")
    .description(
      "write the graph for other programs, as the site publishes it below data/, or for other engines",
    )
    .addOption(
      new Option("-f, --format <name>", "which file")
        .choices([...DATA_FILES.map(({ name }) => name), "csv", ...BULK_FORMATS])
        .makeOptionMandatory(),
    )
    .addOption(
      new Option(
        "-o, --output <file>",
        "where to; a folder for csv, parquet and neo4j, - for standard output",
      ).default("-"),
    )
    .addOption(content())
    .addOption(drafts())
    .option("--force", "replace a file that does not look like an earlier export", false)
    .addOption(quiet())
    .action(async (options) => onResult(await (await import("./export.ts")).exportGraph(options, terminal)));
};

const addStats: AddCommand = (program, terminal, onResult) => {
  program
    .command("stats")
    .description("the graph in figures")
    .addOption(content())
    .addOption(drafts())
    .addOption(quiet())
    .addOption(json())
    .action(async (options) => onResult(await (await import("./stats.ts")).stats(options, terminal)));
};

/** In the order in which somebody needs them. */
const COMMANDS = [addInit, addNew, addCheck, addDev, addBuild, addDiff, addImport, addExport, addStats];
