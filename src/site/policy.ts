/** What a browser may do on a published page: use the site’s own files, and nothing else. */

/** Holds in every page, whatever host serves it. No `unsafe-inline`, no `unsafe-eval`, no other origin. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The text of `_headers`, for the hosts that read it (Netlify, Cloudflare Pages and others). */
export const HEADERS_FILE = `/*
  Content-Security-Policy: ${CONTENT_SECURITY_POLICY}
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
`;
