/** Elements that load something. */
const svg = 'http://www.w3.org/2000/svg';
const inSvg = (win) => {
  const root = win.document.createElementNS(svg, 'svg');
  win.document.body.append(root);
  return root;
};
const oneElement = {
  'img src': ['img', (url) => ({ src: url })],
  'img srcset': ['img', (url) => ({ srcset: `${url} 1x` })],
  'img attributionsrc': ['img', (url) => ({ attributionsrc: url })],
  'input image': ['input', (url) => ({ type: 'image', src: url })],
  'audio src': ['audio', (url) => ({ src: url, preload: 'auto' })],
  'video src': ['video', (url) => ({ src: url, preload: 'auto' })],
  'video poster': ['video', (url) => ({ poster: url })],
  'object data': ['object', (url) => ({ data: url })],
  'embed src': ['embed', (url) => ({ src: url })],
  'iframe src': ['iframe', (url) => ({ src: url })],
  'fencedframe src': ['fencedframe', (url) => ({ src: url })],
  'portal src': ['portal', (url) => ({ src: url })],
  'script src': ['script', (url) => ({ src: url })],
  'script module': ['script', (url) => ({ type: 'module', src: url })],
  'script attributionsrc': ['script', (url) => ({ attributionsrc: url })],
  'table background': ['table', (url) => ({ background: url })],
};
for (const [name, [tag, attributes]] of Object.entries(oneElement)) {
  ways[name] = (to, win) => put(win, tag, attributes(to.url('http')));
}

Object.assign(ways, {
  'picture source': (to, win) => {
    const picture = win.document.createElement('picture');
    put(win, 'source', { srcset: to.url('http') }, { into: picture, wait: false });
    const answer = put(win, 'img', { src: 'nothing:' }, { into: picture });
    win.document.body.append(picture);
    return answer;
  },
  'video source': (to, win) => {
    const video = put(win, 'video', { preload: 'auto' }, { wait: false });
    return put(win, 'source', { src: to.url('http') }, { into: video });
  },
  'video track': (to, win) => {
    const video = put(win, 'video', { crossorigin: 'anonymous' }, { wait: false });
    const track = put(win, 'track', { src: to.url('http'), default: '' }, { into: video, wait: false });
    track.track.mode = 'showing';
    return settled(track);
  },
  'frameset frame': (to, win) => {
    const frames = put(win, 'frameset', {}, { into: win.document.documentElement, wait: false });
    return put(win, 'frame', { src: to.url('http') }, { into: frames });
  },
  'svg image': (to, win) => put(win, 'image', { href: to.url('http') }, { namespace: svg, into: inSvg(win) }),
  'svg use': (to, win) => put(win, 'use', { href: `${to.url('http')}#a` }, { namespace: svg, into: inSvg(win) }),
  'svg script': (to, win) => put(win, 'script', { href: to.url('http') }, { namespace: svg, into: inSvg(win) }),
  'svg feImage': (to, win) => {
    const root = inSvg(win);
    const filter = put(win, 'filter', { id: 'f' }, { namespace: svg, into: root, wait: false });
    put(win, 'feImage', { href: to.url('http') }, { namespace: svg, into: filter, wait: false });
    put(win, 'rect', { width: 9, height: 9, filter: 'url(#f)' }, { namespace: svg, into: root, wait: false });
  },
  'body background': (to, win) => win.document.body.setAttribute('background', to.url('http')),
  'new Image': (to, win) => {
    const image = new win.Image();
    image.src = to.url('http');
    return settled(image);
  },
  'new Audio': (to, win) => settled(new win.Audio(to.url('http')), ['loadstart', 'error']),
  'base and a relative image': (to, win) => {
    const base = put(win, 'base', { href: to.url('http', '/') }, { into: win.document.head, wait: false });
    return put(win, 'img', { src: 'relative' }).finally(() => base.remove());
  },
  'markup by innerHTML': (to, win) => {
    const box = win.document.createElement('div');
    box.innerHTML = `<img src="${to.url('http')}">`;
    return settled(box.firstChild);
  },
  'markup by setHTMLUnsafe': (to, win) =>
    win.document.createElement('div').setHTMLUnsafe(`<img src="${to.url('http')}">`),
  'markup by document.write': (to, win) => {
    if (win === window) throw new Error('It would end the attack.');
    win.document.write(`<img src="${to.url('http')}"><body>`);
    win.document.close();
  },
  'a policy of its own that reports': (to, win) =>
    put(
      win,
      'meta',
      { 'http-equiv': 'Content-Security-Policy', content: `object-src 'none'; report-uri ${to.url('http')}` },
      { into: win.document.head, wait: false },
    ),
  'icon of the media session': (to, win) => {
    win.navigator.mediaSession.metadata = new win.MediaMetadata({ title: 'a', artwork: [{ src: to.url('https') }] });
  },
  'notification icon': (to, win) => settled(new win.Notification('a', { icon: to.url('http') }), ['show', 'error']),
  'XSLT document()': (to, win) => {
    const text = `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><p><xsl:copy-of select="document('${to.url('http')}')"/></p></xsl:template></xsl:stylesheet>`;
    const parse = (source) => new win.DOMParser().parseFromString(source, 'text/xml');
    const processor = new win.XSLTProcessor();
    processor.importStylesheet(parse(text));
    processor.transformToFragment(parse('<a/>'), win.document);
  },
});
