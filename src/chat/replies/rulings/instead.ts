import type { View } from '../../../app/ports/voice.js';
import type { Instead, Seat } from '../../../app/matters/results.js';
import { personTitles } from '../../../words/persons.js';

const seatTitles: { readonly [S in Seat]: string } = {
  secretary: '书记',
  deputySecretary: '副书记',
  superior: '上级',
  nobody: '上级党组织',
};

/** 书记; 上级党组织 where none of it has an account here */
export function seatTitle(seat: Seat): string {
  return seatTitles[seat];
}

/** 由副书记钱进同志认定 — who rules instead of the one who may not */
export function insteadTitle({ seat, persons }: Instead, { rulebook }: View): string {
  const names = seat === 'nobody' ? '' : `${personTitles(persons, rulebook)}同志`;
  return `由${seatTitles[seat]}${names}认定`;
}

/** 应由副书记钱进同志认定,已转给他 */
export function insteadText(instead: Instead, told: boolean, view: View): string {
  const { seat, persons } = instead;
  if (seat === 'nobody') return `支部内无人可以认定，须${insteadTitle(instead, view)}`;
  const passed = !told ? '' : persons.length > 1 ? '，已转给他们' : '，已转给他';
  const alone = seat === 'superior' ? '支部内无人可以认定，' : '';
  return `${alone}应${insteadTitle(instead, view)}${passed}`;
}

/** 已转书记认定; null where it is not to be told whose turn it is */
export function passedOn(seat: Seat | null): string {
  if (seat === null) return '已转认定';
  return seat === 'nobody' ? '支部内无人可以认定，须由上级党组织认定' : `已转${seatTitles[seat]}认定`;
}
