import type { Diagnostics } from './diagnostics.ts';
import type { Changes } from './ports.ts';

/** One who follows, and what it wants to hear of. */
export type Follower = Partial<Changes>;

/** Changes that can be followed: whoever calls one tells all followers, in the order in which they came. */
export interface FollowedChanges extends Changes {
  follow(follower: Follower): void;
}

/** Passes each change on to all who follow: windows and tray. What one of them fails at is done all the same, and told to the others. */
export function createChanges(diagnostics: Diagnostics): FollowedChanges {
  const followers: Follower[] = [];
  function tellAll(tell: (follower: Follower) => void): void {
    for (const follower of followers) {
      try {
        tell(follower);
      } catch (error) {
        diagnostics.report('changes', error);
      }
    }
  }
  return {
    follow: (follower) => void followers.push(follower),
    keys: (ids) => tellAll((one) => one.keys?.(ids)),
    trash: () => tellAll((one) => one.trash?.()),
    erasure: (waiting) => tellAll((one) => one.erasure?.(waiting)),
    projects: (ids) => tellAll((one) => one.projects?.(ids)),
    exported: (progress) => tellAll((one) => one.exported?.(progress)),
    moving: () => tellAll((one) => one.moving?.()),
    backup: (progress) => tellAll((one) => one.backup?.(progress)),
    lease: (lease) => tellAll((one) => one.lease?.(lease)),
    settings: (settings, before) => tellAll((one) => one.settings?.(settings, before)),
    lock: (lock) => tellAll((one) => one.lock?.(lock)),
    failed: (error) => tellAll((one) => one.failed?.(error)),
  };
}
