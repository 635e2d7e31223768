/** Twenty people who speak to one branch, or want to; and what happened there up to each of three moments. */

/** Rare letters stand in what only some may hear, so that nothing else holds them. */
export const secret = /[鼋鼍鳌鳖蟾蜍蚌蛤蜃蚬蚶蛏蚝鲎鲛鲟]|13900001111/u;

const cast = `@支部 机关第一党支部
@上级 刘部长
@工委 林工
@党员 李强 领导干部党员 书记 支委
@党员 钱进 党务干部党员 副书记 支委
@党员 周涛 机关党员 支委
@党员 赵敏 机关党员 记录员
@党员 吴桐 机关党员 监督员
@党员 周敏 机关党员 党小组组长
@党员 张三 机关党员
@党员 王芳 窗口党员
@党员 陈静 事业党员
@党员 冯远 事业党员
@党员 马丽 机关党员
@党员 高山 机关党员
@党员 郑国 离退休党员
@党员 贾宁 离退休党员
@党员 何琳 离退休党员
@党员 艾力 预备党员
@群众 孙伟
@未绑定 郑国
@时间 2026-12-03 09:00`;

/** Those of the cast by their accounts, and a stranger. */
export const roles = [
  ...['李强', '钱进', '周涛', '赵敏', '吴桐', '周敏', '张三', '王芳', '陈静', '冯远', '马丽', '高山'],
  ...['郑国', '贾宁', '何琳', '艾力', '孙伟', '刘部长', '林工', '陌生人'],
];

/** One office was held and ended; one is exempt, one has left, one is dead, one has no account any more. */
const changed = `李强>> /任职 马丽 支委
李强>> /免职 马丽 支委
李强>> /不列入 陈静 鼋鼍长期卧病
陈静>> /同意 1
钱进>> /确认 1
赵敏>> /党员 转出 冯远
赵敏>> /党员 去世 贾宁
李强>> /解绑 高山
赵敏>> /党员 修改 张三 手机 13900001111
赵敏>> /关怀 郑国 身体 鼋鲛膝盖积水
李强>> /慰问 郑国 500 鼋鲟住院慰问
李强>> /谈话 王芳 鼍鳖家里闹矛盾`;

/** A lecture that is over; the leave for it, a deduction and a bonus are confirmed, an absence waits. @param first of the four */
const ruled = (first: number, day: string) => `赵敏> /活动 党课 ${day}15:00 三楼
王芳>> /请假 党课 鼋鳌陪母亲手术
李强>> /确认 ${first}
赵敏>> /减分 张三 15 一般 鼋鳖迟到早退 [图片:登记.jpg]
李强>> /确认 ${first + 1} 已听取
赵敏>> /加分 周涛 8 植树 [图片:植树.jpg]
李强>> /确认 ${first + 2}
赵敏> /活动 支部大会 ${day}16:45 三楼
张三>> /请假 支部大会 病假 鼋蛤腰椎手术`;
const absent = `赵敏>> /点名 党课 全到 除 周涛
赵敏>> /结束 党课`;

/** Matters of all other kinds, each waiting for somebody. @param first of them @param ruledFirst of those above */
const waiting = (
  first: number,
  ruledFirst: number,
  held: string,
) => `赵敏>> /加分 周敏 8 鼋蟾清扫街道 证明 王芳、孙伟
王芳>> /证明 ${first}
孙伟>> /证明 ${first}
赵敏>> /加分 王芳 9 鼋蜍调解纠纷 证明 周敏、孙伟
赵敏>> /减分 王芳 15 一般 鼋蚌上班炒股 证明 周敏、孙伟
高山>> /绑定 高山
李强>> /不列入 周敏 鼋蚬化疗
赵敏>> /党员 调整 马丽 离退休党员 会议 12月3日
赵敏>> /更正 ${ruledFirst + 2} 鼋蚶照片是去年的
李强>> /否决 王芳 6 鼋蛏聚众闹事
吴桐>> /异议 ${ruledFirst + 1} 鼋蚝扣得过重
钱进>> /细则 第二次提醒 关
赵敏>> /更正 党课@${held} 周涛 请假 公出 鼋鲎临时出差
吴桐>> /监督 ${first} 鼍鳌请核对照片
李强>> /评议 开始`;

const settled = `李强>> /评议 结束 是
李强>> /驳回 5 鼍鳖请当面来
李强>> /驳回 6 鼍蟾另有公务
李强>> /驳回 7 鼍蜍人数不符
赵敏>> /撤回 8
赵敏>> /撤回 9
李强>> /驳回 10 鼍蛤请当面来
李强>> /撤回 11
李强>> /驳回 12 鼍蜃不合条件
赵敏>> /撤回 13
李强>> /撤回 14
吴桐>> /撤回 15
李强>> /驳回 16 鼍蚬照旧
赵敏>> /撤回 17
赵敏>> /取消活动 支部大会 另有安排
赵敏>> /年度 汇总
李强>> /年度 评定 应到 3 实到 3 同意 3 优秀 无
刘部长>> /年度 审核 通过
李强>> /年度 公示`;

const middle = `${cast}
${changed}
${ruled(2, '12月4日')}
@时间 2026-12-04 17:00
${absent}
${waiting(7, 2, '12-04')}`;

const archived = `${middle}
@时间 2027-01-04 10:00
${settled}
@时间 2027-01-12 09:30
李强>> /年度 归档
${ruled(18, '1月12日')}
@时间 2027-01-12 17:00
${absent}
${waiting(23, 18, '01-12')}`;

/** What may stand in no file without the key. */
export const secretWords: ReadonlySet<string> = new Set(
  archived.match(/[鼋鼍]\p{Script=Han}{2,}|13900001111/gu),
);

export const moments = { fresh: cast, middle, archived };
