import type Electron from 'electron';
import { closeClass, missing } from '../refuse.ts';

type Given = ConstructorParameters<typeof Electron.ClipboardItem>[0][string];

const BOOKMARK = 'electron application/bookmark';

/** Electron's ClipboardItem: payloads by MIME type, each turned into a Blob when it is asked for. */
export class ClipboardItem implements Pick<Electron.ClipboardItem, 'types'> {
  readonly types: string[];
  readonly #items: Record<string, Given>;

  constructor(items: Record<string, Given>) {
    if (typeof items !== 'object' || items === null || Object.keys(items).length === 0) {
      throw new TypeError('ClipboardItem needs an object with at least one type.');
    }
    if (BOOKMARK in items) throw missing('bookmarks on the clipboard');
    this.#items = { ...items };
    this.types = Object.keys(items);
  }

  async getType(type: string): Promise<Blob> {
    if (!(type in this.#items)) throw new Error(`The type '${type}' was not found`);
    const value = await this.#items[type];
    if (typeof value === 'string') return new Blob([value], { type });
    if (value instanceof Blob) return value.type === type ? value : value.slice(0, value.size, type);
    throw new TypeError(`The payload of '${type}' is neither a string nor a Blob.`);
  }
}
closeClass('ClipboardItem', ClipboardItem);
