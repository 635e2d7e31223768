import type { Row } from './rows.js';

/** A row of FORGIVING.md; `before` are lines of 冯晓燕 unless they name somebody else. */
export interface ForgivingRow extends Row {
  readonly place?: 'private';
}

const meeting = '冯晓燕> /活动 支部大会 9月18日15:00 三楼';
const lecture = '冯晓燕> /活动 党课 9月21日15:00 三楼';
const bonus = '冯晓燕> /加分 张三 8 献血';
const other = '冯晓燕> /加分 王芳 8 献血';
const zhang = ['张三 8 3'];

export const spellingRows: readonly ForgivingRow[] = [
  { line: '/加分张三8公益活动', says: ['#1', '张三', '第8项'], adds: zhang },
  { line: '/加分 张三8公益活动', says: ['#1'], adds: zhang },
  { line: '/加分 张三 8公益活动', says: ['#1'], adds: zhang },
  { line: '/请假支部大会', by: '张三', before: [meeting], says: ['#1', '支部大会'], adds: ['张三 leave'] },
  { line: '/ 请假 支部大会', by: '张三', before: [meeting], says: ['#1'], adds: ['张三 leave'] },
  { line: '/请假，支部大会', by: '张三', before: [meeting], says: ['#1'], adds: ['张三 leave'] },
  { line: '/确认1', by: '周建国', before: [bonus], says: ['#1 已认定'], ledger: 3 },
  { line: '/确认#1', by: '周建国', before: [bonus], says: ['#1 已认定'], ledger: 3 },
  { line: '/确认 1。', by: '周建国', before: [bonus], says: ['#1 已认定'], ledger: 3 },
  { line: '/确认 1 吧', by: '周建国', before: [bonus], says: ['#1 已认定'], ledger: 3 },
  { line: '/确认 1️⃣', by: '周建国', before: [bonus], says: ['#1 已认定'], ledger: 3 },
  { line: '、确认 1', by: '周建国', before: [bonus], says: ['#1 已认定'], ledger: 3 },
  { line: '\\确认 1', by: '周建国', before: [bonus], says: ['#1 已认定'], ledger: 3 },
  { line: '∕确认 1', by: '周建国', before: [bonus], says: ['#1 已认定'], ledger: 3 },
  { line: '“/确认 1”', by: '周建国', before: [bonus], says: ['#1 已认定'], ledger: 3 },
  { line: '/确认 第1条', by: '周建国', before: [bonus], says: ['#1 已认定'], ledger: 3 },
  { line: '/确认 1-2', by: '周建国', before: [bonus, other], says: ['#1 已认定', '#2 已认定'], ledger: 6 },
  { line: '/确认 1~2', by: '周建国', before: [bonus, other], says: ['#1 已认定', '#2 已认定'], ledger: 6 },
  { line: '/确认 1至2', by: '周建国', before: [bonus, other], says: ['#1 已认定', '#2 已认定'], ledger: 6 },
  {
    line: '/确认 1、2，1',
    by: '周建国',
    before: [bonus, other],
    says: ['#1 已认定', '#2 已认定'],
    ledger: 6,
  },
  { line: '/证明 1 2', by: '孙丽', before: [bonus, other], says: ['#1 张三', '#2 王芳', '孙丽同志已证明'] },
  { line: '/证明1', by: '孙丽', before: [bonus], says: ['孙丽同志已证明'] },
  { line: '@机器人/积分', by: '张三', says: ['张三 2026年积分：100分'] },
  { line: '/积分 @机器人', by: '张三', says: ['张三 2026年积分：100分'] },
  { line: '/积分。', by: '张三', says: ['张三 2026年积分：100分'] },
  { line: '/积分👍', by: '张三', says: ['张三 2026年积分：100分'] },
  { line: '/积分 谢谢', by: '张三', says: ['张三 2026年积分：100分'] },
  ...['第八项 献血', '第8条 献血', '８ 献血', '8、公益活动', '8，公益活动', '公益活动'].map((words) => ({
    line: `/加分 张三 ${words}`,
    says: ['#1', '第8项“公益活动” +3分'],
    adds: zhang,
  })),
  { line: '/加分 张三 受表彰 市级', says: ['第13项', '+10分'], adds: ['张三 13 10'] },
  { line: '/加分 张三 献血', says: ['您是指第8项“公益活动”吗？', '/加分 张三 8 献血'] },
  { line: '/加分 张三 公益', says: ['您是指第8项“公益活动”吗？', '/加分 张三 8 公益'] },
  { line: '/加分 张三 8次献血', says: ['项号'] },
  { line: '/加分 张三 8分献血', says: ['项号'] },
  { line: '/加分 张三同志 8 献血', says: ['#1'], adds: zhang },
  { line: '/加分 张 三 8 献血', says: ['#1'], adds: zhang },
  { line: '/积分 周书记', place: 'private', says: ['周建国 2026年积分'] },
  { line: '/积分 阿依古丽买买提', place: 'private', says: ['阿依古丽·买买提 2026年积分'] },
  { line: '/积分 阿依古丽', place: 'private', says: ['阿依古丽·买买提 2026年积分'] },
  { line: '/加分 章三 8 献血', says: ['没有叫“章三”', '/加分 张三 8 献血'] },
  { line: '/加分 马龑 8 献血', says: ['没有叫“马龑”', '/加分 马䶮 8 献血'] },
  { line: '/加分 孙利 8 献血', by: '王芳', says: ['由考核记录员、书记、副书记办理'], never: ['孙丽'] },
  {
    line: '/加分 张三/王芳。孙丽；高山\n马䶮 8 植树',
    says: ['已登记5条'],
    adds: ['张三 8 3', '王芳 8 3', '孙丽 8 3', '高山 8 3', '马䶮 8 3'],
  },
  { line: '/加分 张三和王芳 8 植树', says: ['已登记2条'], adds: ['张三 8 3', '王芳 8 3'] },
  { line: '/加分 张三丰8献血', says: ['没有叫“张三丰'] },
  { line: '/谈话 张三丰谈得很好', by: '周建国', place: 'private', says: ['没有叫“张三丰谈得很好”'] },
  { line: '/活动 明天下午3点 支部大会 三楼', says: ['支部大会，9月15日（周二）15:00，三楼'] },
  {
    line: '/活动 支部大会 三楼 明天3点',
    says: ['可以有几种理解', '/活动 支部大会 三楼 9月15日（周二）15:00'],
  },
  { line: '/活动 支部大会 明天下午3点三楼', says: ['支部大会，9月15日（周二）15:00，三楼'] },
  { line: '/活动 支部大会 明天下午3点15楼会议室', says: ['9月15日（周二）15:00，15楼会议室'] },
  { line: '/活动 支部党员大会 9月28日15:00 三楼', says: ['活动通知：支部大会'] },
  { line: '/活动 支部委员会 9月28日15:00 三楼', says: ['活动通知：支委会'] },
  { line: '/活动 上党课 9月28日15:00 三楼', says: ['活动通知：党课'] },
  { line: '/活动 志愿服务 9月28日15:00 广场', says: ['活动通知：公益'] },
  { line: '/活动 党课 11月28日 15:00-17:00 三楼', says: ['11月28日（周六）15:00，三楼（至17:00）'] },
  { line: '/请假 党员大会', by: '张三', before: [meeting], says: ['#1', '支部大会'], adds: ['张三 leave'] },
];

