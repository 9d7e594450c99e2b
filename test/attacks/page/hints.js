/** Hints and links: the browser may act on them before anything asks for it. */
const links = {
  preconnect: [{}, 'http'],
  'dns-prefetch': [{}, 'https'],
  prefetch: [{}, 'http'],
  prerender: [{}, 'http'],
  'preload a script': [{ rel: 'preload', as: 'script' }, 'http'],
  'preload an image': [{ rel: 'preload', as: 'image' }, 'http'],
  'preload a font': [{ rel: 'preload', as: 'font', crossorigin: '' }, 'http'],
  'preload for fetch': [{ rel: 'preload', as: 'fetch', crossorigin: '' }, 'http'],
  modulepreload: [{}, 'http'],
  stylesheet: [{}, 'http'],
  'alternate stylesheet': [{ title: 'other' }, 'http'],
  icon: [{}, 'http'],
  'apple-touch-icon': [{}, 'http'],
  manifest: [{}, 'http'],
  'compression-dictionary': [{}, 'http'],
  search: [{ type: 'application/opensearchdescription+xml' }, 'http'],
  'payment-method-manifest': [{}, 'https'],
};
for (const [name, [attributes, scheme]] of Object.entries(links)) {
  ways[`link ${name}`] = (to, win) => {
    const all = { rel: name, ...attributes, href: to.url(scheme) };
    const element = put(win, 'link', all, { into: win.document.head, wait: false });
    // The first two tell nobody.
    return name === 'preconnect' || name === 'dns-prefetch' ? null : settled(element);
  };
}

const speculate = (win, rules) => {
  const script = win.document.createElement('script');
  script.type = 'speculationrules';
  script.textContent = JSON.stringify(rules);
  win.document.head.append(script);
};

Object.assign(ways, {
  'speculation rules, prefetch': (to, win) =>
    speculate(win, { prefetch: [{ source: 'list', urls: [to.url('https')], eagerness: 'immediate' }] }),
  'speculation rules, prerender': (to, win) =>
    speculate(win, { prerender: [{ source: 'list', urls: [to.url('http')], eagerness: 'immediate' }] }),
  'link under the pointer': (to, win) => {
    const link = put(win, 'a', { href: to.url('https') }, { wait: false });
    link.textContent = 'link';
    link.dispatchEvent(new win.MouseEvent('mouseover', { bubbles: true }));
    link.dispatchEvent(new win.PointerEvent('pointerdown', { bubbles: true }));
    link.focus();
  },
  'names of links allowed by the page': (to, win) => {
    put(
      win,
      'meta',
      { 'http-equiv': 'x-dns-prefetch-control', content: 'on' },
      { into: win.document.head, wait: false },
    );
    put(win, 'a', { href: to.url('https') }, { wait: false });
  },
  'a ping': (to, win) => {
    const link = put(win, 'a', { href: '#a', ping: to.url('http') }, { wait: false });
    link.click();
  },
  'a attributionsrc': (to, win) =>
    put(win, 'a', { href: '#a', attributionsrc: to.url('https') }, { wait: false }).click(),
});
