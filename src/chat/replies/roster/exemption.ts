import type { ExemptionSays } from '../../../app/roster/exemption/says.js';
import { typedNumbers } from '../../../words/numbers.js';
import { passedOn } from '../rulings/matters.js';
import { comrade, personTitle, personTitles } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';
import { stateTitle } from '../../../words/matters.js';
import { exemptionTitle } from '../../../words/roster.js';
import type { RosterSays } from '../../../app/roster/says.js';
import { fullDateTime } from '../../../words/dates.js';

type AccountCode =
  | 'boundAnother'
  | 'bindingFell'
  | 'rebinding'
  | 'speakInPrivate'
  | 'unbound'
  | 'unboundTo'
  | 'whichAccount'
  | 'noAccount'
  | 'officerUnbound'
  | 'unbindOwn';

/** Chat accounts: lost ones, new ones after a login, and those the bot may not write to yet. */
export const accountSentences: Sentences<Pick<RosterSays, AccountCode>> = {
  bindingFell: ({ number, person }, { rulebook }) =>
    `#${number} 您申请绑定“${personTitle(person, rulebook)}”没有办理：已确认另一个账号为这位同志。确是您本人的，请当面向书记说明，再发送“/绑定 ${personTitle(person, rulebook)}”。`,
  boundAnother: ({ person, ruler, nickname: { kept } }, { rulebook }) =>
    `${comrade(person, rulebook)}，另一个账号${kept === null ? '' : `（昵称“${kept}”）`}刚由${comrade(ruler, rulebook)}确认为您的账号。不是您本人的，请马上告诉书记、副书记或上级，由他们发送“/解绑 ${personTitle(person, rulebook)}”停用。`,
  noAccount: ({ person }, { rulebook }) => `${personTitle(person, rulebook)}同志没有绑定账号，不用停用。`,
  officerUnbound: ({ branch, person, by }, { rulebook }) =>
    `${branch}报告：${personTitle(by, rulebook)}同志停用了${personTitle(person, rulebook)}同志的账号。他是认定人，再有人用“/绑定 ${personTitle(person, rulebook)}”申请时，请当面核实确是本人。`,
  rebinding: ({ rows: { kept } }, view) =>
    [
      `重新登录后账号都变了。按群昵称与名册姓名对上的有${kept.length}人，请核对确是本人后再确认：`,
      ...kept.map(({ number, person }) => `#${number} ${personTitle(person, view.rulebook)}`),
      `回复“/确认 ${typedNumbers(
        kept.map(({ number }) => number),
        view,
      )}”；昵称可以随意改，拿不准的请不要确认，让本人发送“/绑定 姓名”。`,
    ].join('\n'),
  speakInPrivate: ({ persons }, { rulebook }) =>
    `${personTitles(persons, rulebook)}同志：有消息要私下告诉${persons.length === 1 ? '您' : '各位'}，请先私聊机器人发一句话（例：/待办）。`,
  unbindOwn: ({ person }, { rulebook }) =>
    `本人的账号不能自己停用，请副书记或上级发送“/解绑 ${personTitle(person, rulebook)}”。`,
  unbound: ({ person, left }, { rulebook }) => {
    const name = personTitle(person, rulebook);
    const next =
      left > 0 ? `他还有${left}个账号可用。` : `他用新账号发送“/绑定 ${name}”，经确认后即可继续使用。`;
    return `已停用${name}同志的账号，这个账号不再代表他。${next}`;
  },
  unboundTo: ({ by }, { rulebook }) =>
    `您的另一个账号已由${personTitle(by, rulebook)}同志停用。如有疑问，请当面向他核实。`,
  whichAccount: ({ person, rows: { kept } }, view) => {
    const name = personTitle(person, view.rulebook);
    const about = kept.map(
      ({ nickname, boundAt }, index) =>
        `${index + 1}：${nickname === null ? '' : `昵称“${nickname}”，`}${fullDateTime(boundAt, view.today)}绑定`,
    );
    return [
      `${name}同志有${kept.length}个账号：`,
      ...about,
      '请选一行发送：',
      ...kept.map((_, index) => `/解绑 ${name} ${index + 1}`),
    ].join('\n');
  },
};

