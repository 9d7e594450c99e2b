import { standIn } from './refuse.ts';

/** Electron's event object: a listener may prevent what would come next. */
export type PreventableEvent = { preventDefault(): void; readonly defaultPrevented: boolean };

/** Makes one, with the event's own fields. Fields that are getters stay getters. */
export function preventable<T extends object>(fields: T): T & PreventableEvent {
  let prevented = false;
  const event = {
    preventDefault() {
      prevented = true;
    },
    get defaultPrevented() {
      return prevented;
    },
  };
  Object.defineProperties(event, Object.getOwnPropertyDescriptors(fields));
  return standIn<T & PreventableEvent>(event);
}
