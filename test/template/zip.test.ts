import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refused, readZip } from "../../template/.github/scripts/zip.mjs";
import { type ZipEntry, zipOf } from "../support/zip.ts";

const LIMITS = { "a.json": 100, "b.md": 1000 };
const good: ZipEntry = { name: "a.json", content: "[]" };

const refusalOf = (bytes: Buffer): string => {
  try {
    readZip(bytes, LIMITS);
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
  return "read";
};

describe("an upload", () => {
  test("is read in memory, packed or not", () => {
    const files = readZip(zipOf([good, { name: "b.md", content: "# Ä", method: 0 }]), LIMITS);
    expect([...files].map(([name, content]) => [name, content.toString()])).toEqual([
      ["a.json", "[]"],
      ["b.md", "# Ä"],
    ]);
  });

  test("may be empty, and hold an empty file", () => {
    expect(readZip(zipOf([]), LIMITS).size).toBe(0);
    expect(readZip(zipOf([{ name: "a.json", content: "" }]), LIMITS).get("a.json")?.length).toBe(0);
  });

  const HOSTILE: Readonly<Record<string, readonly ZipEntry[]>> = {
    "it holds a file of another name": [{ name: "../../.github/workflows/x.yml", content: "on: push" }],
    "it holds two files of one name": [good, good],
    "it holds more files than it may": [good, { ...good, name: "b.md" }, { ...good, name: "c" }],
    "it holds a link, a folder or a device": [{ ...good, content: "/etc/passwd", mode: 0o120777 }],
    "it holds a file that is too large": [{ name: "a.json", content: Buffer.alloc(101) }],
    "it holds a file of another size than it says": [
      { name: "b.md", content: Buffer.alloc(50_000_000), size: 1000 },
    ],
    "it is encrypted": [{ ...good, isEncrypted: true }],
    "it is packed in an unknown way": [{ ...good, method: 12 }],
  };

  test.each(Object.entries(HOSTILE))("%s: refused", (reason, entries) => {
    expect(refusalOf(zipOf(entries))).toBe(reason);
  });

  test.each([
    "/etc/passwd",
    "a.json/../b.md",
    "..\\a.json",
    "A.JSON",
    "a.json\0",
    "__proto__",
    "constructor",
    "",
  ])("a file called %j is refused", (name) => {
    expect(refusalOf(zipOf([{ name, content: "" }]))).toBe("it holds a file of another name");
  });

  test("that says it is smaller, or larger, than it is, is refused", () => {
    for (const size of [1, 3])
      expect(refusalOf(zipOf([{ ...good, size }]))).toBe("it holds a file of another size than it says");
  });

  test("that says it has more files than are there is refused", () => {
    expect(refusalOf(zipOf([good], 2))).toBe("it is damaged");
  });

  test("of something else is refused", () => {
    for (const bytes of ["", "PK", "<html></html>", "x".repeat(100)])
      expect(refusalOf(Buffer.from(bytes))).toBe("it is no ZIP archive");
  });

  test("that was damaged anywhere is read or refused, and does nothing else", () => {
    const whole = zipOf([good, { name: "b.md", content: "text ".repeat(50) }]);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (place, byte, length) => {
        const damaged = Buffer.from(whole);
        damaged[place] = byte;
        refusalOf(damaged);
        refusalOf(damaged.subarray(0, length));
        refusalOf(damaged.subarray(length));
      }),
      { numRuns: 500 },
    );
  });
});
