/** Where each record of the network is written, as its data file says it: readers correct it from beside the map. */

export interface NetworkFiles {
  /** The address of the editor of a file, but for the path of the file, which follows it. */
  readonly editor: string;
  /** The path of the file of each record in the content folder. */
  readonly paths: ReadonlyMap<string, string>;
}

/** Position in `folders` where the file is named after the record, else its path. */
export type Place = number | string;

/** In columns, each in the order of its records. */
export interface NetworkFilesFile {
  readonly editor: string;
  readonly folders: readonly string[];
  readonly entities: readonly Place[];
  readonly sources: readonly Place[];
  /** -1 where a claim is written in the file of the first who acts in it. */
  readonly claims: readonly Place[];
}

interface Records {
  readonly entities: readonly { readonly id: string }[];
  readonly sources: readonly { readonly id: string }[];
  readonly claims: readonly { readonly id: string; readonly from: readonly { readonly id: string }[] }[];
}

export function encodeFiles({ editor, paths }: NetworkFiles, records: Records): NetworkFilesFile {
  const folders: string[] = [];
  const pathOf = (id: string): string => paths.get(id) ?? "";
  const place = ({ id }: { readonly id: string }): Place => {
    const path = pathOf(id);
    const end = `${id}.md`;
    if (!path.endsWith(`/${end}`)) return path;
    const folder = path.slice(0, -end.length);
    if (!folders.includes(folder)) folders.push(folder);
    return folders.indexOf(folder);
  };
  const entities = records.entities.map(place);
  const sources = records.sources.map(place);
  const claims = records.claims.map((claim) => {
    const [actor] = claim.from;
    return actor !== undefined && pathOf(claim.id) === pathOf(actor.id) ? -1 : place(claim);
  });
  return { editor, folders, entities, sources, claims };
}

export function decodeFiles(file: NetworkFilesFile, records: Records): NetworkFiles {
  const paths = new Map<string, string>();
  const read = (id: string, place: Place | undefined): void => {
    if (typeof place === "string") paths.set(id, place);
    else if (place !== undefined && file.folders[place] !== undefined)
      paths.set(id, `${file.folders[place]}${id}.md`);
  };
  for (const [i, { id }] of records.entities.entries()) read(id, file.entities[i]);
  for (const [i, { id }] of records.sources.entries()) read(id, file.sources[i]);
  for (const [i, { id, from }] of records.claims.entries()) {
    const place = file.claims[i];
    read(id, place === -1 ? paths.get(from[0]?.id ?? "") : place);
  }
  return { editor: file.editor, paths };
}

/** The editor of the file of a record; undefined where it is not known. */
export function editorAddress(files: NetworkFiles | undefined, id: string): string | undefined {
  const path = files?.paths.get(id);
  return path && `${files?.editor}${path.split("/").map(encodeURIComponent).join("/")}`;
}
