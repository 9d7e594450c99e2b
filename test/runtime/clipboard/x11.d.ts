/** The part of npm's `x11` that the clipboard uses; the package brings no types. */
declare module 'x11' {
  type Callback<T> = (error: Error | null, value: T) => void;
  type Property = { type: number; format: number; bytesAfter: number; data: Buffer };
  type XEvent = {
    name: string;
    time: number;
    wid: number;
    atom: number;
    state: number;
    requestor: number;
    selection: number;
    target: number;
    property: number;
  };
  type Client = {
    /** Numbers of atoms by their names, as far as they are known. */
    atoms: Record<string, number>;
    AllocID(): number;
    CreateWindow(
      id: number,
      parent: number,
      x: number,
      y: number,
      width: number,
      height: number,
      border: number,
      depth: number,
      kind: number,
      visual: number,
      values: { eventMask: number },
    ): void;
    InternAtom(onlyIfExists: boolean, name: string, done: Callback<number>): void;
    GetAtomName(atom: number, done: Callback<string>): void;
    ChangeProperty(
      mode: number,
      wid: number,
      name: number,
      type: number,
      format: number,
      data: Buffer | number[],
    ): void;
    ChangeWindowAttributes(wid: number, values: { eventMask: number }): void;
    MapWindow(wid: number): void;
    UnmapWindow(wid: number): void;
    QueryTree(wid: number, done: Callback<{ children: number[] }>): void;
    GetGeometry(wid: number, done: Callback<{ width: number; height: number }>): void;
    SetInputFocus(wid: number, revertTo: number): void;
    GetWindowAttributes(wid: number, done: Callback<{ mapState: number }>): void;
    DeleteProperty(wid: number, name: number): void;
    GetProperty(
      remove: 0 | 1,
      wid: number,
      name: number,
      type: number,
      offset: number,
      length: number,
      done: Callback<Property>,
    ): void;
    SetSelectionOwner(owner: number, selection: number, time: number): void;
    GetSelectionOwner(selection: number, done: Callback<number>): void;
    ConvertSelection(requestor: number, selection: number, target: number, property: number, time: number): void;
    SendEvent(destination: number, propagate: boolean | number, eventMask: number, event: object): void;
    close(done: () => void): void;
    on(event: 'event', listener: (event: XEvent) => void): void;
    on(event: 'error', listener: (error: Error) => void): void;
    on(event: 'end', listener: () => void): void;
  };
  type Display = { client: Client; screen: { root: number }[] };
  const x11: { createClient(options: { display: string }, done: Callback<Display>): Client };
  export default x11;
  export type { Client, Property, XEvent };
}
