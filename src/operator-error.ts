/** What whoever runs the program can mend. The message is Chinese and complete; it is shown without a stack. */
export class OperatorError extends Error {}
