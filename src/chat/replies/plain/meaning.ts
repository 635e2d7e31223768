import { matterCard, ownCard } from '../../../app/matters/cards.js';
import { mayAct } from '../../../app/perform.js';
import type { View } from '../../../app/ports/voice.js';
import type { Context } from '../../../app/use-case.js';
import { rulers } from '../../../app/who.js';
import { refById } from '../../../domain/branch/people.js';
import { yearOf } from '../../../domain/period/civil.js';
import { findItem, pointsOf } from '../../../domain/rulebook/items.js';
import { kindsOf } from '../../../domain/actions/progress.js';
import type { ActionKind } from '../../../domain/actions/rows.js';
import { kindTitle, leaveKindTitle } from '../../../words/activities.js';
import { fullDate, fullDateTime, monthTitle } from '../../../words/dates.js';
import { itemTitle, signed } from '../../../words/items.js';
import { yuan } from '../../../words/numbers.js';
import { personTitles } from '../../../words/persons.js';
import type { DuesWords } from '../../words/life/dues.js';
import type { Proxied } from '../../words/people/proxied.js';
import type { MatterNumbers } from '../../words/plain.js';
import type { Reason } from '../../words/reason.js';
import type { Form } from '../../define.js';
import { matterHead, pendingText } from '../rulings/matters.js';

interface Read {
  readonly context: Context;
  readonly values: Readonly<Record<string, unknown>>;
  readonly view: View;
}

/** How a value is said back, by the label of its word; undefined says nothing. */
type Sayer = (value: unknown, read: Read) => string | undefined;

const persons: Sayer = (value, { context: { facts, rulebook } }) => {
  // Somebody who is not on the roster, by the name that was said.
  if (typeof value === 'string') return value;
  const ids = Array.isArray(value) ? (value as readonly number[]) : [value as number];
  return `${personTitles(
    ids.map((id) => refById(facts, id)),
    rulebook,
  )}同志`;
};

const activity: Sayer = (value, { context: { facts, rulebookOf, today } }) => {
  const found = facts.get('activity', value as number);
  if (found === undefined) return undefined;
  return `${kindTitle(found.kind, rulebookOf(yearOf(found.at)))}，${fullDateTime(found.at, today)}`;
};

/** Default kinds are named too: without a word it is 事假. */
const leaveKind: Sayer = (value, { context: { rulebook } }) =>
  leaveKindTitle(
    value === undefined ? rulebook.leave.defaultKind : (value as { readonly kind: string }).kind,
    rulebook,
  );

const item: Sayer = (value, { context, values }) => {
  const found = findItem(context.rulebook, value as number);
  if (found === undefined) return undefined;
  const grade = typeof values['grade'] === 'string' ? values['grade'] : null;
  const times = typeof values['times'] === 'number' ? values['times'] : 1;
  const points = pointsOf(
    found,
    found.grades.find(({ id }) => id === grade),
    times,
  );
  const title = itemTitle({ item: found.number, grade, times }, context.rulebook);
  return `${title} ${signed(points)}分`;
};

/** What a number means, for those who may know: its ruler reads the whole card. */
const matter: Sayer = (value, { context, view }) => {
  const [number] = numbersIn(value);
  const found = number === undefined ? undefined : context.facts.get('matter', number);
  if (found === undefined || context.actor === null) return undefined;
  return `#${found.number} ${matterHead(ownCard(context, found, context.actor.id), view)}`;
};

const dues: Sayer = (value, { context: { today } }) => {
  const words = value as DuesWords;
  if (words.what === 'step') return fullDate(words.on, today);
  return `${monthTitle(words.month)}党费${words.amount === null ? '' : yuan(words.amount)}`;
};

const text =
  (label: string): Sayer =>
  (value) => {
    if (value === undefined) return undefined;
    return `${label}：${typeof value === 'string' ? value : (value as Reason).text}`;
  };

/** 社区, by the rulebook's word for it. */
const action =
  (kind: Exclude<ActionKind, 'masses'>): Sayer =>
  (value, { context: { rulebook } }) =>
    kindsOf(rulebook, kind).find(({ id }) => id === value)?.label;

const proxied: Sayer = (value, { context }) => {
  const { command, form, values } = value as Proxied;
  return `${command}：${meaningOf(form, values, context).replace(/。$/u, '')}`;
};

const sayers: Readonly<Record<string, Sayer>> = {
  姓名: persons,
  '姓名…': persons,
  活动: activity,
  '公出|病假|产假': leaveKind,
  项号: item,
  编号: matter,
  '编号…': matter,
  事由: text('事由'),
  '命令 …': proxied,
  '电话|当面': (value) => (value === 'telephone' ? '电话' : '当面'),
  '岗位|先锋|公益|建议|关心': action('fiveOnes'),
  '社区|村屯|社会': action('service'),
  '宣传|辅导|监督': action('role'),
  '第1项 第2项 …': (value) =>
    (value as readonly (readonly number[])[]).map((parts) => parts.join('+')).join('、'),
  文字: text('说明'),
  理由: text('理由'),
  原因: text('原因'),
  要补充什么: text('要补充'),
  文号: text('文号'),
  类型: (value, { context: { rulebook } }) => kindTitle(value as string, rulebook),
  日期: (value, { context: { today } }) => fullDate(value as string, today),
  日期时间: (value, { context: { today } }) => fullDateTime(value as string, today),
  地点: (value) => value as string,
  议题: (value) => `：${value as string}`,
  人数: (value) => `${value as number}人`,
  票数: (value) => `${value as number}票`,
  月份: (value) => `${monthTitle(value as string)}党费`,
  '月份 [金额|撤销]|教育|拒交 [日期]': dues,
  编号或公示号: (value) => {
    const { to, number } = value as { readonly to: string; readonly number: number };
    return to === 'notice' ? `公示第${number}号` : `#${number}`;
  },
};

/** What a line means, in the order of its words: 支部大会，9月18日（周五）15:00，事假，事由：孩子发烧。 */
export function meaningOf(form: Form, values: Readonly<Record<string, unknown>>, context: Context): string {
  const view: View = context;
  const read: Read = { context, values, view };
  const card = cardToRule(form, values, context, view);
  if (card !== undefined) return card;
  const words = Object.entries(form.words).map(([key, { label }]) => sayers[label]?.(values[key], read));
  const named = Object.entries(form.keywords).map(([key, { label }]) =>
    !Object.hasOwn(values, key)
      ? undefined
      : label === ''
        ? key
        : `${key}${sayers[label]?.(values[key], read) ?? ''}`,
  );
  const parts = [...words, ...named].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? '' : `${parts.join('，')}。`;
}

/** Of a word that reads one matter or several; none where it reads something else. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null && 'numbers' in value
    ? (value as MatterNumbers).numbers
    : [];
}

/** A ruling is shown with the whole matter, as its ruler reads it. */
function cardToRule(
  { useCase, words }: Form,
  values: Readonly<Record<string, unknown>>,
  context: Context,
  view: View,
): string | undefined {
  const [key] = Object.keys(words);
  const value = key === undefined ? undefined : values[key];
  const numbers = numbersIn(value);
  if (useCase.name.split('.')[0] !== 'rulings' || !mayAct(context.facts, context.actor, rulers))
    return undefined;
  const cards = numbers.flatMap((number) => {
    const found = context.facts.get('matter', number);
    return found?.state === 'open' && found.proposer !== context.actor?.id
      ? [pendingText(matterCard(context, found), view)]
      : [];
  });
  return cards.length === 0 ? undefined : `\n${cards.join('\n')}`;
}
