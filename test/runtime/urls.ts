/** Schemes that the app registered, lower case, without colon. Chromium knows none of them. */
const schemes = new Set<string>();

/** Makes a scheme of the app's own known, so that its URLs are mapped. */
export function knowScheme(scheme: string): void {
  schemes.add(scheme);
}

/** True when the app registered this scheme. */
export function isKnownScheme(scheme: string): boolean {
  return schemes.has(scheme);
}

/** `app://host/path` as Chromium is given it: `https://host.app.invalid/path`. Other URLs stay as they are. */
export function toChromium(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url);
  if (!match) return url;
  const [, scheme = '', host = '', rest = ''] = match;
  if (!schemes.has(scheme.toLowerCase())) return url;
  return `https://${host === '' ? 'nohost' : host}.${scheme.toLowerCase()}.invalid${rest.startsWith('/') ? '' : '/'}${rest}`;
}

/** The inverse of {@link toChromium}: every URL that main gets to see passes through here. */
export function toApp(url: string): string {
  const match = /^https:\/\/([^/?#:]*)\.([a-z0-9+-]+)\.invalid(?::443)?(.*)$/.exec(url);
  if (!match) return url;
  const [, host = '', scheme = '', rest = ''] = match;
  return schemes.has(scheme) ? `${scheme}://${host === 'nohost' ? '' : host}${rest}` : url;
}

/** Patterns for CDP's Fetch domain that match all mapped URLs. */
export function interceptPatterns(): { urlPattern: string }[] {
  return [...schemes].map((scheme) => ({ urlPattern: `https://*.${scheme}.invalid/*` }));
}

/** A header that names the app's own origins or scheme, in Chromium's terms. */
export function headerToChromium(value: string): string {
  let mapped = value;
  for (const scheme of schemes) {
    mapped = mapped
      .replaceAll(
        new RegExp(`\\b${scheme}://([\\w.-]+)`, 'g'),
        (_, host: string) => `https://${host}.${scheme}.invalid`,
      )
      .replaceAll(new RegExp(`(^|[\\s;])${scheme}:(?=[\\s;]|$)`, 'g'), `$1https://*.${scheme}.invalid`);
  }
  return mapped;
}
