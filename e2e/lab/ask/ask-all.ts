import type { Place, Question } from '../server.ts';

/** What was answered, or why nothing was. */
export interface Answer {
  question: Question;
  text: string;
  /** Whether the answer is the one that the lab's own source leads to. */
  expected: boolean;
}

/** Asks the questions one after the other. A question that gets no answer is answered with the reason. */
export async function askAll(questions: readonly Question[], place: (port: number) => Place): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const question of questions) answers.push(await askOne(question, place));
  return answers;
}

async function askOne(question: Question, place: (port: number) => Place): Promise<Answer> {
  try {
    const text = await question.ask(place(question.port));
    return { question, text, expected: question.expect.test(text) };
  } catch (error) {
    return { question, text: `no answer: ${error instanceof Error ? error.message : String(error)}`, expected: false };
  }
}
