import { Icon, type IconName } from './ui/icons.tsx';
import { chord } from './ui/shortcuts.ts';
import { useKeychain } from './ui/use-keychain.ts';
import { useCompleteResource, useResource } from './use-resource.ts';
import * as data from './vault-data.ts';

export type ViewName = 'keys' | 'projects' | 'activity' | 'trash' | 'settings';

interface SidebarProps {
  readonly view: ViewName;
  readonly onView: (view: ViewName) => void;
  readonly onLock: () => void;
}

export function Sidebar({ view, onView, onLock }: SidebarProps) {
  const keys = useCompleteResource(data.keys);
  const projects = useResource(data.projects).value;
  const trashCount = useResource(data.trashCount).value;
  const words = useKeychain()?.words;
  const place = (name: ViewName, icon: IconName, word: string, key: string, count?: number | undefined) => (
    <button
      type="button"
      className="place"
      title={`${word} (${chord(key)})`}
      aria-current={view === name ? 'page' : undefined}
      onClick={() => onView(name)}
    >
      <Icon name={icon} />
      <span>{word}</span>
      {count !== undefined && count > 0 && (
        <span className="place-count" aria-hidden="true">
          {count.toLocaleString()}
        </span>
      )}
    </button>
  );
  return (
    <nav className="sidebar" aria-label="Clavis">
      <div className="sidebar-top">
        <span className="wordmark">Clavis</span>
      </div>
      {place('keys', 'key', 'Keys', '1', keys?.length)}
      {place('projects', 'folder', 'Projects', '2', projects?.length)}
      {place('activity', 'activity', 'Activity', '3')}
      {place('trash', 'trash', 'Trash', '4', trashCount ?? undefined)}
      <div className="sidebar-foot">
        {place('settings', 'sliders', 'Settings', ',')}
        <button type="button" className="place" title={`Lock (${chord('L')})`} onClick={onLock}>
          <Icon name="lock" />
          <span>Lock</span>
        </button>
        <p className={`keychain-line keychain-${words?.tone ?? 'good'}`} title={words?.fix}>
          {words && (
            <>
              <Icon name={words.icon} />
              <span>{words.short}</span>
            </>
          )}
        </p>
      </div>
    </nav>
  );
}
