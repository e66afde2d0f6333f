/** Pages of the host that keeps the repository: what GitHub, GitLab, Gitea and Forgejo call a commit and a history. */

export interface RepositoryPages {
  commit(id: string): string;
  /** Of a file on the default branch; its path begins at the root of the repository. */
  history(path: string): string;
}

/** All of these take `HEAD` for the default branch, whose name is not known here. */
const HOSTS: readonly {
  readonly host: RegExp;
  /** How many segments of the address name the repository; undefined where groups lie in groups. */
  readonly depth?: number;
  readonly commit: string;
  readonly history: string;
}[] = [
  { host: /^(?:www\.)?github\.com$/, depth: 2, commit: "commit/", history: "commits/HEAD/" },
  { host: /^gitlab\./, commit: "-/commit/", history: "-/commits/HEAD/" },
  {
    host: /^(?:codeberg\.org|(?:gitea|forgejo)\..+)$/,
    depth: 2,
    commit: "commit/",
    history: "commits/commit/HEAD/",
  },
];

/** Undefined where there is no repository, or it is at a place whose addresses are not known. */
export function repositoryPages(repository: string | undefined): RepositoryPages | undefined {
  if (repository === undefined) return undefined;
  const url = new URL(repository);
  const known = HOSTS.find(({ host }) => host.test(url.hostname));
  if (known === undefined) return undefined;
  const [way = ""] = url.pathname.split("/-/");
  const names = way.split("/").filter((name) => name !== "");
  const own = names.slice(0, known.depth);
  if (own.length < 2) return undefined;
  const base = `${url.origin}/${own.join("/").replace(/\.git$/, "")}/`;
  return {
    commit: (id) => base + known.commit + id,
    history: (path) => base + known.history + path.split("/").map(encodeURIComponent).join("/"),
  };
}
