import type { RosterSays } from '../../../app/roster/says.js';
import { fullDateTime } from '../../../words/dates.js';
import { typedNumbers } from '../../../words/numbers.js';
import { comrade, personTitle, personTitles } from '../../../words/persons.js';
import { passedOn } from '../rulings/matters.js';
import type { Sentences } from '../sentences.js';

type AccountCode =
  | 'bindingAsked'
  | 'bindingConsented'
  | 'bindingDeclined'
  | 'bindingDeclinedTo'
  | 'bindingFell'
  | 'bindingOpen'
  | 'boundAnother'
  | 'codeOnly'
  | 'noAccount'
  | 'officerUnbound'
  | 'ownWordWanted'
  | 'rebinding'
  | 'speakInPrivate'
  | 'unbindOwn'
  | 'unbound'
  | 'unboundTo'
  | 'whichAccount';

/** Chat accounts: lost ones, new ones after a login, and those the bot may not write to yet. */
export const accountSentences: Sentences<Pick<RosterSays, AccountCode>> = {
  bindingAsked: ({ number, person, rulers, ownWord }, { rulebook }) => {
    const to = rulers.length === 0 ? '书记' : `${personTitles(rulers, rulebook)}同志`;
    const asked = `已登记 #${number}：申请绑定为${comrade(person, rulebook)}，待${to}确认，确认后会私信告诉您。`;
    return ownWord
      ? `${asked}\n该同志已有账号，请先用原来的账号私聊回复“/同意 ${number}”；原来的账号用不了的，请当面告诉书记、副书记或上级，由他们发送“/解绑 ${personTitle(person, rulebook)}”。`
      : asked;
  },
  bindingConsented: ({ number, instead }) =>
    `#${number} 已记下：另一个账号也是您本人的，${passedOn(instead.seat)}。认定前改变主意，请回复“/不同意 ${number}”。`,
  bindingDeclined: ({ number }) =>
    `#${number} 已记下：那个账号不是您本人的，不再办理，您的账号照常使用。请把这件事告诉书记、副书记或上级。`,
  bindingDeclinedTo: ({ number, person, left }, { rulebook }) =>
    `#${number} 申请绑定为${comrade(person, rulebook)}的，${left ? '这位同志已不在本支部' : '本人用原来的账号答复不是本人'}，不再办理。`,
  bindingFell: ({ number, person }, { rulebook }) =>
    `#${number} 您申请绑定“${personTitle(person, rulebook)}”没有办理：已确认另一个账号为这位同志。确是您本人的，请当面向书记说明，再发送“/绑定 ${personTitle(person, rulebook)}”。`,
  bindingOpen: ({ number, person }, view) =>
    `绑定为${comrade(person, view.rulebook)}的申请 #${number} 正在等待确认，不必重复申请。`,
  boundAnother: ({ person, ruler, nickname: { kept } }, { rulebook }) =>
    `${comrade(person, rulebook)}，另一个账号${kept === null ? '' : `（昵称“${kept}”）`}刚由${comrade(ruler, rulebook)}确认为您的账号。不是您本人的，请马上告诉书记、副书记或上级，由他们发送“/解绑 ${personTitle(person, rulebook)}”停用。`,
  codeOnly: ({ person }, { rulebook }) =>
    `${personTitle(person, rulebook)}同志的账号只用认领码启用，没有登记。认领码在机器人启动的窗口里，请向管理员要来后发送“/认领 认领码”；没有的，重新启动一次就会给出。`,
  noAccount: ({ person }, { rulebook }) => `${personTitle(person, rulebook)}同志没有绑定账号，不用停用。`,
  officerUnbound: ({ branch, person, by }, { rulebook }) =>
    `${branch}报告：${personTitle(by, rulebook)}同志停用了${personTitle(person, rulebook)}同志的账号。再有人用“/绑定 ${personTitle(person, rulebook)}”申请时，请当面核实确是本人。`,
  ownWordWanted: ({ number, person, nickname: { kept } }, { rulebook }) =>
    `#${number} ${comrade(person, rulebook)}，另一个账号${kept === null ? '' : `（昵称“${kept}”）`}申请绑定为您本人。是您的，请私聊回复“/同意 ${number}”，同意以后再转认定；不是的，请回复“/不同意 ${number}”。`,
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
      left > 0
        ? `该同志还有${left}个账号可用。`
        : `该同志用新账号发送“/绑定 ${name}”，经确认后即可继续使用。`;
    return `已停用${name}同志的账号，这个账号不再代表该同志。${next}`;
  },
  unboundTo: ({ by }, { rulebook }) =>
    `您的另一个账号已由${personTitle(by, rulebook)}同志停用。如有疑问，请当面向该同志核实。`,
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
