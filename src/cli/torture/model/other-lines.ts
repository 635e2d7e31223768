import type { Person } from './book.js';

interface OtherLine {
  readonly text: string;
  readonly answered: boolean;
  readonly privately: boolean;
  readonly by?: Person['offices'][number];
}

const asked = (text: string, by?: Person['offices'][number]): OtherLine => ({
  ...{ text, answered: true, privately: false },
  ...(by === undefined ? {} : { by }),
});
const whispered = (text: string, by?: Person['offices'][number]): OtherLine => ({
  ...asked(text, by),
  privately: true,
});
const chatted = (text: string): OtherLine => ({ text, answered: false, privately: false });

/** Every other command: it is answered, and changes nothing that the model keeps. Chat is not answered. */
export const otherLines: readonly OtherLine[] = [
  ...[
    '/积分',
    '/明细',
    '/待办',
    '/帮助',
    '/帮助 加分',
    '/细则',
    '/细则 8',
    '/活动',
    '/党员',
    '/我的数据',
  ].map((line) => asked(line)),
  ...[
    '/积分 全部',
    '/党费',
    '/年度',
    '/状态',
    '/待办 1',
    '/审计',
    '/公示 三季',
    '/加分',
    '/请价 支部大会',
  ].map((line) => asked(line)),
  ...[
    '/自评 20 10 10 30 15 15',
    '/五个一 公益 帮助邻居',
    '/三进 社区 卫生清扫',
    '/联系群众 孙伟 解决用水',
  ].map((line) => asked(line)),
  ...[
    '/认领 123456',
    '/证明 9999',
    '/确认 9999',
    '/驳回 9999 理由',
    '/材料 9999',
    '/说明 9999 没有',
    '/撤回 9999',
  ].map((line) => asked(line)),
  ...[
    '/确认',
    '/结束 民主评议',
    '/点名 民主评议 全到',
    '/改期 民主评议 12月31日9:00',
    '/销假 9999',
    '/签到 民主评议',
  ].map((line) => asked(line)),
  ...['/加分 张三 16 缺会', '/减分 张三 8 献血', '/加分 无名氏 8 献血', '/监督 9999 意见', '/导出 活动'].map(
    (line) => asked(line),
  ),
  ...[
    '/台账',
    '/汇总表',
    '/考核表',
    '/党员卡',
    '/活动记录',
    '/报告 半年',
    '/换届',
    '/时钟',
    '/补发 9999',
  ].map((line) => asked(line)),
  ...['/关怀 王芳 困难 家里老人住院', '/走访 郑国 身体尚好', '/慰问 郑国 200 节日慰问'].map((line) =>
    whispered(line, 'recorder'),
  ),
  ...['/谈话 王芳 近况良好', '/桌面', '/评议 结果', '/不同意 9999', '/同意 9999', '/听取 9999 意见'].map(
    (line) => whispered(line),
  ),
  ...[
    '/异议 9999 有误',
    '/答复 9999 维持 清楚',
    '/纪要 民主评议 正文',
    '/补正 9999 有误',
    '/更正 9999 有误',
  ].map((line) => whispered(line)),
  ...['大家辛苦了', '收到', '明天几点开会来着', '加分的事下周再说', '@张三 在吗'].map(chatted),
  ...[
    '/',
    '／',
    '/加分 张三 8',
    '/加分 张三、张三 8 献血',
    '/减分 张三 22 处分决定',
    '/党费 全缴 2099-01',
  ].map((line) => asked(line)),
];
