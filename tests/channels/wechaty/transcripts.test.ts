import { describe, expect, it } from 'vitest';
import { atMost } from '../../support/channels/parallel.js';
import { demandSameLedger, mainTranscripts } from './stage.js';

const inTurn = atMost(3);

describe.concurrent('每个对话经过微信,得到同样的分录', () => {
  it.each(mainTranscripts)('%s', (name) => inTurn(() => demandSameLedger(name, 'process')));
});

it('对话不会悄悄一个也没有', () => {
  expect(mainTranscripts.length).toBeGreaterThan(20);
});
