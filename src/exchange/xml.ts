/** Text in XML 1.0, read again by any parser as it was. */

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What must not stand bare. A parser makes spaces of line breaks in attributes, and one sign of two. */
const SPECIAL = /[&<>"\t\n\r]/g;

/** What XML 1.0 cannot hold, in whatever form. */
const FORBIDDEN = /(?![\t\n\r\x7f-\x9f])[\p{Cc}\ufffe\uffff]|\p{Cs}/gu;

/** A text for the content of an element or a quoted attribute; what XML cannot hold is a picture of it: ␁, or ␦. */
export function xmlText(value: string | number | boolean): string {
  const text = String(value);
  if (!SUSPICIOUS.test(text)) return text;
  return text
    .replace(FORBIDDEN, pictureOf)
    .replace(SPECIAL, (sign) => ESCAPES[sign] ?? `&#${sign.charCodeAt(0)};`);
}

/** All that is special or forbidden: few texts have any of it, and one look tells. */
const SUSPICIOUS = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]/u;

/** Unicode’s pictures of control characters stand in their order. */
function pictureOf(sign: string): string {
  const code = sign.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : "␦";
}
