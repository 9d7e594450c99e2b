import * as words from '../../../electron/messages/window.ts';
import { Note } from '../../ui/note.tsx';
import { PickRow } from '../../ui/pick-row.tsx';
import { dateAndClock } from '../../ui/time.ts';
import { useResource } from '../../use-resource.ts';
import type { RestoreView } from '../../vault-client.ts';
import { providers as providersSource } from '../../vault-data.ts';
import { formatKey, formatLeftOut, formatProject, keyGroups } from './restore-words.ts';

/** What of a backup is to be taken, by entry. */
export interface Choice {
  readonly keys: ReadonlySet<string>;
  readonly projects: ReadonlySet<string>;
  readonly settings: boolean;
}

/** What is new or newer there; nothing that would change what is newer here. */
export function firstChoice({ keys, projects }: RestoreView): Choice {
  const ticked = new Set(keyGroups.filter((group) => group.ticked).map(({ state }) => state));
  return {
    keys: new Set(keys.filter(({ state }) => ticked.has(state)).map(({ entryId }) => entryId)),
    projects: new Set(projects.filter(({ state }) => state === 'new').map(({ entryId }) => entryId)),
    settings: false,
  };
}

function toggled(set: ReadonlySet<string>, entryId: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(entryId);
  else next.delete(entryId);
  return next;
}

interface RestoreChoiceProps {
  readonly view: RestoreView;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

export function RestoreChoice({ view, choice, onChange }: RestoreChoiceProps) {
  const providers = useResource(providersSource).value ?? [];
  const leftOut = formatLeftOut(view.leftOut);
  const nameOf = (id: string): string => providers.find((one) => one.id === id)?.name ?? id;
  return (
    <>
      <Note icon="clock">{words.restore.madeOn(dateAndClock(view.madeAt))}</Note>
      {leftOut && (
        <Note tone="due" icon="alert">
          {leftOut}
        </Note>
      )}
      {keyGroups.map(({ state, word }) => {
        const group = view.keys.filter((key) => key.state === state);
        if (group.length === 0) return null;
        return (
          <fieldset key={state} className="picks">
            <legend>
              {word} <span className="none">{group.length}</span>
            </legend>
            {group.map((key) => (
              <PickRow
                key={key.entryId}
                title={key.name}
                sub={formatKey(key)}
                provider={key.provider}
                providerName={nameOf(key.provider)}
                last4={key.last4}
                checked={choice.keys.has(key.entryId)}
                disabled={state === 'same'}
                onChange={(on) => onChange({ ...choice, keys: toggled(choice.keys, key.entryId, on) })}
              />
            ))}
          </fieldset>
        );
      })}
      {view.projects.length > 0 && (
        <fieldset className="picks">
          <legend>{words.restore.projectsTitle}</legend>
          {view.projects.map((project) => (
            <label key={project.entryId} className="pick-row">
              <input
                type="checkbox"
                checked={choice.projects.has(project.entryId)}
                disabled={project.state !== 'new'}
                onChange={(event) =>
                  onChange({
                    ...choice,
                    projects: toggled(choice.projects, project.entryId, event.currentTarget.checked),
                  })
                }
              />
              <span className="two-lines pick-what">
                <span className="name">{project.name}</span>
                <span className="sub">{formatProject(project)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {view.settingsDiffer && (
        <fieldset className="picks">
          <legend>{words.restore.settingsTitle}</legend>
          <label className="pick-row">
            <input
              type="checkbox"
              checked={choice.settings}
              onChange={(event) => onChange({ ...choice, settings: event.currentTarget.checked })}
            />
            <span className="two-lines pick-what">
              <span className="name">{words.restore.settingsOf}</span>
              <span className="sub">{words.restore.settingsHint}</span>
            </span>
          </label>
        </fieldset>
      )}
    </>
  );
}