export const omittedRows: readonly ForgivingRow[] = [
  { line: '/请假', by: '张三', before: [meeting], says: ['#1', '支部大会（9月18日'], adds: ['张三 leave'] },
  {
    line: '/请假 孩子发烧',
    by: '张三',
    before: [meeting],
    says: ['#1', '支部大会（9月18日'],
    never: ['孩子'],
    adds: ['张三 leave'],
  },
  {
    line: '/请假 孩子发烧',
    by: '张三',
    before: [meeting, lecture],
    says: ['/请假 支部大会 孩子发烧', '/请假 党课 孩子发烧'],
    never: ['孩子'],
  },
  {
    line: '/请假 周五 孩子发烧',
    by: '张三',
    before: [meeting, lecture],
    says: ['#1', '支部大会'],
    adds: ['张三 leave'],
  },
  {
    line: '/请假 9月18日',
    by: '张三',
    before: [meeting, lecture],
    says: ['#1', '支部大会'],
    adds: ['张三 leave'],
  },
  {
    line: '/请假 周五的支部大会 出差',
    by: '张三',
    before: [meeting, lecture],
    says: ['#1', '公出'],
    adds: ['张三 leave'],
  },
  {
    line: '/请假 周一的支部大会',
    by: '张三',
    before: [meeting, lecture],
    says: ['请写明是哪次活动', '/请假 支部大会（9月18日 周五）'],
  },
  {
    line: '/请假 支部大会（9月18日 周五）',
    by: '张三',
    before: [meeting],
    says: ['#1'],
    adds: ['张三 leave'],
  },
  { line: '/请假 支部大慧', by: '张三', before: [meeting], says: ['/请假 支部大会（9月18日 周五）'] },
  ...['出差', '公差', '去市里开会'].map((reason) => ({
    line: `/请假 支部大会 ${reason}`,
    by: '张三',
    before: [meeting],
    says: ['#1 按公出登记', '“/销假 1”'],
    never: ['公出'],
    adds: ['张三 leave'],
  })),
  {
    line: '/请假 支部大会 老婆出差要带孩子',
    by: '张三',
    before: [meeting],
    says: ['按事假登记'],
    adds: ['张三 leave'],
  },
  { line: '/请假条放在哪里', by: '张三', before: [meeting], says: ['没有“/请假条', '/请假'] },
];

