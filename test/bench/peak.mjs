// Loaded before a measured command: writes the peak of its memory, in KiB, to file descriptor 3 when it ends.
import { writeSync } from "node:fs";

process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));
