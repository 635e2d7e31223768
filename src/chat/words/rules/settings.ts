/** What a branch settles by `/细则`, as people type it. */
import {
  settingNames,
  settings,
  type Setting,
  type SettingValue,
} from '../../../domain/rulebook/settings.js';
import { settingTitle, settingValueTitle } from '../../../words/readings.js';
import { word, type Word } from '../../define.js';

/** Each with a line that changes it. */
export const settingExamples = settingNames.map((setting) => {
  const title = settingTitle(setting);
  const value = setting === 'publication' ? '公示栏' : setting === 'plainModel' ? '开' : '关';
  return { setting, example: `/细则 ${title} ${value}` };
});

/** Which reading is meant, the usual word first. */
export function settingLead(setting: Setting): readonly string[] {
  return [settingTitle(setting), ...otherLeads[setting]];
}

const otherLeads: Readonly<Record<Setting, readonly string[]>> = {
  publication: ['公布方式', '公示形式'],
  checkIn: ['自行签到'],
  secondReminder: ['二次提醒', '再次提醒', '当天提醒'],
  exportReminder: ['上传提醒'],
  digest: ['汇总', '每日汇总'],
  plainModel: ['语言模型', '模型'],
};

const others: Readonly<Record<SettingValue, readonly string[]>> = {
  group: ['群', '群里', '工作群', '微信群'],
  board: ['张贴', '上墙', '党务公开栏', '公开栏'],
  meeting: ['会上', '开会', '宣读', '支部大会'],
  on: ['打开', '开启', '开通', '恢复'],
  off: ['关闭', '停用', '停止', '不用'],
};

/** 公示栏, 开: one of the values of this reading. */
export function settingWord(setting: Setting): Word<SettingValue> {
  const choices: readonly SettingValue[] = settings[setting];
  const label = choices.map(settingValueTitle).join('|');
  return word(label, ({ tokens, at, end }) => {
    const token = at < end ? tokens[at] : undefined;
    if (token === undefined) return { kind: 'absent' };
    const { text } = token;
    const value = choices.find((one) => settingValueTitle(one) === text || others[one].includes(text));
    if (value !== undefined) return { kind: 'taken', value, next: at + 1 };
    const problem = { code: 'notOneOf' as const, text, label: settingTitle(setting) };
    return { kind: 'problem', problem: { ...problem, choices: choices.map(settingValueTitle) } };
  });
}
