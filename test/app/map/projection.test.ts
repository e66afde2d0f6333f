import { expect, test } from "vitest";
import { cameraOf, project, projectionOf, unproject } from "../../../src/app/map/projection.ts";

const camera = { x: 120, y: -40, width: 500 };
const projection = projectionOf(camera, 1000, 600);

test("what a camera looks at is in the middle of the screen", () => {
  expect(project(projection, { x: 120, y: -40 })).toEqual({ x: 500, y: 300 });
});

test("it sees as wide as it says, and as high as the screen has room for; y grows downward on both", () => {
  expect(project(projection, { x: -130, y: -190 })).toEqual({ x: 0, y: 0 });
  expect(project(projection, { x: 370, y: 110 })).toEqual({ x: 1000, y: 600 });
});

test("from the screen back to the map", () => {
  expect(unproject(projection, { x: 0, y: 600 })).toEqual({ x: -130, y: 110 });
  const point = { x: 33.5, y: 7.25 };
  expect(unproject(projection, project(projection, point))).toEqual(point);
});

test("the camera is known again from what it sees", () => {
  expect(cameraOf(projection)).toEqual(camera);
});
