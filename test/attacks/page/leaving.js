/** Ways that take the page along, or open another one: tried one at a time, for the page is gone where they work. */
const submit = (win, method, attributes, url) => {
  const form = put(win, 'form', { method, action: url, ...attributes }, { wait: false });
  put(win, 'input', { name: 'a', value: 'b' }, { into: form, wait: false });
  form.submit();
};
const click = (win, attributes) => put(win, 'a', attributes, { wait: false }).click();

const leaving = {
  'form get': (to) => submit(window, 'get', {}, to.url('http')),
  'form post': (to) => submit(window, 'post', {}, to.url('http')),
  'form to a new window': (to) => submit(window, 'post', { target: '_blank' }, to.url('http')),
  'form in a frame': (to) => {
    const frame = put(window, 'iframe', { name: 'target' }, { wait: false });
    submit(window, 'post', { target: frame.name }, to.url('http'));
  },
  'button with its own address': (to) => {
    const form = put(window, 'form', { method: 'post' }, { wait: false });
    put(window, 'button', { formaction: to.url('http') }, { into: form, wait: false }).click();
  },
  'location.href': (to) => {
    location.href = to.url('http');
  },
  'location.assign': (to) => location.assign(to.url('http')),
  'location.replace': (to) => location.replace(to.url('http')),
  'navigation.navigate': (to) => void navigation.navigate(to.url('http')),
  'meta refresh': (to) =>
    put(
      window,
      'meta',
      { 'http-equiv': 'refresh', content: `0;url=${to.url('http')}` },
      { into: document.head, wait: false },
    ),
  'link click': (to) => click(window, { href: to.url('http') }),
  'link click to a new window': (to) => click(window, { href: to.url('http'), target: '_blank' }),
  'link click, download': (to) => click(window, { href: to.url('http'), download: 'a' }),
  'location of a frame': (to) => {
    const frame = put(window, 'iframe', {}, { wait: false });
    frame.contentWindow.location.href = to.url('http');
  },
  'window.open': (to) => void window.open(to.url('http')),
  'window.open, then elsewhere': (to) => {
    const opened = window.open('about:blank');
    if (opened !== null) opened.location.href = to.url('http');
  },
  'frame of data': (to) => put(window, 'iframe', { src: `data:text/html,<img src="${to.url('http')}">` }),
  'frame of a blob': (to) =>
    put(window, 'iframe', {
      src: URL.createObjectURL(new Blob([`<img src="${to.url('http')}">`], { type: 'text/html' })),
    }),
  'page of a blob': (to) => {
    location.href = URL.createObjectURL(new Blob([`<img src="${to.url('http')}">`], { type: 'text/html' }));
  },
};

/** Tries one of them at one host. */
function tryLeaving(name, host, port) {
  const url = (scheme, path = '') => `${scheme}://${host}:${port}/${encodeURIComponent(name)}${path}`;
  try {
    leaving[name]({ host, port, url });
  } catch (error) {
    return String(error);
  }
  return 'tried';
}
Object.assign(globalThis, { leaving, tryLeaving });
