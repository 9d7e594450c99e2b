import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { watchKeys } from './key-world.ts';
import { watchMouse } from './mouse-world.ts';
import { enterMainWorld, makeBridgeEnd } from './page-world.ts';
import { enterPreloadWorld, type PreloadFacts } from './preload-world.ts';
import { isPreview } from './preview.ts';
import { makeCodec } from './wire.ts';

/** The scripts for one page, and the names that they and main know. */
export type PageScripts = {
  world: string;
  binding: string;
  receive: string;
  mainSource: string;
  isolatedSource: string;
};

/**
 * Writes what is injected into each document of a page. The preload file is read now; a file that can't be read throws.
 * @param preload absolute path of the one-file CommonJS preload, or null
 */
export function writePageScripts(preload: string | null, everyFrame: boolean, facts: PreloadFacts): PageScripts {
  // The page never learns these: they live in closures and in a world of their own.
  const secret = randomUUID();
  const names = {
    binding: `send-${secret}`,
    receive: `receive-${secret}`,
    toIsolated: `to-isolated-${secret}`,
    toMain: `to-main-${secret}`,
    everyFrame,
    // A person's: what a test has is the model's.
    tellFocus: isPreview(),
  };
  const preloadSource =
    preload === null ? 'null' : `(function (require, module, exports, process) {\n${readFileSync(preload, 'utf8')}\n})`;
  const text = (value: unknown): string => JSON.stringify(value);
  return {
    world: 'Electron Isolated Context',
    binding: names.binding,
    receive: names.receive,
    mainSource: `(${enterMainWorld})(${makeBridgeEnd}, ${text(names.toIsolated)}, ${text(names.toMain)});`,
    isolatedSource: `(${enterPreloadWorld})(${makeBridgeEnd}, ${makeCodec}, ${watchKeys}, ${watchMouse}, ${text(names)}, ${text(facts)}, ${preloadSource});`,
  };
}
