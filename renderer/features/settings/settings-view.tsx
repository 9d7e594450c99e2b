import type { ReactNode } from 'react';
import * as words from '../../../electron/messages/window.ts';
import { ErrorNote } from '../../ui/note.tsx';
import { useResource } from '../../use-resource.ts';
import * as data from '../../vault-data.ts';
import { AppOptions } from './app-options.tsx';
import { Keyboard } from './keyboard.tsx';
import { KeychainFacts } from './keychain-facts.tsx';
import { ProtectionOptions } from './protection-options.tsx';

/** One place for all of them; `children` are what other features have to be set or started here. */
export function SettingsView({ children }: { children: ReactNode }) {
  const { value: settings, error } = useResource(data.settings);
  const abilities = useResource(data.abilities).value;
  return (
    <div className="view scroll">
      <div className="page">
        <h1>{words.settings.title}</h1>
        {settings ? (
          <>
            <ProtectionOptions settings={settings} />
            <AppOptions settings={settings} hasTray={abilities?.tray !== false} />
          </>
        ) : (
          <ErrorNote error={error} />
        )}
        {children}
        <KeychainFacts />
        <Keyboard singleKeys={settings?.singleKeyShortcuts === true} />
      </div>
    </div>
  );
}
