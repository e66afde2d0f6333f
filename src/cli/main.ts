/**
 * The command line: the only place that reads flags and decides on exit codes. Each command is loaded when it is
 * called, so that none waits for what another needs.
 */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { version } from "../../package.json" with { type: "json" };
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
    .description("serve the site, and make it again whenever the content changes; nothing is written")
    .addOption(content())
    .addOption(output())
    .addOption(drafts())
    .addOption(force())
    .addOption(quiet())
    .addOption(new Option("-p, --port <number>", "the first port to try").argParser(portOf).default(8080))
    .action(async (options) => onResult(await (await import("./dev.ts")).dev(options, terminal)));

  return program;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}
