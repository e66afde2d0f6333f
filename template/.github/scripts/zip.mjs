// @ts-check
/**
 * Reads a ZIP archive from somebody who is not trusted, in memory: nothing is unpacked onto the disk, so no name in it
 * can lead anywhere. Throws `Refused` at everything that an upload of ours is not.
 */
import { inflateRawSync } from "node:zlib";

/** What was uploaded is not what it has to be; the message is ours, and holds nothing of theirs. */
export class Refused extends Error {}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const [STORED, DEFLATED] = [0, 8];
const ENCRYPTED = 1;
const UNIX = 3;
const KINDS = 0o170000;
const REGULAR_FILE = 0o100000;

/**
 * The files of an archive by name. `limits` has every name that may be in it, and how many bytes that file may have.
 *
 * @param {Buffer} bytes
 * @param {Readonly<Record<string, number>>} limits
 * @returns {Map<string, Buffer>}
 */
export function readZip(bytes, limits) {
  try {
    return filesOf(bytes, limits);
  } catch (error) {
    // An offset that leads out of the bytes, or data that cannot be inflated.
    throw error instanceof Refused ? error : new Refused("it is damaged");
  }
}

/** @param {Buffer} bytes @param {Readonly<Record<string, number>>} limits */
function filesOf(bytes, limits) {
  const { count, offset } = endOf(bytes);
  if (count > Object.keys(limits).length) throw new Refused("it holds more files than it may");
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  let place = offset;
  for (let index = 0; index < count; index++) {
    const entry = entryAt(bytes, place);
    const limit = Object.hasOwn(limits, entry.name) ? limits[entry.name] : undefined;
    if (limit === undefined) throw new Refused("it holds a file of another name");
    if (files.has(entry.name)) throw new Refused("it holds two files of one name");
    files.set(entry.name, contentOf(bytes, entry, limit));
    place = entry.next;
  }
  return files;
}

/**
 * The end record, where the list of entries begins. A comment after it is refused, and so are archives above 4 GiB and
 * in parts, whose numbers are elsewhere.
 *
 * @param {Buffer} bytes
 */
function endOf(bytes) {
  const end = bytes.length - END_LENGTH;
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new Refused("it is no ZIP archive");
  return { count: bytes.readUInt16LE(end + 10), offset: bytes.readUInt32LE(end + 16) };
}

/** @typedef {{ name: string, method: number, packed: number, size: number, local: number, next: number }} Entry */

/** @param {Buffer} bytes @param {number} place @returns {Entry} */
function entryAt(bytes, place) {
  if (bytes.readUInt32LE(place) !== ENTRY) throw new Refused("it is damaged");
  const nameLength = bytes.readUInt16LE(place + 28);
  const rest = bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
  if ((bytes.readUInt16LE(place + 8) & ENCRYPTED) !== 0) throw new Refused("it is encrypted");
  const kind = (bytes.readUInt32LE(place + 38) >>> 16) & KINDS;
  if (bytes.readUInt8(place + 5) === UNIX && kind !== 0 && kind !== REGULAR_FILE)
    throw new Refused("it holds a link, a folder or a device");
  const name = place + ENTRY_LENGTH;
  return {
    name: bytes.toString("latin1", name, name + nameLength),
    method: bytes.readUInt16LE(place + 10),
    packed: bytes.readUInt32LE(place + 20),
    size: bytes.readUInt32LE(place + 24),
    local: bytes.readUInt32LE(place + 42),
    next: name + nameLength + rest,
  };
}

/** @param {Buffer} bytes @param {Entry} entry @param {number} limit */
function contentOf(bytes, { method, packed, size, local }, limit) {
  if (size > limit) throw new Refused("it holds a file that is too large");
  if (bytes.readUInt32LE(local) !== LOCAL) throw new Refused("it is damaged");
  const start = local + LOCAL_LENGTH + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (start + packed > bytes.length) throw new Refused("it is damaged");
  const data = bytes.subarray(start, start + packed);
  const content = inflated(data, method, size);
  // What is said of the size is theirs to choose, and so is what comes out.
  if (content.length !== size) throw new Refused("it holds a file of another size than it says");
  return content;
}

/** @param {Buffer} data @param {number} method @param {number} size */
function inflated(data, method, size) {
  if (method === STORED) return data;
  if (method !== DEFLATED) throw new Refused("it is packed in an unknown way");
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    const isLarger = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new Refused(isLarger ? "it holds a file of another size than it says" : "it is damaged");
  }
}
