/** The part of the `edtf` package that Skein uses; the package ships no types. */
declare module "edtf" {
  /** A node of the library's syntax tree, as `parse` returns it. */
  export interface EdtfNode {
    type?: "Date" | "Year" | "Century" | "Decade" | "Season" | "Interval" | "Set" | "List";
    values: unknown[];
    uncertain?: boolean | number;
    approximate?: boolean | number;
    unspecified?: number;
  }
  /** A date, interval, season or set; bounds in milliseconds since 1970, infinite or null where open. */
  export interface EdtfValue {
    min: number | null;
    max: number | null;
  }
  /** Throws on text that is not EDTF. */
  export function parse(text: string): EdtfNode;
  /** Throws on text that is not EDTF, or that cannot be represented. */
  export default function edtf(node: EdtfNode | string): EdtfValue;
}
