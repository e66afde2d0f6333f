// @ts-check
/** The few calls of GitHub’s API that a comment needs. Every answer is bounded in size and in time. */
import { Refused } from "./zip.mjs";

const TIMEOUT = 30_000;
const ANSWER_LIMIT = 8 * 1024 * 1024;

/**
 * @typedef {object} GitHub
 * @property {(path: string) => Promise<any>} get
 * @property {(method: "POST" | "PATCH", path: string, body: object) => Promise<any>} send
 * @property {(path: string, limit: number) => Promise<Buffer>} download
 */

/**
 * @param {{ api: string, token: string }} access
 * @returns {GitHub}
 */
export function github({ api, token }) {
  const headers = {
    Accept: "application/vnd.github+json",
    Authorization: `Bearer ${token}`,
    "X-GitHub-Api-Version": "2022-11-28",
  };
  /** @param {string} path @param {RequestInit} [options] */
  const call = async (path, options = {}) => {
    const response = await fetch(`${api}${path}`, {
      ...options,
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (response.status >= 400) throw new Error(`GitHub answers ${response.status} to ${path}`);
    return response;
  };
  const json = async (/** @type {Response} */ response) =>
    JSON.parse((await bytesOf(response, ANSWER_LIMIT)).toString("utf8"));
  return {
    get: async (path) => json(await call(path)),
    send: async (method, path, body) => json(await call(path, { method, body: JSON.stringify(body) })),
    // The archive lies elsewhere, and that place has no business with the token.
    download: async (path, limit) => {
      const address = (await call(path)).headers.get("location");
      if (address === null) throw new Error(`GitHub names no place for ${path}`);
      const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT) });
      if (!response.ok) throw new Error(`the upload cannot be loaded: ${response.status}`);
      return bytesOf(response, limit);
    },
  };
}

/** @param {Response} response @param {number} limit */
async function bytesOf(response, limit) {
  const parts = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > limit) throw new Refused("it is too large");
    parts.push(part);
  }
  return Buffer.concat(parts);
}
