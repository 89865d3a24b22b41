import { z } from 'zod';

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
});

/** Text that may be anything, as JSON of this shape. What is none has no `data`, and an `error` that says why. */
export function parseJson<Shape extends z.ZodType>(
  text: string,
  shape: Shape,
): z.ZodSafeParseSuccess<z.output<Shape>> | z.ZodSafeParseError<unknown> {
  const value = json.safeParse(text);
  return value.success ? shape.safeParse(value.data) : value;
}
