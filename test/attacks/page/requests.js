/** Requests by script, and services of the browser that make one. */
const base64 = (text) => `data:text/javascript;base64,${btoa(text)}`;
const inWorker = (to) => `
  fetch('${to.url('http', '/fetch')}', { mode: 'no-cors' }).catch(() => {}).finally(() => postMessage('done'));
  new WebSocket('${to.url('ws', '/ws')}');
  try { importScripts('${to.url('http', '/importScripts')}') } catch {}`;
const answered = (worker) => settled(worker, ['message', 'error']);

Object.assign(ways, {
  'fetch cors': (to, win) => win.fetch(to.url('http')),
  'fetch no-cors': (to, win) => win.fetch(to.url('http'), { mode: 'no-cors' }),
  'fetch keepalive': (to, win) =>
    win.fetch(to.url('http'), { mode: 'no-cors', keepalive: true, method: 'POST', body: 'a' }),
  'fetch preflight': (to, win) => win.fetch(to.url('http'), { method: 'PUT', headers: { 'x-a': 'a' } }),
  'fetch over TLS': (to, win) => win.fetch(to.url('https'), { mode: 'no-cors' }),
  'fetch attribution': (to, win) =>
    win.fetch(to.url('https'), { attributionReporting: { eventSourceEligible: true, triggerEligible: false } }),
  'fetch private token': (to, win) =>
    win.fetch(to.url('https'), { privateToken: { version: 1, operation: 'token-request' } }),
  fetchLater: (to, win) => win.fetchLater(to.url('https'), { activateAfter: 0 }),
  XMLHttpRequest: (to, win) => {
    const request = new win.XMLHttpRequest();
    request.open('GET', to.url('http'));
    request.send();
    return settled(request);
  },
  sendBeacon: (to, win) => win.navigator.sendBeacon(to.url('http'), 'a'),
  WebSocket: (to, win) => settled(new win.WebSocket(to.url('ws')), ['open', 'error']),
  'WebSocket over TLS': (to, win) => settled(new win.WebSocket(to.url('wss')), ['open', 'error']),
  WebSocketStream: (to, win) => new win.WebSocketStream(to.url('ws')).opened,
  EventSource: (to, win) => settled(new win.EventSource(to.url('http')), ['open', 'error']),
  WebTransport: (to, win) => new win.WebTransport(to.url('https')).ready,
  'worker of an address': (to, win) => answered(new win.Worker(to.url('http'))),
  'worker of data': (to, win) => answered(new win.Worker(base64(inWorker(to)))),
  'worker of a blob': (to, win) => answered(new win.Worker(URL.createObjectURL(new Blob([inWorker(to)])))),
  'worker of our own': (_to, win) => {
    const own = document.querySelector('script[src]')?.src ?? 'about:blank';
    return answered(new win.Worker(own, { type: 'module' }));
  },
  'shared worker': (to, win) => settled(new win.SharedWorker(to.url('http')), ['error']),
  'shared worker of data': (to, win) => settled(new win.SharedWorker(base64(inWorker(to))), ['error']),
  'service worker': (_to, win) => win.navigator.serviceWorker.register('/service-worker.js'),
  'audio worklet': (to, win) => new win.AudioContext().audioWorklet.addModule(to.url('http')),
  'paint worklet': (to, win) => win.CSS.paintWorklet.addModule(to.url('http')),
  'shared storage worklet': (to, win) => win.sharedStorage.createWorklet(to.url('https')),
  'import()': (to, win) => win.Function(`return import('${to.url('http')}')`)(),
  'import() without text': (to) => import(to.url('http')),
  'import() of JSON': (to) => import(to.url('http'), { with: { type: 'json' } }),
  'import() of a style sheet': (to) => import(to.url('http'), { with: { type: 'css' } }),
  'background fetch': async (to, win) =>
    (await win.navigator.serviceWorker.ready).backgroundFetch.fetch('a', [to.url('https')]),
  'web push': async (_to, win) =>
    (await win.navigator.serviceWorker.ready).pushManager.subscribe({ userVisibleOnly: true }),
  'payment method': (to, win) => {
    const total = { label: 'a', amount: { currency: 'EUR', value: '1.00' } };
    return new win.PaymentRequest([{ supportedMethods: to.url('https') }], { total }).canMakePayment();
  },
  'identity provider': (to, win) =>
    win.navigator.credentials.get({ identity: { providers: [{ configURL: to.url('https'), clientId: 'a' }] } }),
  'identity provider, disconnect': (to, win) =>
    win.IdentityCredential.disconnect({ configURL: to.url('https'), clientId: 'a', accountHint: 'a' }),
  'passkey of a related origin': (to, win) =>
    win.navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16), rpId: to.host, timeout: 1_000 } }),
  'protocol handler': (to, win) => win.navigator.registerProtocolHandler('web+clavis', to.url('https', '/%s')),
  share: (to, win) => win.navigator.share({ url: to.url('https') }),
  'install an app': (to, win) => win.navigator.install(to.url('https'), to.url('https')),
  'join an interest group': (to, win) =>
    win.navigator.joinAdInterestGroup({
      owner: to.url('https'),
      name: 'a',
      updateURL: to.url('https'),
      lifetimeMs: 1_000,
    }),
  'run an auction': (to, win) =>
    win.navigator.runAdAuction({ seller: to.url('https'), decisionLogicURL: to.url('https'), interestGroupBuyers: [] }),
  presentation: (to, win) => new win.PresentationRequest(to.url('https')).getAvailability(),
  'remote playback': (to, win) =>
    put(win, 'video', { src: to.url('http') }, { wait: false }).remote.watchAvailability(() => {}),
  'TCP socket': (to, win) => new win.TCPSocket(to.host, to.port).opened,
  'UDP socket': (to, win) => new win.UDPSocket({ remoteAddress: to.host, remotePort: to.port }).opened,
});
