/** Offices, categories and changes of the roster. */
import type { RegisterPart } from '../domain/roster/register-part.js';
import { isScored } from '../domain/roster/matter.js';
import type { Departure, OfficeName, PersonKind, RosterChange, Standing } from '../domain/roster/rows.js';
import type { Rulebook } from '../domain/rulebook/schema.js';

/** The first is the usual name; the others are understood too. */
const officeNames: { readonly [O in OfficeName]: readonly [string, ...string[]] } = {
  secretary: ['书记', '支部书记', '党支部书记'],
  deputySecretary: ['副书记', '支部副书记', '党支部副书记'],
  committeeMember: ['支委', '支部委员', '支委委员', '组织委员', '宣传委员', '纪检委员'],
  groupLeader: ['党小组组长', '党小组长', '小组长', '小组组长', '组长'],
  recorder: ['记录员', '考核记录员'],
  supervisor: ['监督员', '考核监督员'],
};

export const officeLabels: readonly string[] = Object.values(officeNames).map(([first]) => first);

export function officeNamed(text: string): OfficeName | undefined {
  const known = Object.entries(officeNames).find(([, names]) => names.includes(text));
  return known?.[0] as OfficeName | undefined;
}

export function officeTitle(office: OfficeName): string {
  return officeNames[office][0];
}

/** 支委、党小组组长 */
export function officesTitle(held: readonly OfficeName[]): string {
  return held.map(officeTitle).join('、');
}

/** Who decides the tiers of a year. */
export const bodyTitles = { committee: '支委会', generalMeeting: '支部大会' } as const;

export const probationaryLabel = '预备党员';

/** 预备党员, 正式党员 */
export function membershipTitle({ probationary }: { readonly probationary: boolean }): string {
  return probationary ? probationaryLabel : '正式党员';
}

const kinds: { readonly [K in PersonKind]: string } = {
  member: '党员',
  mass: '群众',
  superior: '上级审核人',
  inspector: '工委',
};

/** Everybody who may act, in full: 考核记录员, 上级审核人 */
export function holderTitle(holder: OfficeName | PersonKind | 'actingSecretary'): string {
  switch (holder) {
    case 'member':
    case 'mass':
    case 'superior':
    case 'inspector':
      return kinds[holder];
    case 'actingSecretary':
      return `${officeTitle('secretary')}（没有${officeTitle('secretary')}时由${officeTitle('deputySecretary')}）`;
    case 'recorder':
    case 'supervisor':
      return `考核${officeTitle(holder)}`;
    case 'secretary':
    case 'deputySecretary':
    case 'committeeMember':
    case 'groupLeader':
      return officeTitle(holder);
  }
}

export function categoryTitle(category: string | null, { categories }: Pick<Rulebook, 'categories'>): string {
  return categories.find(({ id }) => id === category)?.label ?? '';
}

interface Place {
  readonly kind: PersonKind;
  readonly category: string | null;
  readonly probationary: boolean;
}

/** 机关党员(预备), 群众 */
export function standingTitle({ kind, category, probationary }: Place, rulebook: Rulebook): string {
  if (kind !== 'member') return kinds[kind];
  return `${categoryTitle(category, rulebook)}${probationary ? '（预备）' : ''}`;
}

const departures: { readonly [D in Departure]: string } = {
  transferred: '转出本支部',
  deceased: '去世',
  withdrew: '退党',
  expelled: '除名',
};

export function departureTitle(how: string | null): string {
  return how !== null && Object.hasOwn(departures, how) ? departures[how as Departure] : '离开本支部';
}

/** 列为预备党员, 转为正式党员 */
function turnedTitle(probationary: boolean): string {
  return `${probationary ? '列' : '转'}为${membershipTitle({ probationary })}`;
}

/** A change of the roster in a dated line; never why. */
export function changeTitle({ what, before, after }: RosterChange, rulebook: Rulebook): string {
  const label = (category: string | null) => categoryTitle(category, rulebook);
  switch (what) {
    case 'joined':
      return before === null ? `列入名册（${label(after)}）` : `转回本支部（${label(after)}）`;
    case 'category':
      return `${label(before)}改为${label(after)}`;
    case 'group':
      return after === null ? `不再编入${before ?? '党小组'}` : `编入${after}`;
    case 'probationary':
      return turnedTitle(after === 'yes');
    case 'exempt':
      return exemptionTitle(after === 'yes');
    case 'left':
      return departureTitle(after);
  }
}

/** 除名; 由机关党员改为离退休党员，不参加积分考核; 转为正式党员 */
export function statusTitle(
  { from, to }: { readonly from: Standing; readonly to: Standing },
  rulebook: Rulebook,
): string {
  if (to.leftHow !== null) return departureTitle(to.leftHow);
  const [before, after] = [from, to].map((place) => standingTitle({ ...place, kind: 'member' }, rulebook));
  const scored = isScored(rulebook, to);
  const scoring = scored === isScored(rulebook, from) ? '' : `，${scored ? '参加' : '不参加'}积分考核`;
  if (from.leftHow !== null) return `转回本支部，类别为${after ?? ''}${scoring}`;
  if (to.category === from.category) return turnedTitle(to.probationary);
  return `由${before ?? ''}改为${after ?? ''}${scoring}`;
}

export function exemptionTitle(exempt: boolean): string {
  return exempt ? '不列入积分考核' : '重新列入积分考核';
}

/** 机关党员, 在职党员 */
export function partTitle(part: RegisterPart, rulebook: Rulebook): string {
  switch (part.part) {
    case 'category':
      return categoryTitle(part.category, rulebook);
    case 'inService':
      return '在职党员';
    case 'retired':
      return '离退休党员';
    case 'probationary':
      return probationaryLabel;
    case 'exempt':
      return '不列入考核的党员';
  }
}

/** How a member passed on what the recorder enters for them (`/代`). */
export const howTitles = { telephone: '电话', inPerson: '当面' } as const;

const names = { members: '台账', points: '积分台账', attendance: '考勤台账', dues: '党费台账' } as const;

/** 党员积分台账, 党费台账; of a part 机关党员积分台账 */
export function registerTitle(register: keyof typeof names, part?: string): string {
  return `${part ?? (register === 'dues' ? '' : '党员')}${names[register]}`;
}
