import { bearWitness } from '../src/app/points/witness.js';
import { defineCommand } from '../src/chat/define.js';
import { onSpot, prove, proven } from '../src/chat/plain/phrases.js';
import { matterWord } from '../src/chat/words/plain.js';

/** 证明: witnesses confirm with their own account; being named is not enough. */
export const command = defineCommand({
  name: '证明',
  mistakenFor: ['作证', '证实'],
  act: '作证明',
  summary: '为他人的加分或减分作证明',
  each: 'always',
  words: { number: matterWord },
  examples: ['/证明 1'],
  says: [
    `<[愿意|来]&[给|为|替]{编号}&${prove}&[${proven}]&[${onSpot}]>`,
    `<[[可以]确认|证实]&{编号}&${proven}&[${onSpot}]&[${prove}]>`,
    `<{编号}&${onSpot}&[${proven}]&${prove}>`,
    `[是|是的|对|对的|没错|确实]{所证}[是|也|确实|都]${onSpot}[是的|没错|我看见|我在场|我${prove}]`,
    `[是|是的|对|对的|没错|确实]{所证}[那天|当天|确实|是](去|来|做|干|参加|献|捐)`,
    `{某人}[那天|当天|那次]{某事}[的时候|那天|时]我${onSpot}，[来|愿意]${prove}{编号}`,
    `{编号}[{某人}][那天|当天|那次]{某事}[是](真的|属实|真实的|事实|确有其事|真事)[，我${onSpot}][，我${prove}]`,
    `<[我|也|都][给|为|替]${prove}[一下]&{编号}[我][给|为|替]>，[{某人}]{闲话}`,
    `{编号}[我|也|都][给|为|替]${prove}[一下]，[{某人}]{闲话}`,
    `{编号}[我|也|都][给|为|替]${prove}，[{某人}]{某事}[那天|当天|那次|的时候|时]我${onSpot}`,
    `{编号}{某人}[那天|当天|那次]{某事}，我[也]${onSpot}[了]，我[可以|能]${prove}`,
    `<(给|为|替){编号}[{某人}]&${prove}&[${onSpot}]>`,
    `{编号}[我|也|都]${prove}没问题`,
    `{编号}[我|也|都]${prove}，我(和|跟|与|同){某人}[一起|一块]{某事}[的]`,
    `{待证}${proven}[我${onSpot}][我${prove}]`,
    `{待证}[我][可以|能|愿意|来]${prove}[${proven}]`,
    `{待证}我[确实|当时|亲眼](看见|看到|瞧见|在场)[了][${prove}]`,
  ],
  useCase: bearWitness,
  input: ({ number }) => ({ number }),
});
