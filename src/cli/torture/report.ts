/** What a trial did and found. */
export interface Report {
  kills: number;
  messages: number;
  /** Publications, previews, digests and drafts. */
  jobs: number;
  faults: number;
  lost: number;
  doubled: number;
  unanswered: number;
  readonly violations: string[];
  /** Fingerprint of everything that was said: the same seed says the same. */
  said: string;
}

export const emptyReport = (): Report => ({
  ...{ kills: 0, messages: 0, jobs: 0, faults: 0, lost: 0, doubled: 0, unanswered: 0 },
  ...{ violations: [], said: '' },
});
