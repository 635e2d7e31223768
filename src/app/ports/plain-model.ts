/** All that a language model hears of a branch: no scores, matters, accounts, and no name of the roster. */
export interface Question {
  /** The rules, the day, how the lines are written that this person may send, and the activities ahead. */
  readonly task: string;
  /** With the names of the roster replaced by 甲乙丙. */
  readonly sentence: string;
}

/** Proposes a line for a sentence that no way of saying fits. It never decides: its line is read, checked and offered like any other. */
export interface PlainModel {
  /** Null: none, or none in time. Never rejects. */
  ask(question: Question): Promise<string | null>;
}
