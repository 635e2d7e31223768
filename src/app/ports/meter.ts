/** Counts what the bot does, for those who watch the machine. Names of use cases only, nothing about people. */
export interface Meter {
  /** A message begins; the answer ends it. `command`: the use case that it came to, or what kind of answer. */
  begin(): (command: string, outcome: 'done' | 'refused' | 'answered' | 'failed') => void;
}
