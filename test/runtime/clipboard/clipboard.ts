import type Electron from 'electron';
import { closeObject, standIn } from '../refuse.ts';
import { ClipboardItem } from './clipboard-item.ts';
import { memorySelection, type Offer, type Selection } from './selection.ts';
import { x11Selection } from './x11-selection.ts';

export { ClipboardItem };

/** Names under which X programs ask for text, the best first. */
const TEXT_TARGETS = ['UTF8_STRING', 'text/plain;charset=utf-8', 'text/plain', 'STRING', 'TEXT'];
const TALK = new Set([
  'TARGETS',
  'TIMESTAMP',
  'MULTIPLE',
  'SAVE_TARGETS',
  'DELETE',
  'INSERT_SELECTION',
  'COMPOUND_TEXT',
]);
const RAW = /^electron application\/osclipboard;\s*format="(.*)"$/;

/** The X targets under which a MIME type is offered. */
function targetsFor(type: string): string[] {
  const raw = RAW.exec(type)?.[1];
  if (raw !== undefined) return [raw];
  if (type.startsWith('electron ')) throw new Error(`not in the stand-in: the clipboard type ${type}`);
  return type === 'text/plain' ? TEXT_TARGETS : [type];
}

/** The MIME types of what an owner offers, as `read()` lists them: a format without MIME type is a raw one. */
function typesOf(targets: string[]): string[] {
  const types = targets
    .filter((target) => !TALK.has(target))
    .map((target) => {
      if (TEXT_TARGETS.includes(target)) return 'text/plain';
      return target.includes('/') ? target : `electron application/osclipboard;format="${target}"`;
    });
  return [...new Set(types)];
}

async function readType(selection: Selection, type: string): Promise<Buffer | null> {
  const offered = await selection.targets();
  const best = targetsFor(type).find((target) => offered.includes(target));
  return best === undefined ? null : selection.read(best);
}

async function offerOf(items: Electron.ClipboardItem[]): Promise<Offer> {
  const offer: Offer = new Map();
  for (const item of items) {
    for (const type of item.types) {
      const payload = await item.getType(type);
      if (!(payload instanceof Blob)) throw new TypeError(`The payload of '${type}' is not a Blob.`);
      const bytes = Buffer.from(await payload.arrayBuffer());
      for (const target of targetsFor(type)) offer.set(target, bytes);
    }
  }
  return offer;
}

function clipboardOver(selection: Selection): Omit<Electron.Clipboard, 'selection'> {
  const read = async (): Promise<Electron.ClipboardItem[]> => {
    const types = typesOf(await selection.targets());
    if (types.length === 0) return [];
    const values = Object.fromEntries(
      types.map((type): [string, Promise<Blob>] => [
        type,
        readType(selection, type).then((value) => new Blob([new Uint8Array(value ?? Buffer.alloc(0))], { type })),
      ]),
    );
    await Promise.all(Object.values(values));
    return [standIn<Electron.ClipboardItem>(new ClipboardItem(values))];
  };
  return {
    clear: () => selection.clear(),
    async has(mimetype) {
      const targets = await selection.targets();
      return targetsFor(mimetype).some((target) => targets.includes(target));
    },
    read,
    readText: async () => (await readType(selection, 'text/plain'))?.toString('utf8') ?? '',
    async write(data) {
      await selection.own(await offerOf(data));
    },
    async writeText(text) {
      await selection.own(new Map(TEXT_TARGETS.map((target) => [target, Buffer.from(text, 'utf8')])));
    },
  };
}

const display = process.env['DISPLAY'] ?? '';
const open = (name: 'CLIPBOARD' | 'PRIMARY'): Selection =>
  display === '' ? memorySelection() : x11Selection(display, name);

const primary = closeObject('clipboard.selection', clipboardOver(open('PRIMARY')));

/** Electron's module `clipboard`: the X server's when there is a display, else one in this process. */
export const clipboard = closeObject('clipboard', {
  ...clipboardOver(open('CLIPBOARD')),
  selection: standIn<Electron.Clipboard>(primary),
} satisfies Electron.Clipboard);
