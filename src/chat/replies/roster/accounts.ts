import type { RosterSays } from '../../../app/roster/says.js';
import { fullDateTime } from '../../../words/dates.js';
import { matterWords } from '../rulings/matters.js';
import { personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';

type AccountCode =
  'rebinding' | 'speakInPrivate' | 'unbound' | 'unboundTo' | 'whichAccount' | 'noAccount' | 'unbindOwn';

/** What the bot says of chat accounts: lost ones, new ones after a login, and those it may not write to yet. */
export const accountSentences: Sentences<Pick<RosterSays, AccountCode>> = {
  noAccount: ({ person }, { rulebook }) => `${personTitle(person, rulebook)}同志没有绑定账号，不用停用。`,
  rebinding: ({ rows: { kept } }, view) =>
    [
      `重新登录后账号都变了。按群昵称与名册姓名对上的有${kept.length}人，请核对确是本人后再确认：`,
      ...kept.map(({ number, person }) => `#${number} ${personTitle(person, view.rulebook)}`),
      `回复“/确认 ${matterWords(
        kept.map(({ number }) => number),
        view,
      )}”；昵称可以随意改，拿不准的请不要确认，让本人发送“/绑定 姓名”。`,
    ].join('\n'),
  speakInPrivate: ({ person }, { rulebook }) =>
    `${personTitle(person, rulebook)}同志：有消息要私下告诉您，请先私聊机器人发一句话（例：/待办）。`,
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
