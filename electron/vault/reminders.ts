import { type KeyView, viewOf } from './keys/key-view.ts';
import type { Ports } from './ports.ts';
import type { SettingsStore } from './settings/settings.ts';

const dayMs = 24 * 60 * 60 * 1000;
const reminder = 'rotation';

export interface DueKey {
  readonly id: string;
  readonly name: string;
  /** ms since the epoch; in the past: it is overdue. */
  readonly dueAt: number;
}

export interface Reminders {
  /** Keys whose rotation is due, or will be within the days of the settings, the longest due first; none once told today. */
  due(): DueKey[];
  /** They were told: no more today. */
  tell(): void;
  /** They were not told after all. */
  tellAgain(): void;
}

/** A day ends at midnight where the person is, whenever they were told. */
function isSameDay(one: number, other: number): boolean {
  return new Date(one).toDateString() === new Date(other).toDateString();
}

function dueOf({ id, name, rotationDueAt }: KeyView): DueKey[] {
  return rotationDueAt === null ? [] : [{ id, name, dueAt: rotationDueAt }];
}

/** Which keys' rotation a person is to be told of, once a day. */
export function createReminders({ store, clock }: Pick<Ports, 'store' | 'clock'>, settings: SettingsStore): Reminders {
  return {
    due() {
      const { remindDays } = settings.get();
      const now = clock.now();
      const last = store.notifiedAt.at(reminder);
      if (remindDays === null || (last !== null && isSameDay(last, now))) return [];
      return store.keys
        .listed()
        .map(viewOf)
        .flatMap(dueOf)
        .filter(({ dueAt }) => dueAt <= now + remindDays * dayMs)
        .sort((a, b) => a.dueAt - b.dueAt);
    },
    tell: () => store.notifiedAt.set(reminder, clock.now()),
    tellAgain: () => store.notifiedAt.set(reminder, 0),
  };
}
