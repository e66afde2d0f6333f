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
