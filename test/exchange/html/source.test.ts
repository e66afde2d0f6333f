import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceOfPage } from "../../../src/exchange/html/source.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A whole page with the given head. */
const page = (head: string, body = "<p>Text</p>", html = "<html>"): string =>
  `<!DOCTYPE html>${html}<head>${head}</head><body>${body}</body></html>`;

/** The keys that a page gives, as `value [where]`, and the notes. */
function read(text: string | Uint8Array): Record<string, string> {
  const found = sourceOfPage(typeof text === "string" ? bytesOf(text) : text);
  if ("reason" in found) return { reason: found.reason };
  const keys = found.found.map(({ key, value, where }) => [key, `${[value].flat().join("; ")} [${where}]`]);
  return { ...Object.fromEntries(keys), ...(found.notes.length > 0 && { notes: found.notes.join("; ") }) };
}

const jsonLd = (data: unknown): string =>
  `<script type="application/ld+json">${typeof data === "string" ? data : JSON.stringify(data)}</script>`;

describe("what a page says of itself", () => {
  test("in Open Graph", () => {
    const head = `<title>Talks | The Times</title>
      <meta property="og:title" content="Talks &amp; more">
      <meta property="og:site_name" content="The Times">
      <meta property="og:url" content="https://example.com/talks">
      <meta property="og:locale" content="en_GB">
      <meta property="article:published_time" content="2023-06-15T23:30:00+02:00">
      <meta property="article:author" content="https://www.facebook.com/somebody">
      <meta property="article:author" content="A. Writer">`;
    expect(read(page(head))).toEqual({
      title: "Talks & more [og:title]",
      publisher: "The Times [og:site_name]",
      authors: "A. Writer [article:author]",
      url: "https://example.com/talks [og:url]",
      published: "2023-06-15 [article:published_time]",
      language: "en-GB [og:locale]",
    });
  });

  test("in JSON-LD: a graph, references, lists of types, values that are objects", () => {
    const data = {
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "WebSite", name: "The site" },
        { "@type": "VideoObject", name: "A film on the page" },
        {
          "@type": ["https://schema.org/NewsArticle", "Thing"],
          headline: "Talks &#8217;as <em>condition</em>&#8217;",
          author: [{ "@id": "#a" }, "B. Writer", { "@type": "Person", name: "C. Writer" }],
          publisher: { "@type": "Organization", name: { "@value": "The Times" } },
          datePublished: { "@type": "Date", "@value": "2023-06-15" },
          inLanguage: "zh-hans",
          mainEntityOfPage: { "@id": "https://example.com/talks" },
        },
        { "@id": "#a", "@type": "Person", name: "A. Writer" },
      ],
    };
    expect(read(page(jsonLd(data)))).toEqual({
      title: "Talks ’as condition’ [JSON-LD headline]",
      type: "article [JSON-LD NewsArticle]",
      publisher: "The Times [JSON-LD publisher]",
      authors: "A. Writer; B. Writer; C. Writer [JSON-LD author]",
      url: "https://example.com/talks [JSON-LD mainEntityOfPage]",
      published: "2023-06-15 [JSON-LD datePublished]",
      language: "zh-Hans [JSON-LD inLanguage]",
    });
  });

  test("in JSON-LD that is a list, and one block of which is broken", () => {
    const blocks = jsonLd("{ not json") + jsonLd([{ "@type": "Dataset", name: "Figures" }]);
    expect(read(page(blocks))).toEqual({
      title: "Figures [JSON-LD name]",
      type: "dataset [JSON-LD Dataset]",
      notes: "its JSON-LD cannot be read, and is left out",
    });
  });

  test("in the tags of journals (Highwire), before all others", () => {
    const head = `<title>x</title><meta property="og:title" content="y">
      <meta name="citation_title" content="A study">
      <meta name="citation_author" content="Writer, A.">
      <meta name="citation_author" content="Writer, B.">
      <meta name="citation_publication_date" content="2023/6/5">
      <meta name="citation_journal_title" content="The Journal">`;
    expect(read(page(head))).toEqual({
      title: "A study [citation_title]",
      publisher: "The Journal [citation_journal_title]",
      authors: "Writer, A.; Writer, B. [citation_author]",
      published: "2023-06-05 [citation_publication_date]",
    });
  });

  test("in Dublin Core", () => {
    const head = `<meta name="DC.title" content="A document"><meta name="DC.creator" content="An office">
      <meta name="DC.publisher" content="A ministry"><meta name="DC.date.issued" content="June 2023">
      <meta name="DC.language" content="de"><meta name="DC.identifier" content="https://example.com/d">`;
    expect(read(page(head))).toEqual({
      title: "A document [dc.title]",
      publisher: "A ministry [dc.publisher]",
      authors: "An office [dc.creator]",
      url: "https://example.com/d [dc.identifier]",
      published: "2023-06 [dc.date.issued]",
      language: "de [dc.language]",
    });
  });

  test("in plain HTML, with the address that the browser wrote into it", () => {
    const body = `<svg><title>A picture</title></svg><article><time datetime="2023-06-14T08:00">Wed</time>
      <time itemprop="datePublished" datetime="2023-06-15">Thu</time></article>`;
    const head = `<!-- saved from url=(0031)https://example.com/a/b?id=1 -->
      <title> Talks
      – go on </title><link rel="canonical" href="/talks">`;
    expect(read(page(head, body, '<html lang="EN-us">'))).toEqual({
      title: "Talks – go on [<title>]",
      url: "https://example.com/talks [<link rel=canonical>]",
      published: "2023-06-15 [<time>]",
      language: "en-US [<html lang>]",
    });
    expect(
      read(
        page(
          "<!-- saved from url=(0021)https://example.com/a -->",
          "<article><time datetime='2023-06'></time></article>",
        ),
      ),
    ).toEqual({
      url: "https://example.com/a [saved from url]",
      published: "2023-06 [the first <time> in <article>]",
    });
  });

  test("the name of the site is no part of a title", () => {
    const site = '<meta property="og:site_name" content="The Times">';
    expect(read(page(`${site}<title>Talks - go on | the times</title>`)).title).toBe(
      "Talks - go on [<title>]",
    );
    expect(read(page(`${site}<title>Talks | go on</title>`)).title).toBe("Talks | go on [<title>]");
  });

  test("a page that SingleFile saved says when; one of an archive, of what it is a copy", () => {
    const comment = `<!--
 Page saved with SingleFile
 url: https://web.archive.org/web/20230615120000/https://example.com/a
 saved date: Thu Jun 15 2023 12:00:00 GMT+0200 (Central European Summer Time)
-->`;
    expect(read(page(`${comment}<title>A</title>`))).toEqual({
      title: "A [<title>]",
      url: "https://example.com/a [saved from url]",
      archiveUrl: "https://web.archive.org/web/20230615120000/https://example.com/a [saved from url]",
      accessed: "2023-06-15 [the day it was saved]",
    });
  });
});

