/** `npm run fuzz -- --seconds 60`: the properties, on new inputs each time, for as long as asked. */
import { parseArgs } from "node:util";
import fc from "fast-check";
import { folders } from "./content.ts";
import { checkEnds, orderIsNothing, pagesAreSafe, readsTheSameAgain } from "./properties.ts";

const { values } = parseArgs({ options: { seconds: { type: "string", default: "60" } } });
const until = performance.now() + Number(values.seconds) * 1000;
const properties = { checkEnds, pagesAreSafe, readsTheSameAgain, orderIsNothing };
let inputs = 0;
while (performance.now() < until) {
  for (const [name, property] of Object.entries(properties)) {
    const details = await fc.check(
      fc.asyncProperty(folders, async (files) => {
        inputs++;
        await property(files);
      }),
      { numRuns: 100, interruptAfterTimeLimit: Math.max(1, until - performance.now()) },
    );
    if (!details.failed || details.counterexample === null) continue;
    console.error(`${name} does not hold: ${(details.errorInstance as Error).message}`);
    console.error(JSON.stringify(details.counterexample[0], null, 2));
    process.exit(1);
  }
}
console.log(`${inputs} content folders in ${values.seconds} s: nothing found`);
