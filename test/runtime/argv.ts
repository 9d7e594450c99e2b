/** What the executable was asked for, by Electron's own command line. */
export type Launch = {
  /** The app's folder or archive, as written; null when none was named. */
  app: string | null;
  /** `--inspect[-brk][=[host:]port]`, or null. */
  inspect: { host: string; port: number; wait: boolean } | null;
  /** Modules of `-r`, loaded before the app's main module. */
  preloads: string[];
  /** True for the visible preview that `npm start` shows. */
  preview: boolean;
  /** All other switches, by name without dashes; a switch without value is ''. */
  switches: Map<string, string>;
  /** The arguments as the app sees them in `process.argv` after the executable. */
  argv: string[];
};

const DEFAULT_INSPECT_PORT = 9229;

/**
 * Reads the arguments after the executable. Order and spelling of what the app sees is kept.
 * @param packed true for a packed app, which no argument names, and before which no module is loaded
 */
export function readArgv(args: readonly string[], packed: boolean): Launch {
  const launch: Launch = { app: null, inspect: null, preloads: [], preview: false, switches: new Map(), argv: [] };
  const rest = [...args];
  while (rest.length > 0) {
    const arg = rest.shift() ?? '';
    if (arg === '--stand-in-preview') {
      launch.preview = true;
      continue;
    }
    launch.argv.push(arg);
    if (launch.app !== null) readSwitch(arg, launch);
    else if (!packed && (arg === '-r' || arg === '--require')) {
      const module = rest.shift();
      if (module !== undefined) {
        launch.preloads.push(module);
        launch.argv.push(module);
      }
    } else if (arg.startsWith('--inspect')) launch.inspect = readInspect(arg);
    else if (packed || arg.startsWith('-')) readSwitch(arg, launch);
    else launch.app = arg;
  }
  return launch;
}

function readSwitch(arg: string, launch: Launch): void {
  if (!arg.startsWith('--') || arg === '--') return;
  const equals = arg.indexOf('=');
  if (equals < 0) launch.switches.set(arg.slice(2), '');
  else launch.switches.set(arg.slice(2, equals), arg.slice(equals + 1));
}

function readInspect(arg: string): Launch['inspect'] {
  const [name = '', value = ''] = arg.split('=', 2);
  const colon = value.lastIndexOf(':');
  const port = value.slice(colon + 1);
  return {
    host: colon > 0 ? value.slice(0, colon) : '127.0.0.1',
    port: port === '' ? DEFAULT_INSPECT_PORT : Number(port),
    wait: name !== '--inspect',
  };
}
