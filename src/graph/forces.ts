/**
 * Positions by forces: ties pull, all push each other away, and a weak pull to the middle keeps the parts together.
 *
 * The forces are those of ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian, PLoS ONE 9 (2014) e98679): ties pull in
 * proportion to their length, entities push in proportion to 1 + their neighbours. To them comes the near pull of t-FDP
 * (Zhong, Xue, Zhang, Zhang, Ban, Deussen and Wang, “Force-Directed Graph Layouts Revisited: A New Force Based on the
 * T-Distribution”, IEEE TVCG 30 (2024)), which keeps neighbours together and lets the far order be. Each node goes the
 * way of its force over its stiffness, with momentum (Polyak 1964), which is there in a tenth of the steps.
 *
 * Pure, on plain arrays, and nothing but sums, products, quotients and roots: the same bits on any machine.
 */
import { type Forces, Quadtree } from "./quadtree.ts";

/** Ties as a thread takes them. */
export interface CompactTies {
  /** How many nodes there are. */
  readonly order: number;
  /** Two nodes a tie, by number. */
  readonly ends: Int32Array;
  /** How many claims make each tie. */
  readonly weights: Float64Array;
}

/** x and y by node. */
export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

const PUSH = 10;
const GRAVITY = 0.05;
/** How much stronger a tie pulls its ends when they are near, and what is near, as a share of the spread of all. */
const NEAR = { pull: 4, reach: 0.03 };
const STEP = { size: 0.8, momentum: 0.8 };
/** It is done when nodes move by less than this share of the spread of all, on average, or after so many steps. */
const REST = 0.001;
const MOST_STEPS = 300;

/** Moves the nodes until they rest. */
export function spread(ties: CompactTies, positions: Positions, mostSteps = MOST_STEPS): void {
  const { order } = ties;
  const mass = massesOf(ties);
  const tree = new Quadtree(order);
  const speed = { x: new Float64Array(order), y: new Float64Array(order) };
  const forces = { ...positions, x: speed.x.slice(), y: speed.y.slice(), stiffness: speed.x.slice() };
  for (let step = 0; step < mostSteps; step++) {
    const spreadNow = spreadOf(positions);
    tree.build(positions.x, positions.y, mass);
    pullToMiddle(positions, mass, forces);
    tree.repel(PUSH, forces);
    pullTogether(ties, positions, NEAR.reach * spreadNow, forces);
    if (move(positions, speed, forces) < REST * spreadNow) break;
  }
}

/** How far all are from the middle, as the root of the mean square. */
function spreadOf({ x, y }: Positions): number {
  let squares = 0;
  for (let i = 0; i < x.length; i++) squares += (x[i] as number) ** 2 + (y[i] as number) ** 2;
  return Math.sqrt(squares / x.length + 1e-9);
}

function massesOf({ order, ends }: CompactTies): Float64Array {
  const mass = new Float64Array(order).fill(1);
  for (const end of ends) (mass[end] as number)++;
  return mass;
}

/** Sets the forces and does not add to them. */
function pullToMiddle({ x, y }: Positions, mass: Float64Array, forces: Forces): void {
  for (let i = 0; i < mass.length; i++) {
    const pull = GRAVITY * (mass[i] as number);
    forces.x[i] = -pull * (x[i] as number);
    forces.y[i] = -pull * (y[i] as number);
    forces.stiffness[i] = pull;
  }
}

function pullTogether(
  { ends, weights }: CompactTies,
  { x, y }: Positions,
  reach: number,
  forces: Forces,
): void {
  const nearness = 1 / (reach * reach);
  for (let tie = 0; tie < weights.length; tie++) {
    const [a, b] = [ends[2 * tie] as number, ends[2 * tie + 1] as number];
    const [dx, dy] = [(x[a] as number) - (x[b] as number), (y[a] as number) - (y[b] as number)];
    const near = NEAR.pull / (1 + (dx * dx + dy * dy) * nearness);
    const pull = Math.sqrt(weights[tie] as number) * (1 + near);
    (forces.x[a] as number) -= pull * dx;
    (forces.y[a] as number) -= pull * dy;
    (forces.x[b] as number) += pull * dx;
    (forces.y[b] as number) += pull * dy;
    (forces.stiffness[a] as number) += pull;
    (forces.stiffness[b] as number) += pull;
  }
}

/** Returns how far the nodes moved on average. */
function move({ x, y }: Positions, speed: Positions, forces: Forces): number {
  let moved = 0;
  for (let i = 0; i < x.length; i++) {
    const step = STEP.size / (forces.stiffness[i] as number);
    const dx = STEP.momentum * (speed.x[i] as number) + step * (forces.x[i] as number);
    const dy = STEP.momentum * (speed.y[i] as number) + step * (forces.y[i] as number);
    speed.x[i] = dx;
    speed.y[i] = dy;
    (x[i] as number) += dx;
    (y[i] as number) += dy;
    moved += Math.sqrt(dx * dx + dy * dy);
  }
  return moved / x.length;
}
