/**
 * The columns of the network as bytes, and bytes as columns. One description does both: a coder that writes takes what
 * it is given, and one that reads gives it.
 */
import { bitsFor, Numbers, SignedNumbers, Symbols, Texts } from "./bit-models.ts";
import { type ClaimColumns, codeClaims } from "./claim-columns.ts";
import { column, fourDigits, hundredths, type Pen, positions, rareTexts, textColumn } from "./columns.ts";
import type { Indexes } from "./indexes.ts";
import type { NetworkEdgeType, NetworkEntityType } from "./network.ts";
import type { NetworkFilesFile, Place } from "./network-files.ts";
import { type BitCoder, BitReader, BitWriter } from "./range-coder.ts";
import type { Status } from "./records.ts";
import { fold } from "./text.ts";

/** The first file: each column has an item a record; 0 stands for nothing in columns of texts and lists. */
export interface NetworkColumns {
  readonly entityTypes: readonly NetworkEntityType[];
  readonly edgeTypes: readonly NetworkEdgeType[];
  readonly statuses: readonly Status[];
  readonly tags: readonly string[];
  /** Each date once; null stands for an open end. */
  readonly dates: {
    readonly words: readonly string[];
    readonly first: readonly (number | null)[];
    readonly last: readonly (number | null)[];
  };
  readonly entities: {
    readonly id: readonly string[];
    readonly name: readonly string[];
    readonly aliases: readonly (0 | readonly string[])[];
    readonly description: readonly (0 | string)[];
    readonly type: readonly number[];
    readonly tags: readonly Indexes[];
    readonly x: readonly number[];
    readonly y: readonly number[];
    readonly community: readonly number[];
    readonly pagerank: readonly number[];
  };
  readonly sources: {
    readonly id: readonly string[];
    readonly title: readonly string[];
    readonly publisher: readonly (0 | string)[];
    readonly url: readonly (0 | string)[];
    readonly derivedFrom: readonly Indexes[];
  };
  readonly claims: ClaimColumns;
  readonly files?: NetworkFilesFile;
  /** For each chunk of claims, 1 where there is more to tell of any. */
  readonly told: readonly number[];
}

/** “Skein”, and the version of the columns. */
const MARK = [0x53, 0x6b, 0x65, 0x69, 0x6e, 3];
const HEAD = MARK.length + 4;

export function writeColumns(columns: NetworkColumns): Uint8Array {
  const writer = new BitWriter();
  codeColumns(writer, columns);
  const body = writer.end();
  const file = new Uint8Array(HEAD + body.length);
  file.set(MARK);
  file.set(body, HEAD);
  new DataView(file.buffer).setUint32(MARK.length, checksum(body));
  return file;
}

/** Throws on another version, and where the bytes are not as they were written. */
export function readColumns(file: Uint8Array): NetworkColumns {
  if (!hasColumns(file)) throw new Error("this is no network file that this page can read");
  const body = file.subarray(HEAD);
  if (checksum(body) !== stampOf(file)) throw new Error("the network file is damaged");
  return codeColumns(new BitReader(body));
}

/** Whether the file begins as one of this version does. */
export const hasColumns = (file: Uint8Array): boolean =>
  file.length > HEAD && MARK.every((byte, i) => file[i] === byte);

/** A number that another file has only by chance. */
export const stampOf = (file: Uint8Array): number =>
  new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(MARK.length);

/** FNV-1a, of 32 bits. */
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

function codeColumns(coder: BitCoder, known?: NetworkColumns): NetworkColumns {
  const pen: Pen = { coder, numbers: new Numbers(), texts: new Texts() };
  const { numbers, texts } = pen;
  const heads = known && { entityTypes: known.entityTypes, edgeTypes: known.edgeTypes };
  // As they are written in the ontology: a few hundred at most.
  const { entityTypes, edgeTypes } = JSON.parse(texts.code(coder, heads && JSON.stringify(heads)));
  const statuses = textColumn(pen, known?.statuses) as Status[];
  const tags = textColumn(pen, known?.tags);
  const dates = codeDates(pen, known?.dates);
  const sizes = { types: entityTypes.length, tags: tags.length };
  const entities = codeEntities(pen, sizes, known?.entities);
  const sources = codeSources(pen, known?.sources);
  const claims = codeClaims(
    pen,
    {
      types: edgeTypes.length,
      statuses: statuses.length,
      tags: tags.length,
      dates: dates.words.length,
      entities: entities.id.length,
      sources: sources.id.length,
    },
    known?.claims,
  );
  const files = codeFiles(
    pen,
    { entities: entities.id.length, sources: sources.id.length, claims: claims.id.length },
    known,
  );
  const told = known === undefined ? [] : known.told;
  const count = numbers.code(coder, told.length);
  const isTold = new Symbols(1);
  return {
    entityTypes,
    edgeTypes,
    statuses,
    tags,
    dates,
    entities,
    sources,
    claims,
    ...(files !== undefined && { files }),
    told: column(count, told, (each) => isTold.code(coder, each)),
  };
}

