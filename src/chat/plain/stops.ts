/**
 * What keeps a sentence from becoming an offer: whoever quotes, asks, supposes, jokes or speaks of others wants
 * nothing done. A sentence in doubt is not understood, which costs its speaker one more line.
 */

/** Nothing is read at all: forwarded words, somebody else addressed in front, instructions about the bot itself. */
const notForUs = [
  /[【】「」『』]|转发|^转[:：]|(?<!发|发个|发一个|发一下|请|请发)通知[:：]|^各位(?!(?:党员|同志)?的)|^大家[，,：:]|@所有人/u,
  /忽略|无视|规则改|改规则|你现在是|从现在起|假装|扮演|系统提示|管理员|越权|以上规则|之前的规则/u,
];

/** Nothing is proposed, while a question may still be answered. */
const notWanted = [
  // Already so, or long ago.
  /^我?(?:昨天|昨晚|前天|前几天|上周|上星期|上个?月|去年|前年|那天).{0,3}(?:请|签)|^我?(?:昨天|昨晚|前天|前几天|上周|上次).{0,9}(?:请假|签到)了|^我?签到了|已经(?:跟|向|给|请|签|加|扣|登|报|申|说|批|办|销|撤|取消|证明|通知|公示|改|发|处理|认定|确认)|请过|刚(?:才|刚)?(?:给|跟|向)|刚请|上次|上回|以前|之前(?!请的|的假|那个假)|去年(?!.*积分)|当时(?!.{0,2}(?:在|看|也))|曾经|(?<!(?:可以|行)[，,]|一起|一并|都|[号假条件]我)批了|没批|(?<!(?:[号条件个]|请假|加分|申报)的?)不批/u,
  // Supposed.
  /要是|如果|假如|假设|万一|倘若|若是|的话|除非|要不要|该不该|会不会|能不能通过|是不是|有没有|也可能|可能(?![要得](?:跟您|向您)?请)|也许|大概|不(?:去|来|参加)不行|说不定|不会.{0,6}吧|想想|考虑/u,
  // What others are asked to do, and what came of it.
  /请(?:大家|各位|全体|同志们|所有)(?!(?:党员|同志|人)?(?:都|准时|按时)?参加)|希望|必须|应当|务必|^(?:请|让|叫|催|劝|提醒)\p{Script=Han}{2,4}?(?:同志)?(?:交|缴|补交|签到|到会|参加|请假|来)|(?<!我)(?:通过|批准|公示|驳回|退回|认定)了[。.！!]*$/u,
  // Thanks for what was done.
  /^(?:多谢|谢谢|感谢|辛苦).{0,6}(?:帮|给|替|为)/u,
  // Rules and other households.
  /(?:假|报|说|交|规定|通知).{0,6}提前[一两二三几半\d]*天|提前[一两二三几半\d]*天.{0,3}(?:请|说|报|申|交|告)|要提前|(?:爱人|老公|老婆|媳妇|丈夫|妻子|孩子|儿子|女儿|朋友|同学|人家|隔壁|别的)(?:的)?(?:单位|公司|学校|支部|局)?的?(?:支部|大会|党课|党日|会议|开会)|也请(?:了)?假了|(?:给|帮|替)(?:孩子|儿子|女儿|娃|小孩|宝宝|学生|老人|爱人|老婆|老公)请/u,
  // Hearsay, others' words, others' wishes.
  /听说|据说|说是|都说|有人|说要|说她|说他|跟(?!您|你).{0,6}说|问.{0,8}(?:怎么|如何)|(?:不让|批准|准)我?请|替我跟|转告|告诉/u,
  // Denied in the same breath, only hoped to be so, for somebody else as well, or two wishes in one.
  /其实(?:是|不是)|(?:都|全).{0,6}了吧[。.！!?？]*$|也(?:加|扣|减|记|登记|申报)(?:上|一下|分|[。.！!]*$)|取消.*改(?:到|成|在|期)|除了?请假|请假的(?:人|同志)?(?:[，,。.]|$)/u,
  // Not yet, or in doubt.
  /先(?:别|不要|不)(?:记|登|报|加|扣|减|发|办|处理|批)|到了就(?![差有]?\p{Script=Han}{2,4}(?:没|缺|未))|[加扣减][上了]?[\d一二两三五十]+分吧/u,
  // Complaints, jokes, second thoughts.
  /[“"][^”"]{5,}[”"]|这样说|哈哈|嘿嘿|开.{0,2}玩笑|逗你|呵呵|算了|还是去|再说吧|等等再说|等.{1,10}(?:再|以后|之后)|(?<!不)好意思|骗你|骗人|测试|试试|试一下|回复[：:]|写着|写道|例如|比如|譬如|不知道|不确定|没想好|(?:需要|还缺|要)证明|才怪|不存在|真麻烦|太难|这么难|真烦|应该|才对|就好了|有意义/u,
];

/** Negation of what is asked for; 销假 is the way to say so. */
const negated =
  /(?:(?<![能可行好])不|别|没|勿|甭|不用|不必|不要|不想|没有|没说要|先别|先不)(?:再|要|给|是|想|去|能|会|说|让|用|需要|打算)*(?:我|你|他|她)*(?:请假|请个假|加分|扣分|减分|签到|申报|登记|证明|撤回)/u;
const givesUp = /销(?:假|了|掉|一下)/u;

const asks =
  /(?!行不|好不|中不|成不|可不|能不)(\p{Script=Han}{1,2})不\1|[?？]|吗|(?<![那这多])么(?!$)|什么|怎么|怎样|如何|谁|哪|几(?:点|个|时|天|号|月|分)|多少|为何|为啥|为什么|咋|没有$|了没$|没$/u;
const asksOthers = /可不可以|能不能|行不行|好不好|要不要|合不合适/u;
/** A request in the form of a question. */
const politelyAsks =
  /^(.*?)(?:[，,]?\s*(?:好|行|可以|中|成|可)(?:吗|么|不|嘛|不行|不好|不可以|不中)?(?:啊|呀)?)?[?？]*$/u;
const mayI =
  /(?:能|可以|能否|可否|能不能|可不可以)(?:麻烦)?(?:您|你)?(?:帮忙|帮我|帮|给我|替我|请个假|请一下假)|(?:可以|能)请(?:个|一次|一下)?假吗?[，,。？?\s]+我/u;

/** Whether nothing in the sentence is for us. */
export function isNotForUs(text: string): boolean {
  return notForUs.some((one) => one.test(text));
}

/**
 * Whether the sentence may ask for a change.
 * @param mayAsk a question may be a polite request; what everybody sees is not asked for, it is asked about
 */
export function isWanted(text: string, mayAsk: boolean): boolean {
  return (
    !notWanted.some((one) => one.test(text)) &&
    !(mayAsk ? isQuestion(text) : asks.test(text) || asksOthers.test(text)) &&
    (!negated.test(text) || givesUp.test(text))
  );
}

/** What has not been done yet earns no points. */
export function isPlanned(text: string): boolean {
  return /[明后]天|下周|下个?月|下次|明年|打算|准备|计划|将要|以后|想去/u.test(text);
}

function isQuestion(text: string): boolean {
  if (mayI.test(text)) return false;
  const bare = politelyAsks.exec(text)?.[1] ?? text;
  return asks.test(bare);
}

/** Words that no reason holds: they belong to another wish, or leave the matter open. */
const notInReason =
  /第?[\d一二三四五六七八九十]+项|\d[:：]\d\d|会议室开|[去来到]不了|参加不了|去不成|请假|请个假|加分|扣分|减分|签到|积分|申报|撤回|撤销|销假|通过|另外|顺便|同时|还有就是|[/@]|[^不没]说$|说[:：，,“"]|(?:看见|看到)的?$/u;
const foreign =
  /^(?:他|她|他们|她们|人家|某|谁|那谁|小(?![孩儿女妹弟姑叔舅家孙])\p{Script=Han}|老(?![人婆公家伴爸妈爹娘父母板丈师同战干年毛寒胃伤乡])\p{Script=Han})/u;
/** What is thought of it, when it was, or what became of it: not why. */
const noCause = [
  /证据|认定|上报|附件|已阅|笑死|第几|不认$|^看行|^转\p{Script=Han}|(?:^|[交缺补])材料|意见|同意|明白|收到|没关系|登记过|还没|到时候|可惜|名单|不知|没什么|无所谓/u,
  /^(?:分|假|说|开会了|参会了|还是|不太|不行|不去|不来|不想|不要|不用|是|那|这|也|下次|以后|以前|忘|缺|先放|(?:建议|要求|规定)(?!被|得|获|.*(?:采纳|采用))|必须|应|没问题|可以|知道|谁|为|给[他她]|有份)/u,
  // 我家孩子: one word.
  /^家(?=孩|老|娃|儿|女|宝|公|婆|妈|爸|母|父|那|小)/u,
  /有问题|不合适|不妥|不对|不公平|没道理|不符合|不像话|核实|再说|待定|研究|重复|可是|但是|不过|照常|照样/u,
  /(?:真|太|很)(?:少|多|好|难|烦|麻烦|复杂)$|人[多少]|驳回|[没不被]批|批[了准]|[没有]用$|没来成|没成|算数|好像|吧$/u,
  /^(?:[今明后昨前天]天|[今明后去前]年|[上下这本](?:周|个?月|星期)[一二三四五六日天]?|每次|经常|总是|老是|提前|临时|[先都又还就真太被人]|的人)*$/u,
  /^(?:我|我的|我们|我家|咱)?(?:老婆|老公|爱人|媳妇|丈夫|妻子|孩子|儿子|女儿|家里|家人|科长|处长|领导|单位|同事)$/u,
];
/** What may follow 请假 without a mark between. */
const opensReason =
  /^(?:因|由于|要|得|去|回|带|陪|送|接|看|出差|出门|开会|加班|值班|下乡|孩子|娃|小孩|儿子|女儿|家|老|父|母|爸|妈|爱人|媳妇|丈夫|妻子|奶奶|爷爷|外|我|身体|生病|感冒|发烧|头|牙|腿|腰|胃|肚|车|单位|领导派|窗口|科室|岗位|有事|有急事|有点事|家里|住院|结婚|搬家|考试|培训|学习|路上|参加)/u;
const hanging =
  /(?:[参增附追添更]|不|没|没有|别|不用|不要|不想|不能|未|跟|和|与|把|被|给|让|叫|对|向|在|从|的|是|那|这|都|也|支部|周|星期|礼拜|月|号|(?<!(?:对|跟|合|接)不)上|下|[周期拜][一二三四五六日天]|[今明后]天|\d[日号])$/u;
const onlyTitles = /^(?:\p{Script=Han}{1,3}(?:主任|局长|处长|科长|书记|老师|同志|哥|姐|总|工)|领导)+$/u;
const withSomebody = /^(?:我)?(?:和|跟|与|同|替|帮|给|让|叫|代)+/u;
const longestReason = 60;

/**
 * Whether what is left of a sentence is a reason: not a piece of a word, of another wish, or about somebody else.
 * @param names of the roster: whoever begins with one speaks of that person; null: why somebody else's matter fails
 */
export function isReason(reason: string, isLast: boolean, names: readonly string[] | null): boolean {
  const length = Array.from(reason).length;
  if (/^(?:的)?(?:原因|理由|事情|事)?$|^(?:批准|同意|通过)$|什么|怎么|为何|[谁吗]$/u.test(reason))
    return false;
  // 扣10分: how many points somebody wants, which the rulebook decides, is no cause.
  if (/^[加减扣记计]?[\d一二两三四五六七八九十]+分(?:$|[，,、])/u.test(reason)) return false;
  if (names !== null && noCause.some((one) => one.test(reason))) return false;
  if (length < 2 || length > longestReason) return false;
  // 重复申报: why somebody else's matter fails.
  const rest = names === null ? reason.replace(/重复(?:申报|登记|加分|扣分)/u, '') : reason;
  if (notInReason.test(rest) || foreign.test(reason)) return false;
  const whom = reason.replace(withSomebody, '');
  if (onlyTitles.test(whom)) return false;
  if (names?.some((name) => whom.startsWith(name) || isSeen(name, reason)) === true) return false;
  // In front of something else it ends where a phrase ends.
  return isLast || !hanging.test(reason);
}

/** What somebody else was seen to do. */
function isSeen(name: string, reason: string): boolean {
  return ['看见', '看到'].some((verb) => reason.includes(`${verb}${name}`));
}

/** Whether a reason may begin here: behind 请假 or 加分 only after a mark, or as reasons begin. */
export function mayBegin(before: string, reason: string): boolean {
  const rest = reason.replace(
    /^(?:[吗么吧啊呀哈哦呢啦了]|申请|一次|一天|半天|一下|行吗|好吗|可以吗|行不行|好不好|中不中|行不|可以不|成不)+(?=[^\p{L}\p{N}])/u,
    '',
  );
  return !/[假价分]$/u.test(before) || /^[^\p{L}\p{N}]/u.test(rest) || opensReason.test(rest);
}
