/** Something that the operator can mend. The message is Chinese and complete; it is shown without a stack. */
export class OperatorError extends Error {}
