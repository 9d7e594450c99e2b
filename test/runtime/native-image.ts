import { readFileSync } from 'node:fs';
import type Electron from 'electron';
import { closeClass, closeObject, missing, standIn } from './refuse.ts';

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Electron's image: PNG bytes and their size, read from the header. */
export class NativeImage
  implements
    Pick<
      Electron.NativeImage,
      | 'isEmpty'
      | 'getSize'
      | 'toPNG'
      | 'toDataURL'
      | 'setTemplateImage'
      | 'isTemplateImage'
      | 'addRepresentation'
      | 'resize'
      | 'getAspectRatio'
      | 'getScaleFactors'
    >
{
  #png: Buffer;
  #template = false;
  readonly #scales: number[] = [];

  constructor(png: Buffer) {
    this.#png = isPng(png) ? png : Buffer.alloc(0);
    if (this.#png.length > 0) this.#scales.push(1);
  }

  isEmpty(): boolean {
    return this.#png.length === 0;
  }
  getSize(): Electron.Size {
    return this.isEmpty()
      ? { width: 0, height: 0 }
      : { width: this.#png.readUInt32BE(16), height: this.#png.readUInt32BE(20) };
  }
  getAspectRatio(): number {
    const { width, height } = this.getSize();
    return height === 0 ? 1 : width / height;
  }
  getScaleFactors(): number[] {
    return [...this.#scales];
  }
  toPNG(): Buffer {
    return Buffer.from(this.#png);
  }
  toDataURL(): string {
    return `data:image/png;base64,${this.#png.toString('base64')}`;
  }
  setTemplateImage(option: boolean): void {
    this.#template = option;
  }
  isTemplateImage(): boolean {
    return this.#template;
  }
  addRepresentation(options: Electron.AddRepresentationOptions): void {
    const bytes = options.buffer ?? (options.dataURL === undefined ? Buffer.alloc(0) : fromDataUrl(options.dataURL));
    if (this.isEmpty() && isPng(bytes)) this.#png = Buffer.from(bytes);
    this.#scales.push(options.scaleFactor ?? 1);
  }
  /** Nothing here draws: the size asked for must be the size there is. */
  resize(options: Electron.ResizeOptions): Electron.NativeImage {
    const { width, height } = this.getSize();
    if ((options.width ?? width) === width && (options.height ?? height) === height)
      return standIn<Electron.NativeImage>(this);
    throw missing('nativeImage.resize to another size');
  }
}
closeClass('NativeImage', NativeImage);

function isPng(bytes: Buffer): boolean {
  return bytes.length > 24 && bytes.subarray(0, 8).equals(PNG_SIGNATURE);
}

function fromDataUrl(url: string): Buffer {
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

function image(png: Buffer): Electron.NativeImage {
  return standIn<Electron.NativeImage>(new NativeImage(png));
}

function createFromPath(path: string): Electron.NativeImage {
  try {
    return image(readFileSync(path));
  } catch {
    return image(Buffer.alloc(0));
  }
}

/** What a tray or a notification was given as its image: a path is read now, as Electron does. */
export function imageOf(given: Electron.NativeImage | string): Electron.NativeImage {
  return typeof given === 'string' ? createFromPath(given) : given;
}

/** Electron's module `nativeImage`. */
export const nativeImage = closeObject('nativeImage', {
  createEmpty: () => image(Buffer.alloc(0)),
  createFromPath,
  createFromBuffer: (buffer) => image(buffer),
  createFromDataURL: (url) => image(fromDataUrl(url)),
} satisfies Pick<
  typeof Electron.nativeImage,
  'createEmpty' | 'createFromPath' | 'createFromBuffer' | 'createFromDataURL'
>);
