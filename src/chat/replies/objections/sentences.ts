import type { ObjectionRefusals, ObjectionSays } from '../../../app/objections/says.js';
import type { Upheld } from '../../../app/matters/results.js';
import type { TargetCard } from '../../../app/matters/objected.js';
import type { View } from '../../../app/ports/voice.js';
import type { ObjectionTarget } from '../../../domain/rulings/rows.js';
import { fullDate } from '../../../words/dates.js';
import { activityTitle } from '../attendance/activities.js';
import { otherTruths } from '../../../words/truth.js';
import { viewAt } from '../views.js';
import { cardLine, restoredText, standsAt } from '../points/items.js';
import { matterHead, pendingText } from '../rulings/matters.js';
import { aboutTitle, correctingLines, enteredLines, correctWords, targetTitle } from './cards.js';
import { comrade, personTitle } from '../../../words/persons.js';
import { statusTitle } from '../../../words/roster.js';
import type { Sentences } from '../sentences.js';
import { numbersTitle, typedNumbers } from '../../../words/numbers.js';
import { matterKindTitle, stateTitle } from '../../../words/matters.js';

const above = '仍有不同意见的，可以向上级党组织反映。';

/** A notice uses the same number. */
function noticeHint(notice: number | null): string {
  return notice === null ? '' : `\n如果您指的是公示第${notice}号，请发送“/异议 公示${notice} 理由”。`;
}

/** 您对 #3 的异议 */
function yours(about: ObjectionTarget): string {
  return `您对${aboutTitle(about)}的异议`;
}

/** To the objector: what follows for the scores. */
function followsText(upheld: Upheld, about: ObjectionTarget, own: boolean): string {
  switch (upheld.what) {
    case 'reversed':
      return about.to === 'matter'
        ? `#${about.number} 已更正，不再计分${own ? restoredText(upheld.restored) : ''}。`
        : `已更正公示中的${upheld.corrected.length}条记分。`;
    case 'redone': {
      const { number, ready } = upheld;
      return ready
        ? `已按原来的材料和证明重新登记为 #${number}，由没有经办过的同志认定。`
        : `已重新登记为 #${number}，还缺证明：请两位同志发送“/证明 ${number}”，或由本人发送“/材料 ${number}”附图。`;
    }
    case 'registered':
      return `同一件事已登记为 #${upheld.number}。`;
    case 'vetoSetAside':
      return `#${about.number} 一票否决已撤销。`;
    case 'standingRestored':
      return `#${about.number} 已撤销，您的身份恢复为变动以前的，积分和考核照旧。`;
    case 'toPutRight':
      return '支部将据此更正，办结以后再告诉您。';
    case 'putRight':
      return upheld.unchanged ? '经核实，分数无须改动。' : '支部已办结。';
    case 'archived':
      return `${upheld.year}年度已经归档，确需改动的由支部提出补正、上级认定。`;
    case 'nothing':
      return '';
  }
}

function upheldToText(facts: ObjectionSays['upheldTo'], view: View): string {
  const { number, about, by, explanation, upheld, score } = facts;
  const stands = score.kept === null ? '' : `您${standsAt(score.kept.total, score.kept.year, view)}。`;
  const follows = `${followsText(upheld.kept, about, score.kept !== null)}${stands}`;
  return [
    `#${number} ${yours(about)}成立（${personTitle(by, view.rulebook)}同志答复）。`,
    `说明：${explanation.kept}`,
    ...(follows === '' ? [] : [follows]),
  ].join('\n');
}

const correctsNot: { readonly [W in ObjectionRefusals['correctsNot']['why']]: string } = {
  unknown: '不是加分或减分',
  notShown: '不在这一期公示里',
  reversed: '已经更正过',
  archived: '属于已归档的年度',
  barred: '是您登记、认定或您本人的，须由他人更正',
};

