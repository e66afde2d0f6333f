/** The bytes of a saved page → text, whatever encoding the page was written in. */
import { isUtf8 } from "node:buffer";

/** The encoding must be named in the first kilobyte of a page; some are late. */
const HEAD = 4096;

/**
 * By the byte order mark, else as UTF-8 where the bytes are that, else as the page names, else as browsers do, in
 * windows-1252. Browsers save pages in UTF-8 and may leave the old name in them, so that the bytes count more.
 */
export function decodePage(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const named = namedIn(bytes);
  // The one whose bytes are all those of ASCII.
  if (named === "iso-2022-jp") return named;
  if (isUtf8(bytes)) return "utf-8";
  // A page cut off within a character, too.
  if (named === undefined)
    return isUtf8(bytes.subarray(0, wholeCharacters(bytes))) ? "utf-8" : "windows-1252";
  return named;
}

/** The encoding in `<meta charset>` or `<meta http-equiv content>`, as `TextDecoder` calls it. */
function namedIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString("latin1");
  const label = /<meta\b[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?([\w:.-]{1,40})/i.exec(head)?.[1];
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    // Whoever could read this far did not read UTF-16.
    return encoding.startsWith("utf-16") ? "utf-8" : encoding;
  } catch {
    return undefined;
  }
}

/** The length without a last character that may be cut: at most three bytes of it. */
function wholeCharacters(bytes: Uint8Array): number {
  let length = bytes.length;
  for (let n = 0; n < 4 && ((bytes[length - 1] ?? 0) & 0xc0) === 0x80; n++) length--;
  return (bytes[length - 1] ?? 0) >= 0xc0 ? length - 1 : length;
}
