/** Looks at what a page has really drawn. */
import type { Page } from "playwright-core";

/** An area of the page in CSS pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How many pixels of an area have a colour, each channel at most `tolerance` away. */
export async function countPixels(page: Page, area: Area, color: string, tolerance = 12): Promise<number> {
  const picture = (await page.screenshot({ clip: area })).toString("base64");
  const [red, green, blue] = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  // Decoded on a page of its own, so that what the page under test allows does not matter.
  const decoder = await page.context().newPage();
  try {
    return await decoder.evaluate(
      async ({ picture, red, green, blue, tolerance }) => {
        const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext("2d");
        if (context === null) throw new Error("no 2D canvas");
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        let count = 0;
        for (let i = 0; i < data.length; i += 4) {
          const near = (value: number | undefined, wanted: number | undefined) =>
            Math.abs((value ?? 0) - (wanted ?? 0)) <= tolerance;
          if (near(data[i], red) && near(data[i + 1], green) && near(data[i + 2], blue)) count++;
        }
        return count;
      },
      { picture, red, green, blue, tolerance },
    );
  } finally {
    await decoder.close();
  }
}
