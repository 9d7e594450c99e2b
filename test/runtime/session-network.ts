import type Electron from 'electron';
import { browser } from './browser.ts';
import { missing } from './refuse.ts';

/** Chromium's own words for a proxy, as its command line has them. */
type Proxy = { server: string; bypass: string };

const direct: Proxy = { server: 'direct://', bypass: '' };

let switches: ReadonlyMap<string, string> = new Map();

/** Tells sessions the switches of this start, of which Electron follows those that name a proxy. */
export function proxySwitchesAre(given: ReadonlyMap<string, string>): void {
  switches = given;
}

/** As Electron's `ApplyProxyModeFromCommandLine`. */
function proxyOfCommandLine(): Proxy | null {
  for (const name of ['proxy-pac-url', 'proxy-auto-detect']) if (switches.has(name)) throw missing(`--${name}`);
  if (switches.has('no-proxy-server')) return direct;
  const server = switches.get('proxy-server');
  return server === undefined ? null : { server, bypass: switches.get('proxy-bypass-list') ?? '' };
}

function proxyOf(config: Electron.ProxyConfig): Proxy {
  const { mode = config.pacScript ? 'pac_script' : 'fixed_servers', proxyRules = '', proxyBypassRules = '' } = config;
  if (mode === 'direct' || (mode === 'fixed_servers' && proxyRules === '')) return direct;
  if (mode !== 'fixed_servers') throw missing(`session.setProxy in the mode ${mode}`);
  return { server: proxyRules, bypass: proxyBypassRules };
}

/** The network of a session: a browser context of Chromium's, which has the proxy that the session had at its first page. */
export class SessionNetwork {
  #proxy = direct;
  #isMade = false;
  #context: Promise<string | null> | null = null;

  setProxy(config: Electron.ProxyConfig): void {
    if (this.#context !== null) throw missing('session.setProxy after the first page of the session');
    this.#proxy = proxyOf(config);
  }

  /** As Electron does at the first need: the proxy of the command line takes the place of one that was set before. */
  make(): void {
    if (this.#isMade) return;
    this.#isMade = true;
    this.#proxy = proxyOfCommandLine() ?? this.#proxy;
  }

  /** The browser context of the session's pages. Null in the preview, whose windows come from a command line. */
  context(): Promise<string | null> {
    this.make();
    this.#context ??= browser().then((running) => (running.visible ? null : running.createContext(this.#proxy)));
    return this.#context;
  }
}
