import type { VetoRefusals } from '../../../app/veto/says.js';
import { fullDate } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';
import { vetoCommand } from './steps.js';

/** Why a step of a veto was not taken, and what to do instead. */
export const vetoRefusals: Sentences<VetoRefusals> = {
  alreadyHeard: ({ number }) => `#${number} 这条意见已经记录，不必再记。`,
  archived: ({ year }) => `没有登记：${year}年已经归档，不能再提出一票否决。`,
  future: ({ date }, { today }) => `没有登记：${fullDate(date, today)}还没有到，请核对日期。`,
  hearFirst: ({ number }, view) =>
    `#${number} 没有记录表决：还没有听取本人意见。${vetoCommand(number, 'hearing', view)}`,
  heardBeforeVote: ({ number }) =>
    `#${number} 已经表决，听取意见应在表决之前。如程序有误，请认定人“/退回 ${number} 理由”。`,
  inFavourMissing: ({ number }) =>
    `#${number} 没有记录表决：请写明赞成票数。例：/表决 ${number} 赞成 6 反对 1 弃权 1`,
  noQuorum: ({ present, entitled, least }) =>
    `没有记录表决：到会不足，表决无效（应到${entitled}人，实到${present}人，须${least}人以上到会）。请另行开会表决。`,
  noVeto: ({ number }) => `#${number} 不是一票否决事项，请核对编号。发送“/待办”可查看。`,
  nobodyEntitled: () => '没有记录表决：应到不能为0，请核对。',
  ownVeto: () => '本人的事项不由本人提出，请另一位同志（书记、副书记或上级）提出。',
  presentOverEntitled: ({ present, entitled }) =>
    `没有记录表决：实到${present}人超过应到${entitled}人，请核对。`,
  rejectAfterVote: ({ number }) =>
    `#${number.kept} 已经会议表决通过，不能驳回。程序有问题的请“/退回 ${number.kept} 理由”，退回后重新表决。`,
  standing: ({ number, subject, certified }, { rulebook }) =>
    certified
      ? `没有登记：${personTitle(subject.kept, rulebook)}同志该年度已有一票否决 #${number.kept}，不重复办理。认定有误的请“/更正 ${number.kept} 理由”。`
      : `没有登记：${personTitle(subject.kept, rulebook)}同志该年度的一票否决 #${number.kept} 正在办理，发送“/待办”可查看下一步。`,
  subjectActs: () => '这是您本人的事项，听取意见和表决由其他同志办理。您可以用“/说明 编号 文字”说明情况。',
  tooManyEntitled: ({ entitled, most }) =>
    `没有记录表决：应到${entitled}人超过有表决权的党员${most}人（预备党员没有表决权），请核对。`,
  unknownGround: ({ ground }) => `没有第${ground}款。发送“/帮助 否决”可查看写法。`,
  votedAlready: ({ number }) =>
    `#${number} 已经表决通过，不重复记录。如程序有误，请认定人“/退回 ${number} 理由”后重新表决。`,
  votesOverPresent: ({ votes, present }) =>
    `没有记录表决：赞成、反对、弃权共${votes}票，超过实到${present}人，请核对。`,
  withdrawAfterVote: ({ number }) => `#${number.kept} 已经会议表决，不能撤回，等待认定人认定或退回。`,
  yearOver: ({ year }) => `没有登记：${year}年早于上一考核年度，不再登记。`,
};
