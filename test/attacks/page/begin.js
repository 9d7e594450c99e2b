/**
 * What a page taken over by an attacker tries in order to send something. Each way is a function of where to send it, and of
 * the window that it uses; it returns when the browser has answered, or at once where nothing tells of an answer.
 */
const ways = {};
const realms = new Map();
const answerMs = 500;

/** Resolves at the first of these events of an element, or of what behaves like one. */
const settled = (target, names = ['load', 'error']) =>
  new Promise((resolve) => {
    for (const name of names) target.addEventListener(name, () => resolve(name), { once: true });
  });

const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms, 'no answer'));

/** Puts an element into the document, and waits for what becomes of it. */
const put = (win, tag, attributes, { namespace = null, into = win.document.body, wait = true } = {}) => {
  const element = namespace === null ? win.document.createElement(tag) : win.document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const answer = wait ? settled(element) : element;
  into.append(element);
  return answer;
};

const makeRealm = {
  window: async () => window,
  'blank frame': async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return frame.contentWindow;
  },
  'srcdoc frame': async () => {
    const frame = document.createElement('iframe');
    try {
      frame.srcdoc = '<p>inside</p>';
    } catch {
      // Trusted Types: it stays blank.
    }
    const loaded = settled(frame);
    document.body.append(frame);
    await Promise.race([loaded, after(answerMs)]);
    return frame.contentWindow;
  },
  'frame in a frame': async () => {
    const outer = document.createElement('iframe');
    document.body.append(outer);
    const inner = outer.contentDocument.createElement('iframe');
    outer.contentDocument.body.append(inner);
    return inner.contentWindow;
  },
};

/** Tries these ways at once, from one kind of window, at every host. Returns what came of each. */
async function tryWays(names, realm, { hosts, port }) {
  if (!realms.has(realm)) realms.set(realm, await makeRealm[realm]());
  const win = realms.get(realm);
  const tryOne = async (name, host) => {
    const at = `${host}:${port}/${encodeURIComponent(name)}`;
    const to = { host, port, url: (scheme, path = '') => `${scheme}://${at}${path}` };
    try {
      return String(await Promise.race([ways[name](to, win), after(answerMs)]));
    } catch (error) {
      return String(error);
    }
  };
  return Promise.all(names.flatMap((name) => hosts.map((host) => tryOne(name, host))));
}

// The files after this one, and the test, find these there.
Object.assign(globalThis, { ways, settled, put, tryWays });
