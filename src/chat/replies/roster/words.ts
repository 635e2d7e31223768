/** Turns of phrase of the roster: offices, changes, why somebody may not hold an office. */
import type { OfficeRefusal, RosterStep } from '../../../app/roster/says.js';
import type { View } from '../../../app/ports/voice.js';
import type { PersonRef } from '../../../domain/branch/people.js';
import type { Departure, OfficeName, RosterChange } from '../../../domain/roster/rows.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import { fullDate } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';

const titles: { readonly [O in OfficeName]: string } = {
  secretary: '书记',
  deputySecretary: '副书记',
  committeeMember: '支委',
  groupLeader: '党小组组长',
  recorder: '记录员',
  supervisor: '监督员',
};

/** As the office is written in commands. */
export function officeTitle(office: OfficeName): string {
  return titles[office];
}

/** 支委、党小组组长 */
export function offices(held: readonly OfficeName[]): string {
  return held.map(officeTitle).join('、');
}

export const departureText: { readonly [D in Departure]: string } = {
  transferred: '转出本支部',
  deceased: '去世',
  withdrew: '退党',
  expelled: '除名',
};

/** What changed, to stand behind 同志. */
export function stepText(step: RosterStep, { rulebook, today }: View): string {
  switch (step.step) {
    case 'category': {
      const label = rulebook.categories.find(({ id }) => id === step.category)?.label ?? '';
      const probationary = step.probationary ? '（预备）' : '';
      return `类别为${label}${probationary}${step.scored ? '' : '，不参加积分考核'}`;
    }
    case 'group':
      return step.group === null ? '不编入党小组' : `编入${step.group}`;
    case 'probationary':
      return '列为预备党员';
    case 'regular':
      return `从${fullDate(step.on, today)}起转为正式党员`;
  }
}

/** One sentence, with the line that clears the way where there is one. */
export function officeTrouble(
  person: PersonRef,
  office: OfficeName,
  refusal: OfficeRefusal,
  rulebook: Rulebook,
): string {
  const name = personTitle(person, rulebook);
  switch (refusal.why) {
    case 'notMember':
      return `只有党员能担任支部职务，${name}同志不是党员，`;
    case 'held':
      return `${name}同志已担任${officeTitle(office)}，`;
    case 'taken': {
      const by = personTitle(refusal.by, rulebook);
      return `${officeTitle(office)}现由${by}同志担任，请先免职：/免职 ${by} ${officeTitle(office)}。这一条`;
    }
    case 'incompatible':
      return `${name}同志现任${officeTitle(refusal.with)}，不能兼任${officeTitle(office)}，请另定一人或先免去原职：/免职 ${name} ${officeTitle(refusal.with)}。这一条`;
  }
}

/** 变动: one dated line for each change, oldest first. */
export function historyText(changes: readonly RosterChange[], view: View): readonly string[] {
  if (changes.length === 0) return [];
  return [
    '变动：',
    ...changes.map((change) => `${fullDate(change.on, view.today)} ${changeText(change, view)}`),
  ];
}

function changeText({ what, before, after }: RosterChange, { rulebook }: View): string {
  const label = (category: string | null) =>
    rulebook.categories.find(({ id }) => id === category)?.label ?? '';
  switch (what) {
    case 'joined':
      return before === null ? `列入名册（${label(after)}）` : `转回本支部（${label(after)}）`;
    case 'category':
      return `${label(before)}改为${label(after)}`;
    case 'group':
      return after === null ? `不再编入${before ?? '党小组'}` : `编入${after}`;
    case 'probationary':
      return after === 'yes' ? '列为预备党员' : '转为正式党员';
    case 'exempt':
      return after === 'yes' ? '不列入积分考核' : '重新列入积分考核';
    case 'left':
      return Object.hasOwn(departureText, after ?? '') ? departureText[after as Departure] : '离开本支部';
  }
}
/** How a member told the recorder what to enter for him (`/代`). */
export const howTitles = { telephone: '电话', inPerson: '当面' } as const;
