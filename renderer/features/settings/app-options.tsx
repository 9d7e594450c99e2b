import { settingTable } from '../../../electron/ipc/page-tables.ts';
import type { SettingsView } from '../../vault-client.ts';
import { OptionGroup } from './option.tsx';
import { ShortcutOption } from './shortcut-option.tsx';
import { SegmentOption, SwitchOption } from './simple-options.tsx';

const themes: Record<SettingsView['theme'], string> = { system: 'System', light: 'Light', dark: 'Dark' };

interface AppOptionsProps {
  readonly settings: SettingsView;
  /** Whether this desktop shows a tray. */
  readonly hasTray: boolean;
}

/** How Clavis looks, starts and is reached. */
export function AppOptions({ settings, hasTray }: AppOptionsProps) {
  return (
    <>
      <OptionGroup title="Shortcut">
        <ShortcutOption shortcut={settings.shortcut} />
        <SwitchOption
          label="Single-key shortcuts"
          hint="In the list and a key’s detail C copies and R rotates; / searches."
          on={settings.singleKeyShortcuts}
          wanted={(singleKeyShortcuts) => ({ singleKeyShortcuts })}
        />
      </OptionGroup>
      <OptionGroup title="Window">
        <SwitchOption
          label="Keep running in the tray"
          hint={
            hasTray
              ? 'Closing the window leaves Clavis in the tray. Switched off, closing quits.'
              : 'This desktop shows no tray: closing the window quits, until there is one.'
          }
          on={settings.closeToTray}
          wanted={(closeToTray) => ({ closeToTray })}
        />
        <SwitchOption
          label="Start at login"
          hint={
            hasTray
              ? 'Hidden: it is in the tray, and the shortcut works.'
              : 'Hidden where the shortcut works, else with its window.'
          }
          on={settings.startAtLogin}
          wanted={(startAtLogin) => ({ startAtLogin })}
        />
        <SegmentOption
          label="Theme"
          hint="System follows your desktop."
          choices={settingTable.theme.of.map((theme) => ({
            label: themes[theme],
            wanted: { theme },
            chosen: theme === settings.theme,
          }))}
        />
      </OptionGroup>
    </>
  );
}
