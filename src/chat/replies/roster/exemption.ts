import type { ExemptionSays } from '../../../app/roster/exemption/says.js';
import { passedOn } from '../rulings/matters.js';
import { comrade, personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';
import { stateTitle } from '../../../words/matters.js';
import { exemptionTitle } from '../../../words/roster.js';

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
