import { count } from '../../ui/time.ts';

/** What the button that writes a key to so many projects says. */
export function formatExport(projects: number): string {
  return `Export to ${count(projects, 'project')}`;
}
