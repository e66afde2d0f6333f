/** Item 3: whether a graph of a million claims builds in the memory of this machine. */
import { totalmem } from "node:os";
import { writeSyntheticContent } from "../support/synthetic.ts";
import { build, type Place, pagesIn, placesIn } from "./builds.ts";
import { type Row, rowOf } from "./rows.ts";

const MILLION = [200_000, 1_000_000] as const;

/** Builds it once. */
export async function million({ work }: Place): Promise<Row[]> {
  const places = placesIn(work);
  writeSyntheticContent(places.content, ...MILLION, { isInline: true });
  const total = totalmem() / 2 ** 20;
  const head = { item: "3 growth", size: "1,000,000" };
  try {
    const { seconds, mebibytes } = await build(places);
    return [
      rowOf({
        ...head,
        what: "memory, beside that of the machine",
        ours: mebibytes,
        anchor: total,
        unit: "MiB",
        bound: { atMost: 1 },
      }),
      rowOf({ ...head, what: "time", ours: seconds, unit: "s" }),
      rowOf({ ...head, what: "pages", ours: pagesIn(places.output), unit: "" }),
    ];
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error);
    return [
      {
        ...rowOf({ ...head, what: "memory, beside that of the machine", ours: null, unit: "MiB", note }),
        holds: false,
      },
    ];
  }
}
