import type { Changes } from './ports.ts';

/** One who follows, and what it wants to hear of. */
export type Follower = Partial<Changes>;

/** Changes that can be followed: whoever calls one tells all followers, in the order in which they came. */
export interface FollowedChanges extends Changes {
  follow(follower: Follower): void;
}

/** Passes each change on to all who follow: windows and tray. */
export function createChanges(): FollowedChanges {
  const followers: Follower[] = [];
  return {
    follow: (follower) => void followers.push(follower),
    keys: (ids) => {
      for (const follower of followers) follower.keys?.(ids);
    },
    trash: () => {
      for (const follower of followers) follower.trash?.();
    },
    projects: (ids) => {
      for (const follower of followers) follower.projects?.(ids);
    },
    exported: (progress) => {
      for (const follower of followers) follower.exported?.(progress);
    },
    backup: (progress) => {
      for (const follower of followers) follower.backup?.(progress);
    },
    lease: (lease) => {
      for (const follower of followers) follower.lease?.(lease);
    },
    settings: (settings, before) => {
      for (const follower of followers) follower.settings?.(settings, before);
    },
    lock: (lock) => {
      for (const follower of followers) follower.lock?.(lock);
    },
    failed: (error) => {
      for (const follower of followers) follower.failed?.(error);
    },
  };
}
