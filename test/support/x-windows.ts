import { connectDisplay } from '../runtime/clipboard/x11-connection.ts';

const viewable = 2;
const revertToParent = 2;

/** The windows of a display without a window manager, as another program sees them; `size` is `640x480`. */
export interface XWindowsSeen {
  /** Sizes of those that can be seen. */
  seen(): Promise<string[]>;
  /** Gives the keyboard to the one of this size, as a window manager does at a click. */
  focus(size: string): Promise<void>;
}

export async function openXWindows(display: string): Promise<XWindowsSeen> {
  const { client, root } = await connectDisplay(display);

  const children = (): Promise<number[]> =>
    new Promise((resolve, reject) =>
      client.QueryTree(root, (error, tree) => (error ? reject(error) : resolve(tree.children))),
    );
  // One that goes away meanwhile has no size and can't be seen.
  const sizeOf = (window: number): Promise<string> =>
    new Promise((resolve) =>
      client.GetGeometry(window, (error, got) => resolve(error ? '' : `${got.width}x${got.height}`)),
    );
  const isSeen = (window: number): Promise<boolean> =>
    new Promise((resolve) =>
      client.GetWindowAttributes(window, (error, got) => resolve(!error && got.mapState === viewable)),
    );

  return {
    async seen() {
      const sizes: string[] = [];
      for (const window of await children()) if (await isSeen(window)) sizes.push(await sizeOf(window));
      return sizes;
    },
    async focus(size) {
      for (const window of await children()) {
        if ((await sizeOf(window)) === size) client.SetInputFocus(window, revertToParent);
      }
    },
  };
}
