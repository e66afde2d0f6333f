/** Runs once before all tests: without a browser there is no point in starting. */
import { ensureBrowser } from "./browser.ts";

export default function setup(): void {
  ensureBrowser();
}
