import { rollCall } from '../src/app/attendance/roll-call.js';
import { defineCommand } from '../src/chat/define.js';
import { activityWord } from '../src/chat/words/life/which-activity.js';
import { flagWord } from '../src/chat/words/life/activities.js';
import { personNames } from '../src/chat/words/people/names.js';

/** 点名: 到 and 缺 change those named, 全到 everybody who is due; the group hears counts only. */
export const command = defineCommand({
  name: '点名',
  summary: '登记到会情况',
  words: { activity: activityWord('register') },
  keywords: { 到: personNames, 缺: personNames, 全到: flagWord, 除: personNames },
  examples: ['/点名 支部大会 到 张三 缺 王芳', '/点名 支部大会 全到', '/点名 支部大会 全到 除 张三'],
  useCase: rollCall,
  input: ({ activity, 到: present, 缺: absent, 全到: everybody, 除: except }) => ({
    activity,
    present: [...(present ?? [])],
    absent: [...(absent ?? [])],
    everybody: everybody ?? false,
    except: [...(except ?? [])],
  }),
});
