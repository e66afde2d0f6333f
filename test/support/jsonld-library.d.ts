/** What the tests use of jsonld, which brings no types. */
declare module "jsonld" {
  export interface Options {
    readonly base: string;
    readonly documentLoader: (url: string) => Promise<never>;
    readonly safe?: boolean;
  }
  /** A node in expanded form: every key an IRI, every value a list. */
  export type Expanded = Readonly<Record<string, unknown>>;
  const jsonld: {
    expand(document: unknown, options: Options): Promise<Expanded[]>;
    flatten(document: unknown, context: null, options: Options): Promise<Expanded[]>;
    toRDF(document: unknown, options: Options & { readonly format: "application/n-quads" }): Promise<string>;
    canonize(
      quads: string,
      options: {
        readonly inputFormat: "application/n-quads";
        readonly format: "application/n-quads";
        readonly algorithm: "RDFC-1.0";
      },
    ): Promise<string>;
  };
  export default jsonld;
}
