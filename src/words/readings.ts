/** The readings that a branch settles in chat, and their values. */
import type { Setting, SettingValue } from '../domain/rulebook/settings.js';

const titles: Readonly<Record<Setting, string>> = {
  publication: '公示方式',
  checkIn: '签到',
  secondReminder: '第二次提醒',
  exportReminder: '导出提醒',
  digest: '待办汇总',
  plainModel: '平常话模型',
};

const valueTitles: Readonly<Record<SettingValue, string>> = {
  group: '群内',
  board: '公示栏',
  meeting: '会议',
  on: '开',
  off: '关',
};

export function settingTitle(setting: Setting): string {
  return titles[setting];
}

export function settingValueTitle(value: SettingValue): string {
  return valueTitles[value];
}

/** What it means, where the value alone would not say it. */
export function readingMeaning(setting: Setting, value: SettingValue): string {
  switch (setting) {
    case 'publication':
      return publicationMeanings[value === 'board' || value === 'meeting' ? value : 'group'];
    case 'checkIn':
      return value === 'on' ? '党员可以自行签到' : '不用签到，由记录员点名登记到会情况';
    case 'secondReminder':
      return value === 'on' ? '活动在前一天和开始前各提醒一次' : '活动只在前一天提醒一次';
    case 'exportReminder':
      return value === 'on' ? '活动资料没有导出的，每周提醒记录员' : '活动资料没有导出的，不提醒';
    case 'digest':
      return value === 'on' ? '有待办的，每个工作日汇总发给认定人' : '不发待办汇总，可随时发送“/待办”查看';
    case 'plainModel':
      return value === 'on'
        ? '听不懂的平常话，去掉姓名后交给设置里的语言模型提议一行命令，是否办理由本人决定'
        : '平常话不交给语言模型';
  }
}

const publicationMeanings = {
  group: '积分发到群里公示',
  board: '积分表张贴在公示栏，群里只说一句，不列分数',
  meeting: '积分表在会议上宣读，群里只说一句，不列分数',
} as const;
