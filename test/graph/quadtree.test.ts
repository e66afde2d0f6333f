import fc from "fast-check";
import { expect, test } from "vitest";
import { Quadtree } from "../../src/graph/quadtree.ts";
import { seededRandom } from "../../src/graph/random.ts";

const STRENGTH = 3;

/** The same forces, pair by pair. */
function exactly(x: Float64Array, y: Float64Array, mass: Float64Array): [number, number][] {
  return Array.from(x, (_, i) => {
    let [forceX, forceY] = [0, 0];
    for (let j = 0; j < x.length; j++) {
      const [dx, dy] = [(x[i] ?? 0) - (x[j] ?? 0), (y[i] ?? 0) - (y[j] ?? 0)];
      if (dx === 0 && dy === 0) continue;
      const push = (STRENGTH * (mass[i] ?? 0) * (mass[j] ?? 0)) / (dx * dx + dy * dy);
      forceX += dx * push;
      forceY += dy * push;
    }
    return [forceX, forceY];
  });
}

function byTree(x: Float64Array, y: Float64Array, mass: Float64Array) {
  const zeros = () => new Float64Array(x.length);
  const forces = { x: zeros(), y: zeros(), stiffness: zeros() };
  const tree = new Quadtree(x.length);
  tree.build(x, y, mass);
  tree.repel(STRENGTH, forces);
  return forces;
}

test("two points push each other with equal force, in proportion to their masses, over their distance", () => {
  const forces = byTree(Float64Array.of(0, 2), Float64Array.of(0, 0), Float64Array.of(1, 4));
  expect(forces.x[0]).toBeCloseTo(-6, 4);
  expect(forces.x[1]).toBeCloseTo(6, 4);
  expect([...forces.y]).toEqual([0, 0]);
});

test("the pushes of a thousand points are near their sum, pair by pair", () => {
  const random = seededRandom(4);
  const draw = (scale: number) => Float64Array.from({ length: 1000 }, () => scale * random());
  const [x, y, mass] = [draw(500), draw(300), draw(9)];
  const forces = byTree(x, y, mass);
  let [wrong, whole] = [0, 0];
  for (const [i, [forceX, forceY]] of exactly(x, y, mass).entries()) {
    wrong += Math.hypot((forces.x[i] ?? 0) - forceX, (forces.y[i] ?? 0) - forceY);
    whole += Math.hypot(forceX, forceY);
  }
  expect(wrong / whole).toBeLessThan(0.03);
});

test("points push with finite force wherever they are, even in one place", () => {
  const coordinate = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(0));
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 60 }), (points) => {
      const [x, y] = [0, 1].map((axis) => Float64Array.from(points, (point) => point[axis] ?? 0));
      if (x === undefined || y === undefined) return;
      const forces = byTree(x, y, new Float64Array(points.length).fill(1));
      expect([...forces.x, ...forces.y, ...forces.stiffness].every(Number.isFinite)).toBe(true);
    }),
  );
});
