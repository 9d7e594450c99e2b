/** What each answer to a page says it may do, in the words of HTTP. */
export const pageHeaders = {
  // All that leaves a page, WebRTC and looked-up names too, must go to its own origin: wicg.github.io/connection-allowlists
  'connection-allowlist': '(response-origin);webrtc=block',
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    // It would be script-src's.
    "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // No text becomes code or markup, and no policy is made that would let it.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
} as const;
