/** A row of COMMAND-LINES.md: who types what, and what comes of it. */
export interface Row {
  readonly line: string;
  /** 赵敏 (the recorder) unless said otherwise. */
  readonly by?: string;
  /** Lines typed before, as `姓名> 文字`; each registers with a picture, so that it is complete. */
  readonly before?: readonly string[];
  /** What the speaker hears, in the group or in private, holds all of these. */
  readonly says: readonly string[];
  /** … and none of these. */
  readonly never?: readonly string[];
  /** Matters that the line adds, each as `姓名 项 分` or `姓名 kind`; none: nothing is changed. */
  readonly adds?: readonly string[];
  /** Sum of the ledger over everybody after the line. */
  readonly ledger?: number;
}

const bonus = '赵敏> /加分 张三 8 献血';
const other = '赵敏> /加分 王芳 8 献血';

export const pointsRows: readonly Row[] = [
  { line: '/加分 张三、王芳 8 植树 证明 王芳、孙伟', says: ['没有登记', '王芳', '当事人'] },
  { line: '/加分 张三 王芳 8 植树', says: ['#1', '#2'], adds: ['张三 8 3', '王芳 8 3'] },
  { line: '/加分 张三、张四 8 植树', says: ['没有叫“张四”'] },
  { line: '/加分 张三、郑国 8 植树', says: ['没有登记', '郑国', '离退休'] },
  {
    line: '/加分 张三 8 帮助 王芳 周涛 搬家',
    says: ['#1', '张三'],
    never: ['王芳', '周涛'],
    adds: ['张三 8 3'],
  },
  { line: '/加分 张三 8 开具 证明 两次', says: ['“证明”后面应写姓名', '两次'] },
  {
    line: '/加分 张三 8 证明王芳',
    says: ['#1', '请在末尾空一格写“证明 姓名、姓名”'],
    adds: ['张三 8 3'],
  },
  {
    line: '/加分 张三 8 献血 日期 11月20日 证明 王芳、孙伟',
    says: ['#1', '11月20日 周五', '王芳、孙伟'],
    adds: ['张三 8 3'],
  },
  {
    line: '/加分 张三 8 献血 证明 王芳、孙伟 日期 11月20日',
    says: ['#1', '11月20日 周五', '王芳、孙伟'],
    adds: ['张三 8 3'],
  },
  { line: '/加分 张三 8 11月20日献血', says: ['#1', '11月23日 周一'], adds: ['张三 8 3'] },
  { line: '/加分 张三 8 ×3 献血', says: ['一次一条'] },
  { line: '/加分 张三 +3 公益', says: ['项号', '+3'] },
  { line: '/加分 张三 -8 公益', says: ['项号', '-8'] },
  { line: '/加分 张三 8.5 公益', says: ['项号', '8.5'] },
  { line: '/加分 张三 1e9 公益', says: ['项号', '1e9'] },
  { line: '/加分 张三 8 市级 公益', says: ['#1', '第8项'], never: ['（市级）'], adds: ['张三 8 3'] },
  { line: '/加分 张三 13 市 先进', says: ['太短', '/加分 张三 13 市级 先进'] },
  { line: '/加分 张三 17 党费', says: ['没有登记', '减分项', '/减分'] },
  { line: '/减分 周涛 22 警告处分', says: ['/减分 周涛 22 警告 处分'] },
  { line: '/减分 周涛 22 严重 决定', says: ['#1', '严重警告', '−20'], adds: ['周涛 22 -20'] },
  {
    line: '/减分 周涛 15 强烈不满',
    says: ['/减分 周涛 15 强烈 不满', '/减分 周涛 15 一般 强烈不满'],
  },
  { line: '/减分 周涛 19 亲属 x2 上访', says: ['#1', '×2', '−10'], adds: ['周涛 19 -10'] },
  { line: '/减分 周涛 16 缺席', says: ['没有登记', '由考勤生成'] },
];

export const rulingRows: readonly Row[] = [
  { line: '/确认 #1、2', by: '李强', before: [bonus, other], says: ['#1 已认定', '#2 已认定'], ledger: 6 },
  { line: '/确认 1 2', by: '李强', before: [bonus, other], says: ['#1 已认定', '#2 已认定'], ledger: 6 },
  // FORGIVING.md, the later word: read as if written with a blank.
  { line: '/确认1', by: '李强', before: [bonus], says: ['#1 已认定'], ledger: 3 },
  {
    line: '/驳回 2 3次迟到',
    by: '李强',
    before: [bonus, other],
    says: ['#2 已驳回'],
    never: ['3次迟到'],
    ledger: 0,
  },
  {
    line: '/否决 3 材料不足',
    by: '李强',
    before: [bonus, other],
    says: ['/驳回 3 材料不足'],
    ledger: 0,
  },
];

export const readingRows: readonly Row[] = [
  { line: '/积分 2025', by: '张三', says: ['张三 2025年积分：100分'] },
  { line: '@机器人 /积分', by: '张三', says: ['张三 2026年积分：100分'] },
  { line: '@机器人\u2005/积分', by: '张三', says: ['张三 2026年积分：100分'] },
  { line: '／积分', by: '张三', says: ['张三 2026年积分：100分'] },
  { line: '/积分　', by: '张三', says: ['张三 2026年积分：100分'] },
];

export const attendanceRows: readonly Row[] = [
  { line: '/党员 添加 任职 机关党员', says: ['任职'] },
  { line: '/党员 @调整', says: ['调整'] },
  {
    line: '/点名 支部大会 到 张三 缺 王芳',
    before: ['赵敏> /活动 支部大会 11月28日15:00 三楼'],
    says: ['张三', '王芳'],
  },
  { line: '/活动 支委会 11月30日9:00 三楼 支委', says: ['对象 支委'] },
  { line: '/活动 主题党日 28号下午3点 三楼', says: ['11月28日（周六）15:00'] },
  { line: '/活动 党课 本周五15:00 三楼', says: ['11月27日（周五）15:00'] },
  { line: '/活动 党课 2月30日15:00 三楼', says: ['没有2月30日这一天'] },
  { line: '/公示 三季度', by: '李强', says: ['2026年三季度'] },
  {
    line: '/请假 支部大会',
    by: '张三',
    before: ['赵敏> /活动 支部大会 11月28日15:00 三楼'],
    // Typed in the group, so the kind is answered in private.
    says: ['已登记 #1', '事假'],
    adds: ['张三 leave'],
  },
  {
    line: '/请假 支部大会',
    by: '张三',
    before: ['赵敏> /活动 支部大会 11月28日15:00 三楼', '赵敏> /活动 支部大会 12月28日15:00 三楼'],
    says: ['/请假 支部大会@11-28', '/请假 支部大会@12-28'],
  },
  {
    line: '/请假 支部大会 病假',
    by: '张三',
    before: ['赵敏> /活动 支部大会 11月28日15:00 三楼'],
    says: ['已登记 #1'],
    never: ['病假', '事由'],
    adds: ['张三 leave'],
  },
];
