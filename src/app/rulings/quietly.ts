import type { RulingResult } from '../matters/results.js';

/** What the group hears of a matter of which it hears no more than the number. */
export function quietly(result: RulingResult): RulingResult {
  const { number } = result;
  switch (result.kind) {
    case 'confirmed':
    case 'corrected':
    case 'nothingLeft':
    case 'exempted':
    case 'attendancePutRight':
    case 'statusChanged':
    case 'certified':
    case 'vetoSetAside':
      return { kind: 'confirmedQuietly', number };
    case 'upheld':
      return { kind: 'answeredQuietly', number };
    case 'leaveGranted':
      return result.archived === null ? result : { ...result, archived: null };
    case 'vetoWaits':
    case 'noConsent':
    case 'notHeard':
    case 'besidesFirst':
    case 'answerInstead':
    case 'statusOvertaken':
      return { kind: 'waitsQuietly', number };
    case 'barred':
      return { kind: 'barredQuietly', number, instead: result.instead.isShielded ? null : result.instead };
    case 'confirmedQuietly':
    case 'answeredQuietly':
    case 'alone':
    case 'bound':
    case 'adopted':
    case 'worded':
    case 'wordingOvertaken':
    case 'settled':
    case 'yearTakenOver':
    case 'yearNotFree':
    case 'meetingNoted':
    case 'meetingTooEarly':
    case 'barredQuietly':
    case 'waitsQuietly':
    case 'unknown':
    case 'fellBefore':
    case 'decided':
    case 'noProof':
      return result;
  }
}
