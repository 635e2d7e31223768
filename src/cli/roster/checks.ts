/** Mistakes that only several rows together show: one person twice, one office twice. */
import { officeTitle } from '../../words/roster.js';
import type { RosterOffice, RosterProblem, RosterRow } from './row.js';

export function checkTogether(rows: readonly RosterRow[]): readonly RosterProblem[] {
  return [
    ...rows.flatMap(checkRow),
    ...checkNames(rows),
    ...offices.flatMap((office) => checkOffice(rows, office)),
  ];
}

/** Held by one person of the branch at most (SPEC, people). */
const offices = ['secretary', 'recorder', 'supervisor'] as const;

function checkRow(row: RosterRow): readonly RosterProblem[] {
  const has = (office: RosterOffice) => row.offices.includes(office);
  const problems: RosterProblem[] = [];
  const say = (says: string) => problems.push({ line: row.line, column: '职务', says });
  if (row.kind !== 'member' && row.offices.length > 0) say('只有党员能担任支部职务，请改类别或清空职务。');
  // Annex 1: secretary or deputy keep the recorder's own record, so the recorder is neither.
  if (has('recorder') && (has('secretary') || has('deputySecretary')))
    say('记录员不能由书记或副书记兼任（记录员本人的考核由他们负责），请另定一人。');
  if (has('recorder') && has('supervisor')) say('记录员和监督员不能是同一人，请另定一人。');
  if (has('secretary') && has('deputySecretary')) say('同一人不能既是书记又是副书记，请留一个。');
  if (has('groupLeader') && row.group === undefined) say('党小组组长要在“党小组”一列写明是哪个小组。');
  return problems;
}

/** Two people may share a name if anything else in the roster distinguishes them. */
function checkNames(rows: readonly RosterRow[]): readonly RosterProblem[] {
  return rows.flatMap((row, at) => {
    const earlier = rows.slice(0, at).find((other) => other.name === row.name && !areTold(row, other));
    if (earlier === undefined) return [];
    const says = `与第${earlier.line}行的“${row.name}”分不开：若是同一人请删去一行，若是两人请填写不同的党小组或手机。`;
    return [{ line: row.line, column: '姓名', says }];
  });
}

function areTold(one: RosterRow, other: RosterRow): boolean {
  if (one.phone !== undefined && one.phone === other.phone) return false;
  if (one.kind !== other.kind || one.category !== other.category) return true;
  return differ(one.group, other.group) || differ(one.phone, other.phone);
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function checkOffice(rows: readonly RosterRow[], office: RosterOffice): readonly RosterProblem[] {
  const label = officeTitle(office);
  const [first, ...others] = rows.filter((row) => row.offices.includes(office));
  if (first === undefined) return [];
  return others.map((row) => ({
    line: row.line,
    column: '职务',
    says: `${label}只能有一人，第${first.line}行的${first.name}已是${label}，请改正其中一行。`,
  }));
}
