/** The part of Eleventy 3 that Skein uses; the package ships no types. */
declare module "@11ty/eleventy" {
  export interface EleventyConfig {
    readonly globalData: Record<string, unknown>;
    readonly benchmarks: Readonly<Record<string, { setIsVerbose(isVerbose: boolean): void }>>;
    addGlobalData(name: string, value: unknown): void;
    addTemplate(path: string, render: (data: never) => unknown, data: Record<string, unknown>): void;
    on(
      event: "eleventy.before" | "eleventy.after",
      listener: (result: { directories: { output: string } }) => void | Promise<void>,
    ): void;
    addPlugin(plugin: (config: EleventyConfig) => void): void;
  }
  export interface EleventyOptions {
    readonly source?: "cli" | "script";
    readonly configPath?: string;
    readonly quietMode?: boolean;
    readonly config?: (config: EleventyConfig) => void;
  }
  export default class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    disableLogger(): void;
    init(): Promise<void>;
    write(): Promise<unknown>;
  }
}
