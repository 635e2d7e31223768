/**
 * What keeps a sentence from becoming an offer: whoever quotes, asks, supposes, jokes or speaks of others wants
 * nothing done. A sentence in doubt is not understood, which costs its speaker one more line.
 */

/** Nothing is read at all: forwarded words, somebody else addressed in front, instructions about the bot itself. */
const notForUs = [
  /[【】「」『』]|转发|^转[:：]|通知[:：]|^各位|^大家[，,：:]|@所有人/u,
  /忽略|无视|规则改|改规则|你现在是|从现在起|假装|扮演|系统提示|管理员|越权|以上规则|之前的规则/u,
];

/** Nothing is proposed, while a question may still be answered. */
const notWanted = [
  // Already so, or long ago.
  /已经|请过|刚(?:才|刚)?(?:给|跟|向)|刚请|上次|上回|以前|之前|去年(?!.*积分)|当时|曾经|批了|没批|不批/u,
  // Supposed.
  /要是|如果|假如|假设|万一|倘若|若是|的话|除非|要不要|该不该|会不会|能不能通过|是不是|有没有|可能|也许|大概|说不定|想想|考虑/u,
  // Hearsay, others' words, others' wishes.
  /听说|据说|说是|都说|有人|说要|说她|说他|跟.{0,6}说|问.{0,8}(?:怎么|如何)|替我跟|转告|告诉/u,
  // Complaints, jokes, second thoughts.
  /[“"][^”"]{5,}[”"]|这样说|哈哈|嘿嘿|开.{0,2}玩笑|逗你|呵呵|算了|还是去|再说吧|等等再说|好意思|真麻烦|太难|这么难|真烦|应该|才对|就好了|有意义/u,
];

/** Negation of what is asked for; 销假 is the way to say so. */
const negated =
  /(?:不|别|没|勿|甭|不用|不必|不要|不想|没有|没说要|先别|先不)(?:再|要|给|是|想|去|能|会|说|让|用|需要|打算)*(?:我|你|他|她)*(?:请假|请个假|加分|扣分|减分|签到|申报|登记|证明|撤回)/u;
const givesUp = /销(?:假|了|掉|一下)/u;

const asks =
  /[?？]|吗|么(?!$)|什么|怎么|怎样|如何|谁|哪|几(?:点|个|时|天|号|月|分)|多少|为何|为啥|为什么|咋|没有$|了没$|没$/u;
/** A request in the form of a question. */
const politelyAsks =
  /^(.*?)(?:[，,]?\s*(?:好|行|可以|中|成|可)(?:吗|么|不|嘛|不行|不好|不可以|不中)?(?:啊|呀)?)?[?？]*$/u;
const mayI =
  /(?:能|可以|能否|可否|能不能|可不可以)(?:麻烦)?(?:您|你)?(?:帮忙|帮我|帮|给我|替我|请个假|请一下假)/u;

/** Whether nothing in the sentence is for us. */
export function isNotForUs(text: string): boolean {
  return notForUs.some((one) => one.test(text));
}

/** Whether the sentence may ask for a change. */
export function isWanted(text: string): boolean {
  return (
    !notWanted.some((one) => one.test(text)) &&
    !isQuestion(text) &&
    (!negated.test(text) || givesUp.test(text))
  );
}

function isQuestion(text: string): boolean {
  if (mayI.test(text)) return false;
  const bare = politelyAsks.exec(text)?.[1] ?? text;
  return asks.test(bare);
}

/** Words that no reason holds: they belong to another wish, or leave the matter open. */
const notInReason =
  /请假|请个假|加分|扣分|减分|签到|积分|申报|撤回|撤销|销假|通过|另外|顺便|同时|还有就是|[/@]|[^不没]说$|说[:：，,“"]/u;
const foreign = /^(?:他|她|他们|她们|人家|某|谁|那谁|小\p{Script=Han}(?:，|,|$)|老\p{Script=Han}(?:，|,|$))/u;
const hanging =
  /(?:不|没|没有|别|不用|不要|不想|不能|未|跟|和|与|把|被|给|让|叫|对|向|在|从|的|是|那|这|都|也|周|星期|礼拜|月|号|上|下)$/u;
const onlyTitles = /^(?:\p{Script=Han}{1,3}(?:主任|局长|处长|科长|书记|老师|同志|哥|姐|总|工))+$/u;
const withSomebody = /^(?:我)?(?:和|跟|与|同|替|帮|给|让|叫|代)+/u;
const longestReason = 60;

/**
 * Whether what is left of a sentence is a reason: not a piece of a word, of another wish, or about somebody else.
 * @param names of the roster: whoever begins with one speaks of that person
 */
export function isReason(reason: string, isLast: boolean, names: readonly string[]): boolean {
  const length = Array.from(reason).length;
  if (length < 2 || length > longestReason) return false;
  if (notInReason.test(reason) || foreign.test(reason) || onlyTitles.test(reason)) return false;
  const whom = reason.replace(withSomebody, '');
  if (names.some((name) => whom.startsWith(name))) return false;
  // In front of something else it ends where a phrase ends.
  return isLast || !hanging.test(reason);
}
