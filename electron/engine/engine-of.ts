import type { AnySchema, ContractProcedure, InferSchemaOutput } from '@orpc/contract';
import type { JobContext } from './job-context.ts';

/**
 * What the engine offers for a part of the contract: a job takes its context and gives its result, another stream takes
 * a signal and gives its messages, and any other procedure takes its input, and a signal where it can be stopped, and
 * gives its output.
 */
export type EngineOf<Contract> = { [Name in keyof Contract]: MethodOf<Contract[Name]> };

type MethodOf<Procedure> =
  // biome-ignore lint/suspicious/noExplicitAny: errors and meta play no part here, and their types are invariant
  Procedure extends ContractProcedure<infer Input extends AnySchema, infer Output extends AnySchema, any, any>
    ? Method<InferSchemaOutput<Input>, InferSchemaOutput<Output>>
    : never;

type Method<Input, Output> = [Output] extends [AsyncIterable<infer Message>]
  ? Stream<Input, Message, ResultOf<Message>>
  : (input: Input, signal?: AbortSignal) => Promise<Output>;

type Stream<Input, Message, Result> = [Result] extends [never]
  ? (input: Input, signal: AbortSignal | undefined) => AsyncGenerator<Message, void>
  : (input: Input, job: JobContext) => Promise<Result>;

type ResultOf<Message> = Message extends { type: 'result'; result: infer Result } ? Result : never;
