/** Turns of speech that several commands share in their ways of saying. */

/** 查一下 … */
export const look =
  '[帮我][看看|看一看|看一下|看|查查|查一查|查一下|查询|查|问问|问一下|问|告诉我|想知道|想查一下]';
/** 把 … 发我 */
export const send =
  '[发我|发给我|发一份|发一下|发|给我|要一份|要|取一份|取|打印一份|打印|打一份|打|导出一份|导出|下载|来一份|看一下|看看|看]';
export const sent =
  '[发来看看|发我看看|发我一份|发给我一份|发我|发给我|发过来|发来|发一下|发一份|给我|打印一份|打印|看看|看一下]';
/** 去不了 … : not 不去, which is also what is asked or joked about. */
export const unable =
  '(去不了|来不了|参加不了|到不了|赶不上|赶不回来|去不成|不能去|不能来|不能参加|无法参加|没法去|没法来|没法参加)[了]';
/** 参加不了 … */
export const cannotCome =
  '(去不了|来不了|参加不了|到不了|赶不上|赶不回来|去不成|不能去|不能来|不能参加|无法参加|没法去|没法来|没法参加|不去|不来|不参加)';