export const exemptionSentences: Sentences<ExemptionSays> = {
  alreadyConsented: ({ number }) =>
    `#${number} 您已经同意，正在等待认定。改变主意请回复“/不同意 ${number}”。`,
  alreadyExempt: ({ person }, view) =>
    `${comrade(person, view.rulebook)}已经不列入积分考核，没有登记。要重新列入请发送：/列入 ${personTitle(person, view.rulebook)}`,
  consentWanted: ({ asked: { kept: asked }, reason, by }, view) => {
    const { number } = asked;
    return [
      `${comrade(asked.person, view.rulebook)}，征求您的意见 #${number}：支部拟对您${exemptionTitle(asked.exempt)}${asked.exempt ? '，以关爱为主' : ''}（${personTitle(by, view.rulebook)}同志提出）。`,
      ...(reason.kept === null ? [] : [`事由：${reason.kept}`]),
      `这件事由您决定。同意请私聊回复“/同意 ${number}”，不同意请回复“/不同意 ${number}”。`,
    ].join('\n');
  },
  consented: ({ asked: { kept: asked }, instead, entered }, view) =>
    entered
      ? `#${asked.number} 已记下：${comrade(asked.person, view.rulebook)}本人签字同意${exemptionTitle(asked.exempt)}，${passedOn(instead.seat)}。认定前本人改变主意，请提出人“/撤回 ${asked.number}”。`
      : `#${asked.number} 已记下：您同意${exemptionTitle(asked.exempt)}，${passedOn(instead.seat)}。认定前改变主意，请回复“/不同意 ${asked.number}”。`,
  consentedTo: ({ asked: { kept: asked }, instead }, view) =>
    `#${asked.number} ${comrade(asked.person, view.rulebook)}本人已同意${exemptionTitle(asked.exempt)}，${passedOn(instead.seat)}。`,
  declined: ({ asked: { kept: asked } }) =>
    `#${asked.number} 已记下：您不同意${exemptionTitle(asked.exempt)}，这件事不再办理，${asked.exempt ? '照旧参加积分考核' : '照旧不列入考核'}。`,
  declinedTo: ({ asked: { kept: asked } }, view) =>
    `#${asked.number} ${comrade(asked.person, view.rulebook)}本人不同意${exemptionTitle(asked.exempt)}，不再办理。`,
  exemptLeavesOpen: ({ person, numbers, exempt }, view) =>
    `${comrade(person.kept, view.rulebook)}另有未办结的事项：${numbers.map((number) => `#${number}`).join('、')}，仍须逐条认定或驳回${exempt ? '，认定后只留记录，不计入考核' : ''}。`,
  exempted: ({ asked: { kept: asked } }) =>
    asked.exempt
      ? `#${asked.number} 已认定：您今后不列入积分考核，支部以关爱为主；要重新列入，随时可以告诉书记。`
      : `#${asked.number} 已认定：您重新列入积分考核，原有记录照旧计算。`,
  exemptedTo: ({ asked: { kept: asked } }, view) =>
    `#${asked.number} 您提出的${comrade(asked.person, view.rulebook)}${exemptionTitle(asked.exempt)}已认定。`,
  exemptionOpened: ({ asked: { kept: asked }, hasAccount }, view) => {
    const head = `已登记 #${asked.number}：${comrade(asked.person, view.rulebook)}${exemptionTitle(asked.exempt)}。`;
    const { number } = asked;
    const name = personTitle(asked.person, view.rulebook);
    return hasAccount
      ? `${head}已私下征求本人意见，本人回复“/同意 ${number}”后转认定；要收回请发送“/撤回 ${number}”。`
      : `${head}本人还没有账号，请本人先发送“/绑定 ${name}”，再回复“/同意 ${number}”；或由记录员代办，与本人签字的图片或文件一起私聊发送：/代 ${name} 同意 ${number}`;
  },
  exemptionOver: ({ number, state }) => `#${number} ${stateTitle(state)}，不用再答复。`,
  exemptionReported: ({ branch, asked: { kept: asked }, proposer, ruler }, view) =>
    `${branch}报告：${comrade(asked.person, view.rulebook)}${exemptionTitle(asked.exempt)}，${comrade(proposer, view.rulebook)}提出，本人已同意，${comrade(ruler, view.rulebook)}认定。`,
  exemptionWaits: ({ number, person, consented }, view) =>
    `${comrade(person, view.rulebook)}的 #${number} 正在等待${consented ? '认定' : '本人同意'}，没有重复登记。`,
  notExempt: ({ person }, view) => `${comrade(person, view.rulebook)}没有办理过不列入，没有登记。`,
  notScoredAnyway: ({ person }, view) =>
    `${comrade(person, view.rulebook)}的类别本来就不参加积分考核，不用再办，没有登记。`,
  nothingToDecline: ({ number }) =>
    `没有等您答复的 #${number}，请核对编号。认定人不予认定的，请发送“/驳回 ${number} 理由”。`,
};
