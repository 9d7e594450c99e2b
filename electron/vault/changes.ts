import type { Changes } from './ports.ts';
import type { LeaseRecord } from './records.ts';

/** Passes each change on to all who follow: windows and tray. */
export function createChanges(): Changes & { follow(follower: Changes): void } {
  const followers: Changes[] = [];
  return {
    follow: (follower) => void followers.push(follower),
    keys: () => {
      for (const follower of followers) follower.keys();
    },
    projects: () => {
      for (const follower of followers) follower.projects();
    },
    exported: (progress) => {
      for (const follower of followers) follower.exported(progress);
    },
    lease: (lease: LeaseRecord | null) => {
      for (const follower of followers) follower.lease(lease);
    },
  };
}
