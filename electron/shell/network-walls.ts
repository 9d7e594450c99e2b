/**
 * Where the pages' requests are sent: to a proxy that can't exist. TCP must refuse a multicast address (RFC 1122,
 * 4.2.3.10), and no group ever gets this one (RFC 4291, 2.7): nothing can listen there, and not even this computer's own
 * interface sees a packet. An IPv4 address Chromium may translate for NAT64, into one that exists. Without the second rule
 * a page would reach this computer's own servers directly.
 */
export const deadProxy = { proxyRules: 'http://[ff00::]:9', proxyBypassRules: '<-loopback>' } as const;

/**
 * What Chromium sends for a page past its policy, its session's proxy and the WebRTC policy: the look-up of a name in
 * `<link rel=dns-prefetch>`, and the multicast messages by which WebRTC hides local addresses, of which it gets none here.
 */
export const networkSwitches = {
  'blink-settings': 'dnsPrefetchingEnabled=false',
  'disable-features': 'WebRtcHideLocalIpsWithMdns',
} as const;
