import { expect, test } from "vitest";
import { languageOfName } from "../../src/shared/script.ts";

test.each([
  ["李尚福", "en", "zh"],
  ["李尚福", "zh-Hans", undefined],
  ["李尚福", "zh-TW", undefined],
  ["李尚福", "ja", undefined],
  ["岸田 ふみお", "en", "ja"],
  ["윤석열", "en", "ko"],
  ["윤석열", "ko", undefined],
  ["محمود عباس", "en", "und-Arab"],
  ["محمود عباس", "fa", undefined],
  ["Владимир", "en", "und-Cyrl"],
  ["Владимир", "uk", undefined],
  ["Li Shang-fu", "en", undefined],
  ["Müller", "en", undefined],
  ["Lloyd Austin", "zh", "und-Latn"],
  ["G7", "zh", "und-Latn"],
  ["2023", "en", undefined],
])("%s on a site in %s is in %s", (name, site, language) => {
  expect(languageOfName(name, site)).toBe(language);
});
