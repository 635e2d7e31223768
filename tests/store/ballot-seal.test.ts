import { expect, it } from 'vitest';
import { ballotTiers } from '../../src/domain/appraisal/ballots.js';
import {
  ballotBytes,
  ballotKeys,
  openBallot,
  publicHalf,
  sealBallot,
} from '../../src/store/ballots/ballots.js';

it('a ballot opens with its own key, in its own year, and every ballot is as long as every other', () => {
  const { publicKey, privateKey } = ballotKeys();
  expect(publicHalf(privateKey)).toBe(publicKey);
  for (const tier of ballotTiers)
    for (const who of [1, 999_999]) {
      const sealed = sealBallot(publicKey, 'b1 2026', { person: who, tier });
      expect(sealed).toHaveLength(ballotBytes);
      expect(openBallot(privateKey, 'b1 2026', sealed)).toEqual({ person: who, tier });
      expect(openBallot(privateKey, 'b1 2025', sealed)).toBeUndefined();
      expect(openBallot(ballotKeys().privateKey, 'b1 2026', sealed)).toBeUndefined();
      expect(sealBallot(publicKey, 'b1 2026', { person: who, tier }).equals(sealed)).toBe(false);
      for (let byte = 0; byte < sealed.length; byte += 1) {
        const changed = Buffer.from(sealed);
        changed[byte] = (changed[byte] ?? 0) ^ 1;
        expect(openBallot(privateKey, 'b1 2026', changed)).toBeUndefined();
      }
    }
});
