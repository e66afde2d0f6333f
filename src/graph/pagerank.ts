/**
 * How much attention flows to an entity, counting claims from those who receive much themselves.
 *
 * PageRank: Page, Brin, Motwani and Winograd, “The PageRank Citation Ranking: Bringing Order to the Web” (1999).
 */
import pagerank from "graphology-metrics/centrality/pagerank.js";
import type { ClaimGraph } from "./build.ts";

const DEFAULTS = { alpha: 0.85, maxIterations: 1000, tolerance: 1e-9 };

/** The share of each node; all shares add up to 1. Every claim counts once, from its actor to its target. */
export function pagerankOf(graph: ClaimGraph): Map<string, number> {
  if (graph.order === 0) return new Map();
  return new Map(Object.entries(pagerank(graph, { ...DEFAULTS, getEdgeWeight: null })));
}
