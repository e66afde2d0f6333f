import { expect, test } from "vitest";
import { dateHelp } from "../../src/content/date-help.ts";

test.each([
  ["15/06/2023", "write 2023-06-15"],
  ["15.6.2023", "write 2023-06-15"],
  ["06/15/2023", "write 2023-06-15"],
  ["05/06/2023", "write 2023-06-05 or 2023-05-06"],
  ["06-06-2023", "write 2023-06-06"],
  ["2023/6/5", "write 2023-06-05"],
  ["2023/06", "write 2023-06"],
  ["2023-6", "write 2023-06"],
  ["June 2023", "write 2023-06"],
  ["Sept. 2023", "write 2023-09"],
  ["15 June 2023", "write 2023-06-15"],
  ["June 15th, 2023", "write 2023-06-15"],
  ["c. 1998", "write 1998~"],
  ["ca 1998", "write 1998~"],
  ["about 1998", "write 1998~"],
  ["since 2018", "write 2018/.."],
  ["2023-02-30", "no calendar has that day or month; leave out what is not known: 2023-06, 2023"],
  ["2023-06-31/2024", "no calendar has that day or month; leave out what is not known: 2023-06, 2023"],
])("for %s: %s", (written, help) => {
  expect(dateHelp(written)).toBe(help);
});

test.each(["yesterday", "31/02/2023", "99/99/2023", "Smarch 2023", "15 June", ""])(
  "for “%s”: how dates look",
  (written) => {
    expect(dateHelp(written)).toMatch(/^write 2023-06-15, 2023-06, 2023, 2018\/\.\. for since/);
  },
);
