/** What the roster accepts as a name. */

/** Longest name, in characters. */
export const longestName = 30;

export type BadName = 'empty' | 'tooLong' | 'several' | 'hidden' | 'titled' | 'notLetters' | 'keyword';

const joiner = /[、,,;;]/u;
/** Letters and marks among them too: variation selectors, fillers, the grapheme joiner. */
const unseen = /[\p{Cc}\p{Cf}\p{DI}]/gu;
const hidden = /[\p{C}\p{DI}]/u;
/** How people are called, not what they are called. */
const title = /同志$/u;
/** Words that lines and lists read as something else than a person. */
const keywords =
  /^(?:全[部体员到]|都到|所有人?|大家|机器人|管理员|证明|日期|会议|文号|小组|联系|理由|事由|方式|说明|材料|同上|无|未知|除了?|是|否|确认|缺席?|到会?|未到|没[到来]|请假|[您你我]|本人|自己|群众|党员|预备|在职|书记|副书记|支委|记录员|监督员|上级|已听取|未办)$/u;
const dots = /[‧•・.·．]/gu;
/** Letters of any script (䶮 and 𫖯 are letters), the dot of longer names, no digit in front: that would read as an item number. */
const wellFormed = /^\p{L}[\p{L}\p{M}\p{Nd}·]*$/u;

/** Every dot becomes “·”, so that one name is written in one way. */
export function tidyName(written: string): string {
  return written.trim().normalize('NFC').replace(dots, '·');
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
  return wellFormed.test(name) ? undefined : 'notLetters';
}