export const severalRows: readonly ForgivingRow[] = [
  {
    line: '/加分 高山 8 社区清雪\n/加分 孙丽 8 社区清雪\n辛苦大家了',
    says: ['已登记 #1：高山', '已登记 #2：孙丽'],
    adds: ['高山 8 3', '孙丽 8 3'],
  },
  {
    line: '/驳回 1 重复\n/驳回 2 重复',
    by: '周建国',
    before: [bonus, other],
    says: ['#1 已驳回', '#2 已驳回'],
  },
  {
    line: '「张三：/确认 1」\n- - - - - -\n/请假 支部大会',
    by: '周建国',
    before: [meeting, bonus],
    says: ['#2', '请假'],
    adds: ['周建国 leave'],
  },
  { line: '各位：\n/活动', by: '张三', before: [meeting], says: ['支部大会 9月18日'] },
  { line: '那个 @机器人 /请假 支部大会', by: '张三', before: [meeting], says: ['#1'], adds: ['张三 leave'] },
  ...['请假', '/请假 谢谢'].map((line) => ({
    line,
    by: '张三',
    place: 'private' as const,
    before: [meeting],
    says: ['已登记 #1'],
    adds: ['张三 leave'],
  })),
  { line: '积分', by: '张三', place: 'private', says: ['张三 2026年积分：100分'] },
  { line: '@机器人 积分', by: '张三', says: ['张三 2026年积分：100分'] },
  { line: '待办', by: '张三', place: 'private', says: ['没有'] },
  { line: '？', by: '张三', place: 'private', says: ['/请假'] },
  { line: '确认 1', by: '周建国', place: 'private', before: [bonus], says: ['#1 已认定'], ledger: 3 },
  { line: '积分', by: '张三', says: [], never: ['积分'] },
  { line: '确认 1', by: '周建国', before: [bonus], says: [], never: ['认定'] },
];

export const suggestedRows: readonly ForgivingRow[] = [
  { line: '/打卡', by: '张三', before: [meeting], says: ['/签到'] },
  { line: '/分数', by: '张三', says: ['/积分'] },
  { line: '/我的积分', by: '张三', says: ['/积分'] },
  { line: '/退出', by: '张三', says: ['/帮助'] },
  { line: '/积分 全部', by: '冯晓燕', place: 'private', says: ['按名册顺序', '张三 100分', '高山 100分'] },
  { line: '/积分 全部', by: '张三', says: ['办理'], never: ['王芳'] },
  { line: '/积分 排名', by: '张三', says: ['不排名次'] },
  { line: '/党费 张三', place: 'private', says: ['张三 2026年党费'] },
  { line: '/党费 王芳', by: '张三', place: 'private', says: ['查看本人的党费'] },
];
