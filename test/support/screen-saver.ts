import { openService } from './desktop-service.ts';

const name = 'org.freedesktop.ScreenSaver';

/** A desktop's screen saver, as programs on its bus hear it. */
export interface TestScreenSaver {
  /** The screen was locked, or unlocked. */
  report(locked: boolean): void;
  close(): Promise<void>;
}

export async function openScreenSaver(busAddress: string): Promise<TestScreenSaver> {
  const service = await openService(busAddress);
  await service.own(name);
  return {
    report: (locked) => service.signal('/org/freedesktop/ScreenSaver', name, 'ActiveChanged', 'b', [locked]),
    close: () => service.close(),
  };
}
