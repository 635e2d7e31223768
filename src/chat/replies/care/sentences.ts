import type { CareKept, CareLine, CareRow, CareSays, NoticeSaid } from '../../../app/care/says.js';
import type { View } from '../../../app/ports/voice.js';
import { clarities, type CareReason } from '../../../domain/care/known.js';
import type { CareKind } from '../../../domain/care/rows.js';
import { activityTitle, activityWords } from '../attendance/activities.js';
import { fullDate, monthTitle } from '../../../words/dates.js';
import { periodTitle } from '../../../words/periods.js';
import { personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';
import { yuan } from '../../../words/numbers.js';
import { careTitles } from '../../../words/activities.js';
import { inFuture, textTooLong } from '../common.js';

const reasonTitles: { readonly [R in CareReason]: string } = {
  retired: '离退休',
  exempt: '以关爱为主',
  hardship: '困难',
};

/** What to say on the phone. */
function noticeTitle(notice: NoticeSaid, view: View): string {
  switch (notice.kind) {
    case 'announced':
      return `活动通知 ${activityTitle(notice.activity, view)}`;
    case 'rescheduled':
      return `活动改期 ${activityTitle(notice.activity, view)}`;
    case 'placeChanged':
      return `活动地点改为${notice.place} ${activityTitle(notice.activity, view)}`;
    case 'cancelled':
      return `活动取消 ${activityTitle(notice.activity, view)}`;
    case 'publication':
      return `公示第${notice.number}号（${periodTitle(notice.period)}积分）`;
    case 'yearly':
      return `公示第${notice.number}号（${notice.year}年度党员考核结果，到${fullDate(notice.until, view.today)}结束）`;
    case 'duesReminder':
      return `交纳${monthTitle(notice.month)}党费`;
  }
}

function phoneListText({ notice, rows }: CareSays['phoneList'], view: View): string {
  const [first] = rows.kept;
  const name = first === undefined ? '' : personTitle(first.person, view.rulebook);
  return [
    `请电话告知${rows.kept.length}位没有账号的同志：${noticeTitle(notice, view)}`,
    ...rows.kept.map(({ person, phone }) => `${personTitle(person, view.rulebook)} ${phoneText(phone)}`),
    ...(notice.kind === 'announced' || notice.kind === 'rescheduled'
      ? [`不能参加的可代为请假，例：“/代 ${name} 请假 ${activityWords(notice.activity, view)} 方式 电话”`]
      : []),
  ].join('\n');
}

function phoneText(phone: string | null): string {
  return phone === null ? '电话未登记' : `电话${phone}`;
}

/** 三清:家庭、身体已清,愿望待了解 */
function clarityText(clear: CareRow['clear']): string {
  const titles = (kinds: readonly CareKind[]) => kinds.map((kind) => careTitles[kind]).join('、');
  const open = clarities.filter((kind) => !clear.includes(kind));
  if (open.length === 0) return '三清已全';
  return clear.length === 0 ? '三清均待了解' : `${titles(clear)}已清，${titles(open)}待了解`;
}

function visitText({ lastVisit }: Pick<CareRow, 'lastVisit'>, { today }: View): string {
  return lastVisit === null ? '还没有走访记录' : `最近走访${fullDate(lastVisit, today)}`;
}

/** 郑国(离退休) */
function whoText({ person, reasons }: CareRow, { rulebook }: View): string {
  const why = reasons.map((reason) => reasonTitles[reason]).join('、');
  return `${personTitle(person, rulebook)}${why === '' ? '' : `（${why}）`}`;
}

function summaryText(row: CareRow, view: View): string {
  const comfort = row.comforts === 0 ? '今年没有慰问' : `今年慰问${row.comforts}次共${yuan(row.amount)}`;
  return [clarityText(row.clear), visitText(row, view), comfort].join('；');
}

function overviewText({ rows }: CareSays['overview'], view: View): string {
  const [first] = rows.kept;
  if (first === undefined)
    return '名册上没有离退休党员，也没有登记困难党员。登记困难请发送“/关怀 姓名 困难 情况”。';
  const name = personTitle(first.person, view.rulebook);
  return [
    `关怀对象${rows.kept.length}人：`,
    ...rows.kept.map((row) => `${whoText(row, view)}：${summaryText(row, view)}`),
    `看一个人请发送“/关怀 ${name}”；登记请发送“/关怀 ${name} 愿望 情况”。`,
  ].join('\n');
}

/** 身体:血压偏高; 困难:已解除; 慰问 200元:七一慰问 */
function entryText({ kind, text, amount, over }: CareLine): string {
  const head = `${careTitles[kind]}${amount === null ? '' : ` ${yuan(amount)}`}`;
  const body = [over ? '已解除' : '', text].filter((part) => part !== '').join('，');
  return body === '' ? head : `${head}：${body}`;
}

function lineText(line: CareLine, { rulebook, today }: View): string {
  const struck = line.struckBy === null ? '' : `【${personTitle(line.struckBy, rulebook)}已撤销】`;
  const by = `（${personTitle(line.by, rulebook)}登记）`;
  return `${line.number} ${fullDate(line.on, today)}${entryText(line)}${by}${struck}`;
}

function fileText({ row, lines }: CareSays['file'], view: View): string {
  const name = personTitle(row.kept.person, view.rulebook);
  const head = `${whoText(row.kept, view)} ${phoneText(row.kept.phone)}：${summaryText(row.kept, view)}`;
  if (lines.kept.length === 0) return `${head}\n还没有记录。登记请发送“/关怀 ${name} 家庭 情况”。`;
  return [head, ...lines.kept.map((line) => lineText(line, view)), '有误请发送“/关怀 撤销 编号”。'].join(
    '\n',
  );
}

function keptText({ person, line, clear, year, comforts, amount }: CareKept, view: View): string {
  const head = `已记第${line.number}条：${personTitle(person, view.rulebook)} ${fullDate(line.on, view.today)}${entryText(line)}。`;
  switch (line.kind) {
    case 'family':
    case 'health':
    case 'wish':
      return `${head}${clarityText(clear)}。`;
    case 'comfort':
      return `${head}${year}年累计${comforts}次，${yuan(amount)}。`;
    case 'hardship':
    case 'visit':
      return head;
  }
}

function visitsAheadText({ festival, on, rows }: CareSays['visitsAhead'], view: View): string {
  const [first] = rows.kept;
  const name = first === undefined ? '姓名' : personTitle(first.person, view.rulebook);
  return [
    `${festival}（${fullDate(on, view.today)}）将到，请安排走访慰问${rows.kept.length}位同志：`,
    ...rows.kept.map((row) => `${whoText(row, view)} ${phoneText(row.phone)}；${visitText(row, view)}`),
    `走访后请私聊登记，例：“/走访 ${name} 情况”、“/慰问 ${name} 200 ${festival}慰问”。`,
  ].join('\n');
}

export const careSentences: Sentences<CareSays> = {
  already: ({ number }) => `没有登记：与第${number}条完全相同，不必重复。`,
  alreadyStruck: ({ number }) => `第${number}条已经撤销，不必重复。`,
  file: fileText,
  future: inFuture,
  kept: ({ kept }, view) => keptText(kept.kept, view),
  noEntry: ({ number }) => `没有第${number}条关怀记录，请核对编号。发送“/关怀 姓名”可查看。`,
  notInHardship: ({ person }, { rulebook }) =>
    `没有登记：${personTitle(person, rulebook)}同志没有登记困难，不用解除。`,
  overview: overviewText,
  phoneList: phoneListText,
  struck: ({ person, line }, view) =>
    `已撤销第${line.kept.number}条（${personTitle(person.kept, view.rulebook)} ${careTitles[line.kept.kind]}）：不再计入，记录保留并注明撤销。`,
  textTooLong,
  visitsAhead: visitsAheadText,
};