const refusals: Sentences<ObjectionRefusals> = {
  alreadyAnswered: ({ number }) => `#${number} 已经办结，不能撤回。`,
  answeredBefore: ({ number, about }) => `${yours(about)}（#${number}）已经答复，不再重复受理。${above}`,
  correctsNot: ({ number, matter, why, notice }) =>
    `没有办理：#${matter} ${correctsNot[why]}，不能随异议 #${number} 更正（公示第${notice}号）。不当即更正的，请发送“/答复 ${number} 成立 说明”。`,
  correctsWithoutCause: ({ number, upheld }) =>
    upheld
      ? `没有办理：#${number} 不是对公示的异议，答复“成立”时会自动更正，请去掉“更正”，发送“/答复 ${number} 成立 说明”。`
      : `没有办理：答复“维持”就不更正，请发送“/答复 ${number} 维持 说明”。`,
  deductionRejected: ({ number, notice }) =>
    `#${number} 已经驳回，没有减分，不用提出异议。${noticeHint(notice)}`,
  noNotice: ({ number }) => `没有公示第${number}号，请核对公示开头的号。`,
  noTarget: ({ number, notice }) =>
    `没有可以提出异议的 #${number}，请核对编号。编号在“/明细”里，公示的号印在公示开头，写作“/异议 公示1 理由”。${noticeHint(notice)}`,
  notAnObjection: ({ number, objections }) => {
    const [first] = objections;
    if (first === undefined)
      return `#${number} 不是异议，没有办理。认定请发送“/确认 ${number}”或“/驳回 ${number} 理由”。`;
    const lines = objections.map((each) => `/答复 ${each} 维持 说明\n/答复 ${each} 成立 说明`);
    return `#${number} 不是异议，没有办理。对 #${number} 的异议请选一行，写上说明发送：\n${lines.join('\n')}`;
  },
  notObjectionable: ({ number, kind, notice }) =>
    `#${number} 是${kind === 'correction' ? '对减分的更正' : matterKindTitle(kind)}，不在异议之列；加分、减分和公示可以提出异议。${noticeHint(notice)}`,
  notOpen: ({ number }) => `#${number} 已经办结。对结果有意见的，请发送“/异议 ${number} 理由”。`,
  notRuled: ({ number, mayState, notice }) =>
    `#${number} 还没有认定，认定以后才能提出异议。${mayState ? `现在可以先作说明：“/说明 ${number} 文字”，认定人会看到。` : ''}${noticeHint(notice)}`,
  nothingRuled: ({ number, state, notice }) =>
    `#${number} ${stateTitle(state)}，没有改动分数，不用提出异议。${noticeHint(notice)}`,
  nothingToChange: ({ number, upheld }) =>
    `没有办理：“无须改动”只写在对公示的异议答复“成立”、又不更正其中一条的时候，请去掉，例：/答复 ${number} ${upheld ? '成立' : '维持'} 说明`,
  noticeOver: ({ number, until }, { today }) =>
    `公示第${number}号的公示期到${fullDate(until, today)}为止，已经结束。确有差错的，请向记录员或书记反映，由他们提出更正（归档以后为补正）；${above}`,
  oneLineAtATime: ({ number, lines }) =>
    `没有办理：${numbersTitle(lines)} 都是考勤生成的，须逐条写明实际情况。请先发送“/答复 ${number} 成立 说明”，再由记录员或书记“/更正 支部大会#12 姓名 到 理由”逐条更正。`,
  reversedAlready: ({ number, by, open, notice }) => {
    const how = by === null ? '' : `由 #${by} `;
    const next = open && by !== null ? `对这次更正有异议的，请发送“/异议 ${by} 理由”。` : '';
    return `#${number} 已${how}更正，不再计分。${next}${noticeHint(notice)}`;
  },
  stillWaits: ({ number, about }) =>
    `${yours(about)}已登记为 #${number}，正在等待答复，不用重复提出。要换个理由，请先“/撤回 ${number}”。`,
  supervisesOwn: ({ number }) => `#${number} 与您本人有关，不由您监督。`,
  truthForNothing: ({ number }) =>
    `没有办理：只有考勤生成的减分答复“成立”时才写“实为”，请去掉，例：/答复 ${number} 成立 说明`,
  upheldAlready: ({ number }) =>
    `#${number} 已答复成立，不再改为维持；更正以后请发送“/答复 ${number} 成立 怎样办的”。`,
  yearArchived: ({ about, year }) => {
    const next =
      about.to === 'matter'
        ? `请向记录员或书记反映，由他们发送“/补正 ${about.number} 理由”，报上级认定。`
        : '请向记录员或书记反映，由他们提出补正，报上级认定。';
    return `${year}年度已经归档，不再受理异议。确有差错的，${next}`;
  },
};

/** 上级 answers on a year's notice or a veto (SPEC §3); objectors should know who will read it. */
function answerers(target: TargetCard | null): string {
  const above = target?.kind === 'veto' || (target?.kind === 'notice' && target.notice.period === null);
  return above ? '上级' : '没有经办此事的同志';
}

