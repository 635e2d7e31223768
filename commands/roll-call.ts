import { rollCall } from '../src/app/attendance/roll-call.js';
import { defineCommand } from '../src/chat/define.js';
import { absent, allCame, theOthers } from '../src/chat/plain/phrases.js';
import { activityWord } from '../src/chat/words/life/which-activity.js';
import { flagWord } from '../src/chat/words/life/activities.js';
import { personNames } from '../src/chat/words/people/names.js';
import { countOf } from '../src/chat/words/plain.js';

/**
 * 点名: 到 and 缺 change those named, 全到 everybody who is due; who is late or leaves early came, which is all that is kept. The group
 * hears counts only.
 */
export const command = defineCommand({
  name: '点名',
  act: '登记到会情况',
  takesOwnWords: true,
  summary: '登记到会情况',
  note: '由考核记录员办理；书记只核改记录员本人的到会情况。',
  words: { activity: activityWord('register') },
  keywords: {
    到: { ...personNames, spoken: ['到', '到会'] },
    缺: { ...personNames, spoken: ['缺', '缺席', '未到', '没到', '没来'] },
    全到: { ...flagWord, spoken: ['全到', '都到', '全部到'] },
    除: { ...personNames, spoken: ['除', '除了'] },
    迟到: { ...personNames, spoken: ['迟到', '晚到'] },
    早退: { ...personNames, spoken: ['早退', '先走'] },
    应到: countOf('人数', '应到'),
  },
  examples: ['/点名 支部大会 到 张三 缺 王芳', '/点名 支部大会 全到', '/点名 支部大会 全到 除 张三'],
  says: [
    `<{活动}&[点名]&[除了|除][有]{除}(外|以外|之外|没来|没到|缺席)&${theOthers}{+全到}${allCame}>`,
    `<{活动}&[点名]&${allCame}{+全到}>`,
    `<{活动}&[点名]&(除了|除|除去){除}[外|以外|之外]&[${theOthers}]${allCame}{+全到}>`,
    `{活动}[点名](参加|到会|到场)(除了|除){除}[外|以外|之外]${allCame}{+全到}`,
    `[点名](除了|除|除去){除}[外|以外|之外][${theOthers}]${allCame}{+全到}`,
    `{活动}[点名]{到}(到会|到|来|到场|参加)[{缺}${absent}]`,
    `<{活动}&[点名]&{到}(到会|到|来|到场|参加)&{缺}${absent}>`,
    `{活动}[点名]${absent}[人员|名单|同志][的][是|有]{缺}`,
    `{活动}[点名](到会|到场|参加)[人员|名单|同志][的][是|有]{到}[{缺}${absent}]`,
    `<{活动}&[点名]&{除}${absent}&${theOthers}{+全到}${allCame}>`,
    '<[点名]&{活动}>{到会情况}',
    '点名{到会情况}',
    '{全员情况}',
    '[{活动}]{到会情况}[我|刚才|刚](点|记|登|弄|登记)错[了]',
  ],
  aside: ['点名[{活动}]{情况及原因}', '点名[{活动}]{只有名字}'],
  useCase: rollCall,
  input: ({
    activity,
    到: present,
    缺: absent,
    全到: everybody,
    除: except,
    迟到: late,
    早退: left,
    应到: due,
  }) => ({
    activity,
    present: [...(present ?? [])],
    absent: [...(absent ?? [])],
    everybody: everybody ?? false,
    except: [...(except ?? [])],
    late: [...(late ?? [])],
    leftEarly: [...(left ?? [])],
    due: due ?? null,
  }),
});
