import type { MatterCard } from '../../../app/matters/card.js';
import type { View } from '../../../app/ports/voice.js';
import type { Registered } from '../../../app/rulings/says.js';
import type { PersonRef } from '../../../domain/branch/people.js';
import { yearOf } from '../../../domain/period/civil.js';
import { findItem } from '../../../domain/rulebook/items.js';
import { monthAndDay, paperDay } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';

/** The reason says that the deed was done, but written down wrongly: nobody else would enter it. */
const otherwise = /日期|项号|第\d+项|级别|应为|应是|应该是|改为|改成|写错|记成|弄错|登错|是.+不是/u;
const dayWritten = /(?:20\d\d年)?\d{1,2}月\d{1,2}[日号]/u;

const insteadWords = ['应为', '应是', '应该是', '改为', '改成', '是'];

/** 应为王芳; who is named otherwise (证明人周涛弄错了, 不是王芳) has nothing to be entered for. */
function isMeant(reason: string, { name }: PersonRef): boolean {
  return insteadWords.some((word) => reason.includes(`${word}${name}`)) && !reason.includes(`不是${name}`);
}

/** A correction takes the whole of it back: the line that enters it once more, with the person or day that the reason names. */
export function againText(card: MatterCard, registered: Registered | null, view: View): string {
  if (card.kind !== 'correction' || card.reason === null || registered === null) return '';
  const named = registered.instead;
  const instead = named !== null && isMeant(card.reason, named) ? named : null;
  if (instead === null && !otherwise.test(card.reason)) return '';
  const day = dayWritten.exec(card.reason)?.[0];
  const line = lineOf({ ...registered, instead }, day, view);
  if (instead !== null)
    return `\n更正是把这一条整条冲销，${personTitle(instead, view.rulebook)}同志还没有登记。确是这位同志的，请另行登记，材料请一并再发：\n${line}`;
  const toMend = day === undefined ? '请先改正写错的地方，再' : '请';
  return `\n更正是把这一条整条冲销，不会自动重记。事情确有的，${toMend}发送这一行，材料请一并再发：\n${line}`;
}

function lineOf({ deed, subject, instead }: Registered, day: string | undefined, view: View): string {
  const grade = findItem(view.rulebook, deed.item)?.grades.find(({ id }) => id === deed.grade)?.label;
  const isThisYear = yearOf(deed.deedOn) === yearOf(view.today);
  return [
    `/${deed.kind === 'bonus' ? '加分' : '减分'}`,
    personTitle(instead ?? subject, view.rulebook),
    String(deed.item),
    ...(grade === undefined ? [] : [grade]),
    ...(deed.times > 1 ? [`×${deed.times}`] : []),
    deed.reason,
    '日期',
    day ?? (isThisYear ? monthAndDay(deed.deedOn) : paperDay(deed.deedOn)),
  ].join(' ');
}