describe("a web archive (MHTML)", () => {
  const archive = (encoding: string, body: string) =>
    [
      "From: <Saved by Blink>",
      "Snapshot-Content-Location: https://example.com/a",
      "Subject: A",
      "Date: Thu, 15 Jun 2023 12:00:00 -0000",
      "MIME-Version: 1.0",
      "Content-Type: multipart/related;",
      '\ttype="text/html";',
      '\tboundary="----Boundary--a----"',
      "",
      "",
      "------Boundary--a----",
      "Content-Type: text/html",
      `Content-Transfer-Encoding: ${encoding}`,
      "",
      body,
      "------Boundary--a----",
      "Content-Type: text/html",
      "",
      "<title>A frame</title>",
      "------Boundary--a------",
    ].join("\r\n");
  const html = "<html lang=en><title>Café 中文</title></html>";

  test.each([
    ["quoted-printable", "<html lang=3Den><title>Caf=C3=A9 =E4=B8=\r\n=AD=E6=96=87</title></html>"],
    ["base64", Buffer.from(html).toString("base64")],
    ["binary", html],
  ])("in %s gives its page, its address and its day", (encoding, body) => {
    expect(read(archive(encoding, body))).toEqual({
      title: "Café 中文 [<title>]",
      url: "https://example.com/a [saved from url]",
      accessed: "2023-06-15 [the day it was saved]",
      language: "en [<html lang>]",
    });
  });

  test("that is cut off in the page gives what is whole", () => {
    const whole = archive("binary", html);
    expect(read(whole.slice(0, whole.indexOf("中文")))).toEqual({
      url: "https://example.com/a [saved from url]",
      accessed: "2023-06-15 [the day it was saved]",
      language: "en [<html lang>]",
      notes: "the page has no end: it may be cut off",
    });
  });
});

describe("what is not taken", () => {
  test.each([
    ["03/04/2023", undefined, "published is left out: “03/04/2023” is no date with one meaning"],
    ["yesterday", undefined, "published is left out: “yesterday” is no date with one meaning"],
    [
      "1970-01-01T00:00:00Z",
      undefined,
      "published is left out: “1970-01-01T00:00:00Z” is no date with one meaning",
    ],
    ["2023-02-30", undefined, "published is left out: “2023-02-30” is no date with one meaning"],
    ["20230615T120000Z", "2023-06-15", undefined],
    ["2023-06-15 12:00", "2023-06-15", undefined],
    ["Thu, 15 Jun 2023 12:00:00 GMT", "2023-06-15", undefined],
    ["June 15, 2023 at 9:30 am", "2023-06-15", undefined],
    ["2023", "2023", undefined],
  ])("of the date %s", (written, published, notes) => {
    const found = read(page(`<meta name="date" content="${written}">`));
    expect([found.published?.replace(" [date]", ""), found.notes]).toEqual([published, notes]);
  });

  test("addresses that no browser opens, names of languages, and what is empty", () => {
    const head = `<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="https://example.com/">
      <meta name="language" content="x"><meta name="dc.language" content="English"><meta property="og:title" content=" ">
      <title>Talks</title>`;
    expect(read(page(head, "", '<html lang="{{lang}}">'))).toEqual({
      title: "Talks [<title>]",
      url: "https://example.com/ [og:url]",
    });
  });

  test("characters that hide in a text or turn it round", () => {
    const title = "\u202eTa\u200bl\u0007ks\u2066 &#x202e;go on";
    expect(read(page(`<meta name="dc.title" content="${title}">`)).title).toMatch(
      /^Talks go on \[dc.title\]$/,
    );
    expect(read(page(jsonLd('{"@type":"Article","headline":"A\\u202eb\\ud800c\\u001b[31m"}'))).title).toBe(
      "Abc[31m [JSON-LD headline]",
    );
  });

  test("a title above 1,000 characters", () => {
    const head = `<meta property="og:title" content="${"a".repeat(1001)}"><title>Short</title>`;
    expect(read(page(head)).title).toBe("Short [<title>]");
  });
});

