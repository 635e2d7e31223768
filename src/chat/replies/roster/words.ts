/** Turns of phrase of the roster: offices, changes, why somebody may not hold an office. */
import type { OfficeRefusal, RosterStep } from '../../../app/roster/says.js';
import type { View } from '../../../app/ports/voice.js';
import type { PersonRef } from '../../../domain/branch/people.js';
import type { OfficeName, RosterChange } from '../../../domain/roster/rows.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import { fullDate } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import { changeTitle, officeTitle, standingTitle } from '../../../words/roster.js';

/** What changed, to stand behind 同志. */
export function stepText(step: RosterStep, { rulebook, today }: View): string {
  switch (step.step) {
    case 'category': {
      const place = standingTitle({ ...step, kind: 'member' }, rulebook);
      return `类别为${place}${step.scored ? '' : '，不参加积分考核'}`;
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
    ...changes.map((change) => `${fullDate(change.on, view.today)} ${changeTitle(change, view.rulebook)}`),
  ];
}
