/**
 * Pages of the host that keeps the repository: commits and histories, and the editor in which a reader corrects a file.
 *
 * Sources: docs.github.com on new files by address (`filename`, `value`); gitlab-org/gitlab, `blob/_editor.html.haml`
 * (`file_name`, `content`) and merge request 56159 (`#L`); docs.gitea.com, “Pre-Fill New File name and contents”.
 */

export interface RepositoryPages {
  /** What its readers call the host: “GitHub”. */
  readonly host: string;
  commit(id: string): string;
  /** Of a file; its path begins at the root of the repository. */
  history(path: string): string;
  /** The editor of a file on the branch, at a line of it where the host can. */
  edit(path: string, line?: number): string;
  /** The editor of a file that is still to be written; undefined where the address is longer than hosts take. */
  create(path: string, text: string): string | undefined;
}

/** Hosts refuse addresses of 8,192 characters, some by cutting off what they refuse. */
const ADDRESS_LIMIT = 8000;

interface Host {
  readonly name: (hostname: string) => string;
  readonly hostname: RegExp;
  /** How many segments of the address name the repository; undefined where groups lie in groups. */
  readonly depth?: number;
  readonly commit: string;
  /** Followed by a branch and a path; all of these take `HEAD` for the default branch. */
  readonly history: (branch: string | undefined) => string;
  readonly edit: string;
  readonly create: string;
  /** The parameters that fill in the name of a new file, and its text. */
  readonly fileName: string;
  readonly text: string;
  /** Whether its editor goes to a line that the address names. */
  readonly hasLines: boolean;
}

const HOSTS: readonly Host[] = [
  {
    name: () => "GitHub",
    hostname: /^(?:www\.)?github\.com$/,
    depth: 2,
    commit: "commit/",
    history: (branch = "HEAD") => `commits/${branch}/`,
    edit: "edit/",
    create: "new/",
    fileName: "filename",
    text: "value",
    hasLines: true,
  },
  {
    name: () => "GitLab",
    hostname: /^gitlab\./,
    commit: "-/commit/",
    history: (branch = "HEAD") => `-/commits/${branch}/`,
    edit: "-/edit/",
    create: "-/new/",
    fileName: "file_name",
    text: "content",
    hasLines: true,
  },
  {
    name: (hostname) =>
      hostname === "codeberg.org" ? "Codeberg" : hostname.startsWith("gitea.") ? "Gitea" : "Forgejo",
    hostname: /^(?:codeberg\.org|(?:gitea|forgejo)\..+)$/,
    depth: 2,
    commit: "commit/",
    history: (branch) => (branch === undefined ? "commits/commit/HEAD/" : `commits/branch/${branch}/`),
    edit: "_edit/",
    create: "_new/",
    fileName: "filename",
    text: "value",
    hasLines: false,
  },
];

/**
 * Undefined where there is no repository, or it is at a place whose addresses are not known. The branch is `main` where
 * it is not given, but for histories, which then are those of the default branch.
 */
export function repositoryPages(
  repository: string | undefined,
  branch?: string,
): RepositoryPages | undefined {
  if (repository === undefined) return undefined;
  const url = new URL(repository);
  const known = HOSTS.find(({ hostname }) => hostname.test(url.hostname));
  if (known === undefined) return undefined;
  const [way = ""] = url.pathname.split("/-/");
  const names = way.split("/").filter((name) => name !== "");
  const own = names.slice(0, known.depth);
  if (own.length < 2) return undefined;
  const base = `${url.origin}/${own.join("/").replace(/\.git$/, "")}/`;
  const on = encodePath(branch ?? "main");
  return {
    host: known.name(url.hostname),
    commit: (id) => base + known.commit + id,
    history: (path) => base + known.history(branch && encodePath(branch)) + encodePath(path),
    edit: (path, line) =>
      `${base}${known.edit}${on}/${encodePath(path)}${known.hasLines && line !== undefined ? `#L${line}` : ""}`,
    create: (path, text) => {
      const [folder, file] = [path.slice(0, path.lastIndexOf("/")), path.slice(path.lastIndexOf("/") + 1)];
      const filled = [[known.fileName, file] as const, [known.text, text] as const].map(
        ([key, value]) => `${key}=${encodeURIComponent(value)}`,
      );
      const address = `${base}${known.create}${on}/${encodePath(folder)}?${filled.join("&")}`;
      return address.length <= ADDRESS_LIMIT ? address : undefined;
    },
  };
}

const encodePath = (path: string): string => path.split("/").map(encodeURIComponent).join("/");
