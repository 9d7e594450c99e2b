import type { DatabaseSync } from 'node:sqlite';
import { dialects } from '../../envfile/dialects.ts';
import type { BindingRecord, ProjectRecord, TargetRecord } from '../../vault/records.ts';
import type { BindingTable, ProjectTable, TargetTable } from '../../vault/store-port.ts';
import {
  type Cells,
  integer,
  oneOf,
  type Parameters,
  prepare,
  text,
  textOrNull,
  time,
  timeOrNull,
  truth,
} from '../database/sql.ts';

const dialect = oneOf(dialects);

export function projectTable(database: DatabaseSync): ProjectTable {
  const columns = 'SELECT id, name, root, created_at FROM projects';
  const all = prepare(database, `${columns} ORDER BY name COLLATE NOCASE, root`);
  const one = prepare(database, `${columns} WHERE id = :id`);
  const insert = prepare(
    database,
    'INSERT INTO projects (id, name, root, created_at) VALUES (:id, :name, :root, :createdAt)',
  );
  const remove = prepare(database, 'DELETE FROM projects WHERE id = :id');
  return {
    all: () => all.rows(projectRecord),
    find: (id) => one.row(projectRecord, { id }),
    insert: (project) => insert.run({ ...project }),
    remove: (id) => remove.run({ id }),
  };
}

export function targetTable(database: DatabaseSync): TargetTable {
  const columns = 'SELECT id, project_id, file, dialect, expands, outside_git FROM targets';
  const ofProject = prepare(database, `${columns} WHERE project_id = :projectId ORDER BY file`);
  const one = prepare(database, `${columns} WHERE id = :id`);
  const insert = prepare(
    database,
    `INSERT INTO targets (id, project_id, file, dialect, expands, outside_git)
    VALUES (:id, :projectId, :file, :dialect, :expands, :outsideGit)`,
  );
  const update = prepare(
    database,
    `UPDATE targets SET project_id = :projectId, file = :file, dialect = :dialect, expands = :expands,
      outside_git = :outsideGit
    WHERE id = :id`,
  );
  const remove = prepare(database, 'DELETE FROM targets WHERE id = :id');
  return {
    ofProject: (projectId) => ofProject.rows(targetRecord, { projectId }),
    find: (id) => one.row(targetRecord, { id }),
    insert: (target) => insert.run(targetParameters(target)),
    update: (target) => update.run(targetParameters(target)),
    remove: (id) => remove.run({ id }),
  };
}

export function bindingTable(database: DatabaseSync): BindingTable {
  const columns =
    'SELECT target_id, env_var, key_id, exported, exported_at, exported_for, writing, adopted_for FROM bindings';
  const ofTarget = prepare(database, `${columns} WHERE target_id = :targetId ORDER BY position`);
  const ofKey = prepare(database, `${columns} WHERE key_id = :keyId ORDER BY position`);
  const one = prepare(database, `${columns} WHERE target_id = :targetId AND env_var = :envVar`);
  const countAll = prepare(database, 'SELECT count(*) FROM bindings');
  const countOfTarget = prepare(database, 'SELECT count(*) FROM bindings WHERE target_id = :targetId');
  const put = prepare(
    database,
    `INSERT INTO bindings (target_id, env_var, key_id, exported, exported_at, exported_for, writing, adopted_for)
    VALUES (:targetId, :envVar, :keyId, :exported, :exportedAt, :exportedFor, :writing, :adoptedFor)
    ON CONFLICT (target_id, env_var) DO UPDATE
      SET key_id = excluded.key_id, exported = excluded.exported, exported_at = excluded.exported_at,
        exported_for = excluded.exported_for, writing = excluded.writing, adopted_for = excluded.adopted_for`,
  );
  const remove = prepare(database, 'DELETE FROM bindings WHERE target_id = :targetId AND env_var = :envVar');
  return {
    ofTarget: (targetId) => ofTarget.rows(bindingRecord, { targetId }),
    ofKey: (keyId) => ofKey.rows(bindingRecord, { keyId }),
    find: (targetId, envVar) => one.row(bindingRecord, { targetId, envVar }),
    count(targetId) {
      const counted =
        targetId === undefined ? countAll.row(firstInteger) : countOfTarget.row(firstInteger, { targetId });
      return counted ?? 0;
    },
    put: (binding) => put.run({ ...binding }),
    remove: (targetId, envVar) => remove.run({ targetId, envVar }),
  };
}

function firstInteger([count]: Cells): number {
  return integer(count);
}

function projectRecord([id, name, root, createdAt]: Cells): ProjectRecord {
  return { id: text(id), name: text(name), root: text(root), createdAt: time(createdAt) };
}

function targetParameters(target: TargetRecord): Parameters {
  return { ...target, expands: target.expands ? 1 : 0, outsideGit: target.outsideGit ? 1 : 0 };
}

function targetRecord(cells: Cells): TargetRecord {
  return {
    id: text(cells[0]),
    projectId: text(cells[1]),
    file: text(cells[2]),
    dialect: dialect(cells[3]),
    expands: truth(cells[4]),
    outsideGit: truth(cells[5]),
  };
}

function bindingRecord(cells: Cells): BindingRecord {
  return {
    targetId: text(cells[0]),
    envVar: text(cells[1]),
    keyId: textOrNull(cells[2]),
    exported: textOrNull(cells[3]),
    exportedAt: timeOrNull(cells[4]),
    exportedFor: textOrNull(cells[5]),
    writing: textOrNull(cells[6]),
    adoptedFor: textOrNull(cells[7]),
  };
}
