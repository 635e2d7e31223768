/** What the roster accepts as a name. */

/** Longest name, in characters. */
export const longestName = 30;

export type BadName =
  | 'empty'
  | 'tooLong'
  | 'several'
  | 'hidden'
  | 'titled'
  | 'nickname'
  | 'notLetters'
  | 'keyword'
  | 'lookalike';

const joiner = /[、,,;;]/u;
/** Letters and marks among them too: variation selectors, fillers, the grapheme joiner. */
const unseen = /[\p{Cc}\p{Cf}\p{DI}]/gu;
const hidden = /[\p{C}\p{DI}]/u;
/** How people are called, not what they are called. */
const title = /同志$/u;
/** 新来的小李, 老王, 王主任: how people are spoken of; whom the name stands for, nobody knows next year. */
const nickname =
  /^(?:新来|那个|这个)|^[小老][李王张刘陈杨赵黄周吴徐孙马胡朱郭何高林罗郑梁谢宋唐许韩冯邓曹]$|(?:主任|局长|处长|科长|书记|老师|师傅|大姐|大哥|阿姨)$/u;
/** Words that lines and lists read as something else than a person. */
const keywords =
  /^(?:全[部体员到]|都到|所有人?|大家|机器人|管理员|证明|日期|会议|文号|小组|联系|理由|事由|方式|说明|材料|同上|无|未知|除了?|是|否|确认|缺席?|到会?|未到|没[到来]|请假|[您你我]|本人|自己|群众|党员|预备|在职|书记|副书记|支委|记录员|监督员|上级|已听取|未办)$/u;
const dots = /[‧•・.·．]/gu;
/** Letters of any script (䶮 and 𫖯 are letters), the dot of longer names, no digit in front: that would read as an item number. */
const wellFormed = /^\p{L}[\p{L}\p{M}\p{Nd}·]*$/u;
/** Letters and digits as Chinese input gives them in full width. */
const wide = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu;
/** A letter of another script inside a Chinese or Latin name (ニ for 二, Cyrillic А for A), or a digit but 0 to 9. */
const foreign = /(?![\p{Script=Han}\p{Script=Latin}])\p{L}|(?![0-9])\p{Nd}/u;
const own = /[\p{Script=Han}\p{Script=Latin}]/u;

/** Every dot becomes “·” and full width narrow, so that one name is written in one way. */
export function tidyName(written: string): string {
  const narrow = written.replace(wide, (letter) => letter.normalize('NFKC'));
  return narrow.trim().normalize('NFC').replace(dots, '·');
}

/** What a reader sees of a text; lines and tabs stay. */
export function seen(text: string): string {
  return text.replace(unseen, (character) =>
    /\s/u.test(character) && character !== '\ufeff' ? character : '',
  );
}

/** An invisible or ambiguous character: it would make a second person who looks the same. */
export function hiddenIn(name: string): string | undefined {
  return hidden.exec(name)?.[0];
}

/** The character for which the eye reads another one. */
export function lookalikeIn(name: string): string | undefined {
  return own.test(name) ? foreign.exec(name)?.[0] : undefined;
}

export function untitled(name: string): string {
  return name.replace(title, '');
}

/** Undefined: a name. Expects what `tidyName` gave. */
export function whyNoName(name: string): BadName | undefined {
  if (name === '') return 'empty';
  if (Array.from(name).length > longestName) return 'tooLong';
  if (joiner.test(name)) return 'several';
  if (hiddenIn(name) !== undefined) return 'hidden';
  if (title.test(name)) return 'titled';
  if (keywords.test(name)) return 'keyword';
  if (nickname.test(name)) return 'nickname';
  if (!wellFormed.test(name)) return 'notLetters';
  return lookalikeIn(name) === undefined ? undefined : 'lookalike';
}