function codeFiles(
  pen: Pen,
  sizes: { entities: number; sources: number; claims: number },
  known?: NetworkColumns,
): NetworkFilesFile | undefined {
  const { coder, numbers, texts } = pen;
  if (numbers.code(coder, known?.files === undefined ? 0 : 1) === 0) return undefined;
  const files = known?.files;
  const kinds = new Numbers();
  // A path is 0, and the places of the others begin with −1.
  const places = (length: number, list: readonly Place[] | undefined) =>
    column(length, list, (place): Place => {
      const kind = kinds.code(coder, typeof place === "number" ? place + 2 : 0);
      return kind === 0 ? texts.code(coder, typeof place === "string" ? place : undefined) : kind - 2;
    });
  return {
    editor: texts.code(coder, files?.editor),
    folders: textColumn(pen, files?.folders),
    entities: places(sizes.entities, files?.entities),
    sources: places(sizes.sources, files?.sources),
    claims: places(sizes.claims, files?.claims),
  };
}

type Dates = NetworkColumns["dates"];

/** What an id mostly is: less than `toId`, which the pages that read this need not load. */
const likelyId = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

/** In the order in which claims first name them, which is nearly that of time. */
function codeDates(pen: Pen, known?: Dates): Dates {
  const { coder } = pen;
  const words = textColumn(pen, known?.words);
  const isOpen = new Symbols(1);
  const days = (list?: readonly (number | null)[]) => {
    const steps = new SignedNumbers();
    let before = 0;
    return column(words.length, list, (day): number | null => {
      if (isOpen.code(coder, day === null ? 1 : 0) === 1) return null;
      before += steps.code(coder, day === undefined || day === null ? undefined : day - before);
      return before;
    });
  };
  return { words, first: days(known?.first), last: days(known?.last) };
}

type Entities = NetworkColumns["entities"];

function codeEntities(pen: Pen, sizes: { types: number; tags: number }, known?: Entities): Entities {
  const { coder, texts } = pen;
  const name = textColumn(pen, known?.name);
  const { length } = name;
  const isNamed = new Symbols(1);
  const id = column(length, known?.id, (text, i) => {
    const own = likelyId(name[i] ?? "");
    return isNamed.code(coder, text === own ? 1 : 0) === 1 ? own : texts.code(coder, text);
  });
  const counts = new Numbers();
  const aliases = column(length, known?.aliases, (list): 0 | string[] => {
    const count = counts.code(coder, list === 0 ? 0 : list?.length);
    return count === 0 ? 0 : column(count, list || undefined, (text) => texts.code(coder, text));
  });
  const types = new Symbols(bitsFor(sizes.types));
  const communities = new Numbers();
  return {
    id,
    name,
    aliases,
    description: rareTexts(pen, length, known?.description),
    type: column(length, known?.type, (type) => types.code(coder, type)),
    tags: positions(pen, length, sizes.tags, known?.tags),
    x: hundredths(pen, length, known?.x),
    y: hundredths(pen, length, known?.y),
    community: column(length, known?.community, (community) => communities.code(coder, community)),
    pagerank: fourDigits(pen, length, known?.pagerank),
  };
}

type Sources = NetworkColumns["sources"];

function codeSources(pen: Pen, known?: Sources): Sources {
  const id = textColumn(pen, known?.id);
  const { length } = id;
  return {
    id,
    title: column(length, known?.title, (text) => pen.texts.code(pen.coder, text)),
    publisher: rareTexts(pen, length, known?.publisher),
    url: rareTexts(pen, length, known?.url),
    derivedFrom: positions(pen, length, length, known?.derivedFrom),
  };
}
