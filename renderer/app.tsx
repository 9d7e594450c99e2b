import { useEffect, useState } from 'react';
import { ActivityView } from './features/activity/activity-view.tsx';
import { KeysView } from './features/keys/keys-view.tsx';
import { ExportAll } from './features/projects/export-all.tsx';
import { startExportAll } from './features/projects/export-all-run.ts';
import { ProjectsView } from './features/projects/projects-view.tsx';
import { SettingsView } from './features/settings/settings-view.tsx';
import { useResource } from './resource.ts';
import { Sidebar, type ViewName } from './sidebar.tsx';
import { KeychainBanner } from './ui/keychain-banner.tsx';
import { isCommand, useShortcuts } from './ui/shortcuts.ts';
import { sayError } from './ui/toast-store.ts';
import { Toasts } from './ui/toasts.tsx';
import { listen } from './vault-client.ts';
import { keys } from './vault-data.ts';

const byNumber: Partial<Record<string, ViewName>> = { '1': 'keys', '2': 'projects', '3': 'activity', ',': 'settings' };

export function App() {
  const [view, setView] = useState<ViewName>('keys');
  const [keyId, setKeyId] = useState<string | null>(null);
  const [projectId, setProjectId] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [exporting, setExporting] = useState(false);
  useReadiness();

  useEffect(() => listen((clavis) => clavis.app.onFailed((error) => sayError(error))), []);

  useShortcuts((event) => {
    if (!isCommand(event)) return false;
    const to = byNumber[event.key];
    if (to) setView(to);
    else if (event.key.toLowerCase() === 'n') {
      setView('keys');
      setAdding(true);
    } else return false;
    return true;
  });

  function exportAll(): void {
    void startExportAll();
    setExporting(true);
  }

  return (
    <div className="frame">
      <Sidebar view={view} onView={setView} />
      <main className="main">
        <KeychainBanner />
        {view === 'keys' && (
          <KeysView
            selected={keyId}
            onSelect={setKeyId}
            adding={adding}
            onAdding={setAdding}
            onOpenProject={(id) => {
              setProjectId(id);
              setView('projects');
            }}
            onExportAll={exportAll}
          />
        )}
        {view === 'projects' && (
          <ProjectsView
            selected={projectId}
            onSelect={setProjectId}
            onOpenKey={(id) => {
              setKeyId(id);
              setView('keys');
            }}
            onExportAll={exportAll}
          />
        )}
        {view === 'activity' && <ActivityView />}
        {view === 'settings' && <SettingsView />}
      </main>
      {exporting && <ExportAll onClose={() => setExporting(false)} />}
      <Toasts />
    </div>
  );
}

/** Marks the page once the first list, or why there is none, is there to be used. */
function useReadiness(): void {
  const { value, error } = useResource(keys);
  const answered = value !== null || error !== null;
  useEffect(() => {
    if (answered) document.documentElement.dataset['ready'] = 'true';
  }, [answered]);
}
