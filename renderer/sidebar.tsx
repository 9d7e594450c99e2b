import * as words from '../electron/messages/window.ts';
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
  const state = useKeychain()?.words;
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
      {place('keys', 'key', words.frame.keys, '1', keys?.length)}
      {place('projects', 'folder', words.frame.projects, '2', projects?.length)}
      {place('activity', 'activity', words.frame.activity, '3')}
      {place('trash', 'trash', words.frame.trash, '4', trashCount ?? undefined)}
      <div className="sidebar-foot">
        {place('settings', 'sliders', words.frame.settings, ',')}
        <button type="button" className="place" title={words.frame.lockByKey(chord('L'))} onClick={onLock}>
          <Icon name="lock" />
          <span>{words.frame.lock}</span>
        </button>
        <p className={`keychain-line keychain-${state?.tone ?? 'good'}`} title={state?.fix}>
          {state && (
            <>
              <Icon name={state.icon} />
              <span>{state.short}</span>
            </>
          )}
        </p>
      </div>
    </nav>
  );
}
