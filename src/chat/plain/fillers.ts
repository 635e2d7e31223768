/** What people say around what they want: passed over between the pieces of a way of saying, and at its edges. */
import { splitsDay } from './match.js';

const listed = (words: string): readonly string[] => words.split(' ');
const greetings = listed(
  '您好 你好 早上好 上午好 中午好 下午好 晚上好 早安 书记好 大家好 领导好 老师好 不好意思 打扰了 打扰一下 打扰 抱歉 对不起 麻烦您了 麻烦你了 麻烦了 麻烦 劳驾 请问 请教一下 想咨询一下 想问一下 想问问 想问下 我想问 问一下 在吗 在不在 辛苦了 辛苦 费心了 谢谢了 谢谢 多谢 谢了 感谢 拜托了 拜托',
);
const titles = listed(
  '小同志 书记同志 支书同志 副书记 书记 支书 支部 组织 领导 老师 机器人 小助手 助手 同志 亲',
);
const particles = listed(
  '那个 嗯 哦 噢 额 呃 啊 呀 哈 呢 吧 嘛 哟 啦 喽 咯 哎 唉 诶 呗 咧 嘞 喔 哩 滴 来着 好 请',
);
const closings = listed(
  '跟书记说一声 跟书记说声 跟组织说一声 跟领导说一声 跟书记请示一下 跟您说一声 跟您说声 跟你说一声 说一声 说声 跟您报备一下 跟您报备 报备一下 报备 跟您报告一下 特此报告 特此说明 特此告知 特此申请 特此请假 知会一下 告知一下 请知悉 请知晓 请审批 请审核 请准许 请同意 请谅解 望谅解 请理解 望理解 见谅 批一下 请批一下 麻烦登记一下 麻烦记一下 帮忙记一下 帮我记一下 记录一下 录一下 记一下 登记一下 帮忙登记 麻烦处理一下 处理一下 您看可以吗 您看行吗 可以不可以 没问题吧 望批准 请批准 望准假 望准 请批示 请审批 请准假 请予批准 请予准假 请领导批准 请书记批准 请组织批准 恳请批准 盼复 好吗 行吗 可以吗 中不中 行不 好不好 行不行 可不可以 可以不 成不 吗 么',
);
const own = listed(
  '跟您 我这儿 你这儿 您这儿 您这里 您这 你那儿 您那儿 您那里 向您 和您 跟你 向组织 向支部 向书记 跟组织 跟支部 跟书记 我这边 我这里 我这 你那里 你那 你这里 你这 我 俺 咱 本人 自己 你们 您 你',
);
const helpers = listed(
  '申请 特此 特 提前 一天 半天 又 能不能 能否 可否 能 可以 想要 需要 想 要 得 就 先 再 也 还 给 帮忙 帮 替 来 把 将 在 一下 下 一个 个 一次 一份 的 了 到时候 这次 现在 目前',
);
/** What people say around a question, wherever they say it; never 不, which turns it round. */
const asking = listed(
  '看看 看一下 看一看 看一眼 看下 看 查看 查查 查一下 查一查 查询 查 问问 打听一下 打听 说说 说一说 说 讲讲 讲 念念 念 列出来 列一下 列 调出来 调 打出来 打一份 打印 打 导出来 导出 导 印 发来 发过来 发给 发 拿来 拿 取 找 翻翻 翻 弄 出 显示 打开 知道 了解 告诉 听听 听 现在 目前 今天 今年 最近 近来 到今天 到现在 至今 全部 全 所有 一共 总共 总的 到底 究竟 具体 详细 仔细 又 有 是 就是 啥 什么 哪些 多少 些 情况 内容 情形 怎么样 怎样 如何 咋样 记录 清单 出来 一张 一份 一张表 那张 这张 那份 这份 那些 这些 那 这 表格 把 关于 有关 里头 里面 那里 这里 方面 的话 该 应该 要 想 来 着 呗',
);
/** How sure somebody is, or how sorry: it changes nothing. */
const tone = listed(
  '怕是 恐怕 实在 实在是 真的 真是 确实 看来 只好 只能 只得 必须得 没办法 没法子 劳烦 烦请 有劳 这边 这回 这一次 不巧 因此 所以 于是',
);
const polite = [...greetings, ...titles, ...particles, ...closings];
const fillers: readonly string[] = [...new Set([...polite, ...own, ...helpers, ...tone])];
/** Marks, blanks and pictures between words; `#` and `@` belong to what follows them. */
const mark = /[\s\u2005\u3000\u00a0、，。．,.;；:：!！?？~～…—\-·（）()“”"'‘’]|\p{Extended_Pictographic}/u;

/**
 * For every place of the text those that are reached by passing over fillers.
 * @param isAsked also what people say around a question
 */
export function passing(text: string, speaker = '', isAsked = false): (at: number) => readonly number[] {
  const words = isAsked ? [...new Set([...fillers, ...asking])] : fillers;
  const known = new Map<number, readonly number[]>();
  return (at) => {
    const before = known.get(at);
    if (before !== undefined) return before;
    const reached = [at];
    for (const place of reached)
      for (const next of steps(text, place, speaker, words)) if (!reached.includes(next)) reached.push(next);
    known.set(at, reached);
    return reached;
  };
}

/** Whole clauses that carry nothing: passed over between marks. */
const idle = new RegExp(
  `^(?:${[
    '(?:我|俺)?(?:也|还|现在|又)?(?:不太|不|还不|总|老)会(?:弄|用|操作|搞|写|打字|整)(?:这个|手机|系统|机器人|这)?',
    '(?:我|俺)?(?:想|要|得|来|有)?(?:个事|点事|件事|事)?(?:想|要|得)?(?:跟|和|向|同|给)?(?:您|你|组织|领导|书记)?(?:说|讲|汇报|反映|报告|咨询|问|请教|确认|麻烦|打听)(?:您|你)?(?:一下|下|个事|件事|一件事|两句|几句|一声|一句|一声儿)(?:情况)?',
    '(?:麻烦|帮忙|帮|请|劳烦|烦请|辛苦)?(?:您|你)?(?:帮|给)?(?:我|忙|个忙)?(?:办|弄|处理|安排|登记|记|录|发|落实|操作|搞|整|查|看|改|审|批|通知|销|加)(?:一下|下|上去|一次)',
    '(?:是这样|这样|情况是这样|是这么回事|是这么个事|对了|话说|那什么|那啥|怎么说呢)的?',
    '(?:先|真是|实在|万分|非常|十分|太)?(?:谢谢|感谢|多谢|辛苦|麻烦|抱歉|不好意思|对不起|打扰)(?:您|你|了|大家|各位|领导|书记|组织|支部|啦)*',
    '(?:给|又给)?(?:您|你|组织|支部)?添麻烦(?:了|啦)?',
    '(?:请|望|还请|希望)?(?:组织|领导|书记|支部|您|你)?(?:多多|多)?(?:理解|谅解|体谅|见谅|包涵|批准|准许|关照|支持|审批|审核|核实)(?:一下)?',
    '(?:就)?(?:按|照|按照)?(?:这个|这样|这么|此)(?:去)?(?:办|来|执行|处理|弄)',
    '材料(?:我)?(?:后补|随后补|回头补|稍后补|过后补|后面补|下午补|明天补|马上补)(?:上|上来|交)?',
    '(?:就)?让(?:他|她|他们|她们)(?:去|请|休|好好休息|放心去|安心去)',
    '(?:我)?(?:今年)?(?:都|已经|也|快)?[\\d一二三四五六七八九十]{2,3}多?岁?(?:的人)?',
    '我是?(?:个)?(?:老党员|新来的|新党员|记录员|老同志|窗口的)',
    '(?:这|今)?回真?(?:是)?没办法',
    '(?:您)?(?:看)?(?:这样)?(?:行|可以|好|成|中)(?:不行|不|吗|么|吧)?(?:啊|呀|哈)?',
  ].join('|')})(?:啊|呀|哈|呢|吧|嘛|哦|啦|了|呗)*(?=$|[，,。.！!；;～~…\\s]|[?？]$)`,
  'u',
);

const vocative =
  /^(?:\p{Script=Han}{1,2}(?:书记|支书|主任|老师|局长|处长|科长|局|处|科)(?=[，,!！:：\s])|(?:\p{Script=Han}{1,4}好|孩子们|喂|闺女|小同志|小?姑娘|小伙子|丫头|师傅|妹子|小哥)(?=[，,!！:：\s]|[给帮替]我))/u;

function steps(text: string, at: number, speaker: string, words: readonly string[]): readonly number[] {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  // 冯姐，: whom one speaks to.
  const called = at === 0 ? (vocative.exec(text)?.[0].length ?? 0) : 0;
  // 我是马䶮，…
  const introduced = speaker === '' ? [] : [...['我是', '本人', '我叫'].map((lead) => lead + speaker)];
  // 老高来报到了
  const self =
    at === 0 &&
    speaker !== '' &&
    /^老\p{Script=Han}(?=[来到签报])/u.test(text) &&
    text.charAt(1) === speaker.charAt(0);
  const beginsClause = at === 0 || mark.test(text.charAt(at - 1));
  const carriesNothing = beginsClause ? (idle.exec(text.slice(at))?.[0].length ?? 0) : 0;
  const byMark = at < text.length && mark.test(character) ? [at + character.length] : [];
  return [
    ...(called === 0 ? [] : [called]),
    ...(self ? [2] : []),
    ...(carriesNothing === 0 ? [] : [at + carriesNothing]),
    ...byMark,
    ...[...introduced, ...words]
      .filter((filler) => text.startsWith(filler, at) && !splitsDay(text, at + filler.length))
      .map((filler) => at + filler.length),
  ];
}

/** Somebody's own words without what only leads to them: ：我…。 */
export function withoutLead(text: string): string {
  let rest = text
    .trim()
    .replace(/^(?:一下|下)?(?:情况)?(?=[，：:,\s])/u, '')
    .replace(/^[，：:,\s]*(?:我的)?(?:理由|原因)(?:是|为|[：:，,])/u, '');
  for (;;) {
    const [first = ''] = rest;
    const last = Array.from(rest).at(-1) ?? '';
    if (first !== '' && mark.test(first) && !'“"（('.includes(first)) rest = rest.slice(first.length);
    else if (last !== '' && mark.test(last) && !'”"）)'.includes(last)) rest = rest.slice(0, -last.length);
    else return rest;
  }
}

/** A reason without what only leads to it: 因为我孩子发烧了 → 孩子发烧. */
export function withoutEdges(text: string): string {
  let rest = text;
  for (;;) {
    const shorter = front(back(rest));
    if (shorter === rest) return rest;
    rest = shorter;
  }
}

const calls = listed('喂 闺女 小姑娘 姑娘 小伙子 丫头 师傅 妹子 小哥');

const frontWords = [
  ...listed('一次 事由是 因为 由于 是因为 原因是 主要是 理由是 所以 因 那天 当天'),
  ...[...greetings, ...own.filter((word) => word !== '自己')],
  ...listed('要 得 想 的 了 一下 申请'),
];
const backWords = listed(
  '所以 因此 想 要 就 我 了 的 吧 啊 呀 哈 呢 嘛 谢谢 望批准 得 给他们 给她们 给他 给她 给',
);

function front(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  if (mark.test(first) && !'“"（('.includes(first)) return text.slice(first.length);
  const lead = /^(?:理由|事由|原因)(?:[是为]|(?![是为不没太]))/u.exec(text)?.[0];
  const word =
    lead ??
    // 因公出差 is a word of its own.
    frontWords.find((one) => text.startsWith(one) && !/^(?:因公|我[家爸妈]|[俺咱]家)/u.test(text)) ??
    // 哈，牙疼: such a word is apart from the reason, or it belongs to it.
    [...polite, ...calls].find((one) => text.startsWith(one) && mark.test(text.charAt(one.length)));
  return word === undefined || word.length === text.length ? text : text.slice(word.length);
}

function back(text: string): string {
  const last = Array.from(text).at(-1) ?? '';
  if (last !== '' && mark.test(last) && !'”"）)'.includes(last)) return text.slice(0, -last.length);
  const word = backWords.find(
    (one) =>
      text.endsWith(one) &&
      text.length > one.length &&
      // 病了 is short enough.
      !/^(?:[病伤摔崴烧吐累]|\p{Script=Han}?[扭折断肿闪崴])了$/u.test(text) &&
      !/(?:不了|[重必主首紧需]要|[到给派叫让找轮着替]我)$/u.test(text),
  );
  return word === undefined ? text : text.slice(0, -word.length);
}
