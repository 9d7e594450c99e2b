import { settingTable } from '../../../electron/ipc/page-tables.ts';
import * as words from '../../../electron/messages/window.ts';
import type { SettingsView } from '../../vault-client.ts';
import { OptionGroup } from './option.tsx';
import { ShortcutOption } from './shortcut-option.tsx';
import { SegmentOption, SwitchOption } from './simple-options.tsx';

const themes: Record<SettingsView['theme'], string> = {
  system: words.settings.themeSystem,
  light: words.settings.themeLight,
  dark: words.settings.themeDark,
};

interface AppOptionsProps {
  readonly settings: SettingsView;
  /** Whether this desktop shows a tray. */
  readonly hasTray: boolean;
}

/** How Clavis looks, starts and is reached. */
export function AppOptions({ settings, hasTray }: AppOptionsProps) {
  return (
    <>
      <OptionGroup title={words.settings.shortcut}>
        <ShortcutOption shortcut={settings.shortcut} />
        <SwitchOption
          label={words.settings.singleKeys}
          hint={words.settings.singleKeysHint}
          on={settings.singleKeyShortcuts}
          wanted={(singleKeyShortcuts) => ({ singleKeyShortcuts })}
        />
      </OptionGroup>
      <OptionGroup title={words.settings.window}>
        <SwitchOption
          label={words.settings.tray}
          hint={hasTray ? words.settings.trayHint : words.settings.noTrayHint}
          on={settings.closeToTray}
          wanted={(closeToTray) => ({ closeToTray })}
        />
        <SwitchOption
          label={words.settings.login}
          hint={hasTray ? words.settings.loginHint : words.settings.loginNoTrayHint}
          on={settings.startAtLogin}
          wanted={(startAtLogin) => ({ startAtLogin })}
        />
        <SegmentOption
          label={words.settings.theme}
          hint={words.settings.themeHint}
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
