/** Writes ZIP archives, those too that no honest program writes. */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer | string;
  /** What the archive says of the content, where that is not true. */
  readonly size?: number;
  /** The mode of the file in Unix, a regular one if left out. */
  readonly mode?: number;
  readonly method?: number;
  readonly isEncrypted?: boolean;
}

const VERSION = 20;
const UNIX = 3 << 8;
const AFTER_THE_DATA = 0x08;

/** As the upload of artifacts writes them: packed, with the sizes behind the data and in the list at the end. */
export function zipOf(entries: readonly ZipEntry[], count = entries.length): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, content, size, mode = 0o100644, method = 8, isEncrypted = false } of entries) {
    const bytes = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const flags = AFTER_THE_DATA | (isEncrypted ? 1 : 0);
    const sizes = numbers([crc32(bytes), 4], [packed.length, 4], [size ?? bytes.length, 4]);
    const local = Buffer.concat([
      numbers([0x04034b50, 4], [VERSION, 2], [flags, 2], [method, 2], [0, 4], [0, 4], [0, 4], [0, 4]),
      numbers([Buffer.byteLength(name, "latin1"), 2], [0, 2]),
      Buffer.from(name, "latin1"),
      packed,
      numbers([0x08074b50, 4]),
      sizes,
    ]);
    list.push(
      numbers([0x02014b50, 4], [UNIX | VERSION, 2], [VERSION, 2], [flags, 2], [method, 2], [0, 4]),
      sizes,
      numbers([Buffer.byteLength(name, "latin1"), 2], [0, 2], [0, 2], [0, 2], [0, 2]),
      numbers([mode * 0x10000, 4], [offset, 4]),
      Buffer.from(name, "latin1"),
    );
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = numbers(
    [0x06054b50, 4],
    [0, 4],
    [count, 2],
    [count, 2],
    [directory.length, 4],
    [offset, 4],
    [0, 2],
  );
  return Buffer.concat([...parts, directory, end]);
}

function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
