import { useEffect, useState, useSyncExternalStore } from 'react';
import * as words from '../electron/messages/window.ts';
import { ActivityView } from './features/activity/activity-view.tsx';
import { BackupSection } from './features/backup/backup-section.tsx';
import { DiagnosticsSection } from './features/diagnostics/diagnostics-section.tsx';
import { ErasureBanner } from './features/diagnostics/erasure-banner.tsx';
import { ImportsSection } from './features/imports/imports-section.tsx';
import { RecoverKeys } from './features/key-recovery/recover-keys.tsx';
import { KeyRecoverySection } from './features/key-recovery/recovery-section.tsx';
import { RepairBanner } from './features/key-recovery/repair-banner.tsx';
import { hasUnsavedKey } from './features/keys/add-key.tsx';
import { DeleteKey } from './features/keys/delete-key.tsx';
import { KeysView } from './features/keys/keys-view.tsx';
import { LockScreen } from './features/lock/lock-screen.tsx';
import { lockByHand, useLockKey } from './features/lock/use-lock-key.ts';
import { useLocked } from './features/lock/use-locked.ts';
import { ProjectsView } from './features/projects/projects-view.tsx';
import { WriteResults } from './features/projects/write-results.tsx';
import { startWrite } from './features/projects/write-run.ts';
import { SettingsView } from './features/settings/settings-view.tsx';
import { TrashView } from './features/trash/trash-view.tsx';
import { Sidebar, type ViewName } from './sidebar.tsx';
import { ErrorBoundary } from './ui/error-boundary.tsx';
import { KeychainBanner } from './ui/keychain-banner.tsx';
import { leave } from './ui/leaving.ts';
import { isCommand, useShortcuts } from './ui/shortcuts.ts';
import { notifyError } from './ui/toast-store.ts';
import { Toasts } from './ui/toasts.tsx';
import { useKeptFocus } from './ui/use-kept-focus.ts';
import { useMessagesLeave } from './ui/use-messages-leave.ts';
import { listen } from './vault-client.ts';
import { keys } from './vault-data.ts';

const byNumber: Partial<Record<string, ViewName>> = {
  '1': 'keys',
  '2': 'projects',
  '3': 'activity',
  '4': 'trash',
  ',': 'settings',
};

const whatOf: Record<ViewName, string> = {
  keys: words.frame.listOfKeys,
  projects: words.frame.listOfProjects,
  activity: words.frame.theActivity,
  trash: words.frame.theTrash,
  settings: words.frame.theSettings,
};

export function App() {
  const locked = useLocked();
  const place = usePlace();
  useReadiness(locked);
  useKeptFocus(locked ? 'lock' : place.view);
  // Also while it is locked: what failed meanwhile is said as it opens.
  useEffect(() => listen((clavis) => clavis.app.onFailed((error) => notifyError(error, { ofView: false }))), []);
  return locked ? <LockScreen /> : <Frame place={place} />;
}

/** Where one is: a lock comes back to it. It names nothing but ids. */
function usePlace() {
  const [view, setView] = useState<ViewName>('keys');
  const [keyId, setKeyId] = useState<string | null>(null);
  const [projectId, setProjectId] = useState<string | null>(null);
  return { view, setView, keyId, setKeyId, projectId, setProjectId };
}

function Frame({ place }: { place: ReturnType<typeof usePlace> }) {
  const { view, setView, keyId, setKeyId, projectId, setProjectId } = place;
  // What was entered of a new key is there again after a lock, without its value.
  const [adding, setAdding] = useState(hasUnsavedKey);
  const [recovering, setRecovering] = useState(false);
  useLockKey();
  useMessagesLeave(view);

  useEffect(
    () =>
      listen((clavis) =>
        clavis.keys.onSelected(({ id }) =>
          leave(() => {
            setView('keys');
            setKeyId(id);
          }),
        ),
      ),
    [setView, setKeyId],
  );

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

  return (
    <div className="frame">
      <Sidebar view={view} onView={setView} onLock={lockByHand} />
      <main className="main">
        <KeychainBanner />
        <ErasureBanner />
        <RepairBanner onRecover={() => setRecovering(true)} />
        <ErrorBoundary key={view} what={whatOf[view]}>
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
              onWriteFiles={(id) => void startWrite({ kind: 'key', id })}
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
              onExportAll={() => void startWrite({ kind: 'all' })}
            />
          )}
          {view === 'activity' && <ActivityView />}
          {view === 'trash' && <TrashView />}
          {view === 'settings' && (
            <SettingsView>
              <BackupSection />
              <ImportsSection />
              <KeyRecoverySection onRecover={() => setRecovering(true)} />
              <DiagnosticsSection />
            </SettingsView>
          )}
        </ErrorBoundary>
      </main>
      <ErrorBoundary what={words.frame.thisDialog}>
        <DeleteKey />
        <WriteResults />
        {recovering && <RecoverKeys onClose={() => setRecovering(false)} />}
      </ErrorBoundary>
      <Toasts />
    </div>
  );
}

/** Marks the page once the first list, or why there is none, is there to be used. */
function useReadiness(locked: boolean): void {
  // Not read from here: a page that begins locked would read nothing but a refusal, and keep that.
  const { value, error } = useSyncExternalStore(keys.follow, keys.get);
  const answered = locked || value !== null || error !== null;
  useEffect(() => {
    if (answered) document.documentElement.dataset['ready'] = 'true';
  }, [answered]);
}