export const objectionSentences: Sentences<ObjectionSays> = {
  ...refusals,
  answered: ({ number }) => `#${number} 已答复。`,
  countsAgain: ({ number }) =>
    `#${number} 此前由较高一级取代，您的异议没有答复；现在它恢复计分。仍有异议的，请再次发送“/异议 ${number} 理由”。`,
  dismissedInFull: ({ number, about }) =>
    `#${number} 已答复：对${aboutTitle(about)}的异议，维持。已私下告知提出异议的同志。`,
  dismissedTo: ({ number, about, by, bySuperior, explanation }, { rulebook }) =>
    `#${number} ${yours(about)}，答复是维持（${personTitle(by, rulebook)}同志答复）。\n说明：${explanation.kept}${bySuperior ? '' : `\n${above}`}`,
  fell: ({ number, about }) => `#${number} ${yours(about)}已办结：${aboutTitle(about).trim()} 已不再有效。`,
  fellUnanswered: ({ number, about }) => `#${number} 不必再答复：${aboutTitle(about).trim()} 已不再有效。`,
  nobodyAnswers: ({ number, lines, secretaryKnows }) =>
    [
      `#${number} 能答复的同志都经办过此事，名册上也没有别的上级审核人，${secretaryKnows ? '已请书记报请' : '请您报请'}上级另派一位，到位后即转交。${secretaryKnows ? '' : '为了保密，没有另外告诉书记。'}`,
      ...(lines.kept.length === 0
        ? []
        : ['只对其中一条有意见的，可以另发一行：', ...lines.kept.map((line) => `/异议 ${line} 理由`)]),
    ].join('\n'),
  opened: ({ number, about, target, notice }, view) => {
    const what = target.kept === null ? aboutTitle(about).trim() : targetTitle(target.kept, view);
    return `已登记 #${number}：您的异议针对${what.startsWith('#') ? ' ' : ''}${what}。\n您的姓名不告诉任何人；由${answerers(target.kept)}答复，答复会私信告诉您。要收回请发送“/撤回 ${number}”。${noticeHint(notice)}`;
  },
  putRight: ({ number, notice, corrected, explanation }) => {
    const done = corrected.kept.length > 0;
    return [
      `#${number} 对公示第${notice}号的异议成立，${done ? `已更正 ${numbersTitle(corrected.kept)}` : '请核对更正'}。`,
      `说明：${explanation.kept}`,
      ...(done ? [] : [correctWords]),
    ].join('\n');
  },
  redone: ({ card, of, ready }, view) =>
    `#${of} 经复核已重新登记为 #${card.kept.number}：${cardLine(card.kept, view)}，${ready ? '由没有经办过的同志认定。' : `还缺证明：请两位同志发送“/证明 ${card.kept.number}”，或由您发送“/材料 ${card.kept.number}”附图。`}`,
  reminder: ({ card, workingDays }, view) =>
    `提醒：#${card.kept.number} 已满${workingDays}个工作日，还没有答复。\n${pendingText(card.kept, view)}`,
  sayTruth: ({ number, line, corrects, activity, now, explanation }, view) => {
    const words = corrects.length === 0 ? '' : ` 更正 ${corrects.join(' ')}`;
    const truths = otherTruths(now.kept, viewAt(activity.at, view).rulebook);
    return [
      `#${line} 是${activityTitle(activity, view)}考勤生成的，答复“成立”请写明实际情况，考勤和分数一并改正。请选一行发送：`,
      ...truths.map((truth) => `/答复 ${number} 成立 ${explanation.kept}${words} 实为 ${truth}`),
    ].join('\n');
  },
  sayWhich: ({ number, notice, lines, entered, explanation, isNamed }, view) => {
    const upheld = `/答复 ${typedNumbers([number], view)} 成立 ${explanation.kept}`;
    return [
      isNamed
        ? `没有办理：说明末尾写了编号，公示第${notice}号的这一条要不要当即更正？不更正的，请去掉编号再发。`
        : `没有办理：${entered.kept.length === 0 ? `公示第${notice}号里的分数还没有改动` : `请写明为这条异议改动了哪一条`}。`,
      ...enteredLines(upheld, entered.kept, view),
      ...correctingLines(upheld, lines.kept, view),
      ...(isNamed
        ? []
        : [
            '须另行登记、更正的，请书记或记录员办好、认定以后再答复，说明末尾写上那一条的编号（如 #4）。',
            `核实以后分数无须改动的，请发送：${upheld} 无须改动`,
          ]),
    ].join('\n');
  },
  standingRestored: ({ asked: { kept: asked } }, { rulebook }) =>
    `${comrade(asked.person, rulebook)}对变动 #${asked.number}（${statusTitle(asked, rulebook)}）的异议，上级答复成立，已恢复变动以前的身份。`,
  supervised: ({ number, seen }) =>
    seen
      ? `#${number} 您的意见已记下，已转认定人。`
      : `#${number} 您的意见已记下。这一条还缺证明，证明齐了认定人会看到。`,
  supervisedTo: ({ card }, view) =>
    `#${card.kept.number} 监督员提出意见：${matterHead(card.kept, view)}\n${pendingText(card.kept, view)}`,
  upheldTo: upheldToText,
  vetoSetAside: ({ veto, subject, year, total }, view) =>
    `#${veto} 一票否决经复核已撤销：${personTitle(subject, view.rulebook)}同志${standsAt(total, year, view)}。`,
};
