import { z } from 'zod';
import {
  candidateView,
  dialect,
  driftView,
  exampleView,
  exportOutcome,
  importView,
  previewView,
  projectView,
} from './project-views.ts';
import { byTarget, count, givenName, id, listOf, nothing } from './shapes.ts';

const byProject = z.strictObject({ projectId: id });

export const projectCalls = {
  'projects.list': { input: nothing, result: z.array(projectView) },
  /** Opens a native dialog; null if it was closed without a choice. */
  'projects.link': { input: nothing, result: projectView.nullable() },
  'projects.unlink': { input: byProject, result: z.null() },
  'projects.bind': { input: z.strictObject({ targetId: id, keyId: id, envVar: givenName }), result: projectView },
  'projects.unbind': { input: z.strictObject({ targetId: id, envVar: givenName }), result: projectView },
  'projects.preview': { input: byTarget, result: previewView },
  /** Adds the line that the preview named to the nearest .gitignore or to git's own exclude file; gives a new preview. */
  'projects.ignore': {
    input: z.strictObject({ targetId: id, where: z.enum(['gitignore', 'exclude']) }),
    result: previewView,
  },
  /** Asks the person, in main's own dialog, to confirm that git has nothing to do with this file. */
  'projects.makePrivate': { input: byTarget, result: previewView },
  'projects.leaveOutsideGit': { input: byTarget, result: previewView },
  /** Env files found in the project that are no targets yet. */
  'projects.candidates': { input: byProject, result: z.array(candidateView) },
  'projects.addTarget': { input: z.strictObject({ projectId: id, candidateId: id }), result: projectView },
  /** Opens a native dialog for any file inside the project; null if it was closed without a choice. */
  'projects.pickTarget': { input: byProject, result: projectView.nullable() },
  /** Forgets the target; its file stays as it is. */
  'projects.removeTarget': { input: byTarget, result: projectView },
  'projects.setTarget': {
    input: z.strictObject({ targetId: id, dialect, expands: z.boolean() }),
    result: projectView,
  },
  /** Compares every target's file with the vault. */
  'projects.drift': { input: nothing, result: z.array(driftView) },
  /** What the person chooses of all lines of every file, in main's own window; progress comes as `projects.exported` events. */
  'projects.writeAll': { input: nothing, result: z.array(exportOutcome) },
  /** The same for one file. */
  'projects.writeFile': { input: byTarget, result: exportOutcome },
  'projects.previewExample': { input: byTarget, result: exampleView },
  'projects.writeExample': {
    input: z.strictObject({ exampleId: id }),
    result: z.strictObject({ file: z.string(), added: count }),
  },
  /** What an existing env file holds, masked. */
  'projects.scanImport': { input: byTarget, result: importView },
  /** Takes the named variables' values into the vault and binds them; the file stays as it is. */
  'projects.takeImport': {
    input: z.strictObject({ importId: id, names: listOf(givenName, 10_000) }),
    result: z.strictObject({ kept: count, bound: count, project: projectView }),
  },
} as const;

export const projectEvents = {
  /** The same as `keys.changed`, of projects. */
  'projects.changed': z.strictObject({ changed: z.array(projectView).nullable(), gone: z.array(id) }),
  /** One file of a write of several is done. */
  'projects.exported': z.strictObject({ done: count, total: count, outcome: exportOutcome }),
} as const;