describe("encodings", () => {
  const head = (meta: string) => `<html><head>${meta}<title>`;
  const tail = "</title></head></html>";
  const latin = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

  test.each([
    ["UTF-8", bytesOf(`${head("")}中文${tail}`)],
    ["UTF-8 with a mark", bytesOf(`\uFEFF${head("")}中文${tail}`)],
    ["UTF-8 that the page calls something else", bytesOf(`${head("<meta charset=gb2312>")}中文${tail}`)],
    ["UTF-16", Uint8Array.from(Buffer.from(`\uFEFF${head("")}中文${tail}`, "utf16le"))],
    ["GBK", latin(`${head('<meta charset="gbk">')}\xd6\xd0\xce\xc4${tail}`)],
    [
      "GB 2312 of old",
      latin(
        `${head('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')}\xd6\xd0\xce\xc4${tail}`,
      ),
    ],
    ["ISO-2022-JP", latin(`${head("<meta charset=iso-2022-jp>")}\x1b$BCfJ8\x1b(B${tail}`)],
  ])("%s", (_, bytes) => {
    expect(read(bytes).title).toBe("中文 [<title>]");
  });

  test("windows-1252 where nothing is said, or what no browser knows", () => {
    expect(read(latin(`${head("")}caf\xe9${tail}`)).title).toBe("café [<title>]");
    expect(read(latin(`${head("<meta charset=klingon>")}caf\xe9${tail}`)).title).toBe("café [<title>]");
  });
});

describe("bad input", () => {
  test.each([
    ["nothing", "", "is empty; save the page again"],
    ["a text", "Just words, a < b.", "is no HTML page; save the page in the browser, as HTML"],
    ["JSON", '{"a": 1}', "is no HTML page; save the page in the browser, as HTML"],
    ["a PDF", "%PDF-1.7\n\0\0<p>", "is no HTML page; save the page in the browser, as HTML"],
    [
      "an archive without a page",
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\n--x--",
      "is no HTML page; save the page in the browser, as HTML",
    ],
  ])("%s", (_, text, reason) => {
    expect(read(text)).toEqual({ reason });
  });

  test("of a page that is cut off, what is whole is taken", () => {
    const whole = page('<title>Talks go on</title><meta property="og:site_name" content="The Times">');
    const notes = "the page has no end: it may be cut off";
    expect(read(whole.slice(0, whole.indexOf("go on")))).toEqual({ notes });
    expect(read(whole.slice(0, whole.indexOf("The Times") + 3))).toEqual({
      title: "Talks go on [<title>]",
      notes,
    });
    const cut = page(jsonLd({ "@type": "Article", headline: "Talks" })).split('"Talks"')[0] ?? "";
    expect(read(cut)).toEqual({ notes });
  });

  test("nesting, and tags without end, take no more than a moment", () => {
    const deep = `<title>A</title>${"<b>".repeat(1_000_000)}${"</i>".repeat(1_000_000)}`;
    expect(read(deep).title).toBe("A [<title>]");
    expect(read(page(`<title>A</title>${jsonLd("[".repeat(1_000_000))}`)).title).toBe("A [<title>]");
    const nested = `${'{"a":'.repeat(2000)}1${"}".repeat(2000)}`;
    expect(read(page(`<title>A</title>${jsonLd(nested)}`)).title).toBe("A [<title>]");
    expect(read(`<title>A</title><!--${" url:".repeat(1_000_000)}`).title).toBe("A [<title>]");
    expect(read(page(`<title>${" | a".repeat(500_000)}</title>`)).title).toBeUndefined();
  }, 20_000);

  test("objects with keys of JavaScript’s own are objects like any other", () => {
    const data =
      '{"@type":"Article","__proto__":{"headline":"x"},"constructor":[],"headline":"Talks","author":{"name":{"toString":1}}}';
    expect(read(page(jsonLd(data)))).toEqual({
      title: "Talks [JSON-LD headline]",
      type: "article [JSON-LD Article]",
    });
  });

  test("whatever the bytes are, there is an answer", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "<",
        ">",
        "<meta name=date content=",
        "<title>",
        "</title>",
        '<script type="application/ld+json">',
        "</script>",
        "<!--",
        "-->",
        '{"@type":"Article","headline":',
        "&#",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(sourceOfPage(bytesOf(pieces.join("")))).toBeDefined();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(sourceOfPage(bytes)).toBeDefined();
      }),
    );
  });
});
