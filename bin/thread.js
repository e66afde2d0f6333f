// Starts TypeScript in a thread of its own, and hands over to the work that is shared among threads.
import "./typescript.js";

await import("../src/cli/crew/thread.ts");
