import type { Row } from './rows.js';

/**
 * Rows of COMMAND-LINES.md whose commands come with other slices (党员 点名 活动 公示 请假). They are moved into
 * `rows.ts` when those are merged; `/党费` comes with a later issue.
 */
export const rowsOfOtherSlices: readonly Row[] = [
  { line: '/党员 添加 任职 机关党员', says: ['任职'] },
  { line: '/党员 @调整', says: ['调整'] },
  {
    line: '/点名 支部大会 到 张三 缺 王芳',
    before: ['赵敏> /活动 支部大会 11月28日15:00 三楼'],
    says: ['张三', '王芳'],
  },
  { line: '/活动 支委会 11月30日9:00 三楼 支委', says: ['对象 支委'] },
  { line: '/活动 主题党日 28号下午3点 三楼', says: ['11月28日(周六)15:00'] },
  { line: '/活动 党课 本周五15:00 三楼', says: ['11月27日(周五)15:00'] },
  { line: '/活动 党课 2月30日15:00 三楼', says: ['没有2月30日这一天'] },
  { line: '/公示 三季度', by: '李强', says: ['2026年三季度'] },
  {
    line: '/请假 支部大会',
    by: '张三',
    before: ['赵敏> /活动 支部大会 11月28日15:00 三楼'],
    says: ['事假'],
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
    says: ['病假'],
    never: ['事由'],
  },
];
