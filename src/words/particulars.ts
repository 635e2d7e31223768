/** What the roster knows of a member, by name. */
import { particularFields, type ParticularChange, type ParticularField } from '../domain/roster/rows.js';
import { monthTitle } from './dates.js';

/** The first is the usual name; the others are understood too. */
const fieldNames: { readonly [F in ParticularField]: readonly [string, ...string[]] } = {
  phone: ['手机', '手机号', '手机号码', '电话', '联系电话'],
  partyJoinedOn: ['入党时间', '入党日期', '入党年月'],
  regularOn: ['转正时间', '转正日期'],
  joinedOn: ['加入支部时间', '加入支部日期', '到本支部', '到支部时间'],
  gender: ['性别'],
  ethnicity: ['民族'],
  bornOn: ['出生年月', '出生日期', '生日'],
  education: ['学历', '文化程度'],
  position: ['单位及职务', '工作单位及职务', '单位职务', '单位', '工作单位', '行政职务'],
};

export const fieldTitles = Object.fromEntries(
  particularFields.map((field) => [field, fieldNames[field][0]]),
) as { readonly [F in ParticularField]: string };

export function fieldNamed(text: string): ParticularField | undefined {
  return particularFields.find((field) => fieldNames[field].includes(text));
}

/** As it is said: a day by `day`, a month of birth, anything else as it is; nothing: （空） */
export function particularText(
  field: ParticularChange['field'],
  value: string | null,
  day: (date: string) => string,
): string {
  if (value === null) return '（空）';
  switch (field) {
    case 'bornOn':
      return monthTitle(value);
    case 'partyJoinedOn':
    case 'regularOn':
    case 'joinedOn':
      return day(value);
    case 'name':
    case 'phone':
    case 'gender':
    case 'ethnicity':
    case 'education':
    case 'position':
      return value;
  }
}
