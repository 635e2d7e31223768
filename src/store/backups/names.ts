import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CivilTime } from '../../domain/period/civil.js';
import { outlived } from './retention.js';

interface Copy {
  readonly name: string;
  /** Made by the clock: it makes room one day. What somebody asked for stays until they remove it. */
  readonly daily: boolean;
  readonly at: CivilTime;
}

const fileName = /^zhibu-(daily-)?(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)\.(?:db|dump)(?:\.zhibu)?$/u;

/** @param end `db`: a file of SQLite; `dump`: one of `pg_dump` */
export function nameOf(which: 'daily' | 'extra', at: CivilTime, end: 'db' | 'dump'): string {
  const stamp = at.replaceAll('-', '').replaceAll(':', '').replace('T', '-');
  return `zhibu-${which === 'daily' ? 'daily-' : ''}${stamp}.${end}`;
}

/** The oldest first; none when the folder is unreadable: then no copy is of use. */
export function copiesIn(folder: string): readonly Copy[] {
  return namesIn(folder)
    .flatMap((name) => copyOf(name) ?? [])
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

export function makeRoom(folder: string): void {
  const dailies = copiesIn(folder).filter(({ daily }) => daily);
  for (const { name } of outlived(dailies)) rmSync(join(folder, name));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function copyOf(name: string): Copy | undefined {
  const match = fileName.exec(name);
  if (match === null) return undefined;
  const [, daily, year = '', month = '', day = '', hour = '', minute = '', second = ''] = match;
  return { name, daily: daily !== undefined, at: `${year}-${month}-${day}T${hour}:${minute}:${second}` };
}
