import type { Act } from './acts.js';
import { personOf, type Book } from './book.js';
import { dateOf, typed } from './calendar.js';

const names = (book: Book, ids: readonly number[]): string =>
  ids.map((id) => personOf(book, id).name).join('、');

/** The line as it is typed. */
export function write(book: Book, act: Act, now: string): string {
  switch (act.do) {
    case 'propose': {
      const { side, subject, item, witnesses, secret } = act;
      const proof = witnesses.length === 0 ? '' : ` 证明 ${names(book, witnesses)}`;
      const grade = item.grade === null ? '' : ` ${item.grade}`;
      const command = side === 'bonus' ? '加分' : '减分';
      return `/${command} ${personOf(book, subject).name} ${item.number}${grade} ${secret}${proof}`;
    }
    case 'claim':
      return `/申报 ${act.item.number}${act.item.grade === null ? '' : ` ${act.item.grade}`} ${act.secret}`;
    case 'witness':
      return `/证明 ${act.number}`;
    case 'material':
      return `/材料 ${act.number} 文号 党字${act.number}号`;
    case 'withdraw':
      return `/撤回 ${act.number}`;
    case 'giveUp':
      return `/销假 ${act.number}`;
    case 'statement':
      return `/说明 ${act.number} ${act.secret}`;
    case 'reject':
      return `/驳回 ${act.number} ${act.secret}`;
    case 'correct':
      return `/更正 ${act.number} ${act.secret}`;
    case 'object':
      return `/异议 ${act.number} ${act.secret}`;
    case 'confirm':
      return `/确认 ${act.numbers.join(' ')}${act.heard ? ' 已听取' : ''}`;
    case 'answer':
      return `/答复 ${act.number} ${act.upheld ? '成立' : '维持'} ${act.secret}`;
    case 'announce':
      return `/活动 ${act.kind} ${typed(act.at, now)} 三楼会议室`;
    case 'leave':
      return `/请假 ${named(book, act.activity)} ${act.kind} ${act.secret}`;
    case 'roll':
      return `/点名 ${named(book, act.activity)} 全到${act.except.length === 0 ? '' : ` 除 ${names(book, act.except)}`}`;
    case 'close':
      return `/结束 ${named(book, act.activity)} 是`;
    case 'cancel':
      return `/取消活动 ${named(book, act.activity)} 另有安排`;
    case 'signIn':
      return `/签到 ${named(book, act.activity)}`;
    case 'dues':
      return `/党费 全缴 ${act.month}${act.except.length === 0 ? '' : ` 除 ${names(book, act.except)}`}`;
    case 'hold':
      return `/暂缓 ${act.secret}`;
    case 'publish':
      return `/公示 ${act.year} ${'一二三四'[act.quarter - 1] ?? ''}季度`;
    case 'year':
      return act.step === '评定'
        ? `/年度 评定 应到 ${voters(book)} 实到 ${voters(book)} 同意 ${voters(book)} 优秀 无`
        : `/年度 ${act.step}${act.step === '审核' ? ' 通过' : ''}`;
    case 'say':
      return act.text;
  }
}

/** Whoever decides the year: the 支委会, as there is one. */
const voters = (book: Book): number =>
  book.people.filter(({ offices }) => offices.includes('committee')).length;

/** `支部大会@11-28` */
function named(book: Book, id: number): string {
  const activity = book.activities.find((one) => one.id === id);
  if (activity === undefined) return '支部大会';
  return `${activity.kind}@${dateOf(activity.at).slice(5)}`;
}
