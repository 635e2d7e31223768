import { bearWitness } from '../src/app/points/witness.js';
import { defineCommand } from '../src/chat/define.js';
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
    '{编号}[可以|能|愿意]([给|为](证明|作证|做证|作证明|做证明))[属实|是真的|情况属实|确有其事]',
    '{编号}(看见|看到|在场|亲眼看见|亲眼看到)[给|为](证明|作证|做证)',
    '{待证}(属实|情况属实|是真的|确有其事|是事实)[我(看见|看到|亲眼看见|亲眼看到|在场)[了]][我[可以|能](证明|作证)]',
    '{待证}我(证明|作证)[属实|情况属实]',
    '[可以|能|愿意][给|为]{编号}(做[个]证明|证明|作证明|做证明|作证|做证)',
    '[可以|能|愿意](证明|作证|做证){编号}[属实|是真的|情况属实]',
    '{编号}(属实|情况属实|是真的|确有其事|是事实)[给|为][证明|可以证明|作证|做证|作证明]',
  ],
  useCase: bearWitness,
  input: ({ number }) => ({ number }),
});
